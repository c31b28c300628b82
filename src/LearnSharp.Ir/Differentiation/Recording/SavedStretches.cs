using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Saves what a loop overwrites element by element in one go before the loop: <c>for (i = 0; i &lt; n; i++) a[i] = …;</c>. The reverse puts it back after the reversed loop, so no adjoint in the
/// loop may ask for what stood there before.
/// </summary>
internal static class SavedStretches
{
    /// <summary>Fills <see cref="LoopNode.Stretches"/>; the save marks are final.</summary>
    public static void Choose(FunctionPlan plan)
    {
        foreach (var loop in plan.Body.All.OfType<LoopNode>())
        {
            if (loop is { IsFused: false, HasWholeTurns: true, Counter: { Up: true, Test: BinaryOperator.Less, Local.Type: ScalarType { Kind: ScalarKind.Int } } counter })
                Choose(plan, loop, counter);
        }
    }

    private static void Choose(FunctionPlan plan, LoopNode loop, Counter counter)
    {
        var nodes = loop.Body.Body.Nodes;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is not ActionNode
                {
                    Save: true, PutBack: null, Statement: Assign { Target: ElementPlace { Array: LocalRead { Local: { Type: ArrayType { Element: ScalarType { IsFloating: true } } } array }, Index: var index } },
                } store
                || loop.Killed.Contains(array) || Offset(index, counter, loop) is not { } offset)
            {
                continue;
            }

            var of = plan.Facts.Classes.Of(array);
            if (!plan.HasRows(of) && nodes.Count(node => node.Written.Contains(of)) == 1 && nodes.Select((node, k) => (node, k)).All(pair => AsksOnlyForNew(plan, pair.node, of, array, index, isAfter: pair.k > i)))
            {
                store.SavesInStretch = true;
                loop.Stretches.Add(new PushElements(new LocalRead(array), Moved(counter.Start, offset), Moved(counter.Bound, offset)) { Origin = store.Origin });
            }
        }
    }

    private static Expression Moved(Expression index, Expression offset) => offset is Constant { AsLong: 0 } ? index : new Binary(BinaryOperator.Add, index, offset);

    /// <summary>What is added to the counter in an index, or null.</summary>
    private static Expression? Offset(Expression index, Counter counter, LoopNode loop)
    {
        switch (index)
        {
            case LocalRead read when read.Local.Equals(counter.Local):
                return Constant.Of(0);
            case Binary { Operator: BinaryOperator.Add } sum when IsCounter(sum.Right) && IsInvariant(sum.Left):
                return sum.Left;
            case Binary { Operator: BinaryOperator.Add } sum when IsCounter(sum.Left) && IsInvariant(sum.Right):
                return sum.Right;
            default:
                return null;
        }

        bool IsCounter(Expression expression) => expression is LocalRead read && read.Local.Equals(counter.Local);

        bool IsInvariant(Expression expression) =>
            expression.Type.Equals(ScalarType.Int) && Cost.IsRecomputable(expression) && Reads.Of(expression) is { Elements.Count: 0 } reads && !reads.Locals.Any(loop.Killed.Contains)
            && !reads.Locals.Contains(counter.Local);
    }

    private static bool AsksOnlyForNew(FunctionPlan plan, Node node, Local of, Local array, Expression index, bool isAfter)
    {
        switch (node)
        {
            case ActionNode action:
            {
                var asked = action.Adjoint.Concat(Definition(plan, action)).ToEquatableArray();
                return !action.ElementsRead.Any(IsMember) && !(action.Save && action.PlaceReads.Elements.Any(IsMember)) && (!Reads.Of(asked).Elements.Any(IsMember) || (isAfter && OnlyAt(asked)));
            }

            case SequenceNode sequence:
                return sequence.Nodes.All(child => AsksOnlyForNew(plan, child, of, array, index, isAfter));
            default:
                return !plan.Primal.Any(local => IsMember(local) && node.Mentions(local));
        }

        bool IsMember(Local local) => local.Type is ArrayType && !plan.IsShadow(local) && plan.Facts.Classes.Of(local).Equals(of);

        bool OnlyAt(EquatableArray<Statement> statements)
        {
            var others = new OtherElements(new Element(new LocalRead(array), index), IsMember);
            foreach (var statement in statements)
                others.Visit(statement);
            return !others.Found;
        }
    }

    private static Statement[] Definition(FunctionPlan plan, ActionNode action) =>
        action.Statement is Declare declared && plan.Definitions.TryGetValue(declared.Local, out var definition) ? [new Declare(declared.Local, definition)] : [];

    private sealed class OtherElements(Element allowed, System.Func<Local, bool> isMember) : Walker
    {
        public bool Found { get; private set; }

        public override void Visit(Expression expression)
        {
            if (expression.Equals(allowed))
                return;
            Found |= expression is LocalRead read && isMember(read.Local);
            base.Visit(expression);
        }
    }
}
