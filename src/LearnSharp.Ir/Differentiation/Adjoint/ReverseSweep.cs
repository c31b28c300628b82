using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Prints the nodes of a plan as the reverse sweep: the statements in reverse order, each restoring what it overwrote and handing on its adjoint.</summary>
internal sealed partial class ReverseSweep
{
    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<Local, Expression> _seeds;
    private string? _commented;

    private ReverseSweep(FunctionPlan plan, IReadOnlyDictionary<Local, Expression> seeds) => (_plan, _seeds) = (plan, seeds);

    /// <summary>The statements of the reverse sweep.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seeds">The adjoints of the results at the end of the function.</param>
    public static List<Statement> Write(FunctionPlan plan, IReadOnlyDictionary<Local, Expression> seeds)
    {
        var statements = new ReverseSweep(plan, seeds).Sequence(plan.Body);
        return AccumulatorFusion.Run(new Renaming(plan, null).Visit(new Block(statements.ToEquatableArray()))).Statements.ToList();
    }

    /// <summary>The statements that reverse one turn of a fused loop, right behind it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="early">For the adjoints of the loop's sums, the locals that hold them from before the loop on.</param>
    public static IEnumerable<Statement> WriteTurn(FunctionPlan plan, LoopNode loop, IReadOnlyDictionary<Local, Local> early)
    {
        var statements = new ReverseSweep(plan, new Dictionary<Local, Expression>()).Sequence(loop.Body.Body);
        return AccumulatorFusion.Run(new Renaming(plan, early).Visit(new Block(statements.ToEquatableArray()))).Statements;
    }

    private List<Statement> Sequence(SequenceNode sequence)
    {
        var prefix = new List<List<Statement>>();
        var reversed = new List<Statement>();
        for (var i = sequence.Nodes.Count - 1; i >= 0; i--)
        {
            var node = sequence.Nodes[i];
            if (node.Exits.Count > 0 && (reversed.Count > 0 || prefix.Count > 0))
            {
                var rest = Joined(prefix, reversed);
                prefix = [];
                reversed = rest.Count == 0 ? [] : [new If(NotLeft(node), new Block(rest.ToEquatableArray()), Block.Empty)];
                _commented = null;
            }

            if (node is ActionNode { Statement: Declare declared } && Declarations(declared) is { Count: > 0 } declarations)
                prefix.Add(InRows(node, declarations, 0));
            var from = reversed.Count;
            if (node is ActionNode { Statement: Assign } store)
            {
                Undo(store, reversed);
                InRows(node, reversed, from);
                AddRecomputed(node, sequence, reversed);
                from = reversed.Count;
                AddAdjoint(store, reversed);
                InRows(node, reversed, from);
                continue;
            }

            Reverse(node, reversed);
            InRows(node, reversed, from);
            AddRecomputed(node, sequence, reversed);
        }

        return [.. Unframed(sequence), .. Joined(prefix, reversed)];
    }

    // Statements from one on, with the elements that the node keeps in rows read there.
    private List<Statement> InRows(Node node, List<Statement> statements, int from)
    {
        if (!_plan.Rows.TryGetValue(node, out var rows))
            return statements;
        var block = rows.Aggregate(new Block(statements.Skip(from).ToEquatableArray()), static (block, row) => row.In(block));
        statements.RemoveRange(from, statements.Count - from);
        statements.AddRange(block.Statements);
        return statements;
    }

    // What is computed again once the node is undone, from what its declaration read.
    private void AddRecomputed(Node undone, SequenceNode sequence, List<Statement> reversed)
    {
        foreach (var local in undone.Recomputes.Where(local => _plan.Needed.Contains(local) && _plan.RecomputedLate.Contains(local)))
            reversed.AddRange(InRows(sequence.Nodes.First(node => node is ActionNode { Statement: Declare s } && s.Local.Equals(local)), [new Declare(local, _plan.Definitions[local])], 0));
    }

    private List<Statement> Unframed(SequenceNode sequence)
    {
        var popped = new List<Statement>();
        for (var i = sequence.Declared.Count - 1; i >= 0; i--)
        {
            var local = sequence.Declared[i];
            if (!_plan.IsInFrame(local))
                continue;
            if (sequence.Frame.Contains(local) && sequence.Columns.TryGetValue(local, out var column))
            {
                popped.Add(new Declare(local, column.Read));
                continue;
            }

            popped.Add(new Declare(local, null));
            if (sequence.Frame.Contains(local))
                popped.Add(new Pop(new LocalPlace(local)));
        }

        return popped;
    }

    private static List<Statement> Joined(List<List<Statement>> prefix, List<Statement> reversed)
    {
        var all = new List<Statement>();
        for (var i = prefix.Count - 1; i >= 0; i--)
            all.AddRange(prefix[i]);
        all.AddRange(reversed);
        return all;
    }

    /// <summary>What the reverse sweep declares where it enters the scope of a local: the local computed again, its adjoint.</summary>
    private List<Statement> Declarations(Declare declared)
    {
        var declarations = new List<Statement>();
        var local = declared.Local;
        if (_plan.Needed.Contains(local) && !_plan.RecomputedLate.Contains(local) && _plan.Definitions.TryGetValue(local, out var definition))
            declarations.Add(new Declare(local, definition));
        if (local.Type is ScalarType && _plan.Facts.IsActive(local))
        {
            var adjoint = _plan.AdjointOf(local);
            var isEarly = _plan.EarlyAdjoints.Contains(local);
            if (!isEarly)
                declarations.Add(new Declare(adjoint, _seeds.TryGetValue(local, out var seed) ? seed : Formula.Zero(local.Type)));
            else if (_seeds.TryGetValue(local, out var added))
                declarations.Add(new Assign(new LocalPlace(adjoint), Formula.Add(new LocalRead(adjoint), added)));
        }
        return declarations;
    }

    // None of the exits in a node was taken: its labels were reached through a later site or not at all.
    private Expression NotLeft(Node node)
    {
        Expression? condition = null;
        foreach (var exit in node.Exits.OrderBy(static exit => exit.Key.Id))
        {
            var variable = _plan.Exits[exit.Key];
            var taken = new LocalRead(variable.Local);
            Expression notTaken = new Binary(BinaryOperator.Equal, taken, Constant.Of(0));
            if (exit.Value < variable.Sites)
                notTaken = new Binary(BinaryOperator.OrElse, notTaken, new Binary(BinaryOperator.Greater, taken, Constant.Of(exit.Value)));
            condition = condition is null ? notTaken : new Binary(BinaryOperator.AndAlso, condition, notTaken);
        }

        return condition!;
    }

    private Block Nested(SequenceNode sequence)
    {
        _commented = null;
        var block = new Block(Sequence(sequence).ToEquatableArray());
        _commented = null;
        return block;
    }

    private void Reverse(Node node, List<Statement> reversed)
    {
        switch (node)
        {
            case ActionNode action:
                Reverse(action, reversed);
                break;
            case SequenceNode sequence:
                if (Nested(sequence) is { Statements.IsEmpty: false } block)
                    reversed.Add(block);
                break;
            case LabelledNode labelled:
                if (Nested(labelled.Body) is { Statements.IsEmpty: false } body)
                    reversed.Add(body);
                Restore(labelled.Exit, reversed);
                break;
            case BranchNode branch:
                Reverse(branch, reversed);
                break;
            case LoopNode loop:
                Reverse(loop, reversed);
                break;
        }
    }

    private static void Restore(ExitVariable exit, List<Statement> reversed)
    {
        if (exit.Save)
            reversed.Add(new Pop(new LocalPlace(exit.Local)));
    }

    // Structs are recorded field by field.
    private void Restore(Place target, List<Statement> reversed)
    {
        if (target.Type is not StructType)
        {
            reversed.Add(new Pop(target));
            return;
        }

        var leaves = StructShape.Leaves(target.Type, "old").ConvertAll(leaf => _plan.Ids.Local(leaf.Type, leaf.Name));
        for (var i = leaves.Count - 1; i >= 0; i--)
        {
            reversed.Add(new Declare(leaves[i], null));
            reversed.Add(new Pop(new LocalPlace(leaves[i])));
        }

        var position = 0;
        reversed.Add(new Assign(target, StructShape.Assemble(target.Type, leaves.ConvertAll<Expression>(static leaf => new LocalRead(leaf)), ref position)));
    }

    private void Reverse(BranchNode node, List<Statement> reversed)
    {
        // Nothing but what would be computed again for nobody.
        if (!node.HasReverse)
            return;
        var then = Nested(node.Then);
        var otherwise = Nested(node.Else);
        Expression condition = node.UsesFlag ? new LocalRead(node.Flag) : node.Condition;
        if (!then.Statements.IsEmpty)
            reversed.Add(new If(condition, then, otherwise));
        else if (!otherwise.Statements.IsEmpty)
            reversed.Add(new If(new Unary(UnaryOperator.Not, condition), otherwise, Block.Empty));
        if (node.SaveFlag)
            reversed.Add(new Pop(new LocalPlace(node.Flag)));
    }

    private void Reverse(ActionNode node, List<Statement> reversed)
    {
        switch (node.Statement)
        {
            case Declare s:
                AddAdjoint(node, reversed);
                if (node.Save)
                    reversed.Add(new Pop(new LocalPlace(s.Local)));
                break;
            default:
                AddAdjoint(node, reversed);
                break;
        }
    }

    // Puts back what an assignment overwrote.
    private void Undo(ActionNode node, List<Statement> reversed)
    {
        var target = ((Assign)node.Statement).Target;
        if (node.Invert)
            reversed.Add(node.Inverse!);
        if (node.Column is { } element)
            reversed.Add(new Assign(target, element.Read));
        else if (node is { Save: true, PutBack: { } known })
            reversed.Add(new Assign(target, known));
        else if (node is { Save: true, SavesInStretch: false })
            Restore(target, reversed);
    }

    private void AddAdjoint(ActionNode node, List<Statement> reversed)
    {
        var adjoint = node.JoinedBefore is null ? node.Adjoint : [.. JoinedCall.Remaining(node)];
        if (adjoint.Count == 0)
            return;
        if (node.Origin.Text is { } text && text != _commented)
        {
            reversed.Add(new Comment("adjoint of: " + text));
            _commented = text;
        }

        reversed.AddRange(adjoint);
    }

    private sealed class Renaming(FunctionPlan plan, IReadOnlyDictionary<Local, Local>? early) : Rewriter
    {
        private Local Renamed(Local local) => early is not null && early.TryGetValue(local, out var known) ? known : plan.InReverse(local);

        public override Expression Visit(Expression expression) =>
            expression is LocalRead read && Renamed(read.Local) is var renamed && !renamed.Equals(read.Local) ? new LocalRead(renamed) : base.Visit(expression);

        public override Place Visit(Place place) =>
            place is LocalPlace target && Renamed(target.Local) is var renamed && !renamed.Equals(target.Local) ? new LocalPlace(renamed) : base.Visit(place);

        public override EquatableArray<Statement> Visit(Statement statement)
        {
            if (statement is Declare s && Renamed(s.Local) is var renamed && !renamed.Equals(s.Local))
                return [s with { Local = renamed, Value = s.Value is null ? null : Visit(s.Value) }];
            return base.Visit(statement);
        }
    }
}
