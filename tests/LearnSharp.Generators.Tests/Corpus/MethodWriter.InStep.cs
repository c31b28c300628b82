using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Methods of numbers alone, whose rows can run several at once, and rows for them.</summary>
internal sealed partial class MethodWriter
{
    private const int RowsOfAMethod = 48;

    /// <summary>The method of a seed that takes numbers; its arguments are rows, without the weights.</summary>
    public static CorpusMethod WriteInStep(int seed)
    {
        var writer = new MethodWriter(seed, inStep: true);
        var lines = writer.MethodInStep();
        return new($"rows of seed {seed.ToString(CultureInfo.InvariantCulture)}", string.Join("\n", lines), RowsOf(seed + 1, writer._floats));
    }

    /// <summary>Rows, half of them with what is at the edge: zeros of both signs, infinities, the greatest integers.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="floats">Whether a float follows.</param>
    public static IReadOnlyList<object?[]> RowsOf(int seed, bool floats = false)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, RowsOfAMethod).Select(i => Row(random, floats, isNasty: i >= RowsOfAMethod / 2))];
    }

    private static object?[] Row(Random random, bool floats, bool isNasty)
    {
        double[] nasty = [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, 5e-324, 1, -1, 0.5, 1e17, 3e9];
        int[] edges = [0, -1, int.MinValue, int.MaxValue, 1, 31, 32, 2];
        double Value() => isNasty && random.Next(3) == 0 ? nasty[random.Next(nasty.Length)] : Math.Round((random.NextDouble() * 4) - 2, 3);
        int Whole() => isNasty && random.Next(3) == 0 ? edges[random.Next(edges.Length)] : random.Next(-4, 9);
        long Wide() => isNasty && random.Next(3) == 0 ? (random.Next(2) == 0 ? long.MinValue : edges[random.Next(edges.Length)] * 4294967296L) : random.Next(-9, 99);
        object?[] first = [Value(), Value(), Whole(), Wide(), random.Next(2) == 0];
        return [.. first, .. floats ? [(float)Value()] : Array.Empty<object?>()];
    }

    private List<string> MethodInStep()
    {
        Open();
        foreach (var (name, kind) in new[] { ("x", Kind.Double), ("y", Kind.Double), ("n", Kind.Int), ("m", Kind.Long), ("flag", Kind.Bool), ("a", Kind.Double), ("b", Kind.Double) })
            Declare(name, kind);
        if (_floats)
            Declare("f", Kind.Float);
        _lines.AddRange(Helpers.Split('\n').Where(static line => !line.Contains(" Deep(", StringComparison.Ordinal)));
        _lines.Add($"[Learnable] public static double M(double x, double y, int n, long m, bool flag, {(_floats ? "float f, " : "")}[Weight] double a = 0.7, [Weight] double b = 0.3)");
        _lines.Add("{");
        _lines.Add("double[] xs = [x, y, a, 0.5];");
        _lines.Add("int[] ks = [n, 2, 3, -1];");
        Declare("xs", Kind.Doubles, isFixed: true);
        Declare("ks", Kind.Ints, isFixed: true);
        if (Chance(2))
        {
            _lines.Add("var level = Learn.Weights([0.3, 1.0, -0.5, 2.0]);");
            Declare("level", Kind.Level, isFixed: true);
        }

        while (_budget > 0)
            Statement();
        _lines.Add($"return {Double(1)} + {Double(1)};");
        _lines.Add("}");
        return _lines;
    }

    /// <summary>A statement in which rows part: what one of them must not run is run by another.</summary>
    private void Parting()
    {
        var (number, index) = (Pick(Kind.Double, toWrite: true), Pick(Kind.Int)!);
        switch (_random.Next(8))
        {
            case 0:
                _lines.Add($"if ({index} >= 0 && {index} < xs.Length) xs[{index}] {One("=", "+=")} {Double(1)};");
                break;
            case 1:
                _lines.Add($"if ({number} > 0) {number} = Math.Log({number}) {One("+", "-")} Math.Sqrt({number});");
                break;
            case 2:
                _lines.Add($"if ({index} != 0) {number} += {Int(1)} / {index} * 0.01;");
                break;
            case 3:
                _lines.Add($"if ({Bool(2)}) return {Double(1)};");
                break;
            case 4:
                _lines.Add($"if ({Bool(1)} && {Bool(1)}) throw new ArgumentException();");
                break;
            case 5 when _scopes.Count < 5:
                Turns();
                break;
            case 6 when _scopes.Count < 5:
                var turns = Fresh();
                _lines.Add($"var {turns} = 0;");
                Declare(turns, Kind.Int, isFixed: true);
                _lines.Add($"while (Math.Abs({number}) > 1.5 && {turns}++ < {_random.Next(2, 12).ToString(CultureInfo.InvariantCulture)})");
                _loops++;
                Block(() => _lines.Add($"{number} *= 0.{_random.Next(2, 8).ToString(CultureInfo.InvariantCulture)};"));
                _loops--;
                break;
            default:
                _lines.Add($"{number} = {GuardedValue(1)};");
                break;
        }
    }

    // As many turns as a row asks for, some of which break, go on or return.
    private void Turns()
    {
        Open();
        var counter = Fresh();
        _lines.Add(One(
            $"for (var {counter} = 0; {counter} < ({Int(1)} & 7); {counter}++)",
            $"for (var {counter} = {Int(1)} & 7; {counter} > 0; {counter} -= 1 + ({Int(0)} & 1))",
            $"for (int {counter} = 0; {counter} < 6 && {counter} < {Int(0)}; {counter} += 1 + ({Pick(Kind.Int)} & 1))"));
        Declare(counter, Kind.Int, isFixed: true);
        _loops++;
        Block(() => _lines.Add($"if ({Bool(1)}) {One("break", "continue", $"return {Double(1)}", "{ }")};"));
        _loops--;
        Close();
    }

    /// <summary>A number that has no value, or throws, for what its condition leaves out; now and then the condition is not there.</summary>
    private string GuardedValue(int depth)
    {
        var (number, index) = (Pick(Kind.Double)!, Pick(Kind.Int)!);
        return One(
            () => $"({number} > 0 ? Math.Log({number}) : {Double(depth)})",
            () => $"({number} >= 1 && Math.Sqrt({number} - 1) < {Double(depth)} ? Math.Sqrt({number} - 1) : {Double(depth)})",
            () => $"({number} != 0 ? {Double(depth)} / {number} : {Double(depth)})",
            () => $"({index} != 0 && 7 / {index} > 1 ? {Double(depth)} : {Double(depth)})",
            () => $"({index} == 0 || {Int(depth)} % {index} > 1 ? {Double(depth)} : {Double(depth)})",
            () => $"({index} >= 0 && {index} < xs.Length ? xs[{index}] : {Double(depth)})",
            () => $"({index} is < 0 or > 3 ? {Double(depth)} : Math.Pow(Math.Abs(xs[{index}]), {Double(depth)}))",
            () => Pick(Kind.Level) is { } level ? $"{level}[{Int(depth)} & 3]" : $"Math.Exp({Double(depth)} - 3)",
            () => $"Math.Pow(Math.Abs({Double(depth)}) + 0.1, {Double(depth)})",
            () => $"Math.{One("Atan2", "MaxMagnitude", "MinMagnitude", "CopySign")}({Double(depth)}, {Double(depth)})",
            () => $"Math.{One("Cbrt", "Floor", "Ceiling", "Round", "Truncate", "Exp", "Log", "Sqrt", "Cosh", "Sinh", "Tan", "Log2", "Asin", "Acos")}((double)({Double(depth)}))",
            () => $"({Double(depth)} % {One("1.5", "0.75", number)})",
            () => $"Math.FusedMultiplyAdd({Double(depth)}, {Double(depth)}, {Double(depth)})",
            () => $"(Math.Sign({Double(depth)}) * {Double(depth)})",
            () => $"(checked({Int(depth)} {One("+", "-", "*")} {Int(depth)}) * 0.01)",
            () => $"(checked((int)({Double(depth)})) * 0.1)",
            () => $"((int)({Double(depth)} * 1e9) * 1e-9)",
            () => $"((long)({Double(depth)} * 1e17) * 1e-17)",
            () => $"(Math.Abs({Int(depth)}) * 0.1)",
            () => $"({Int(depth)} / {Pick(Kind.Int)} * 0.1)",
            () => Chance(2) ? $"xs[{Int(depth)} & 7]" : $"Math.Clamp({Double(depth)}, {Double(0)}, {Double(0)})",
            () => $"(double.IsNaN({Double(depth)}) ? {Double(depth)} : {number})");
    }
}
