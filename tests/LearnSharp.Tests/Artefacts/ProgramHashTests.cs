using LearnSharp.Ir;

namespace LearnSharp.Tests.Artefacts;

public class ProgramHashTests
{
    [Fact]
    public void Renaming_a_local_keeps_the_body_s_hash()
        => ProgramHash.Body(Product("x", "sum", firstId: 0, factor: 2)).ShouldBe(ProgramHash.Body(Product("x", "total", firstId: 5, factor: 2)));

    [Fact]
    public void Another_constant_is_another_body()
        => ProgramHash.Body(Product("x", "sum", 0, 2)).ShouldNotBe(ProgramHash.Body(Product("x", "sum", 0, 3)));

    [Fact]
    public void Another_operand_is_another_body()
        => ProgramHash.Body(Product("x", "sum", 0, 2)).ShouldNotBe(ProgramHash.Body(Product("x", "sum", 0, 2, squared: true)));

    [Fact]
    public void A_comment_is_no_change()
        => ProgramHash.Body(Product("x", "sum", 0, 2, comment: "why")).ShouldBe(ProgramHash.Body(Product("x", "sum", 0, 2)));

    [Fact]
    public void The_signature_s_hash_follows_names_of_parameters_and_not_the_body()
    {
        ProgramHash.Signature(Product("x", "sum", 0, 2)).ShouldBe(ProgramHash.Signature(Product("x", "total", 3, 9)));
        ProgramHash.Signature(Product("x", "sum", 0, 2)).ShouldNotBe(ProgramHash.Signature(Product("y", "sum", 0, 2)));
    }

    private static LearnableProgram Product(string parameter, string local, int firstId, double factor, bool squared = false, string? comment = null)
    {
        var x = new Local(firstId, ScalarType.Double, parameter);
        var sum = new Local(firstId + 7, ScalarType.Double, local);
        Statement declare = new Declare(sum, new Binary(BinaryOperator.Multiply, new LocalRead(x), Constant.Of(factor)));
        Statement result = new Return([new Binary(BinaryOperator.Add, new LocalRead(sum), new LocalRead(squared ? sum : x))]);
        Block body = comment is null ? new Block([declare, result]) : new Block([new Comment(comment), declare, result]);
        var root = new Function("Shop.Price(double)", "Price", [new Parameter(x)], [ScalarType.Double], body);
        return new LearnableProgram(new IrProgram(root, []), [], []);
    }
}
