using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Runs four turns of a loop side by side, where turns hand on nothing but sums: the loops in them become one loop over the work of all four, so that what they share is read once and what they
/// add to is stored once. <c>for (p …) for (j …) y[j] += l[j] * x[p];</c> with a <c>y</c> for every turn reads <c>l</c> a fourth as often.
/// </summary>
/// <remarks>
/// Every turn computes what it did, in arrays of its own, and elements that all turns add to get the same terms in the same order wherever a turn adds to an element once. Only sums of adjoints may
/// be taken in another order, the same one on every machine. A turn may throw nothing but that an index is out of range: which turn comes to it first cannot be told.
/// </remarks>
public static class GroupedTurns
{
    /// <summary>The number of turns in a group.</summary>
    internal const int Count = 4;

    // Fewer turns do not pay for the arrays; larger arrays would leave the cache, which is what groups are to save.
    private const int FewestTurns = 4 * Count;
    private const int MostElements = 16 * 1024;
    private const int LargestTurn = 2000;

    /// <summary>Groups the turns of the loops at the top of a pullback's root.</summary>
    /// <param name="program">A pullback.</param>
    public static IrProgram Run(IrProgram program) => Run(program.Root) is var root && ReferenceEquals(root, program.Root) ? program : program with { Root = root };

    private static Function Run(Function function)
    {
        if (!Any(function.Body))
            return function;
        var pass = new Pass(function);
        var body = pass.Visit(function.Body);
        return ReferenceEquals(body, function.Body) ? function : function with { Body = body };
    }

    private static bool Any(Block block) => block.Statements.Any(static statement => statement is Loop { HasOwnTurns: true } || (statement is Block inner && Any(inner)));

    private sealed class Pass(Function function)
    {
        private readonly FreshIds _ids = new(function);
        private readonly RentedArrays _rented = new(function);
        private readonly LocalUses _uses = LocalUses.Of(function);

        public Block Visit(Block block)
        {
            var statements = new List<Statement>();
            foreach (var statement in block.Statements)
            {
                if (statement is Loop { HasOwnTurns: true } loop && StartOf(loop, statements) is var (counter, start) && Grouped(counter, start, loop) is { } grouped)
                    statements.Add(grouped);
                statements.Add(statement is Block inner ? Visit(inner) : statement);
            }

            return statements.Count == block.Statements.Count && statements.Zip(block.Statements, ReferenceEquals).All(static same => same) ? block : block with { Statements = statements.ToEquatableArray() };
        }

        // What the loop counts with and starts at, if that is set before it and left alone since then.
        private static (Local Counter, Constant Start)? StartOf(Loop loop, List<Statement> before)
        {
            if (loop.Condition is not Binary { Left: LocalRead { Local: var counter } } || before.FindLast(statement => Sets(statement, counter)) is not { } last)
                return null;
            return last switch
            {
                Declare { Value: Constant start } => (counter, start),
                Assign { Target: LocalPlace, Value: Constant start } => (counter, start),
                _ => null,
            };
        }

        private static bool Sets(Statement statement, Local local) => LocalSearch.Finds(statement, local) || (statement is Declare declared && declared.Local.Equals(local));

        // for (; p <= n - 4; p += 4) { … }, before the loop itself, which then has the last turns.
        private If? Grouped(Local counter, Constant start, Loop loop)
        {
            if (start.AsLong is < 0 or > 1_000_000 || !IsCounted(loop, counter) || TurnSize.Of(loop.Body) > LargestTurn)
                return null;
            var turn = FixedLoads.Take(loop.Body, _ids);
            var bound = ((Binary)loop.Condition!).Right;
            var inside = LocalUses.Of(loop);
            if (TurnRoles.Of(turn, counter, local => inside.Total(local) == _uses.Total(local), _rented) is not { } roles || !roles.IsFixed(bound))
                return null;
            var varying = VaryingLocals.Of(turn, counter, roles);
            var writer = new GroupWriter(counter, roles, varying, _ids);
            var body = writer.Write(turn);
            if (writer.Savings == 0)
                return null;
            var next = new Binary(BinaryOperator.Add, new LocalRead(counter), Constant.Of(Count));
            var groups = new Loop(
                _ids.Label(),
                _ids.Label(),
                new Binary(BinaryOperator.LessOrEqual, new LocalRead(counter), new Binary(BinaryOperator.Subtract, bound, Constant.Of(Count))),
                body,
                new Block([new Assign(new LocalPlace(counter), next)]),
                null);
            var copied = roles.Own.Where(varying.Contains).OrderBy(static array => array.Id).ToList();
            return new If(Pays(bound, (int)start.AsLong, copied), new Block([.. writer.Arrays(copied, _rented), .. writer.Locals(), groups]), Block.Empty);
        }

        private static Binary Pays(Expression bound, int start, List<Local> copied)
        {
            var enough = new Binary(BinaryOperator.GreaterOrEqual, bound, Constant.Of(start + FewestTurns));
            if (copied.Count == 0)
                return enough;
            var elements = copied.Select(static array => (Expression)new Convert(ScalarType.Long, new Length(new LocalRead(array)))).Aggregate(static (sum, length) => new Binary(BinaryOperator.Add, sum, length));
            return new Binary(BinaryOperator.AndAlso, enough, new Binary(BinaryOperator.LessOrEqual, elements, Constant.Of((long)MostElements)));
        }

        private static bool IsCounted(Loop loop, Local counter) =>
            loop is { While: null, Condition: Binary { Operator: BinaryOperator.Less, Left: LocalRead { Local: { Type: ScalarType { Kind: ScalarKind.Int } } tested } } } && tested.Equals(counter)
            && loop.Step.Statements is [Assign { Target: LocalPlace { Local: var stepped }, Value: Binary { Operator: BinaryOperator.Add, Checked: false, Left: LocalRead { Local: var old }, Right: Constant { AsLong: 1 } } }]
            && stepped.Equals(counter) && old.Equals(counter);
    }

    /// <summary>How much code a turn is.</summary>
    private sealed class TurnSize : Walker
    {
        private int _nodes;

        public static int Of(Block turn)
        {
            var size = new TurnSize();
            size.Visit(turn);
            return size._nodes;
        }

        public override void Visit(Expression expression)
        {
            _nodes++;
            base.Visit(expression);
        }
    }
}
