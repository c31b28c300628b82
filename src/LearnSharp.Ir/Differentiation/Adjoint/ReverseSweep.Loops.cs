using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>How loops are reversed.</summary>
internal sealed partial class ReverseSweep
{
    private void Reverse(LoopNode node, List<Statement> reversed)
    {
        if (node is { IsFused: true, HasReverse: true })
            return;
        var turn = Nested(node.Turn).Statements.SelectMany(static statement => statement is Block block ? block.Statements.AsEnumerable() : [statement]).ToList();
        if (turn.Count > 0 || node.Counter is null)
            ReverseTurns(node, turn, reversed);
        for (var i = node.Stretches.Count - 1; i >= 0; i--)
            reversed.Add(new PopElements(node.Stretches[i].Array, node.Stretches[i].Start, node.Stretches[i].End));
        Restore(node.BreakExit, reversed);
        if (node.SaveTrips)
            reversed.Add(new Pop(new LocalPlace(node.Trips)));
    }

    private void ReverseTurns(LoopNode node, List<Statement> turn, List<Statement> reversed)
    {
        if (node is { HasReverse: true, Carried.Count: > 0, Counter: { } same })
            reversed.Add(CountedAlong(node, same, [], turn));
        else if (node is { HasReverse: true, Counter: { Up: true } free } && Stepping(node, turn) is var steps && Without(steps, turn) is var unordered
            && TurnOrder.IsFree(unordered, free.Local, _plan))
        {
            reversed.Add(CountedAlong(node, free, steps, unordered));
        }
        else if (node.HasReverse && node.Counter is { } counter)
            reversed.Add(CountedBack(counter, turn));
        else if (node.HasReverse)
            reversed.Add(Repeated(node, turn));
    }

    private Loop Repeated(LoopNode node, List<Statement> turn)
    {
        var turns = new LocalRead(node.Trips);
        // The turn that left was the last one: those before it see the exits as not taken.
        foreach (var exit in node.Turn.Exits.Keys.OrderBy(static label => label.Id).Select(label => _plan.Exits[label]).Where(static exit => exit.Needed))
            turn.Add(new Assign(new LocalPlace(exit.Local), Constant.Of(0)));
        return new Loop(
            _plan.Ids.Label(),
            _plan.Ids.Label(),
            new Binary(BinaryOperator.Greater, turns, Constant.Of(0)),
            new Block(turn.ToEquatableArray()),
            new Block([new Assign(new LocalPlace(node.Trips), new Binary(BinaryOperator.Subtract, turns, Constant.Of(1)))]),
            null)
        {
            HasFreeSums = true,
        };
    }

    /// <summary>
    /// The statements of a reversed turn that undo <c>at = at + 1</c> at the end of the turn, where nothing else changes <c>at</c>: in the direction of the loop such a local steps
    /// on from where it stood before the loop.
    /// </summary>
    private static List<Assign> Stepping(LoopNode node, List<Statement> turn)
    {
        if (node.Counter is not { Test: BinaryOperator.Less, Local.Type: ScalarType { Kind: ScalarKind.Int } })
            return [];
        var mentioned = new HashSet<Local>();
        var steps = new List<Assign>();
        foreach (var statement in turn)
        {
            if (statement is Assign { Target: LocalPlace { Local: { Type: ScalarType { Kind: ScalarKind.Int } } local }, Value: Binary { Right: Constant } value } step
                && value.Operator is BinaryOperator.Add or BinaryOperator.Subtract && value.Left.Equals(step.Target.Read) && !mentioned.Contains(local))
            {
                steps.Add(step);
            }

            mentioned.UnionWith(Mentions.Of(statement));
        }

        var others = AssignedLocals.Of(new Block(Without(steps, turn).ToEquatableArray()));
        return steps.TrueForAll(step => !others.Contains(((LocalPlace)step.Target).Local)) ? steps : [];
    }

    private static List<Statement> Without(List<Assign> steps, List<Statement> turn) => turn.FindAll(statement => !steps.Exists(step => ReferenceEquals(step, statement)));

    private Block CountedAlong(LoopNode node, Counter counter, List<Assign> steps, List<Statement> turn)
    {
        var local = counter.Reversed;
        var next = new Binary(BinaryOperator.Add, new LocalRead(local), Constant.FromBits((ScalarType)local.Type, 1));
        Local[] moving = [counter.Local, .. steps.Select(static step => ((LocalPlace)step.Target).Local), .. node.Carried.Select(static carried => carried.Local)];
        var sums = ElementSums.Take(turn, moving, _plan);
        var isGuarded = sums.Count + steps.Count > 0;
        var elements = isGuarded ? FixedElements.Take(turn, moving, _plan) : [];
        var trips = new Binary(BinaryOperator.Subtract, counter.Bound, counter.Start);
        // Back to where they stood before the loop, in one step each; and again after it has moved them on.
        var back = steps.ConvertAll(step => new Assign(step.Target, ((Binary)step.Value) with { Right = Times(trips, ((Binary)step.Value).Right) }));
        var onward = steps.ConvertAll(static step => new Assign(step.Target, (Binary)step.Value with
        {
            Operator = ((Binary)step.Value).Operator == BinaryOperator.Add ? BinaryOperator.Subtract : BinaryOperator.Add,
        }));
        var loop = new Loop(
            _plan.Ids.Label(),
            _plan.Ids.Label(),
            new Binary(counter.Test, new LocalRead(local), counter.Bound),
            new Block([.. turn, .. node.Carried.Select(static carried => carried.Update), .. onward]),
            new Block([new Assign(new LocalPlace(local), next)]),
            null)
        {
            HasFreeSums = true,
            IsSeparate = TurnOrder.IsSeparate(turn, _plan),
        };
        Statement[] whole = [.. back, .. elements, .. sums.Select(static sum => new Declare(sum.Local, Formula.Zero(sum.Local.Type))), new Declare(local, counter.Start), loop, .. sums.Select(static sum => sum.Store), .. back];
        var block = new Block([.. node.Carried.Select(static carried => new Declare(carried.Local, carried.Start)), .. whole]);
        return !isGuarded ? block : new Block([new If(new Binary(counter.Test, counter.Start, counter.Bound), block, Block.Empty)]);
    }

    private static Expression Times(Expression count, Expression step) => step is Constant { AsLong: 1 } ? count : new Binary(BinaryOperator.Multiply, count, step);

    private Block CountedBack(Counter counter, List<Statement> turn)
    {
        var sums = ElementSums.Take(turn, [counter.Local], _plan);
        var elements = sums.Count > 0 ? FixedElements.Take(turn, [counter.Local], _plan) : [];
        var loop = CountedDown(counter, turn);
        return sums.Count == 0
            ? loop
            : new Block(
            [
                new If(
                    new Binary(counter.Test, counter.Start, counter.Bound),
                    new Block([.. elements, .. sums.Select(static sum => new Declare(sum.Local, Formula.Zero(sum.Local.Type))), .. loop.Statements, .. sums.Select(static sum => sum.Store)]),
                    Block.Empty),
            ]);
    }

    private Block CountedDown(Counter counter, List<Statement> turn)
    {
        var type = (ScalarType)counter.Local.Type;
        var local = counter.Reversed;
        Constant Number(int value) => Constant.FromBits(type, value);
        Expression Moved(Expression from, bool up) => (from, up) switch
        {
            (Constant c, true) => Constant.FromBits(type, c.AsLong + 1),
            (Constant c, false) => Constant.FromBits(type, c.AsLong - 1),
            _ => new Binary(up ? BinaryOperator.Add : BinaryOperator.Subtract, from, Number(1)),
        };
        var back = new Assign(new LocalPlace(local), Moved(new LocalRead(local), !counter.Up));
        var inclusive = counter.Test is BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual;
        if (counter.Bound is Length or Constant && counter.Start is Constant && IsFarFromOverflow(counter.Start) && IsFarFromOverflow(counter.Bound))
        {
            var last = inclusive ? counter.Bound : Moved(counter.Bound, !counter.Up);
            return new Block(
            [
                new Declare(local, last),
                new Loop(
                    _plan.Ids.Label(),
                    _plan.Ids.Label(),
                    new Binary(counter.Up ? BinaryOperator.GreaterOrEqual : BinaryOperator.LessOrEqual, new LocalRead(local), counter.Start),
                    new Block(turn.ToEquatableArray()),
                    new Block([back]),
                    null)
                {
                    HasFreeSums = true,
                },
            ]);
        }

        // One past the last value first, then a step back before every turn: no bound is too close to the ends of the type.
        return new Block(
        [
            new Declare(local, inclusive ? Moved(counter.Bound, counter.Up) : counter.Bound),
            new Loop(
                _plan.Ids.Label(),
                _plan.Ids.Label(),
                new Binary(counter.Up ? BinaryOperator.Greater : BinaryOperator.Less, new LocalRead(local), counter.Start),
                new Block([back, .. turn]),
                Block.Empty,
                null)
            {
                HasFreeSums = true,
            },
        ]);
    }

    private static bool IsFarFromOverflow(Expression bound) => bound is Length || bound is Constant { AsLong: > -1_000_000_000 and < 1_000_000_000 };
}
