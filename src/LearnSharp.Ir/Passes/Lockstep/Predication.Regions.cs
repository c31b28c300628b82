using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <content>Regions, branches and loops.</content>
internal sealed partial class Predication
{
    /// <summary>Statements that only the rows come by for which a condition holds.</summary>
    /// <param name="condition">The condition, a local.</param>
    /// <param name="mask">The rows of the region around; null for all.</param>
    /// <param name="body">The statements.</param>
    private void Region(Expression condition, Expression? mask, Block body)
    {
        if (body.Statements.IsEmpty)
            return;
        var isSkipped = RegionCost.IsWorthATest(body);
        var rows = isSkipped || RegionCost.NeedsMask(body) ? mask is null ? condition : Name("rows", And(mask, condition)) : null;
        if (!isSkipped)
        {
            Masked(condition, rows, body);
            return;
        }

        var outer = _out;
        _out = [];
        Masked(condition, rows, body);
        var block = new Block(_out.ToEquatableArray());
        _out = outer;
        Emit(new If(rows!, block, Block.Empty));
    }

    private void Masked(Expression condition, Expression? rows, Block body)
    {
        var origin = _origin;
        var copies = Copies(condition, body, RegionCost.IsCurved(body));
        Sequence(body.Statements.ToList(), rows);
        _origin = origin;
        foreach (var (copy, last) in Leave(copies))
            Set(copy.Local, new Conditional(condition, new LocalRead(last), new LocalRead(copy.Outer)));
    }

    /// <summary>Takes the locals of a region back to their names outside; gives those that were written with their last names inside.</summary>
    private List<(Copy Copy, Local Last)> Leave(List<Copy> copies)
    {
        var written = copies.Where(static copy => copy.IsWritten).Select(copy => (copy, _names.Of(copy.Local))).ToList();
        foreach (var copy in copies)
            _names.Set(copy.Local, copy.Before);
        return written;
    }

    /// <summary>Gives the locals that a region uses names of its own: what it writes does not reach other rows, and no derivative of theirs leaves it.</summary>
    private List<Copy> Copies(Expression condition, Block body, bool guard)
    {
        var uses = new Uses();
        uses.Visit(body);
        var copies = new List<Copy>();
        foreach (var local in uses.Order)
        {
            if (_marks.Contains(local) || !divergence.IsVarying(local) && !(guard && local.Type.IsDifferentiable && uses.Read.Contains(local) && !uses.Written.Contains(local)))
                continue;
            var isWritten = uses.Written.Contains(local);
            var isGuarded = guard && local.Type.IsDifferentiable && uses.Read.Contains(local);
            if (!isWritten && !isGuarded)
                continue;
            var outer = _names.Of(local);
            var inner = ids.Local(local.Type, local.Name);
            Expression start = isGuarded ? Guards.Guarded(condition, outer) : new LocalRead(outer);
            Emit(new Declare(inner, start));
            _homes[inner] = _out;
            copies.Add(new Copy(local, outer, inner, isWritten, null));
        }

        // Renamed only now: what one copy starts from is a name of outside.
        for (var i = 0; i < copies.Count; i++)
            copies[i] = copies[i] with { Before = _names.Set(copies[i].Local, copies[i].Inner) };
        return copies;
    }

    private void VisitIf(If s, Expression? mask)
    {
        if (!divergence.IsVarying(s.Condition))
        {
            var shared = Value(s.Condition, mask, _shared);
            var then = Nested(s.Then, mask);
            Emit(new If(shared, then, Nested(s.Else, mask)));
            return;
        }

        var condition = Value(s.Condition, mask);

        var origin = _origin;

        // The local of the original, whatever its name is here: what a branch assigns, the rows of the other one are not chosen by.
        var taken = s.Condition is LocalRead { Local: var local } && !AssignedLocals.Of(new Block([s.Then, s.Else])).Contains(local)
            ? condition
            : Name("taken", condition);
        if (IsPlain(s.Then) && IsPlain(s.Else))
        {
            Merge(s, taken);
            return;
        }

        Region(taken, mask, s.Then);
        _origin = origin;
        if (s.Else.Statements.IsEmpty)
            return;
        Region(Name("otherwise", Not(taken)), mask, s.Else);
    }

    private static bool IsPlain(Block block) => !RegionCost.IsWorthATest(block) && !RegionCost.NeedsMask(block);

    // Two short branches are both run, and one selection chooses between them.
    private void Merge(If s, Expression taken)
    {
        var origin = _origin;
        var then = Side(taken, s.Then);
        var otherwise = Side(s.Else.Statements.IsEmpty ? taken : Name("otherwise", Not(taken)), s.Else);
        _origin = origin;
        var locals = then.Concat(otherwise).Select(static side => (side.Copy.Local, side.Copy.Outer)).Distinct().ToList();
        foreach (var (local, outer) in locals)
        {
            Expression Of(List<(Copy Copy, Local Last)> sides) =>
                new LocalRead(sides.Where(side => side.Copy.Local.Equals(local)).Select(static side => side.Last).DefaultIfEmpty(outer).First());
            Set(local, new Conditional(taken, Of(then), Of(otherwise)));
        }
    }

    private List<(Copy Copy, Local Last)> Side(Expression condition, Block body)
    {
        if (body.Statements.IsEmpty)
            return [];
        var copies = Copies(condition, body, RegionCost.IsCurved(body));
        Sequence(body.Statements.ToList(), null);
        return Leave(copies);
    }

    private Block Nested(Block block, Expression? mask)
    {
        var outer = _out;
        _out = [];
        Sequence(block.Statements.ToList(), mask);
        var nested = new Block(_out.ToEquatableArray());
        _out = outer;
        return nested;
    }

    private void VisitUniform(Loop s, Expression? mask)
    {
        var outer = _out;
        _out = [];
        Enter(s.Continue);
        Sequence(s.Body.Statements.ToList(), mask);
        var body = new Block(_out.ToEquatableArray());
        _out = [];
        Sequence(s.Step.Statements.ToList(), mask);
        var step = new Block(_out.ToEquatableArray());
        _out = outer;
        Emit(new Loop(
            ids.Label(),
            ids.Label(),
            s.Condition is null ? null : _shared.Visit(s.Condition),
            body,
            step,
            s.While is null ? null : _shared.Visit(s.While)));
    }

    // Goes on while a row is left in it: rows leave by the test, by an exit, or by failing.
    private void VisitVarying(Loop s, Expression? mask)
    {
        var origin = _origin;
        Enter(s.Break);
        var leaves = Divergence.Leaves(s, end);
        var start = s.Condition is null ? mask ?? Constant.Of(true) : Tested(mask, s.Condition);
        var active = ids.Local(ScalarType.Bool, "active");
        _marks.Add(active);
        Emit(new Declare(active, start));
        var rows = new LocalRead(active);

        var outer = _out;
        _out = [];
        Enter(s.Continue);

        // The mask of this turn, which what is computed again on the way back may ask for when the next one is known.
        var turn = Name("turn", rows);
        Masked(turn, turn, s.Body);
        var left = leaves.Aggregate((Expression?)null, (all, label) => Or(all, new LocalRead(_left[label])));
        if (failed is not null)
            left = Or(left, new LocalRead(failed));
        if (!s.Step.Statements.IsEmpty)
        {
            var stepping = left is null ? turn : Name("stepping", And(turn, Not(left)));
            Masked(stepping, stepping, s.Step);
        }

        Expression remaining = left is null ? turn : And(turn, Not(left));
        if (s.While is not null)
            remaining = Tested(remaining, s.While);
        if (s.Condition is not null)
            remaining = Tested(remaining, s.Condition);
        if (!ReferenceEquals(remaining, turn))
            Emit(new Assign(new LocalPlace(active), remaining));
        var body = new Block(_out.ToEquatableArray());
        _out = outer;
        _origin = origin;
        Emit(new Loop(ids.Label(), ids.Label(), rows, body, Block.Empty, null));
    }

    /// <summary>The rows of a mask for which the test of a loop holds; those for which it throws are marked.</summary>
    private Expression Tested(Expression? mask, Expression test)
    {
        if (mask is not (null or LocalRead) && Hazards.In(test).Count > 0)
            mask = Name("tested", mask);
        return And(mask, Value(test, mask));
    }

    /// <summary>A local of a region.</summary>
    /// <param name="Local">The local, as the original names it.</param>
    /// <param name="Outer">Its name around the region.</param>
    /// <param name="Inner">Its name in the region.</param>
    /// <param name="IsWritten">Whether the region may give it another value.</param>
    /// <param name="Before">What its name was set to before, or null when it had its own.</param>
    private sealed record Copy(Local Local, Local Outer, Local Inner, bool IsWritten, Local? Before);

    /// <summary>The locals from outside that a block reads and writes, in the order of their first mention.</summary>
    private sealed class Uses : Walker
    {
        private readonly HashSet<Local> _declared = [];
        private readonly List<Local> _order = [];

        public HashSet<Local> Read { get; } = [];

        public HashSet<Local> Written { get; } = [];

        public IEnumerable<Local> Order => _order.Where(local => !_declared.Contains(local)).Distinct();

        public override void Visit(Statement statement)
        {
            if (statement is Declare s)
                _declared.Add(s.Local);
            base.Visit(statement);
        }

        public override void Visit(Expression expression)
        {
            if (expression is LocalRead read && Read.Add(read.Local))
                _order.Add(read.Local);
            base.Visit(expression);
        }

        public override void Visit(Place place)
        {
            if (place is LocalPlace target && Written.Add(target.Local))
                _order.Add(target.Local);
            base.Visit(place);
        }
    }
}
