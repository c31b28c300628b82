using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Takes sums into one element out of a loop: <c>for (…) dA[k] += e;</c> becomes <c>for (…) sum += e; dA[k] += sum;</c>, so that the sum stays in a register. Other adjoints of the same array
/// may be added to in the loop, too: the order of sums does not matter, and nobody reads them there.
/// </summary>
/// <param name="Local">The local that the loop adds to.</param>
/// <param name="Store">What adds it to the element after the loop.</param>
internal sealed record ElementSums(Local Local, Assign Store)
{
    /// <summary>Rewrites the turn of a loop.</summary>
    /// <param name="turn">The statements of a reversed turn.</param>
    /// <param name="moving">The loop's counter and what else its turns change.</param>
    /// <param name="plan">The plan.</param>
    public static List<ElementSums> Take(List<Statement> turn, IEnumerable<Local> moving, FunctionPlan plan)
    {
        var taken = new List<ElementSums>();
        if (turn.Exists(static statement => statement is not (Declare or Assign or Comment or Pop { Target: LocalPlace })))
            return taken;
        var changing = AssignedLocals.Of(new Block(turn.ToEquatableArray()));
        changing.UnionWith(moving);
        changing.UnionWith(turn.OfType<Declare>().Select(static declared => declared.Local));
        for (var i = 0; i < turn.Count; i++)
        {
            if (turn[i] is not Assign { Target: ElementPlace { Array: LocalRead { Local: var array } } place } add || !plan.IsShadow(array) || Added(add) is not { } added
                || place.Type is not ScalarType || Reads.Of(place.Index) is var index && (index.Elements.Count > 0 || index.Locals.Any(changing.Contains)) || changing.Contains(array)
                || !TurnOrder.IsOnlyAddedTo(turn, array, plan))
            {
                continue;
            }

            var known = taken.Find(sum => sum.Store.Target.Equals(place));
            if (known is null)
            {
                var local = plan.Ids.Local(place.Type, array.Name + "Sum");
                taken.Add(known = new(local, new Assign(place, Formula.Add(place.Read, new LocalRead(local))) { Origin = add.Origin }));
            }

            turn[i] = add with { Target = new LocalPlace(known.Local), Value = added with { Left = new LocalRead(known.Local) } };
        }

        return taken;
    }

    /// <summary>The sum that an assignment adds to its own target: <c>x = x ± e</c>, with x on the left and not in e.</summary>
    public static Binary? Added(Assign add) =>
        add.Value is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum && sum.Left.Equals(add.Target.Read) ? sum : null;
}
