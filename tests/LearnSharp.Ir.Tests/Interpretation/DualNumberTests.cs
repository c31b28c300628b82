using System;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Interpretation;

public class DualNumberTests
{
    private static readonly Local X = Double(0, "x");
    private static readonly Local Y = Double(1, "y");
    private static readonly Local Z = Double(2, "z");
    private static readonly Local A = Doubles(3, "a");

    private static OutputLeaf Derivatives(IrProgram program, params object?[] arguments)
    {
        Verifier.ThrowIfInvalid(program);
        return Interpreter.Differentiate(program, arguments).Outputs[0];
    }

    /// <summary>Functions with a point where they are smooth.</summary>
    public static TheoryData<MathFunction, double[]> SmoothPoints() => new()
    {
        { MathFunction.Abs, [-1.3] }, { MathFunction.Abs, [2.1] },
        { MathFunction.Acos, [0.4] }, { MathFunction.Acos, [-0.93] },
        { MathFunction.Acosh, [1.7] }, { MathFunction.Acosh, [1.01] },
        { MathFunction.Asin, [0.4] }, { MathFunction.Asinh, [-2.5] },
        { MathFunction.Atan, [1.2] }, { MathFunction.Atan2, [0.7, -1.9] }, { MathFunction.Atan2, [-0.7, 1.9] },
        { MathFunction.Atanh, [0.6] }, { MathFunction.Cbrt, [-2.2] },
        { MathFunction.Ceiling, [1.3] }, { MathFunction.Floor, [1.3] }, { MathFunction.Round, [1.3] }, { MathFunction.Truncate, [-1.3] },
        { MathFunction.Clamp, [0.5, -1, 2] }, { MathFunction.Clamp, [-1.5, -1, 2] }, { MathFunction.Clamp, [2.5, -1, 2] },
        { MathFunction.CopySign, [1.5, -2] }, { MathFunction.CopySign, [-1.5, -2] }, { MathFunction.CopySign, [-1.5, 2] },
        { MathFunction.Cos, [0.8] }, { MathFunction.Cosh, [-0.8] }, { MathFunction.Exp, [1.1] },
        { MathFunction.FusedMultiplyAdd, [1.5, -2.5, 0.3] },
        { MathFunction.IEEERemainder, [7.3, 2.1] }, { MathFunction.IEEERemainder, [-7.3, 1.9] },
        { MathFunction.Log, [2.4] }, { MathFunction.Log2, [2.4] }, { MathFunction.Log10, [2.4] },
        { MathFunction.LogBase, [2.4, 3.1] }, { MathFunction.LogBase, [2.4, 0.4] },
        { MathFunction.Max, [1.2, 0.3] }, { MathFunction.Max, [0.2, 0.3] }, { MathFunction.Min, [1.2, 0.3] }, { MathFunction.Min, [0.2, 0.3] },
        { MathFunction.MaxMagnitude, [-1.2, 0.3] }, { MathFunction.MaxMagnitude, [0.2, -0.3] },
        { MathFunction.MinMagnitude, [-1.2, 0.3] }, { MathFunction.MinMagnitude, [0.2, -0.3] },
        { MathFunction.Hypot, [1.7, -2.3] }, { MathFunction.Hypot, [-0.3, 0.2] },
        { MathFunction.Pow, [1.7, 2.3] }, { MathFunction.Pow, [0.3, -1.4] },
        { MathFunction.Sin, [0.8] }, { MathFunction.Sinh, [0.8] }, { MathFunction.Sqrt, [2.9] }, { MathFunction.Tan, [1.1] }, { MathFunction.Tanh, [0.9] },
    };

    [Theory]
    [MemberData(nameof(SmoothPoints))]
    public void A_function_has_the_slope_of_its_differences(MathFunction function, double[] point)
    {
        Local[] locals = [X, Y, Z];
        var program = Program(locals[..point.Length], Return(Math(function, locals[..point.Length].Select(Read).ToArray())));
        var leaf = Derivatives(program, point.Cast<object?>().ToArray());
        for (var i = 0; i < point.Length; i++)
        {
            leaf.Derivatives[i].ShouldBe(Slope(program, point, i), 1e-8, $"{function} by argument {i}");
            leaf.Contributions[i].ShouldBeGreaterThanOrEqualTo(System.Math.Abs(leaf.Derivatives[i]));
        }
    }

    [Fact]
    public void Every_function_of_the_table_has_a_test_of_its_slope()
    {
        var tested = SmoothPoints().Select(static row => (MathFunction)((object[])row)[0]);
        MathFunction[] others = [MathFunction.Sign, MathFunction.RoundTo, MathFunction.ScaleB]; // with an int; below
        tested.Concat(others).Distinct().Order().ShouldBe(Enum.GetValues<MathFunction>());
    }

    [Fact]
    public void Functions_with_an_int_follow_the_table()
    {
        var n = Int(1, "n");
        Derivatives(Program([X, n], Return(Math(MathFunction.ScaleB, Read(X), Read(n)))), 1.5, -3).Derivatives.ShouldBe([0.125]);
        Derivatives(Program([X, n], Return(Math(MathFunction.RoundTo, Read(X), Read(n)))), 1.5, 1).Derivatives.ShouldBe([0]);
        Derivatives(Program([X], Return(new Convert(ScalarType.Double, Math(MathFunction.Sign, Read(X))))), 1.5).Derivatives.ShouldBe([0]);
    }

    public static TheoryData<MathFunction, double[], double[]> SpecialPoints() => new()
    {
        { MathFunction.Abs, [0], [0] }, { MathFunction.Abs, [-0.0], [0] },
        { MathFunction.Max, [2, 2], [1, 0] }, { MathFunction.Min, [2, 2], [1, 0] },
        { MathFunction.MaxMagnitude, [2, 2], [1, 0] }, { MathFunction.MinMagnitude, [2, 2], [1, 0] },
        { MathFunction.MaxMagnitude, [-2, 2], [0, 1] }, { MathFunction.MinMagnitude, [-2, 2], [1, 0] },
        { MathFunction.Clamp, [1, 1, 2], [1, 0, 0] }, { MathFunction.Clamp, [2, 1, 2], [1, 0, 0] }, { MathFunction.Clamp, [1, 1, 1], [1, 0, 0] },
        { MathFunction.CopySign, [0, -1], [0, 0] },
        { MathFunction.Sqrt, [0], [double.PositiveInfinity] }, { MathFunction.Cbrt, [0], [double.PositiveInfinity] },
        { MathFunction.Log, [0], [double.PositiveInfinity] }, { MathFunction.Asin, [1], [double.PositiveInfinity] },
        { MathFunction.Acos, [1], [double.NegativeInfinity] }, { MathFunction.Acosh, [1], [double.PositiveInfinity] },
        { MathFunction.Atan2, [0, 0], [0, 0] },
        { MathFunction.Pow, [0, 0], [0, 0] }, { MathFunction.Pow, [0, 2], [0, 0] }, { MathFunction.Pow, [0, 1], [1, 0] },
        { MathFunction.Pow, [0, 0.5], [double.PositiveInfinity, 0] }, { MathFunction.Pow, [-2, 3], [12, 0] }, { MathFunction.Pow, [-2, 0], [0, 0] },
        { MathFunction.Floor, [3], [0] }, { MathFunction.Ceiling, [3], [0] }, { MathFunction.Round, [2.5], [0] }, { MathFunction.Truncate, [0], [0] },
    };

    [Theory]
    [MemberData(nameof(SpecialPoints))]
    public void At_its_special_points_a_function_follows_the_convention(MathFunction function, double[] point, double[] expected)
    {
        Local[] locals = [X, Y, Z];
        var program = Program(locals[..point.Length], Return(Math(function, locals[..point.Length].Select(Read).ToArray())));
        Derivatives(program, point.Cast<object?>().ToArray()).Derivatives.ShouldBe(expected);
    }

    [Theory]
    [InlineData(BinaryOperator.Add)]
    [InlineData(BinaryOperator.Subtract)]
    [InlineData(BinaryOperator.Multiply)]
    [InlineData(BinaryOperator.Divide)]
    [InlineData(BinaryOperator.Remainder)]
    public void An_operator_has_the_slope_of_its_differences(BinaryOperator operation)
    {
        var program = Program([X, Y], Return(new Binary(operation, Read(X), new Unary(UnaryOperator.Negate, Read(Y)))));
        double[] point = [7.3, -2.1];
        var leaf = Derivatives(program, point[0], point[1]);
        leaf.Derivatives[0].ShouldBe(Slope(program, point, 0), 1e-7);
        leaf.Derivatives[1].ShouldBe(Slope(program, point, 1), 1e-7);
    }

    [Fact]
    public void Contributions_survive_cancellation()
    {
        // 1e8 x − 1e8 x: the derivative is 0, and anything up to 1e-12 · 2e8 away is rounding
        var leaf = Derivatives(Program([X], Return(Subtract(Multiply(Of(1e8), Read(X)), Multiply(Of(1e8), Read(X))))), 3.0);
        leaf.Derivatives.ShouldBe([0]);
        leaf.Contributions.ShouldBe([2e8]);
    }

    [Fact]
    public void A_passive_operand_contributes_nothing_whatever_its_slope()
    {
        var program = Program([X, Y], Return(Add(Read(X), Multiply(Of(0.0), Math(MathFunction.Sqrt, Of(0.0))))));
        Derivatives(program, 1.0, 1.0).Derivatives.ShouldBe([1, 0]);
    }

    [Fact]
    public void A_conversion_to_int_loses_the_derivative_and_one_to_float_keeps_it()
    {
        var toInt = Program([X], Return(new Convert(ScalarType.Double, new Convert(ScalarType.Int, Read(X)))));
        Derivatives(toInt, 2.5).Derivatives.ShouldBe([0]);
        var toFloat = Program([X], Return(new Convert(ScalarType.Double, new Convert(ScalarType.Float, Read(X)))));
        Derivatives(toFloat, 2.5).Derivatives.ShouldBe([1]);
        Interpreter.Differentiate(toFloat, [2.5]).UsesFloat.ShouldBeTrue();
        Interpreter.Differentiate(toInt, [2.5]).UsesFloat.ShouldBeFalse();
    }

    [Fact]
    public void Elements_and_fields_are_inputs_and_written_arrays_are_outputs()
    {
        var point = new Local(0, SampleIrTypes.Point, "p");
        var program = Program(
            [point, A],
            new Assign(new ElementPlace(Read(A), Of(0)), Multiply(new FieldRead(Read(point), 1), new Element(Read(A), Of(1)))),
            Return(new Element(Read(A), Of(0))));
        double[] array = [3, 5];

        var jacobian = Interpreter.Differentiate(program, [new StructValue([1.0, 2.0]), array]);

        jacobian.Inputs.Select(static input => input.Path).ShouldBe(["p.X", "p.Y", "a[0]", "a[1]"]);
        jacobian.Outputs.Select(static output => (output.Path, output.Value)).ShouldBe([("result", 10.0), ("a[0]", 10.0), ("a[1]", 5.0)]);
        jacobian.Outputs[0].Derivatives.ShouldBe([0, 5, 0, 2]);
        jacobian.Outputs[1].Derivatives.ShouldBe([0, 5, 0, 2]);
        jacobian.Outputs[2].Derivatives.ShouldBe([0, 0, 0, 1]);
        array.ShouldBe([3, 5], "the arguments are left as they are");
    }

    [Fact]
    public void One_array_for_two_parameters_is_one_input()
    {
        var b = Doubles(4, "b");
        double[] shared = [3];
        var jacobian = Interpreter.Differentiate(
            Program([A, b], Return(Multiply(new Element(Read(A), Of(0)), new Element(Read(b), Of(0))))), [shared, shared]);
        jacobian.Inputs.Count.ShouldBe(1);
        jacobian.Outputs[0].Derivatives.ShouldBe([6]);
    }

    [Fact]
    public void Derivatives_pass_through_the_workspace()
    {
        var program = Program([X], new Push(Multiply(Read(X), Read(X))), Set(X, Of(0.0)), new Pop(new LocalPlace(X)), Return(Read(X)));
        Derivatives(program, 3.0).Derivatives.ShouldBe([6]);
    }

    [Fact]
    public void Derivatives_of_random_programs_are_the_slopes_of_their_differences()
    {
        // Differences are wrong where a step crosses a branch, and rough where the function is steep: nearly all agree, and a wrong rule would break many.
        var (compared, agreed) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var random = RandomProgramGenerator.Generate(seed, RandomProgramOptions.Default with { Floats = false, Aliasing = false });
            var jacobian = Interpreter.Differentiate(random.Program, random.Arguments(0));
            var scalars = jacobian.Inputs.Index().Where(input => random.Program.Root.Parameters[input.Item.Parameter].Local.Type == ScalarType.Double);
            foreach (var (index, input) in scalars)
            {
                double At(double step)
                {
                    var arguments = random.Arguments(0);
                    arguments[input.Parameter] = input.Value + step;
                    return (double)Interpreter.Run(random.Program, arguments).Results[0]!;
                }

                var slope = (8 * (At(1e-5) - At(-1e-5)) - (At(2e-5) - At(-2e-5))) / 12e-5;
                if (jacobian.Outputs[0].Derivatives[index] == 0 && slope == 0)
                    continue;
                compared++;
                if (System.Math.Abs(slope - jacobian.Outputs[0].Derivatives[index]) <= 1e-6 * (1 + jacobian.Outputs[0].Contributions[index]))
                    agreed++;
            }
        }

        compared.ShouldBeGreaterThan(150);
        agreed.ShouldBeGreaterThan(compared * 97 / 100);
    }

    /// <summary>The slope by central differences with one step of Richardson's extrapolation: error about 1e-11.</summary>
    private static double Slope(IrProgram program, double[] point, int argument)
    {
        double At(double step)
        {
            var moved = (double[])point.Clone();
            moved[argument] += step;
            return (double)Interpreter.Run(program, moved.Cast<object?>().ToArray()).Results[0]!;
        }

        const double h = 1e-3;
        double Central(double step) => (At(step) - At(-step)) / (2 * step);
        return ((64 * Central(h / 4)) - (20 * Central(h / 2)) + Central(h)) / 45;
    }
}
