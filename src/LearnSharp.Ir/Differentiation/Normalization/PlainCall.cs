using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>A call out of a flat function of a function as it was, with its own struct-typed parameters and results.</summary>
internal static class PlainCall
{
    /// <summary>Writes the call, and the statements that take struct results apart.</summary>
    /// <param name="call">The call with flat arguments and targets.</param>
    /// <param name="callee">The function as it was.</param>
    /// <param name="ids">Free ids of the caller.</param>
    /// <param name="written">Receives the statements.</param>
    public static void Write(Call call, Function callee, FreshIds ids, List<Statement> written)
    {
        var position = 0;
        var arguments = callee.Parameters.Select(parameter => StructShape.Assemble(parameter.Local.Type, call.Arguments, ref position));
        var targets = new List<Place?>();
        var after = new List<Statement>();
        var leaf = 0;
        foreach (var result in callee.Results)
        {
            var leaves = call.Targets.Skip(leaf).Take(StructShape.Count(result)).ToList();
            leaf += leaves.Count;
            if (result is not StructType || leaves.All(static place => place is null))
            {
                targets.Add(leaves[0]);
                continue;
            }

            var whole = ids.Local(result, "result");
            written.Add(new Declare(whole, null));
            targets.Add(new LocalPlace(whole));
            var reads = StructShape.Reads(new LocalRead(whole));
            for (var k = 0; k < leaves.Count; k++)
            {
                if (leaves[k] is { } place)
                    after.Add(new Assign(place, reads[k]));
            }
        }

        written.Add(call with { Arguments = arguments, Targets = targets.ToEquatableArray() });
        written.AddRange(after);
    }
}
