using System.Collections.Generic;
using static LearnSharp.Ir.Formula;

namespace LearnSharp.Ir;

/// <summary>Writes, for single statements, the statements that take the adjoint of what they store and add it, times the partial derivatives, to the adjoints of what they read.</summary>
internal sealed partial class AdjointWriter
{
    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;
    private List<Statement> _out = [];
    private bool _callsAlone;

    private AdjointWriter(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans) => (_plan, _plans) = (plan, plans);

    private FunctionFacts Facts => _plan.Facts;

    /// <summary>Fills <see cref="ActionNode.Adjoint"/> in a whole plan.</summary>
    public static void Write(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans) => new AdjointWriter(plan, plans).Visit(plan.Body);

    /// <summary>Writes the adjoints of calls again, for what has become known of the functions called.</summary>
    public static void WriteCalls(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans) => new AdjointWriter(plan, plans) { _callsAlone = true }.Visit(plan.Body);

    private void Visit(Node node)
    {
        switch (node)
        {
            case ActionNode { IsReversibleCall: false } when _callsAlone:
                break;
            case ActionNode action:
                _out = action.Adjoint;
                _out.Clear();
                Write(action);
                action.AdjointReads = Reads.Of(action.Adjoint);
                break;
            case SequenceNode sequence:
                foreach (var child in sequence.Nodes)
                    Visit(child);
                PairedFunctions.Share(sequence, _plan);
                break;
            case LabelledNode labelled:
                Visit(labelled.Body);
                break;
            case BranchNode branch:
                Visit(branch.Then);
                Visit(branch.Else);
                break;
            case LoopNode loop:
                Visit(loop.Turn);
                break;
        }
    }

    private void Write(ActionNode node)
    {
        if (node.IsSelecting)
            return;
        if (node.Selection is { } selection)
        {
            WriteSelection(selection);
            return;
        }

        switch (node.Statement)
        {
            case Declare { Value: { } value } s when s.Local.Type is ScalarType && Facts.IsActive(s.Local):
                // The adjoint's scope ends here: nothing has to be cleared. The local holds the result.
                Propagate(value, new LocalRead(_plan.AdjointOf(s.Local)), new LocalRead(s.Local));
                break;
            case Assign { Target: LocalPlace target } s when s.Value.Type is ScalarType && Facts.IsActive(target.Local):
                WriteAssign(target.Local, s.Value, node.IsFirst);
                break;
            case Assign { Target: ElementPlace or FieldPlace } s when Facts.IsActive(PlanBuilder.ElementArray(s.Target)):
                WriteStore(s.Target, s.Value);
                break;
            case Call s when node.IsReversibleCall:
                WriteCall(s, _plans[s.Function]);
                node.ElementsRead.Clear();
                AddElementsRead(node, s, _plans[s.Function]);
                break;
        }
    }

    private static void AddElementsRead(ActionNode node, Call call, FunctionPlan callee)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            foreach (var (taken, given) in ArrayLevels.Handed(callee.Function.Parameters[i], call.Arguments[i]))
            {
                if (given is not null && callee.LevelsRead.Contains(taken))
                    node.ElementsRead.Add(given);
            }
        }
    }

    private void WriteAssign(Local target, Expression value, bool isFirst)
    {
        var adjoint = _plan.AdjointOf(target);
        if (isFirst)
        {
            Propagate(value, new LocalRead(adjoint), null);
            return;
        }

        if (SelfSum.Split(value, new LocalRead(target)) is { } self && !LocalSearch.FindsRead(self.Added, target))
        {
            // x = x + e: the adjoint of the old x is that of the new one.
            if (Facts.IsVaried(self.Added))
                Propagate(self.Added, self.Negated ? Negate(new LocalRead(adjoint)) : new LocalRead(adjoint), null);
            return;
        }

        if (!Facts.IsVaried(value))
        {
            _out.Add(new Assign(new LocalPlace(adjoint), Zero(target.Type)));
            return;
        }

        var taken = _plan.Ids.Local(target.Type, adjoint.Name);
        _out.Add(new Declare(taken, new LocalRead(adjoint)));
        _out.Add(new Assign(new LocalPlace(adjoint), Zero(target.Type)));
        Propagate(value, new LocalRead(taken), null);
    }

    private void WriteSelection(RunningSelection selection)
    {
        var outer = _out;
        _out = [];
        var adjoint = _plan.AdjointOf(selection.Kept);
        var taken = _plan.Ids.Local(adjoint.Type, adjoint.Name);
        _out.Add(new Declare(taken, new LocalRead(adjoint)));
        _out.Add(new Assign(new LocalPlace(adjoint), Zero(adjoint.Type)));
        Propagate(selection.Seen, new LocalRead(taken), null);
        var body = new Block(_out.ToEquatableArray());
        _out = outer;
        _out.Add(new If(new Binary(BinaryOperator.GreaterOrEqual, new LocalRead(selection.Last), Constant.Of(0)), body, Block.Empty));
    }

    private Place ShadowOf(Place place) => place switch
    {
        ElementPlace p => p with { Array = _plan.ShadowOf(p.Array) },
        FieldPlace p => p with { Struct = ShadowOf(p.Struct) },
        _ => throw new System.InvalidOperationException("A local is no element."),
    };

    private void WriteStore(Place target, Expression value)
    {
        if (!target.Type.IsDifferentiable || target.Type is ArrayType)
            return;
        var shadow = ShadowOf(target);
        if (target.Type is StructType)
        {
            WriteStructStore(shadow, value);
            return;
        }

        if (SelfSum.Split(value, target.Read) is { } self)
        {
            if (!Facts.IsVaried(self.Added))
                return;
            var kept = Bind(shadow.Read, "d");
            Propagate(self.Added, self.Negated ? Negate(kept) : kept, null);
            return;
        }

        if (!Facts.IsVaried(value))
        {
            _out.Add(new Assign(shadow, Zero(target.Type)));
            return;
        }

        var taken = Bind(shadow.Read, "d");
        _out.Add(new Assign(shadow, Zero(target.Type)));
        Propagate(value, taken, null);
    }

    private void WriteCall(Call s, FunctionPlan callee)
    {
        var arguments = new List<Expression>();
        var targets = new List<Place?>();
        var received = new List<(Expression Argument, Local Adjoint)>();
        for (var i = 0; i < s.Arguments.Count; i++)
        {
            var parameter = callee.Function.Parameters[i];
            if (callee.NeededParameters.Contains(i))
                arguments.Add(s.Arguments[i]);
            if (parameter.Type is ArrayType || !callee.Facts.IsActive(parameter))
                continue;
            if (!Facts.IsVaried(s.Arguments[i]))
            {
                targets.Add(null);
                continue;
            }

            var adjoint = _plan.Ids.Local(parameter.Type, FunctionPlan.AdjointName(parameter.Name));
            _out.Add(new Declare(adjoint, null));
            targets.Add(new LocalPlace(adjoint));
            received.Add((s.Arguments[i], adjoint));
        }

        for (var i = 0; i < s.Arguments.Count; i++)
        {
            var parameter = callee.Function.Parameters[i];
            if (parameter.Type is ArrayType && callee.Facts.IsActive(parameter))
                arguments.Add(_plan.ShadowOf(s.Arguments[i]));
        }

        for (var k = 0; k < s.Targets.Count; k++)
        {
            var result = callee.Function.Results[k];
            if (result.Type is ArrayType || !callee.Facts.IsActive(result))
                continue;
            var isActive = s.Targets[k] is LocalPlace target && Facts.IsActive(target.Local);
            arguments.Add(isActive ? new LocalRead(_plan.AdjointOf(((LocalPlace)s.Targets[k]!).Local)) : Zero(result.Type));
        }

        _out.Add(new Call(targets.ToEquatableArray(), SplitNames.ReverseId(callee), arguments.ToEquatableArray()));
        foreach (var (argument, adjoint) in received)
            Propagate(argument, new LocalRead(adjoint), null);
    }

    private LocalRead Bind(Expression value, string name)
    {
        if (value is LocalRead read)
            return read;
        var local = _plan.Ids.Local(value.Type, name);
        _out.Add(new Declare(local, value));
        return new LocalRead(local);
    }

    private static bool IsSimple(Expression expression) => expression switch
    {
        LocalRead or Constant => true,
        Unary { Operator: UnaryOperator.Negate, Operand: LocalRead } => true,
        _ => false,
    };

    private Expression Simple(Expression expression) => IsSimple(expression) ? expression : Bind(expression, "d");

    /// <summary>Adds an adjoint to those of everything active in an expression.</summary>
    /// <param name="expression">The expression that the forward sweep evaluated.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="result">Where its value is kept, if anywhere.</param>
    private void Propagate(Expression expression, Expression adjoint, Expression? result)
    {
        if (!Facts.IsVaried(expression))
            return;
        switch (expression)
        {
            case LocalRead e:
                if (Facts.IsActive(e.Local))
                    Accumulate(new LocalPlace(_plan.AdjointOf(e.Local)), adjoint);
                break;
            case Element e:
                if (Facts.IsActive(Reads.Root(e.Array)!))
                    Accumulate(new ElementPlace(_plan.ShadowOf(e.Array), e.Index), adjoint);
                break;
            case FieldRead e:
                AccumulateField(e, adjoint);
                break;
            case Unary { Operator: UnaryOperator.Negate } e:
                Propagate(e.Operand, Negate(adjoint), null);
                break;
            case Convert e:
                Propagate(e.Operand, e.Operand.Type.Equals(adjoint.Type) ? adjoint : new Convert(e.Operand.Type, adjoint), null);
                break;
            case Binary { Operator: BinaryOperator.WithDerivativeOf } e:
                Propagate(e.Right, adjoint, null);
                break;
            case Binary e:
                PropagateBinary(e, adjoint, result ?? e);
                break;
            case Conditional e:
                PropagateChoice(e, Simple(adjoint));
                break;
            case MathCall e when Derivatives.IsSelection(e.Function):
                PropagateSelection(e, Simple(adjoint), result ?? e);
                break;
            case MathCall e:
                PropagateCall(e, adjoint, result ?? e);
                break;
            default:
                throw new System.InvalidOperationException($"An active {expression.GetType().Name} reached the adjoint; it should have been lowered.");
        }
    }

    private void PropagateBinary(Binary e, Expression adjoint, Expression result)
    {
        if (e.Operator == BinaryOperator.Multiply && e.Left.Equals(e.Right))
        {
            Propagate(e.Left, Multiply(adjoint, Multiply(Constant.Floating(e.Type, 2), e.Left)), null);
            return;
        }

        var both = Facts.IsVaried(e.Left) && Facts.IsVaried(e.Right);
        var flowing = both ? Simple(adjoint) : adjoint;
        if (Facts.IsVaried(e.Left))
            Propagate(e.Left, Scaled(flowing, Derivatives.Partial(e, 0, result)), null);
        if (Facts.IsVaried(e.Right))
            Propagate(e.Right, Scaled(flowing, Derivatives.Partial(e, 1, result)), null);
    }

    // Passive factors are multiplied with each other first: what does not change in a loop then stands together.
    private Expression Scaled(Expression adjoint, Expression partial) => (adjoint, partial) switch
    {
        (Binary { Operator: BinaryOperator.Multiply } product, _) when !Facts.IsVaried(partial) && !Facts.IsVaried(product.Right) =>
            Multiply(product.Left, Multiply(product.Right, partial)),
        (Binary { Operator: BinaryOperator.Divide } quotient, not Binary { Operator: BinaryOperator.Divide }) when !Facts.IsVaried(partial) && !Facts.IsVaried(quotient.Right)
            && !IsOne(partial) => Multiply(quotient.Left, Divide(partial, quotient.Right)),
        _ => Multiply(adjoint, partial),
    };

    private void PropagateCall(MathCall e, Expression adjoint, Expression result)
    {
        var active = 0;
        for (var i = 0; i < e.Arguments.Count; i++)
            active += IsActiveOperand(e, i) ? 1 : 0;
        var flowing = active > 1 ? Simple(adjoint) : adjoint;
        for (var i = 0; i < e.Arguments.Count; i++)
        {
            if (IsActiveOperand(e, i))
                Propagate(e.Arguments[i], Multiply(flowing, Derivatives.Partial(e, i, result)), null);
        }
    }

    private bool IsActiveOperand(MathCall e, int position) => !Derivatives.IsPassiveOperand(e.Function, position) && Facts.IsVaried(e.Arguments[position]);

    // Not a product with zero or one: what is not chosen must get a zero whatever its own derivatives are.
    private void PropagateChoice(Conditional e, Expression adjoint)
    {
        var none = Zero(e.Type);
        Propagate(e.WhenTrue, new Conditional(e.Condition, adjoint, none), null);
        Propagate(e.WhenFalse, new Conditional(e.Condition, none, adjoint), null);
    }

    private void PropagateSelection(MathCall e, Expression adjoint, Expression result)
    {
        var order = Derivatives.SelectionOrder(e.Function);
        if (Facts.Selects)
        {
            PropagateSelected(e, order, adjoint, result);
            return;
        }

        var otherwise = Collected(e.Arguments[order[order.Count - 1]], adjoint);
        for (var i = order.Count - 2; i >= 0; i--)
        {
            var then = Collected(e.Arguments[order[i]], adjoint);
            var condition = Derivatives.Selects(e, order[i], result);
            if (then.Statements.IsEmpty && otherwise.Statements.IsEmpty)
                continue;
            otherwise = then.Statements.IsEmpty
                ? new Block([new If(new Unary(UnaryOperator.Not, condition), otherwise, then)])
                : new Block([new If(condition, then, otherwise)]);
        }

        _out.AddRange(otherwise.Statements);
    }

    private void PropagateSelected(MathCall e, EquatableArray<int> order, Expression adjoint, Expression result)
    {
        var none = Zero(e.Type);
        var remaining = adjoint;
        for (var i = 0; i < order.Count - 1; i++)
        {
            var condition = Bind(Derivatives.Selects(e, order[i], result), "selected");
            Propagate(e.Arguments[order[i]], new Conditional(condition, remaining, none), null);
            remaining = Simple(new Conditional(condition, none, remaining));
        }

        Propagate(e.Arguments[order[order.Count - 1]], remaining, null);
    }

    private Block Collected(Expression operand, Expression adjoint)
    {
        var outer = _out;
        _out = [];
        Propagate(operand, adjoint, null);
        var block = new Block(_out.ToEquatableArray());
        _out = outer;
        return block;
    }

    private void Accumulate(Place place, Expression amount) => _out.Add(new Assign(place, Add(place.Read, amount)));
}
