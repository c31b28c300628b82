using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.DiagnosticCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>What is refused of lists, dictionaries, sets and queues that a method makes.</summary>
internal static class CollectionDiagnosticCases
{
    private const string Escape = "that is stored, returned or handed to code without source";
    private const string Keep = "keep it in a local variable, and pass it to methods with source";

    public static IReadOnlyList<DiagnosticCase> All { get; } =
    [
        Body("LS0002", No($"A list {Escape}", Keep), "var l = new List<double> { x }; return string.Join(\",\", [|l|]).Length;"),
        In("LS0002", No("'Add' of a list that the caller owns", "copy it: new List<…>(list)"), "[Learnable] public static double M(List<double> l, double x) { [|l.Add(x)|]; return l.Sum(); }"),
        In("LS0002", No("Writing to a list that the caller owns", "copy it: new List<…>(list)"), "[Learnable] public static double M(IList<double> l, double x) { [|l[0] = x|]; return l[0]; }"),
        Body("LS0002", No("'Add' of an array seen as a list", "make a list of it"), "IList<double> l = a; [|l.Add(x)|]; return l.Count;"),
        Body("LS0002", No("'EnsureCapacity'", "leave it out: a list of the generated code grows by itself"), "var l = new List<double> { x }; [|l.EnsureCapacity(9)|]; return l.Sum();"),
        Body("LS0002", No("'FindIndex' of a part", "write the loop out, or search a copy of the part"), "var l = new List<double> { x }; return [|l.FindIndex(1, v => v > 2)|];"),
        Body("LS0002", No("The rest of a list", "use GetRange, or Skip and Take, where the pattern holds"), "var l = new List<double> { x }; return l is [_, .. [|var rest|]] ? rest.Count : x;"),
        Body("LS0002", No("The pattern '[_] whole', which names the whole list,", "name the list itself where the pattern holds"), "var l = new List<double> { x }; return l is [|[_] whole|] ? whole[0] : x;"),
        Body("LS0002", No("The pattern '{ Count: 2 }' beside list patterns", "write list patterns alone, or compare the list's Count and elements"), "var l = new List<double> { x }; return l switch { [var v] => v, [|{ Count: 2 }|] => 2, _ => x };"),
        Body("LS0002", No("Changing 'names[0]' by a reference or an operator", "assign the new value: c[i] = c[i] + …"), "var names = new List<string> { \"a\" }; [|names[0]|] += \"b\"; return names[0].Length * x;"),
        Body("LS0002", No("Sorting an array together with itself", "sort it alone"), "Array.Sort(a, [|a|]); return a[0] * x;"),
        In("LS0002", No("A comparer", "pass a comparison: (a, b) => a.CompareTo(b)"),
            "public sealed class Down : IComparer<double> { public int Compare(double a, double b) => b.CompareTo(a); }\n[Learnable] public static double M(double x) { var l = new List<double> { x }; l.Sort([|new Down()|]); return l[0]; }"),
        Body("LS0002", No("'CopyTo' of a stack", "write it with what adds, takes away and looks at one element"), "var l = new Stack<double>(); l.Push(x); [|l.CopyTo(a, 0)|]; return a[0];"),
        Body("LS0002", No($"A dictionary {Escape}", Keep), "var d = new Dictionary<int, double> { [1] = x }; return string.Join(\",\", [|d|]).Length;"),
        Body("LS0002", No("Taking entries out of a dictionary while going through it", "go through a copy: its ToList() or ToArray()"),
            "var d = new Dictionary<int, double> { [1] = x }; foreach (var k in d.Keys) [|d.Remove(k)|]; return d.Count;"),
        Body("LS0002", No("Taking entries out of a set while going through it", "go through a copy: its ToList() or ToArray()"),
            "var s = new HashSet<int> { 1 }; foreach (var k in s) { if (x > 0) [|s.Clear()|]; } return s.Count;"),
        Body("LS0002", No("A hash set that is copied", "copy its elements: new HashSet<…>(set.ToList())"), "var s = new HashSet<double>(a); var t = new HashSet<double>([|s|]); return x;"),
        Body("LS0002", No("'SymmetricExceptWith' of a set", "write it with Add, Contains, Remove, Count and loops"), "var s = new HashSet<int>(); [|s.SymmetricExceptWith(new[] { 1 })|]; return x;"),
        Body("LS0002", No("'EnsureCapacity' of a dictionary", "write it with the indexer, Add, TryGetValue, Remove, Count and loops"), "var d = new Dictionary<int, double>(); [|d.EnsureCapacity(9)|]; return x;"),
        Body("LS0002", No("'Comparer' of a dictionary", "use Count, Keys, Values and the entries themselves"), "var d = new Dictionary<int, double>(); var c = [|d.Comparer|]; return x;"),
        Body("LS0002", No("A priority queue that is made of a sequence", "make an empty one and enqueue one by one"), "var q = new PriorityQueue<double, int>([|new[] { (x, 1) }|]); return q.Count;"),
        Body("LS0002", No("'EnqueueRange' of a priority queue", "write it with Enqueue, Dequeue, TryDequeue, Peek and Count"), "var q = new PriorityQueue<double, int>(); [|q.EnqueueRange(a, 1)|]; return q.Count;"),
        Body("LS0002", No("A group that is kept, ordered or returned", "take what you need of it in Select, and go on with that"), "[|var g = a.GroupBy(v => v > 0).First();|] return g.Sum();"),
        Body("LS0002", No("A group that is kept, ordered or returned", "take what you need of it in Select, and go on with that"), "[|return a.GroupBy(v => v > x).OrderBy(g => g.Sum()).Sum(g => g.Sum());|]"),
    ];

    private static string No(string construct, string wayOut) => $"{construct} is not supported in a learnable method; {wayOut}";
}
