using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Nullable values, patterns, jumps and functions of the number types: compiled with the generator, against dual numbers and differences.</summary>
public sealed class SmallConstructTests
{
    [Theory]
    [InlineData(true, 9.0, 3.0, -1.0, 5.0)]
    [InlineData(true, 2.0, 3.0, 4.0)]
    [InlineData(false, 0.0, 3.0, 1.0)]
    [InlineData(true, 1.0)]
    public void Nullable_locals_that_carry_derivatives(bool hasLimit, double cap, params double[] offers) =>
        GradientCheck.Agrees<NullableBestProgram, NullableBestProgram.Input, NullableBestProgram.Weights, NullableBestProgram.Choices>(
            new(offers, hasLimit, cap), offers, hasLimit, cap);

    [Theory]
    [InlineData(20.0, 3.0, true)]
    [InlineData(1.0, 150.0, false)]
    [InlineData(4.0, 2.0, false)]
    [InlineData(6.0, 20.0, false)]
    [InlineData(2.0, 6.0, false)]
    public void Property_and_positional_patterns(double kilos, double kilometres, bool fragile) =>
        GradientCheck.Agrees<MemberPatternsProgram, MemberPatternsProgram.Input, MemberPatternsProgram.Weights, MemberPatternsProgram.Choices>(
            new(kilos, kilometres, fragile), kilos, kilometres, fragile);

    [Theory]
    [InlineData(1.5, 2)]
    [InlineData(1.5, 3)]
    [InlineData(2.5, 2)]
    public void Equal_tuples(double x, int n) =>
        GradientCheck.Agrees<TupleEqualityProgram, TupleEqualityProgram.Input, TupleEqualityProgram.Weights, TupleEqualityProgram.Choices>(new(x, n), x, n);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(99)]
    public void Jumps_forwards_and_between_cases(int n) =>
        GradientCheck.Agrees<GotosProgram, GotosProgram.Input, GotosProgram.Weights, GotosProgram.Choices>(new(0.4, n), 0.4, n);

    [Fact]
    public void Long_indices_constants_and_functions_made_of_others()
    {
        double[] table = [1.5, 2.5, 3.5];
        GradientCheck.Agrees<OtherNumbersProgram, OtherNumbersProgram.Input, OtherNumbersProgram.Weights, OtherNumbersProgram.Choices>(new(7, 1, table), 7, 1L, table);
    }
}
