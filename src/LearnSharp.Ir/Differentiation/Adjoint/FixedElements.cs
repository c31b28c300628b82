using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Reads elements that are the same in all turns of a reversed loop once, before the loop: <c>for (j …) dL[j] += d[j] * x[i];</c>. Nothing else can know that the derivatives stored there are not
/// those elements. Only for loops that surely have a turn, which would read them, too.
/// </summary>
internal sealed class FixedElements : Rewriter
{
    private readonly FunctionPlan _plan;
    private readonly HashSet<Local> _changing;
    private readonly Dictionary<Element, Local> _known = [];
    private readonly List<Statement> _declared = [];

    private FixedElements(FunctionPlan plan, HashSet<Local> changing) => (_plan, _changing) = (plan, changing);

    /// <summary>Rewrites the turn of a loop; returns what declares the locals that hold the elements.</summary>
    /// <param name="turn">The statements of a reversed turn.</param>
    /// <param name="moving">The loop's counter and what else its turns change.</param>
    /// <param name="plan">The plan.</param>
    public static List<Statement> Take(List<Statement> turn, IEnumerable<Local> moving, FunctionPlan plan)
    {
        // Stores of values taken back change elements; what a branch reads, no turn may read.
        if (turn.Exists(static statement => statement is not (Declare or Assign or Comment or Pop { Target: LocalPlace }))
            || turn.OfType<Assign>().Any(store => store.Target is not LocalPlace && !(store.Target is ElementPlace { Array: LocalRead array } && plan.IsShadow(array.Local))))
        {
            return [];
        }

        var changing = AssignedLocals.Of(new Block(turn.ToEquatableArray()));
        changing.UnionWith(moving);
        changing.UnionWith(turn.OfType<Declare>().Select(static declared => declared.Local));
        var elements = new FixedElements(plan, changing);
        for (var i = 0; i < turn.Count; i++)
            turn[i] = elements.Visit(turn[i])[0];
        return elements._declared;
    }

    /// <inheritdoc/>
    public override Expression Visit(Expression expression)
    {
        switch (expression)
        {
            case Conditional or Binary { Operator: BinaryOperator.AndAlso or BinaryOperator.OrElse }:
                return expression;
            case Element { Array: LocalRead { Local: var array }, Type: ScalarType } element when !_plan.IsShadow(array) && !_changing.Contains(array)
                && Cost.IsRecomputable(element) && Reads.Of(element.Index) is { Elements.Count: 0 } reads && !reads.Locals.Any(_changing.Contains):
                if (!_known.TryGetValue(element, out var local))
                {
                    _known[element] = local = _plan.Ids.Local(element.Type, array.Name + "Value");
                    _declared.Add(new Declare(local, element));
                }

                return new LocalRead(local);
            default:
                return base.Visit(expression);
        }
    }
}
