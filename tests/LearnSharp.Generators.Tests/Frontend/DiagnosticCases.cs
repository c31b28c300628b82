using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.DiagnosticCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>What each rule flags, and what it says.</summary>
internal static class DiagnosticCases
{
    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        .. Shapes(), .. Constructs(), .. Types(), .. Calls(), .. Weights(), .. Choices(), .. Lost(),
    ];

    private static string No(string construct, string wayOut) => $"{construct} is not supported in a learnable method; {wayOut}";

    private static IEnumerable<DiagnosticCase> Shapes() =>
    [
        new("LS0001", "'M' is learnable, but the type 'Code' that contains it is not partial; add the modifier 'partial' to 'Code'",
            "using LearnSharp; static class [|Code|] { [Learnable] public static double M(double x) => x; }"),
        new("LS0001", "'M' is learnable, but the type 'Outer' that contains it is not partial; add the modifier 'partial' to 'Outer'",
            "using LearnSharp; static class [|Outer|] { static partial class Code { [Learnable] public static double M(double x) => x; } }"),
        new("LS0007", "'M' cannot be learnable: it is an instance method of a type without weights; mark fields of its type [Weight] or [Choice], or make it static and pass what it needs",
            "using LearnSharp; partial class Code { [Learnable] public double [|M|](double x) => x; }"),
        In("LS0007", "'M' cannot be learnable: it is generic; write it for a concrete type", "[Learnable] public static double [|M|]<T>(double x) => x;"),
        new("LS0007", "'M' cannot be learnable: its type 'Code' is generic; move it into a type that is not",
            "using LearnSharp; static partial class Code<T> { [Learnable] public static double [|M|](double x) => x; }"),
        In("LS0007", "'M' cannot be learnable: it returns nothing that could be good or bad; return a value", "[Learnable] public static void [|M|](double x) { }"),
        In("LS0007", "'M' cannot be learnable: it returns a span, which a program cannot keep; return an array",
            "[Learnable] public static System.ReadOnlySpan<double> [|M|](double[] x) => x;"),
        In("LS0007", "'M' cannot be learnable: it is async; compute what it awaits before, and pass it in",
            "[Learnable] public static async System.Threading.Tasks.Task<double> [|M|](double x) { await System.Threading.Tasks.Task.Yield(); return x; }"),
        new("LS0007", "'M' cannot be learnable: without gradients only static methods are; make it static and pass what it needs",
            "using LearnSharp; partial class Code { [Weight] double _w = 2; [Learnable(Gradients = false)] public double [|M|](double x) => x * _w; }"),
        new("LS0007", "'Pid' cannot be learnable: no field or property of it is a weight or choice; mark one [Weight] or [Choice], and [Learnable] the methods to train",
            "using LearnSharp; [Learnable] partial class [|Pid|] { }"),
        In("LS0008", "'M' is the name of another learnable method of 'Code'; give one of them [Learnable(Name = \"…\")]",
            "[Learnable] public static double [|M|](double x) => x; [Learnable] public static double [|M|](double x, int n) => x;"),
        In("LS0009", "'Price' names no learnable method of 'Code'; use nameof of a method of this type that is marked [Learnable]",
            "public static double Price(double x) => x; [Learned(nameof(Price))] public static partial double [|Quote|](double x); public static partial double Quote(double x) => x;"),
        In("LS0010", "'Quote' cannot be the learned face of 'Price': it takes and returns what the method does, without weights and choices; declare 'double Quote(double x)'",
            "[Learnable] public static double Price(double x, [Weight] double w = 1) => x * w;\n[Learned(nameof(Price))] public static partial double [|Quote|](double x, double w); public static partial double Quote(double x, double w) => x;"),
        In("LS0010", "'Quote' cannot be the learned face of 'Price': declare it 'static partial', without a body: the body is generated",
            "[Learnable] public static double Price(double x) => x;\n[Learned(nameof(Price))] public static double [|Quote|](double x) => x;"),
    ];

    private static IEnumerable<DiagnosticCase> Constructs() =>
    [
        Body("LS0002", No("'try'", "catch exceptions in the caller; test for the bad case before it throws"), "[|try { x = a[0]; } catch { }|] return x;"),
        Body("LS0002", No("'using'", "open and close what you need outside, and pass the values in"), "[|using (var s = new System.IO.MemoryStream()) { }|] return x;"),
        Body("LS0002", No("'lock'", "a learnable method shares no state; take the lock in the caller"), "[|lock (a) { }|] return x;"),
        Body("LS0002", No("'goto'", "use a loop, or move the part into a method and return early"), "switch (a.Length) { case 0: [|goto case 1;|] case 1: return 1; } return x;"),
        Body("LS0002", No("A function that is stored, returned or handed to code without source", "keep it in a local variable, and pass it to methods with source"), "var fs = new Func<double, double>[] { [|v => v * 2|] }; return x;"),
        In("LS0002", No("A call through a delegate", "call the method by its name"), "[Learnable] public static double M(double x, Func<double, double> f) => [|f(x)|];"),
        Body("LS0002", No("Giving 'f' a function on one path only", "declare a variable for each, and decide where it is used"), "Func<double, double> f = v => v; if (x > 0) [|f = v => v * 2|]; return f(x);"),
        Body("LS0002", No("'F', which calls itself and shares variables with its caller,", "return what it changes, several values as a tuple, and pass what it uses"), "double F(int n) => n > 0 ? x + [|F(n - 1)|] : 0; return F(2);"),
        Body("LS0002", No("'?.'", "test for null with 'if'"), "string? s = null; var n = [|s?.Length|]; return x;"),
        Body("LS0002", No("'foreach' over 'string'", "loop over an array or a span"), "foreach (var c in [|\"ab\"|]) x++; return x;"),
        Body("LS0002", No("The pattern '{ Length: 2 }'", "compare values with constants, relations, 'and', 'or', 'not' and 'when'"), "return \"ab\" is [|{ Length: 2 }|] ? x : 1;"),
        Body("LS0002", No("A comparison of tuples", "compare the elements one by one"), "return [|(x, 1) == (1, 2)|] ? x : 1;"),
        Body("LS0002", No("'..' in a collection expression", "make the array first and fill it with a loop"), "double[] b = [1, [|.. a|]]; return x;"),
        Body("LS0002", No("A range", "pass the start and the length, or copy the part into an array with a loop"), "Span<double> s = a; var t = s[[|1..2|]]; return x;"),
        In("LS0005", "The parameter 'y' passes by reference (ref, out), which is not supported in a learnable method; return the value instead, several as a tuple",
            "[Learnable] public static void M(double x, out double [|y|]) { y = x; }"),
        Body("LS0005", "The argument 'out var v' passes by reference (ref, out), which is not supported in a learnable method; return the value instead, several as a tuple",
            "return double.TryParse(\"1\", [|out var v|]) ? x : 2;"),
        In("LS0006", "'Rate' is state outside the method; make it 'const' or 'static readonly', or pass it in as an argument",
            "static double Rate = 2; [Learnable] public static double M(double x) => x * [|Rate|];"),
        In("LS0006", "'Total' is state outside the method; keep the value in a local and return it",
            "static double Total; [Learnable] public static double M(double x) { [|Total|] = x; return x; }"),
        In("LS0006", "A static array is state outside the method; copy it into an array of the method before writing to it",
            "static readonly double[] Table = { 1, 2 }; [Learnable] public static double M(double x) { var t = Table; [|t[0] = x|]; return x; }"),
    ];

    private static IEnumerable<DiagnosticCase> Types() =>
    [
        In("LS0006", "A static array that 'First' could write to is state outside the method; declare its parameter 'a' as 'ReadOnlySpan<double>'",
            "static readonly double[] Table = { 1, 2 }; static double First(double[] a) => a[0]; [Learnable] public static double M(double x) => x * First([|Table|]);"),
        In("LS0006", "A static array is state outside the method; copy it into an array of the method before putting it into a tuple",
            "static readonly double[] Table = { 1, 2 }; [Learnable] public static double M(double x) { var t = ([|Table|], 1); t.Item1[0] = x; return x; }"),
        In("LS0006", "A static array is state outside the method; copy it into an array of the method before writing to it",
            "static readonly double[] Table = { 1, 2 }; [Learnable] public static double M(double x, double[] a) { var t = x switch { < 0 => a, < 1 => Table, _ => a }; [|t[0] = x|]; return x; }"),
        In("LS0006", "A static array is state outside the method; copy it into an array of the method before returning it",
            "static readonly double[] Table = { 1, 2 }; [Learnable] public static double[] M(double x) => [|Table|];"),
        In("LS0003", "The type 'List<double>' is not supported in a learnable method: lists and other sequences of numbers are not differentiated yet; use an array or a span",
            "[Learnable] public static double M(List<double> [|values|]) => 1;"),
        In("LS0003", "The type 'double[,]' is not supported in a learnable method: only arrays of one dimension are translated; use one array and compute the index",
            "[Learnable] public static double M(double[,] [|values|]) => 1;"),
        In("LS0003", "The type 'ReadOnlySpan<double[]>' is not supported in a learnable method: spans of arrays are not translated; use an array of arrays",
            "[Learnable] public static double M(ReadOnlySpan<double[]> [|values|]) => 1;"),
        In("LS0003", "The type '(double[], int)[]' is not supported in a learnable method: arrays inside the structs or tuples of an array are not translated; use an array of arrays",
            "[Learnable] public static double M((double[], int)[] [|values|]) => 1;"),
        In("LS0007", "'M' cannot be learnable: its parameter 'values' is an array of arrays of arrays; pass arrays of arrays",
            "[Learnable] public static double [|M|](double[][][] values) => 1;"),
        In("LS0007", "'M' cannot be learnable: it returns an array of arrays; return one array",
            "[Learnable] public static double[][] [|M|](double x) => new double[1][];"),
        In("LS0006", "A static array is state outside the method; copy it into an array of the method before putting it into another one",
            "static readonly double[] Table = { 1, 2 }; [Learnable] public static double M(double x) { var t = new double[1][]; [|t[0] = Table|]; t[0][0] = x; return x; }"),
        In("LS0006", "A static array is state outside the method; copy it into an array of the method before writing to it",
            "static readonly double[][] Table = { new[] { 1.0 } }; [Learnable] public static double M(double x) { [|Table[0][0] = x|]; return x; }"),
        In("LS0003", "The type 'Complex' is not supported in a learnable method: it is a struct of another assembly that holds floating-point numbers; use a struct or tuple of your own",
            "[Learnable] public static double M(System.Numerics.Complex [|z|]) => 1;"),
        In("LS0003", "The type 'S' is not supported in a learnable method: its member '_v' is private; make it readable (internal or public)",
            "public readonly struct S { private readonly double _v; public S(double v) => _v = v; public double V => _v; }\n[Learnable] public static double M(S [|s|]) => 1;"),
        In("LS0003", "The type 'S' is not supported in a learnable method: no constructor stores its parameters one to one in its fields; make it a positional record struct, or make all its members settable",
            "public readonly struct S { public readonly double V; public S(double v) => V = v * 2; }\n[Learnable] public static double M(S [|s|]) => 1;"),
    ];

    private static IEnumerable<DiagnosticCase> Calls() =>
    [
        Body("LS0004", "'double.Lerp' takes a value that carries a derivative, but has neither source in this compilation nor a derivative rule; call a method with source, or compute the value before and pass it in",
            "return [|double.Lerp(x, 1, 0.5)|];"),
        Body("LS0004", "'The conversion to decimal' takes a value that carries a derivative, but has neither source in this compilation nor a derivative rule; keep the value in double or float, or compute it outside the method",
            "var d = [|(decimal)x|]; return 1;"),
        Body("LS0004", "'Console.WriteLine' takes a value that carries a derivative, but has neither source in this compilation nor a derivative rule; call a method with source, or compute the value before and pass it in",
            "[|Console.WriteLine(x)|]; return x;"),
        Body("LS0002", No("Handing an array to 'Array.Sort', which has no source in this compilation,", "write the loop out, or do it before and pass the result in"), "Array.Sort([|a|]); return x;"),
        In("LS0004", "'Box.Scale' takes a value that carries a derivative, but has neither source in this compilation nor a derivative rule; call a method with source, or compute the value before and pass it in",
            "public class Box { public double Scale(double x) => x * 2; }\n[Learnable] public static double M(double x, Box b) => [|b.Scale(x)|];"),
        In("LS0016", "'M' has a weight or choice of its own, 'w'; hand it on: pass 'w' explicitly where the method calls itself",
            "[Learnable] public static double M(double x, [Weight] double w = 2) => x > 9 ? x * w : [|M(x + 1)|];"),
        In("LS0016", "'F' has a weight or choice of its own, 'high'; it stays above 'low', which every call passes; pass both, or neither",
            "static double F(double x, [Weight] double low = 1, [Weight(Above = nameof(low))] double high = 2) => x * low + high; [Learnable] public static double M(double x) => [|F(x, 0.5)|];"),
        In("LS0018", "'F' uses private members of 'N.Code.Inner', which code generated into 'Code' cannot reach; make them internal, or move the learnable method into 'N.Code.Inner'",
            "static class Inner { private static readonly double Rate = 2; public static double F(double x) => x * Rate; } [Learnable] public static double M(double x) => [|Inner.F(x)|];"),
        In("LS0019", "'M' cannot be differentiated: A struct with an array in it is returned; return the array itself",
            "[Learnable] public static (double[] Values, double Sum) [|M|](double[] xs, [Weight] double w = 2) => (xs, w);"),
        In("LS0002", No("'try'", "catch exceptions in the caller; test for the bad case before it throws"),
            "static double F(double x) { [|try { return x; } finally { }|] } [Learnable] public static double M(double x) => F(x); [Learnable] public static double K(double x) => F(x);"),
    ];

    private static IEnumerable<DiagnosticCase> Weights() =>
    [
        In("LS0011", "'w' cannot be a weight: it has no default value; the default is where learning starts", "[Learnable] public static double M(double x, [Weight] double [|w|]) => x * w;"),
        In("LS0011", "'n' cannot be a weight: its type is 'int', and weights are double or float; mark it [Choice] where it is discrete",
            "[Learnable] public static double M(double x, [Weight] int [|n|] = 2) => x * n;"),
        In("LS0011", "'w' cannot be a weight: it is marked as both; keep one of [Weight] and [Choice]", "[Learnable] public static double M(double x, [Weight, Choice] double [|w|] = 2) => x * w;"),
        In("LS0011", "'Rate' cannot be a weight: it is static, and a set belongs to an object; make it an instance member, or an optional parameter of a learnable method",
            "[Weight] static readonly double [|Rate|] = 2;"),
        In("LS0011", "'Taps' cannot be a weight: it has no initializer that is a constant; the initializer is where learning starts",
            "static double F() => 1; public partial class Pid { [Weight] public double[] [|Taps|] = [1, F()]; }"),
        In("LS0011", "'Taps' cannot be a weight: of arrays, only those of double or float with one dimension are learned; declare such an array, or one member for each element",
            "public partial class Pid { [Weight] public int[] [|Taps|] = [1]; }"),
        In("LS0011", "'Orders' cannot be a choice: arrays are learned as weights only; declare one member for each choice",
            "public partial class Pid { [Choice(1, 2)] public int[] [|Orders|] = [1]; }"),
        In("LS0011", "'_w' cannot be a weight: it is readonly, so that no object can receive what was learned; drop 'readonly'",
            "public partial class Pid { [Weight] readonly double [|_w|] = 2; }"),
        In("LS0011", "'W' cannot be a weight: it has no setter, so that no object can receive what was learned; add 'set' or 'init'",
            "public partial class Pid { [Weight] public double [|W|] { get; } = 2; }"),
        In("LS0011", "'_w' cannot be a weight: it has no initializer that is a constant; the initializer is where learning starts",
            "public partial class Pid { [Weight] double [|_w|]; [Learnable] public double M(double x) => x * _w; }"),
        In("LS0011", "'W' cannot be a weight: it has code of its own; make it an automatic property or a field", "public partial class Pid { [Weight] public double [|W|] => 2; }"),
        In("LS0012", "The weight '_w' contradicts itself: its starting value 2 is below Min 3; start inside the bounds, or widen them",
            "public partial class Pid { [Weight(Min = 3)] double [|_w|] = 2; [Learnable] public double M(double x) => x * _w; }"),
        In("LS0006", "'_w', which is learned and not computed, is state outside the method; keep the value in a local or in a member that is not marked",
            "public partial class Pid { [Weight] double _w = 2; [Learnable] public double M(double x) { [|_w|] = x; return x; } }"),
        In("LS0006", "An array of weights is state outside the method; copy it into an array of the method before writing to it",
            "public partial class Pid { [Weight] double[] _w = [2]; [Learnable] public double M(double x) { [|_w[0] = x|]; return x; } }"),
        In("LS0002", No("'F', which changes what the object remembers,", "make it a method"),
            "public partial class Pid { [Weight] double _w = 2; double _sum; double F => _sum += 1; [Learnable] public double M(double x) => _w * x * [|F|]; }"),
        In("LS0002", No("Giving '_past' another array", "copy the elements into the one that is there"),
            "public partial class Pid { [Weight] double _w = 2; double[] _past = [1]; [Learnable] public double M(double x) { [|_past|] = [x]; return _w * x; } }"),
        In("LS0002", No("Calling 'F' on another object, whose type has a weight set,", "mark that method [Learnable] and train it, or make it static with optional parameters"),
            "public class Pid { [Weight] double _w = 2; public double F(double x) => x * _w; } [Learnable] public static double M(double x) => [|new Pid().F(x)|];"),
        In("LS0002", No("'F', which a derived type may replace,", "make it non-virtual"),
            "public partial class Pid { [Weight] double _w = 2; public virtual double F(double x) => x * _w; [Learnable] public double M(double x) => [|F(x)|]; }"),
        In("LS0012", "The weight 'w' contradicts itself: Min 3 is above Max 1; swap them", "[Learnable] public static double M(double x, [Weight(Min = 3, Max = 1)] double [|w|] = 2) => x * w;"),
        In("LS0012", "The weight 'w' contradicts itself: its starting value 2 is below Min 2.5; start inside the bounds, or widen them",
            "[Learnable] public static double M(double x, [Weight(Min = 2.5)] double [|w|] = 2) => x * w;"),
        In("LS0012", "The weight 'w' contradicts itself: its starting value 2 is above Max 1.5; start inside the bounds, or widen them",
            "[Learnable] public static double M(double x, [Weight(Max = 1.5)] double [|w|] = 2) => x * w;"),
        In("LS0012", "The weight 'w' contradicts itself: Log needs positive values, and it starts at 0; start above zero, or leave Log out",
            "[Learnable] public static double M(double x, [Weight(Log = true)] double [|w|] = 0) => x * w;"),
        In("LS0012", "The weight 'w' contradicts itself: Log needs positive values, and Min is -1; give Min zero or more, or leave Log out",
            "[Learnable] public static double M(double x) { var [|w|] = Learn.Weight(1.0, min: -1, log: true); return x * w; }"),
        In("LS0012", "The weight 'w' contradicts itself: its starting value is NaN; start at a finite number", "[Learnable] public static double M(double x, [Weight] double [|w|] = double.NaN) => x * w;"),
        In("LS0013", "The weight 'w' cannot stay above 'x': there is no such weight; use nameof of another weight of the same method or type",
            "[Learnable] public static double M(double x, [Weight(Above = nameof(x))] double [|w|] = 2) => x * w;"),
        In("LS0013", "The weight 'high' cannot stay above 'low': its starting value 1 is below 2, that of 'low'; start it there or higher",
            "[Learnable] public static double M(double x, [Weight] double low = 2, [Weight(Above = nameof(low))] double [|high|] = 1) => x * low * high;"),
        In("LS0013", "The weight 'high' cannot stay above 'high': the weights stay above each other in a circle; leave one of them free",
            "[Learnable] public static double M(double x) { var [|high|] = Learn.Weight(2.0, above: \"high\"); return x * high; }"),
        Body("LS0015", "'Learn.Weight' stands where no local is declared; write 'var name = Learn.Weight(…);' with constants", "return x * [|Learn.Weight(2.0)|];"),
        Body("LS0015", "'Learn.Weight' takes an argument that is not a constant; write 'var name = Learn.Weight(…);' with constants", "var w = Learn.Weight([|x|]); return x * w;"),
        Body("LS0015", "'Learn.Weights' takes an argument that does not list its elements; write 'var name = Learn.Weights(…);' with constants", "var w = Learn.Weights([|a|]); return x * w[0];"),
    ];

    private static IEnumerable<DiagnosticCase> Choices() =>
    [
        In("LS0014", "The choice 'n' has wrong options: a choice of type 'int' needs its options: [Choice(1, 2, 4)] or [Choice(Min = 1, Max = 8)]",
            "[Learnable] public static double M(double x, [Choice] int [|n|] = 2) => x * n;"),
        In("LS0014", "The choice 'n' has wrong options: it starts at '3', which is not one of its options; start with one of them, or add it",
            "[Learnable] public static double M(double x, [Choice(1, 2)] int [|n|] = 3) => x * n;"),
        In("LS0014", "The choice 'n' has wrong options: an option is listed twice; list each once", "[Learnable] public static double M(double x, [Choice(1, 2, 1)] int [|n|] = 1) => x * n;"),
        In("LS0014", "The choice 'n' has wrong options: the option 'a' is not of type 'int'", "[Learnable] public static double M(double x, [Choice(1, \"a\")] int [|n|] = 1) => x * n;"),
        In("LS0014", "The choice 'n' has wrong options: Min 4 is above Max 2; swap them", "[Learnable] public static double M(double x, [Choice(Min = 4, Max = 2)] int [|n|] = 3) => x * n;"),
        In("LS0014", "The choice 'n' has wrong options: a range needs both Min and Max", "[Learnable] public static double M(double x, [Choice(Min = 1)] int [|n|] = 3) => x * n;"),
        In("LS0014", "The choice 's' has wrong options: its type is 'string'; choose among bools, enums, ints, longs, floats or doubles",
            "[Learnable] public static double M(double x, [Choice(\"a\", \"b\")] string [|s|] = \"a\") => x;"),
        In("LS0014", "The choice 'n' has wrong options: it starts at '9', which is not one of its options; start with one of them, or add it",
            "[Learnable] public static double M(double x) { var [|n|] = Learn.ChoiceInRange(9, 1, 8); return x * n; }"),
    ];

    private static IEnumerable<DiagnosticCase> Lost() =>
    [
        Body("LS0017", "The derivative of '(int)x' is lost here: it is converted to 'int'", "return a[[|(int)x|]];"),
        Body("LS0017", "The derivative of 'Math.Round(x)' is lost here: the result of 'Round' is constant between its steps", "return [|Math.Round(x)|];"),
        Body("LS0017", "The derivative of '\"x\" + x' is lost here: it becomes text", "var s = [|\"x\" + x|]; return s.Length;"),
        Body("LS0017", "The derivative of 'x' is lost here: it becomes text", "var s = $\"{[|x|]}\"; return s.Length;"),
        Body("LS0017", "The derivative of 'x.ToString()' is lost here: the result of 'double.ToString' is 'string'", "return [|x.ToString()|].Length;"),
    ];
}
