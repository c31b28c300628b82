using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Whether every turn of a loop has an array for itself: it stores all elements before it reads any, so that nothing goes from one turn to the next.</summary>
internal sealed class OwnArrays
{
    private readonly FunctionPlan _plan;
    private readonly Local _class;

    private OwnArrays(FunctionPlan plan, Local of) => (_plan, _class) = (plan, of);

    /// <summary>Whether no turn of a loop reads an element of an array's class that it has not stored itself.</summary>
    public static bool IsOwn(LoopNode loop, Local of, FunctionPlan plan)
    {
        var arrays = new OwnArrays(plan, of);
        return !(loop.Loop.Condition is { } condition && arrays.IsRead(condition)) && !arrays.Touches(loop.Step) && arrays.Visit(loop.Body.Body) != State.Exposed;
    }

    /// <summary>Whether a loop stores every element of an array's class, and reads none that it has not stored itself.</summary>
    public static bool IsStoredBy(LoopNode loop, Local of, FunctionPlan plan) => new OwnArrays(plan, of).Visit(loop) == State.Stored;

    private State Visit(Node node)
    {
        switch (node)
        {
            case ActionNode action:
                return Mentions(action.Statement) ? State.Exposed : State.Open;
            case SequenceNode sequence:
                foreach (var child in sequence.Nodes)
                {
                    if (Visit(child) is not State.Open and var state)
                        return state;
                }

                return State.Open;
            case BranchNode branch:
            {
                if (IsRead(branch.Condition))
                    return State.Exposed;
                var (then, otherwise) = (Visit(branch.Then), Visit(branch.Else));
                return then == otherwise ? then : then == State.Exposed || otherwise == State.Exposed ? State.Exposed : State.Open;
            }

            case LoopNode loop:
                if ((loop.Loop.Condition is { } condition && IsRead(condition)) || (loop.Loop.While is { } last && IsRead(last)))
                    return State.Exposed;
                if (loop.Turn.Exits.Count == 0 && FullOverwrites.Of(loop, _plan).Contains(_class) && ReadsOnlyWhatItStored(loop))
                    return State.Stored;
                // It may not run at all.
                return Visit(loop.Turn) == State.Exposed ? State.Exposed : State.Open;
            case LabelledNode labelled:
                return labelled.Exits.Count > 0 || labelled.Body.Exits.Count > 0 ? (Touches(labelled) ? State.Exposed : State.Open) : Visit(labelled.Body);
            default:
                return State.Open;
        }
    }

    private bool Touches(Node node) => node.Written.Contains(_class) || _plan.Primal.Any(local => IsMember(local) && node.Mentions(local));

    // for (i = 0; …) { …; a[i] = …; … a[i] … }
    private bool ReadsOnlyWhatItStored(LoopNode loop)
    {
        var stored = false;
        return Walk(loop.Body.Body);

        bool Walk(SequenceNode sequence)
        {
            foreach (var node in sequence.Nodes)
            {
                if (node is SequenceNode inner)
                {
                    if (!Walk(inner))
                        return false;
                }
                else if (node is ActionNode { Statement: Assign { Target: ElementPlace { Array: LocalRead { Local: var array }, Index: LocalRead { Local: var index } } } s }
                    && IsMember(array) && index.Equals(loop.Counter!.Local))
                {
                    if (IsRead(s.Value) && !stored)
                        return false;
                    stored = true;
                }
                else if (node is ActionNode { Statement: var statement } && Mentions(statement) && !(stored && new ReadsAt(this, loop.Counter!.Local).Only(statement)))
                {
                    return false;
                }
                else if (node is not ActionNode && Touches(node))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private bool IsMember(Local local) => local.Type is ArrayType && !_plan.IsShadow(local) && _plan.Facts.Classes.Of(local).Equals(_class);

    private bool Mentions(Statement statement) => LearnSharp.Ir.Mentions.Of(statement).Any(IsMember);

    private bool IsRead(Expression expression) => Reads.Of(expression).Locals.Any(IsMember);

    private enum State
    {
        /// <summary>Neither read nor stored yet.</summary>
        Open,

        /// <summary>Stored in full.</summary>
        Stored,

        /// <summary>Read, or stored in part, before it was stored in full.</summary>
        Exposed,
    }

    /// <summary>Whether a statement mentions the array only to read the element at a local.</summary>
    private sealed class ReadsAt(OwnArrays owner, Local index) : Walker
    {
        private bool _others;

        public bool Only(Statement statement)
        {
            Visit(statement);
            return !_others;
        }

        public override void Visit(Expression expression)
        {
            if (expression is Element { Array: LocalRead { Local: var array }, Index: LocalRead { Local: var at } } && owner.IsMember(array) && at.Equals(index))
                return;
            _others |= expression is LocalRead read && owner.IsMember(read.Local);
            base.Visit(expression);
        }
    }
}
