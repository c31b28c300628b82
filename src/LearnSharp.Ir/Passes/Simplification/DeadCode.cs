using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Removes what cannot run and what does nothing: branches whose condition is constant, statements after a jump, loops that never start, labels that
/// nothing jumps to,
/// jumps to what comes next anyway, and braces around plain blocks. A jump over the rest of its block becomes a branch.
/// </summary>
internal sealed class DeadCode
{
    private readonly HashSet<int> _reached = [];
    private readonly Dictionary<int, Continuation> _aliases = [];

    private DeadCode()
    {
    }

    /// <summary>Cleans a function.</summary>
    public static Function Clean(Function function)
    {
        var end = new Continuation(null, function.Results.IsEmpty, null);
        var statements = new List<Statement>();
        new DeadCode().Clean(function.Body, end, statements);
        var body = Kept(function.Body, statements, function.Body.Origin);
        return body.Equals(function.Body) ? function : function with { Body = body };
    }

    // What has not changed stays the same object, which later rounds see at once.
    private static Block Kept(Block block, List<Statement> statements, Origin origin)
    {
        var isSame = statements.Count == block.Statements.Count && block.Origin.Equals(origin);
        for (var i = 0; isSame && i < statements.Count; i++)
            isSame = ReferenceEquals(statements[i], block.Statements[i]);
        return isSame ? block : new Block(statements.ToEquatableArray()) { Origin = origin };
    }

    /// <summary>Cleans statements that are followed by <paramref name="next"/>; tells whether their end can be reached.</summary>
    private bool Clean(Block block, Continuation next, List<Statement> output)
    {
        var last = block.Statements.Count - 1;
        while (last > 0 && block.Statements[last] is Comment)
            last--;
        for (var i = 0; i < block.Statements.Count; i++)
        {
            var rest = block.Statements.AsSpan().Slice(i + 1);
            if (rest.Length > 0 && block.Statements[i] is If branch && Jumping(branch, next) is { } jumping)
            {
                // if (c) { …; exit L; } rest; L:   reads better as   if (c) { … } else { rest }
                var joined = new Block([.. jumping.Other.Statements, .. rest]);
                var kept = jumping.Kept;
                return Clean(jumping.InThen ? branch with { Then = kept, Else = joined } : branch with { Then = joined, Else = kept }, next, output);
            }

            if (!Clean(block.Statements[i], i >= last ? next : Continuation.Other, output))
                return false;
        }

        return true;
    }

    private bool Clean(Statement statement, Continuation next, List<Statement> output)
    {
        switch (statement)
        {
            case Block s:
                return Clean(s, next, output);
            case Labelled s:
                return CleanLabelled(s, next, output);
            case If { Condition: Constant condition } s:
                return Clean(condition.IsTrue ? s.Then : s.Else, next, output);
            case If s:
                return CleanIf(s, next, output);
            case Loop s:
                return CleanLoop(s, next, output);
            case Exit s:
                return CleanExit(s, next, output);
            case Return { Values.IsEmpty: true } when next.IsEnd:
                return true;
            case Return or Throw:
                output.Add(statement);
                return false;
            case Assign { Target: LocalPlace or FieldPlace, Value: LocalRead or FieldRead } s when s.Target.Read.Equals(s.Value) && Effects.CanDrop(s.Value):
                return true; // x = x
            default:
                output.Add(statement);
                return true;
        }
    }

    private bool CleanLabelled(Labelled labelled, Continuation next, List<Statement> output)
    {
        _aliases[labelled.Label.Id] = next;
        var body = new List<Statement>();
        var ends = Clean(labelled.Body, new Continuation(labelled.Label, next.IsEnd, next), body);
        _aliases.Remove(labelled.Label.Id);
        if (!_reached.Contains(labelled.Label.Id))
        {
            output.AddRange(body);
            return ends;
        }

        var kept = Kept(labelled.Body, body, default);
        output.Add(ReferenceEquals(kept, labelled.Body) ? labelled : labelled with { Body = kept });
        return true;
    }

    private bool CleanIf(If s, Continuation next, List<Statement> output)
    {
        var then = new List<Statement>();
        var otherwise = new List<Statement>();
        var thenEnds = Clean(s.Then, next, then);
        var elseEnds = Clean(s.Else, next, otherwise);
        if (then.Count == 0 && otherwise.Count == 0 && Effects.CanDrop(s.Condition))
            return true;

        // After a return there is no need of else.
        var isGuard = then.Count > 0 && then[then.Count - 1] is Return or Throw && otherwise.Count > 0 && otherwise[0] is not If;
        var kept = isGuard ? Block.Empty : Kept(s.Else, otherwise, default);
        var taken = Kept(s.Then, then, default);
        output.Add(ReferenceEquals(taken, s.Then) && ReferenceEquals(kept, s.Else) ? s : s with { Then = taken, Else = kept });
        if (isGuard)
            output.AddRange(otherwise);
        return thenEnds || elseEnds;
    }

    private bool CleanLoop(Loop s, Continuation next, List<Statement> output)
    {
        if (s.Condition is Constant { IsTrue: false } || NeverStarts(s, output))
            return true;
        if (s.While is Constant { IsTrue: false })
        {
            // It runs once.
            var turn = new Block([new Labelled(s.Continue, s.Body), .. s.Step.Statements]);
            var once = s.Condition is null ? turn : new Block([new If(s.Condition, turn, Block.Empty)]);
            return Clean(new Labelled(s.Break, once), next, output);
        }

        var body = new List<Statement>();
        var step = new List<Statement>();
        var bodyEnds = Clean(s.Body, new Continuation(s.Continue, false, null), body) | _reached.Contains(s.Continue.Id);
        if (bodyEnds)
            Clean(s.Step, Continuation.Other, step);
        var test = bodyEnds ? s.While : null;
        var turned = Kept(s.Body, body, default);
        var stepped = Kept(s.Step, step, default);
        output.Add(ReferenceEquals(turned, s.Body) && ReferenceEquals(stepped, s.Step) && ReferenceEquals(test, s.While) ? s : s with { Body = turned, Step = stepped, While = test });
        return s.Condition is not (null or Constant { IsTrue: true }) || test is not (null or Constant { IsTrue: true }) || _reached.Contains(s.Break.Id);
    }

    /// <summary>Whether the loop's condition is false for the constant that its counter starts with: no rounds were chosen.</summary>
    private static bool NeverStarts(Loop loop, List<Statement> before)
    {
        if (loop.Condition is null || before.Count == 0 || before[before.Count - 1] is not Declare { Value: Constant start, Local: var counter })
            return false;
        var first = new Substitution(new() { [counter.Id] = start }).Visit(loop.Condition);
        return new ConstantFolding().Visit(first) is Constant { IsTrue: false };
    }

    private bool CleanExit(Exit s, Continuation next, List<Statement> output)
    {
        var target = s.Target;
        if (next.Reaches(target))
            return true;

        // A label that stands right before another place stands for it: the end of a turn, or of the function.
        while (_aliases.TryGetValue(target.Id, out var alias))
        {
            if (alias.IsEnd)
            {
                output.Add(new Return([]) { Origin = s.Origin });
                return false;
            }

            if (alias.Label is null)
                break;
            target = alias.Label;
        }

        _reached.Add(target.Id);
        output.Add(target.Equals(s.Target) ? s : s with { Target = target });
        return false;
    }

    /// <summary>The branch of an if without an end that jumps to where the statements after the if lead.</summary>
    private (bool InThen, Block Kept, Block Other)? Jumping(If branch, Continuation next)
    {
        if (branch.Condition is Constant)
            return null;
        if (WithoutJump(branch.Then, next) is { } then)
            return (true, then, branch.Else);
        return WithoutJump(branch.Else, next) is { } otherwise ? (false, otherwise, branch.Then) : null;
    }

    private Block? WithoutJump(Block block, Continuation next)
    {
        var statements = block.Statements;
        if (statements.Count == 0 || statements[statements.Count - 1] is not Exit { Target: var target } || !_aliases.ContainsKey(target.Id) || !next.Reaches(target))
            return null;
        return new Block(statements.Take(statements.Count - 1).ToEquatableArray());
    }

    /// <summary>What comes after a statement.</summary>
    /// <param name="Label">A label that stands there, or null.</param>
    /// <param name="IsEnd">Whether a function without results ends there.</param>
    /// <param name="After">What comes right after that label.</param>
    private sealed record Continuation(Label? Label, bool IsEnd, Continuation? After)
    {
        /// <summary>Another statement.</summary>
        public static readonly Continuation Other = new(null, false, null);

        /// <summary>Whether falling through leads to the label.</summary>
        public bool Reaches(Label label)
        {
            for (var at = this; at is not null; at = at.After)
            {
                if (label.Equals(at.Label))
                    return true;
            }

            return false;
        }
    }
}
