using System;
using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The functions that a function calls.</summary>
public sealed class CalledFunctions : Walker
{
    private readonly List<string> _ids = [];

    private CalledFunctions()
    {
    }

    /// <summary>The ids of the functions called in a function, in order of their first call.</summary>
    public static IReadOnlyList<string> Ids(Function function) => Ids(function.Body);

    /// <summary>The ids of the functions called in a block, in order of their first call.</summary>
    public static IReadOnlyList<string> Ids(Block block)
    {
        var walker = new CalledFunctions();
        walker.Visit(block);
        return walker._ids;
    }

    /// <summary>All functions reached from a root, in order of their first call.</summary>
    public static EquatableArray<Function> From(Function root, IReadOnlyDictionary<string, Function> functions)
    {
        var found = new List<Function>();
        var seen = new HashSet<string>();
        var open = new Queue<Function>();
        open.Enqueue(root);
        while (open.Count > 0)
        {
            foreach (var id in Ids(open.Dequeue()))
            {
                if (!seen.Add(id))
                    continue;
                found.Add(functions[id]);
                open.Enqueue(functions[id]);
            }
        }

        return found.ToEquatableArray();
    }

    /// <summary>Whether a function calls itself, directly or through others.</summary>
    /// <param name="id">The function's id.</param>
    /// <param name="calls">The ids of the functions that each function calls.</param>
    internal static bool IsRecursive(string id, Func<string, IReadOnlyList<string>> calls)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(calls(id));
        while (open.Count > 0)
        {
            var called = open.Pop();
            if (called == id)
                return true;
            if (!seen.Add(called))
                continue;
            foreach (var next in calls(called))
                open.Push(next);
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Call call && !_ids.Contains(call.Function))
            _ids.Add(call.Function);
        base.Visit(statement);
    }
}
