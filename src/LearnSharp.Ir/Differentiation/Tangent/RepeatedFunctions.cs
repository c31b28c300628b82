using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Functions that one run of a program may run any number of times: called in a loop, by themselves, or by such a function.</summary>
internal sealed class RepeatedFunctions : Walker
{
    private readonly HashSet<string> _inLoops = [];
    private int _loops;

    private RepeatedFunctions()
    {
    }

    /// <summary>Finds them.</summary>
    public static void Find(IReadOnlyDictionary<string, TangentLocals> functions)
    {
        var calls = functions.ToDictionary(static pair => pair.Key, static pair => CalledFunctions.Ids(pair.Value.Function.Body));
        foreach (var pair in functions)
        {
            var walker = new RepeatedFunctions();
            walker.Visit(pair.Value.Function.Body);
            foreach (var id in walker._inLoops)
                Mark(id);
            if (CalledFunctions.IsRecursive(pair.Key, id => calls[id]))
                Mark(pair.Key);
        }

        void Mark(string id)
        {
            if (functions[id].IsRepeated)
                return;
            functions[id].IsRepeated = true;
            foreach (var callee in calls[id])
                Mark(callee);
        }
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Call call && _loops > 0)
            _inLoops.Add(call.Function);
        _loops += statement is Loop ? 1 : 0;
        base.Visit(statement);
        _loops -= statement is Loop ? 1 : 0;
    }
}
