using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Reads elements that are the same in all turns of an inner loop once, before it: <c>for (j …) y[j] += l[j] * x[i];</c>. Only in loops that surely have a turn, which would read them, too: the loop then
/// stands under the condition of its first turn.
/// </summary>
internal sealed class FixedLoads : Rewriter
{
    private readonly FreshIds _ids;

    private FixedLoads(FreshIds ids) => _ids = ids;

    /// <summary>Rewrites the turns of a loop whose arrays of different names are different arrays.</summary>
    public static Block Take(Block turn, FreshIds ids) => new FixedLoads(ids).Visit(turn);

    /// <inheritdoc/>
    public override Block Visit(Block block)
    {
        block = base.Visit(block);
        List<Statement>? written = null;
        for (var i = 0; i + 1 < block.Statements.Count; i++)
        {
            if (block.Statements[i] is not Declare { Value: { } start } counter || block.Statements[i + 1] is not Loop loop || !IsPlain(loop, counter.Local)
                || block.Statements.Skip(i + 2).Any(statement => LocalSearch.Finds(statement, counter.Local)))
            {
                continue;
            }

            var loads = new Loads(loop, _ids);
            var body = loads.Visit(loop.Body);
            if (loads.Declared.Count == 0)
                continue;
            written ??= [.. block.Statements];
            var entered = ((Binary)loop.Condition!) with { Left = start };
            written[i] = Block.Empty;
            written[i + 1] = new If(entered, new Block([.. loads.Declared, counter, loop with { Body = body }]), Block.Empty);
            i++;
        }

        if (written is null)
            return block;
        written.RemoveAll(static statement => ReferenceEquals(statement, Block.Empty));
        return block with { Statements = written.ToEquatableArray() };
    }

    private static bool IsPlain(Loop loop, Local counter) =>
        loop is { While: null, Condition: Binary { Operator: BinaryOperator.Less, Left: LocalRead { Local: var tested }, Right: var bound } } && tested.Equals(counter) && !LocalSearch.FindsRead(bound, counter)
        && loop.Body.Statements.All(static statement => statement is Comment or Declare or Assign);

    private sealed class Loads : Rewriter
    {
        private readonly FreshIds _ids;
        private readonly HashSet<Local> _changing;
        private readonly HashSet<Local> _stored = [];
        private readonly Dictionary<Element, Local> _known = [];

        public Loads(Loop loop, FreshIds ids)
        {
            _ids = ids;
            _changing = AssignedLocals.Of(loop.Body);
            _changing.UnionWith(AssignedLocals.Of(loop.Step));
            foreach (var statement in loop.Body.Statements)
            {
                if (statement is Declare declared)
                    _changing.Add(declared.Local);
                else if (statement is Assign { Target: ElementPlace { Array: var array } } && Reads.Root(array) is { } root)
                    _stored.Add(root);
            }
        }

        public List<Statement> Declared { get; } = [];

        public override Expression Visit(Expression expression)
        {
            switch (expression)
            {
                case Conditional or Binary { IsShortCircuit: true }:
                    return expression;
                case Element { Array: LocalRead { Local: var array }, Type: ScalarType } element when !_stored.Contains(array) && !_changing.Contains(array) && IsFixed(element.Index):
                    if (!_known.TryGetValue(element, out var local))
                    {
                        _known[element] = local = _ids.Local(element.Type, array.Name + "Value");
                        Declared.Add(new Declare(local, element));
                    }

                    return new LocalRead(local);
                default:
                    return base.Visit(expression);
            }
        }

        private bool IsFixed(Expression index) => Reads.Of(index) is { Elements.Count: 0 } reads && !reads.Locals.Any(_changing.Contains);
    }
}
