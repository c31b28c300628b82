using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Loops that keep the largest or smallest of what they see record the number of one turn.</summary>
public class RunningSelectionTests
{
    private static readonly Local Values = Doubles(0, "values");
    private static readonly Local Scale = Double(1, "scale");
    private static readonly Local Kept = Double(10, "kept");
    private static readonly Local I = Int(11, "i");
    private static readonly Local J = Int(12, "j");
    private static readonly Local Sum = Double(13, "sum");

    private static Element Item => new(Read(Values), Read(I));

    private static Block Loop(Expression chosen) => Do(Let(I, Of(0)), For(I, new Length(Read(Values)), 1, Set(Kept, chosen)));

    private static MathCall Largest(Expression first, Expression second) => Math(MathFunction.Max, first, second);

    private static MathCall Smallest(Expression first, Expression second) => Math(MathFunction.Min, first, second);

    private static string Printed(IrProgram program) =>
        CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions { QualifyMath = false });

    private static void Agrees(IrProgram program, params object?[] arguments)
    {
        PullbackCheck.Problem(program, arguments, seedWritten: true).ShouldBeNull();
        PullbackCheck.Problem(program, arguments, seedWritten: false).ShouldBeNull();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void The_adjoint_goes_to_the_turn_that_was_kept(bool isLargest, bool isFirst)
    {
        var (first, second) = isFirst ? (Read(Kept), (Expression)Item) : (Item, Read(Kept));
        var chosen = isLargest ? Largest(first, second) : Smallest(first, second);
        var program = Program([Values, Scale], Let(Kept, Read(Scale)), Loop(chosen), Return(Multiply(Read(Kept), Read(Kept))));

        Agrees(program, new[] { 1.0, 3.0, -4.0, 3.0, 2.0, -4.0 }, 0.5);
        Agrees(program, new[] { 1.0, 3.0 }, 50.0);
        Agrees(program, new[] { 1.0, 3.0 }, -50.0);
        Agrees(program, new[] { -0.0, 0.0, -0.0 }, 0.0);
        Agrees(program, System.Array.Empty<double>(), 0.5);
        Printed(program).ShouldNotContain("workspace.Push");
        Printed(program).ShouldNotContain("Rent");
    }

    [Fact]
    public void What_is_seen_may_be_made_of_other_active_values()
    {
        var program = Program(
            [Values, Scale],
            Let(Sum, Multiply(Read(Scale), Read(Scale))),
            Let(Kept, Of(double.NegativeInfinity)),
            Loop(Largest(Read(Kept), Multiply(Item, Read(Sum)))),
            Return(Add(Read(Kept), Read(Sum))));

        Agrees(program, new[] { 1.0, 3.0, -4.0 }, 0.5);
    }

    [Fact]
    public void Inside_another_loop_the_turn_is_recorded()
    {
        var program = Program(
            [Values, Scale],
            Let(Sum, Read(Scale)),
            Do(
                Let(J, Of(0)),
                For(
                    J,
                    Of(4),
                    3,
                    Let(Kept, Multiply(Read(Sum), Of(0.25))),
                    Loop(Largest(Read(Kept), Multiply(Item, Read(Scale)))),
                    Set(Sum, Math(MathFunction.Sin, Add(Multiply(Read(Sum), Of(4.0)), Read(Kept)))))),
            Return(Read(Sum)));

        Agrees(program, new[] { 0.1, 0.3, -0.4 }, 0.7);
        Agrees(program, new[] { 0.1, 0.3, -0.4 }, -0.7);
    }

    [Fact]
    public void Values_of_the_loop_stay_what_they_are()
    {
        var program = Program([Values, Scale], Let(Kept, Read(Scale)), Loop(Largest(Read(Kept), Item)), Return(Divide(Of(1.0), Read(Kept))));
        var pullback = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));

        Interpreter.Run(pullback, [new[] { -0.0, 0.0 }, -0.0, 1.0, new double[2]]).Results[0].ShouldBe(double.PositiveInfinity);
        Interpreter.Run(pullback, [new[] { -0.0, -0.0 }, -0.0, 1.0, new double[2]]).Results[0].ShouldBe(double.NegativeInfinity);
        Interpreter.Run(pullback, [new[] { 1.0, double.NaN, 2.0 }, 0.0, 1.0, new double[3]]).Results[0].ShouldBe(double.NaN);
    }
}
