using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests;

/// <summary>What C# warns of, refuses or computes itself must come out as code that it takes and that means the same.</summary>
public class WarningTests
{
    private static readonly Local X = Double(0, "x");
    private static readonly Local N = Int(1, "n");
    private static readonly Local Wide = new(2, ScalarType.Long, "wide");

    private static readonly IrProgram[] Programs =
    [
        Of1(ScalarType.Bool, Compare(BinaryOperator.Less, Widened(N), Constant.Of(5_000_000_000L))),
        Of1(ScalarType.Bool, Compare(BinaryOperator.Greater, Constant.Of(-5_000_000_000L), Widened(N))),
        Of1(ScalarType.Long, new Binary(BinaryOperator.Or, Widened(N), Read(Wide))),
        Of1(ScalarType.Long, new Binary(BinaryOperator.Or, Read(Wide), Widened(N))),
        Of1(ScalarType.Int, Divide(Read(N), Of(0))),
        Of1(ScalarType.Int, new Binary(BinaryOperator.Remainder, Of(7), Of(0))),
        Of1(ScalarType.Int, Divide(Of(int.MinValue), Of(-1))),
        Of1(ScalarType.Int, new Binary(BinaryOperator.Multiply, Of(int.MaxValue), Of(2), Checked: true)),
        Of1(ScalarType.Int, new Unary(UnaryOperator.Negate, Of(int.MinValue), Checked: true)),
        Of1(ScalarType.Int, new Convert(ScalarType.Int, Of(1e300))),
        Of1(ScalarType.Int, new Convert(ScalarType.Int, Of(1e300), Checked: true)),
        Of1(ScalarType.Int, new Convert(ScalarType.Int, Of(double.NaN))),
        Of1(ScalarType.Long, new Convert(ScalarType.Long, Of(1e300))),
        Of1(ScalarType.Int, new Convert(ScalarType.Int, Constant.Of(long.MaxValue), Checked: true)),
        Of1(ScalarType.Bool, Compare(BinaryOperator.LessOrEqual, Read(X), Read(X))),
        Of1(ScalarType.Bool, Compare(BinaryOperator.Less, Read(X), Read(X))),
        Of1(ScalarType.Bool, Compare(BinaryOperator.NotEqual, Read(N), Read(N))),
        Of1(ScalarType.Double, Of(-0.0)),
        Of1(ScalarType.Double, Divide(Of(1.0), Of(-0.0))),
        Of1(ScalarType.Double, new Binary(BinaryOperator.Remainder, Of(-1.0), Of(1.0))),
        Of1(ScalarType.Float, Constant.Of(float.Epsilon)),
        Of1(ScalarType.Int, new Unary(UnaryOperator.Complement, new Unary(UnaryOperator.Negate, Of(-3)))),

        // A float that C# widens before it compares it with itself.
        Narrowed(BinaryOperator.Less),
        Narrowed(BinaryOperator.NotEqual),

        // A named constant that C# itself would compare.
        new(
            Function(
                "F", [X, N, Wide], [ScalarType.Double],
                Let(Double(10, "limit"), Of(3.0)),
                If(Greater(Read(Double(10, "limit")), Of(2.0)), Do(Return(Read(Double(10, "limit")))), Do(Return(Read(X))))),
            []),
        new(
            Function(
                "F", [X, N, Wide], [ScalarType.Int],
                Let(Double(10, "limit"), Of(1e100)),
                Return(new Convert(ScalarType.Int, Read(Double(10, "limit"))))),
            []),

        // An endless loop that is left by a return, a step that is never reached, and code behind it.
        new(
            Function(
                "F", [X, N, Wide], [ScalarType.Double],
                new Loop(new(1), new(2), null, Do(If(Less(Read(X), Of(9.0)), Do(Set(X, Add(Math(MathFunction.Abs, Read(X)), Of(1.0)))), Do(Return(Read(X))))), Block.Empty, null)),
            []),
        new(
            Function(
                "F", [X, N, Wide], [ScalarType.Double],
                new Loop(new(1), new(2), Greater(Read(X), Of(0.0)), Do(Set(X, Of(7.0)), new Exit(new(1))), Do(Set(N, Add(Read(N), Of(1)))), null),
                Return(Read(X))),
            []),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Awkward_programs_compile_without_warnings_and_compute_the_same(bool checkOverflow)
    {
        using var compiled = CompiledPrograms.Compile(Programs, checkOverflow: checkOverflow);
        for (var i = 0; i < Programs.Length; i++)
        {
            foreach (var (x, n) in new[] { (0.5, 3), (double.NaN, -2), (-0.0, int.MinValue) })
                compiled.Run(i, [x, n, 12L]).ShouldBe(CompiledPrograms.Interpret(Programs[i], [x, n, 12L]), $"program {i}");
        }
    }

    [Fact]
    public void Programs_on_a_workspace_compute_the_same()
    {
        var a = Doubles(10, "a");
        var references = new Local(11, new ArrayType(ScalarType.Double, ArrayKind.Array), "reference");
        var mode = new Local(12, RandomPrograms.SampleIrTypes.Mode, "mode");
        var (y, k, flag) = (Double(13, "y"), Int(14, "k"), Bool(15, "flag"));
        var saves = Function("Saves", [X], [], new Push(Multiply(Read(X), Of(2.0))));
        var root = Function(
            "F", [X, N, Wide], [ScalarType.Double, ScalarType.Bool, mode.Type],
            Let(a, new ArrayRent((ArrayType)a.Type, Of(3))),
            new Assign(new ElementPlace(Read(a), Of(1)), Read(X)),
            new Push(Read(a)),
            new Push(Read(N)),
            new Push(Constant.Of(RandomPrograms.SampleIrTypes.Mode, -3)),
            new Push(Greater(Read(X), Of(0.0))),
            new Call([], saves.Id, [Read(X)]),
            Let(y),
            new Pop(new LocalPlace(y)),
            Let(flag),
            new Pop(new LocalPlace(flag)),
            Let(mode),
            new Pop(new LocalPlace(mode)),
            Let(k),
            new Pop(new LocalPlace(k)),
            Let(references),
            new Pop(new LocalPlace(references)),
            Return(Add(Read(y), Multiply(new Element(Read(references), Of(1)), new Convert(ScalarType.Double, Read(k)))), Read(flag), Read(mode)));
        var program = Program(root, saves);
        using var compiled = CompiledPrograms.Compile([program]);
        compiled.Run(0, [1.5, 3, 0L]).ShouldBe(CompiledPrograms.Interpret(program, [1.5, 3, 0L]));
    }

    private static IrProgram Narrowed(BinaryOperator comparison)
    {
        var narrow = new Local(10, ScalarType.Float, "narrow");
        var widened = new Convert(ScalarType.Double, Read(narrow));
        return new(Function("F", [X, N, Wide], [ScalarType.Bool], Let(narrow, new Convert(ScalarType.Float, Read(X))), Return(Compare(comparison, widened, widened))), []);
    }

    private static IrProgram Of1(IrType result, Expression value) => Program(Function("F", [X, N, Wide], [result], Return(value)));

    private static Convert Widened(Local local) => new(ScalarType.Long, Read(local));
}
