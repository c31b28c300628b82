using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Writes random learnable methods as text: well typed, ending, over the constructs that are translated. What a statement may name is kept in scopes; names are made of the
/// depth, so that sibling scopes share them and nested ones never hide one another. Nothing grows without bound: infinite partial derivatives times zero adjoints are NaN by
/// IEEE arithmetic, which is right but says nothing. One statement a line, blocks with braces on lines of their own: what fails is shrunk by lines.
/// </summary>
internal sealed partial class MethodWriter
{
    /// <summary>Arrays all have this length: a power of two, so that an index can be masked.</summary>
    private const int Length = 4;

    private const string Helpers = """
        public struct P { public double X; public double Y; public P(double X, double Y) { this.X = X; this.Y = Y; } public static P operator +(P l, P r) => new P(l.X + r.X, l.Y + r.Y); public static P operator *(double k, P p) => new P(k * p.X, k * p.Y); public readonly double Norm() => Math.Sqrt(1 + X * X + Y * Y); }
        static double Bend(double u, double v) { if (u > v) return u * 0.5 + v; u += v; return Math.Tanh(u) * v; }
        static double Put(double[] b, int i, double v) { b[i & 3] = b[i & 3] * 0.5 + v; return b[(i + 1) & 3] + v; }
        static double Deep(double v, int k) => k <= 0 ? v : 0.5 * Deep(v * 0.9 + 0.1, k - 1) + 0.1 * Deep(Math.Sin(v), k - 2);
        static double Dot(ReadOnlySpan<double> u, Span<double> v) { var s = 0.0; for (var i = 0; i < u.Length && i < v.Length; i++) { v[i] = Math.Tanh(v[i] * 0.7 + s); s += u[i] * v[i] * 0.5; } return s; }
        static (double Low, double High) Order(double u, double v) => u < v ? (u, v) : (v, u * 0.9);
        static P Turn(P p, double by) { p.X *= Math.Sin(by); (p.X, p.Y) = (-p.Y, p.X); return p; }
        static double[] Scaled(double[] b, double by) { var r = new double[b.Length]; for (var i = 0; i < b.Length; i++) r[i] = b[i] * Math.Cos(by); return r; }
        static int Count(int[] ks, int above) { var c = 0; foreach (var k in ks) { if (k <= above) continue; c++; } ks[0] += c; return c; }
        """;

    private static readonly Regex Word = new(@"\b[A-Z]\w*");

    // Types, and the first name before a parameter list or an initializer: that of a method or of a field.
    private static readonly Regex Declared = new(@"(class|struct|interface|enum|record|delegate \w+) (?<name>[A-Z]\w*)|^(private )?static .*?\b(?<name>[A-Z]\w*)(<T>)?( = |\()");

    private readonly Random _random;
    private readonly List<string> _lines = [];
    private readonly List<List<Variable>> _scopes = [];
    private readonly List<int> _named = [];
    private readonly bool _floats;
    private readonly bool _carriers;
    private readonly bool _inStep;
    private readonly bool _isArray;
    private readonly bool _isTable;
    private readonly bool _isGrid;
    private int _loops;
    private int _budget;
    private int _effects;

    private MethodWriter(int seed, bool inStep = false, bool isArray = false, bool isNumber = false)
    {
        _random = new Random(seed);
        _inStep = inStep;
        _floats = seed % 4 == 0 && !isArray;
        _carriers = seed % 3 == 2 && !inStep;
        _budget = 3 + _random.Next(9);
        if (!inStep)
            DrawTopics();
        isNumber |= inStep;
        _isArray = isArray || (!isNumber && seed % 7 == 3);
        isNumber |= isArray;
        _isTable = !isNumber && _topics.Contains(TableTopics.Rows) && Chance(2);
        _isGrid = !isNumber && _topics.Contains(TableTopics.Grids) && Chance(2);
    }

    /// <summary>The method of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="isNumber">Whether it returns a number and takes no tables: what has second derivatives.</param>
    public static CorpusMethod Write(int seed, bool isNumber = false) => Write(new MethodWriter(seed, isNumber: isNumber), seed);

    /// <summary>The method of a seed with an array as its result.</summary>
    public static CorpusMethod WriteVector(int seed) => Write(new MethodWriter(seed, isArray: true), seed);

    private static CorpusMethod Write(MethodWriter writer, int seed)
    {
        var lines = writer.Method();
        var members = string.Join("\n", lines);
        var random = new Random(seed + 1);
        return new($"seed {seed.ToString(CultureInfo.InvariantCulture)}", members, [writer.Arguments(random), writer.Arguments(random)]);
    }

    private object?[] Arguments(Random random)
    {
        double Value() => Math.Round((random.NextDouble() * 3) - 1.5, 3);
        double[] Values() => [Value(), Value(), Value(), Value()];
        object?[] first = [Value(), Value(), Values(), new[] { random.Next(-3, 9), random.Next(5), 3, -1 }, random.Next(-4, 9), (long)random.Next(-9, 99), random.Next(2) == 0];
        if (_floats)
            first = [.. first, (float)Value()];
        if (_isTable)
        {
            double[][] table = [Values(), Values(), Values(), Values()];
            first = [.. first, table];
        }

        if (_isGrid)
            first = [.. first, new[,] { { Value(), Value() }, { Value(), Value() }, { Value(), Value() }, { Value(), Value() } }];
        return [.. first, Value(), Value()];
    }

    private List<string> Method()
    {
        Open();
        foreach (var (name, kind) in new[] { ("x", Kind.Double), ("y", Kind.Double), ("xs", Kind.Doubles), ("ks", Kind.Ints), ("n", Kind.Int), ("m", Kind.Long), ("flag", Kind.Bool), ("a", Kind.Double), ("b", Kind.Double) })
            Declare(name, kind);
        if (_floats)
            Declare("f", Kind.Float);
        if (_isTable)
            Declare("rows", Kind.Table);
        if (_isGrid)
            Declare("grid", Kind.Board);
        var more = $"{(_floats ? "float f, " : "")}{(_isTable ? "double[][] rows, " : "")}{(_isGrid ? "double[,] grid, " : "")}";
        var limit = Chance(5) ? $"(MemoryLimit = {One("1", "100", "400", "1500")})" : "";
        _lines.Add($"[Learnable{limit}] public static double{(_isArray ? "[]" : "")} M(double x, double y, double[] xs, int[] ks, int n, long m, bool flag, {more}[Weight] double a = 0.7, [Weight] double b = 0.3)");
        _lines.Add("{");
        if (_isTable)
            Emit("double[][] $1 = [rows[0], rows[1], $A, rows[3]];\n@decl 1:Rows");
        foreach (var topic in _topics.Where(topic => topic.Statements[0].Contains("@decl", StringComparison.Ordinal)))
            Emit(topic.Statements[0]);
        if (Chance(8))
        {
            _lines.Add("var inner = Learn.Weight(0.4);");
            Declare("inner", Kind.Double);
        }

        while (_budget > 0)
            Statement();
        _effects = 0;
        _lines.Add(_isArray ? $"return {Result()};" : $"return {Double(1)} + {Double(1)};");
        _lines.Add("}");
        return [.. Named([Helpers, _carriers ? CarrierHelpers : "", .. _topics.Select(static topic => topic.Members)]), .. _lines];
    }

    /// <summary>The members that the method or another one of them names.</summary>
    private List<string> Named(IEnumerable<string> members)
    {
        var left = members.SelectMany(static text => text.Split('\n')).Where(static line => line.Length > 0).Select(static line => (Line: line, Names: Declared.Matches(line).Select(static m => m.Groups["name"].Value).ToHashSet())).ToList();
        var named = new List<string>();
        var texts = new Queue<string>(_lines);
        while (texts.TryDequeue(out var text))
        {
            var words = Word.Matches(text).Select(static m => m.Value).ToHashSet();
            foreach (var (line, _) in left.Where(member => member.Names.Overlaps(words)).ToList())
            {
                named.Add(line);
                texts.Enqueue(line);
                left.RemoveAll(member => member.Line == line);
            }
        }

        return named;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string One(params string[] options) => options[_random.Next(options.Length)];

    private string One(params Func<string>[] options) => options[_random.Next(options.Length)]();

    private void Open()
    {
        _scopes.Add([]);
        if (_named.Count < _scopes.Count)
            _named.Add(0);
        _named[_scopes.Count - 1] = 0;
    }

    private void Close() => _scopes.RemoveAt(_scopes.Count - 1);

    /// <summary>A name that is free here and in every scope inside.</summary>
    private string Fresh() => $"{(char)('p' + (_scopes.Count % 4))}{_scopes.Count}{_named[_scopes.Count - 1]++}";

    private void Declare(string name, Kind kind, bool isFixed = false) => _scopes[^1].Add(new(name, kind, isFixed));

    private string? Pick(Kind kind, bool toWrite = false)
    {
        if (_inLambda && kind is Kind.View or Kind.Ref)
            return null;
        var fitting = _scopes.SelectMany(static scope => scope).Where(v => v.Kind == kind && !(toWrite && v.IsFixed)).ToList();
        return fitting.Count == 0 ? null : fitting[_random.Next(fitting.Count)].Name;
    }

    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    private enum Kind
    {
        Double,
        Float,
        Int,
        Long,
        Bool,
        Doubles,
        Ints,
        Pair,
        Rows,
        Grid,
        List,
        Map,
        View,
        Object,
        Shape,
        Lambda,
        Call,
        Maybe,
        Level,
        Ref,
        Label,
        Vec,
        Pts,
        Q,
        Frame,
        Rec,
        Tank,
        Node,
        Rule,
        Plus,
        Act,
        Fun,
        Seq,
        Pairs,
        Dict,
        Sorted,
        Stack,
        Fifo,
        Heap,
        Item,
        Money,
        Opt,
        Floats,
        Text,
        Tone,
        Triple,
        TupleArr,
        Table,
        Board,
    }

    private sealed record Variable(string Name, Kind Kind, bool IsFixed);
}
