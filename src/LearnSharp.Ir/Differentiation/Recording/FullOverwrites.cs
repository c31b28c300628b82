using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Finds the arrays of which a loop stores every element: <c>for (i = 0; i &lt; a.Length; i++) a[i] = …</c>.</summary>
internal static class FullOverwrites
{
    /// <summary>The classes of the arrays; each has one array in it.</summary>
    public static IEnumerable<Local> Of(LoopNode loop, FunctionPlan plan)
    {
        if (loop.Counter is not { Up: true, Test: BinaryOperator.Less, Start: Constant { AsLong: 0 } } counter)
            return [];
        var found = new List<Local>();
        Collect(loop.Body.Body, counter, plan, found);
        return found;
    }

    private static void Collect(SequenceNode sequence, Counter counter, FunctionPlan plan, List<Local> found)
    {
        foreach (var node in sequence.Nodes)
        {
            // What stands after a way out may not be reached.
            if (node.Exits.Count > 0)
                return;
            if (node is SequenceNode inner)
                Collect(inner, counter, plan, found);
            if (node is ActionNode { Statement: Assign { Target: ElementPlace { Array: LocalRead { Local: var array }, Index: LocalRead { Local: var index } } } }
                && index.Equals(counter.Local) && IsAlone(array, plan) && IsLength(counter.Bound, array, plan))
            {
                found.Add(plan.Facts.Classes.Of(array));
            }
        }
    }

    /// <summary>Whether nothing else names the array.</summary>
    /// <remarks>A row of an array of arrays does not stand alone: its class holds the other rows too.</remarks>
    public static bool IsAlone(Local array, FunctionPlan plan)
    {
        var of = plan.Facts.Classes.Of(array);
        return !plan.Reassigned.Contains(array)
            && !plan.Primal.Where(other => other.Type is ArrayType && !plan.IsShadow(other)).SelectMany(ArrayLevels.Of)
                .Any(other => !other.Equals(array) && plan.Facts.Classes.Of(other).Equals(of));
    }

    private static bool IsLength(Expression bound, Local array, FunctionPlan plan) => bound switch
    {
        Length { Array: LocalRead { Local: var of } } => of.Equals(array),
        Constant or LocalRead => plan.Lengths.TryGetValue(array, out var length) && length.Equals(bound) && (bound is not LocalRead read || IsConstant(read.Local, plan)),
        _ => false,
    };

    // Given a value once, before the array is made with it.
    private static bool IsConstant(Local local, FunctionPlan plan) => !plan.Reassigned.Contains(local)
        && (!plan.Function.Parameters.Contains(local) || !plan.Body.Killed.Contains(local));
}
