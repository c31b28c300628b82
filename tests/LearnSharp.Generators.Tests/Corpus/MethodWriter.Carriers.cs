using System;
using System.Collections.Generic;
using System.Globalization;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>What carries numbers besides locals and arrays: tables, lists, maps, views, objects, lambdas, references.</summary>
internal sealed partial class MethodWriter
{
    // Spans cannot be captured.
    private bool _inLambda;

    private const string CarrierHelpers = """
        public interface IShape { double Size(double by); } public sealed class Box(double w) : IShape { public double W = w; public double Size(double by) { W = W * 0.5 + by; return W * W * 0.3; } } public sealed class Disc : IShape { public double R { get; set; } = 0.4; public IShape? Inner; public double Size(double by) => R * by + (Inner?.Size(R) ?? 0.2); }
        public sealed class Cell { public double V; public double W { get; set; } = 0.25; public double Take(double by) { V = V * 0.5 + by; W -= 0.1 * V; return V + W; } }
        static void Nudge(ref double u, double by) { u = u * 0.5 + by; if (u > 1) u -= by * by; }
        static bool Parted(double u, out double low, out double high) { low = u * 0.3; high = u - low * low; return low < high; }
        static double Through(Func<double, double> f, double u) => f(u) + 0.5 * f(u * u * 0.1);
        static T Mix<T>(T u, T v) where T : System.Numerics.INumber<T> => u * T.CreateChecked(0.25) + (u > v ? v : u);
        """;

    /// <summary>A statement about a carrier: makes one, or changes one that is there.</summary>
    private void Carrier()
    {
        var makes = new List<Action> { Rows, Grid, List, Map, View, Object, Shape, Lambda, Function, Recursion, Maybe };
        switch (_random.Next(9))
        {
            case 0 when Pick(Kind.Rows) is { } rows:
                _lines.Add(One(
                    () => $"{rows}[{Int(1)} & 3][{Index()}] {One("=", "+=", "-=")} {Double(1)};",
                    () => $"{rows}[{Int(1)} & 3] = {Pick(Kind.Doubles)};",
                    () => $"({rows}[0], {rows}[{Int(0)} & 3]) = ({rows}[{Int(0)} & 3], {rows}[1]);"));
                break;
            case 1 when Pick(Kind.Grid) is { } grid:
                _lines.Add($"{grid}[{Int(1)} & 3, {Int(0)} & 1] {One("=", "+=", "-=")} {Double(1)};");
                break;
            case 2 when Pick(Kind.List) is { } list:
                _lines.Add(One(
                    () => $"{list}.Add({Double(1)});",
                    () => $"{list}[{Int(0)} & 1] {One("=", "+=")} {Double(1)};",
                    () => $"{list}.Insert({Int(0)} & 1, {Double(1)});",
                    () => $"if ({list}.Count > 3) {list}.RemoveAt({Int(0)} & 1);"));
                break;
            case 3 when Pick(Kind.Map) is { } map:
                _lines.Add(One(() => $"{map}[{Int(1)} & 3] = {Double(1)};", () => $"{map}[0] {One("+=", "-=")} {Double(1)};", () => $"{map}.Remove(1 + ({Int(0)} & 1));"));
                break;
            case 4 when Pick(Kind.View) is { } view:
                _lines.Add(One(() => $"{view}[{Int(0)} & 1] {One("=", "+=")} {Double(1)};", () => $"_ = Dot({view}, {Pick(Kind.Doubles)});"));
                break;
            case 5 when Pick(Kind.Shape) is { } shape && Chance(2):
                _lines.Add(One(() => $"_ = {shape}.Size({Double(1)});", () => $"if ({Bool(1)}) {shape} = new Box({Double(1)});", () => $"{shape} = new Disc {{ R = {Double(1)}, Inner = new Box({DoubleLeaf()}) }};"));
                break;
            case 5 when Pick(Kind.Object) is { } cell:
                _lines.Add(One(() => $"{cell}.{One("V", "W")} {One("=", "+=")} {Double(1)};", () => $"{cell}.Take({Double(1)});"));
                break;
            case 6:
                _lines.Add(One(() => $"Nudge(ref {Pick(Kind.Double, toWrite: true)}, {Double(1)});", () => $"Nudge(ref {Pick(Kind.Doubles)}[{Index()}], {Double(1)});"));
                break;
            case 7:
            {
                var argument = Double(1);
                var (low, high) = (Fresh(), Pick(Kind.Double, toWrite: true));
                _lines.Add($"if (!Parted({argument}, out var {low}, out {high})) {high} -= 0.5;");
                Declare(low, Kind.Double);
                break;
            }

            default:
                makes[_random.Next(makes.Count)]();
                break;
        }
    }

    /// <summary>A number out of a carrier; null where the one that was drawn is not there.</summary>
    private string? CarrierLeaf() => _random.Next(9) switch
    {
        0 when Pick(Kind.Rows) is { } rows => $"{rows}[{Int(0)} & 3][{Int(0)} & 3]",
        1 when Pick(Kind.Grid) is { } grid => $"{grid}[{Int(0)} & 3, {Int(0)} & 1]",
        2 when Pick(Kind.List) is { } list => One($"{list}[{Int(0)} & 1]", $"{list}[^1]", $"({list}.Count * 0.1)", $"{list}.Sum()"),
        3 when Pick(Kind.Map) is { } map => One($"{map}.GetValueOrDefault({Int(0)} & 3)", $"{map}[0]", $"({map}.ContainsKey({Int(0)} & 3) ? 0.5 : b)", $"{map}.Values.Sum()"),
        4 when !_inLambda && Pick(Kind.View) is { } view => One($"{view}[{Int(0)} & 1]", $"({view}.Length * 0.1)"),
        5 when Pick(Kind.Object) is { } cell => $"{cell}.{One("V", "W")}",
        6 when Pick(Kind.Maybe) is { } maybe => One($"({maybe} ?? 0.4)", $"{maybe}.GetValueOrDefault()", $"({maybe}.HasValue ? {maybe}.Value : a)"),
        _ => null,
    };

    /// <summary>A number that a carrier computes.</summary>
    private string CarrierValue(int depth) => One(
        () => Pick(Kind.Lambda) is { } f ? $"{f}({Double(depth)})" : $"Mix({Double(depth)}, {Double(depth)})",
        () => Pick(Kind.Lambda) is { } f ? $"Through({f}, {Double(depth)})" : $"Through(v => v * a, {Double(depth)})",
        () => $"Mix({Double(depth)}, {Double(depth)})",
        () => Pick(Kind.Object) is { } cell ? $"{cell}.Take({Double(depth)})" : DoubleLeaf(),
        () => Pick(Kind.Call) ?? DoubleLeaf(),
        () => Pick(Kind.Shape) is { } shape ? $"{shape}.Size({Double(depth)})" : DoubleLeaf(),
        () => $"{Pick(Kind.Doubles)}.Select(v => v * {Captured()}).Sum()",
        () => $"{Pick(Kind.Doubles)}.Where(v => v > {Captured()}).Select((v, at) => Math.Sin(v) * at).Sum()",
        () => $"{Pick(Kind.Doubles)}.Zip({Pick(Kind.Doubles)}, (u, v) => u * Math.Tanh(v)).Sum()",
        () => $"{Pick(Kind.Doubles)}.Aggregate((double)({DoubleLeaf()}), (u, v) => u * 0.5 + v)",
        () => $"{Pick(Kind.Doubles)}.{One("Max()", "Min()", "Average()", "OrderBy(v => v).First()")}");

    /// <summary>A number that a lambda may use.</summary>
    private string Captured()
    {
        var outer = _inLambda;
        _inLambda = true;
        var leaf = DoubleLeaf();
        _inLambda = outer;
        return leaf;
    }

    private void Rows()
    {
        var text = $"[{Pick(Kind.Doubles)}, [{Double(1)}, {Double(1)}, {Double(1)}, {Double(1)}], new double[4], (double[]){Pick(Kind.Doubles)}.Clone()]";
        Made("double[][]", text, Kind.Rows);
    }

    private void Grid() => Made("double[,]", $"{{ {{ {Double(1)}, {Double(1)} }}, {{ {Double(1)}, {Double(1)} }}, {{ {DoubleLeaf()}, {DoubleLeaf()} }}, {{ {DoubleLeaf()}, {DoubleLeaf()} }} }}", Kind.Grid);

    private void List() => Made("List<double>", One($"[{Double(1)}, {Double(1)}, {Double(1)}]", $"new() {{ {Double(1)}, {Double(1)} }}", $"{Pick(Kind.Doubles)}.ToList()"), Kind.List);

    private void Map() => Made("Dictionary<int, double>", $"new() {{ [0] = {Double(1)}, [{_random.Next(1, 4).ToString(CultureInfo.InvariantCulture)}] = {Double(1)} }}", Kind.Map);

    private void View() => Made("Span<double>", $"{Pick(Kind.Doubles)}.AsSpan({_random.Next(3).ToString(CultureInfo.InvariantCulture)}, 2)", Kind.View);

    private void Shape() => Made("IShape", $"{Bool(1)} ? new Box({Double(1)}) : new Disc()", Kind.Shape);

    private void Object() => Made("var", One($"new Cell {{ V = {Double(1)} }}", $"new Cell {{ W = {Double(1)}, V = {DoubleLeaf()} }}"), Kind.Object);

    private void Maybe() => Made("double?", $"{Bool(1)} ? {Double(1)} : null", Kind.Maybe);

    private void Lambda()
    {
        Open();
        var argument = Fresh();
        Declare(argument, Kind.Double);
        _inLambda = true;
        var body = Double(2);
        _inLambda = false;
        Close();
        Made("Func<double, double>", $"{argument} => {body}", Kind.Lambda);
    }

    /// <summary>A local function that writes what it captures.</summary>
    private void Function()
    {
        var captured = Pick(Kind.Double, toWrite: true);
        Open();
        var argument = Fresh();
        Declare(argument, Kind.Double);
        _inLambda = true;
        var (first, second) = (Double(1), Double(1));
        _inLambda = false;
        Close();
        var name = Fresh();
        _lines.Add($"double {name}(double {argument}) {{ {captured} = {captured} * 0.5 + {first}; return {second}; }}");
        Declare(name, Kind.Lambda, isFixed: true);
    }

    /// <summary>A local function that calls itself and writes what it captures.</summary>
    private void Recursion()
    {
        var captured = Pick(Kind.Double, toWrite: true);
        Open();
        var (argument, left) = (Fresh(), Fresh());
        Declare(argument, Kind.Double);
        Declare(left, Kind.Int, isFixed: true);
        _inLambda = true;
        var (first, second) = (Double(1), Double(1));
        _inLambda = false;
        Close();
        var name = Fresh();
        _lines.Add($"double {name}(double {argument}, int {left}) {{ if ({left} <= 0) return {argument}; {captured} = {captured} * 0.5 + 0.1 * {first}; return 0.5 * {name}({argument} * 0.7 + 0.1, {left} - 1) + Math.Tanh({second}); }}");
        Declare($"{name}({DoubleLeaf()}, {_random.Next(4).ToString(CultureInfo.InvariantCulture)})", Kind.Call, isFixed: true);
    }

    private void Made(string type, string value, Kind kind)
    {
        var name = Fresh();
        _lines.Add($"{type} {name} = {value};");
        Declare(name, kind, isFixed: true);
    }
}
