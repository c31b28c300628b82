using System;

namespace LearnSharp.Ir;

/// <summary>
/// Rebuilds a tree bottom-up; a pass overrides what it changes. Nodes whose children did not change are returned as they are. Statements may be
/// replaced by any number of statements.
/// </summary>
public abstract class Rewriter
{
    /// <summary>Rewrites a function's body.</summary>
    public virtual Function Visit(Function function)
    {
        var body = Visit(function.Body);
        return ReferenceEquals(body, function.Body) ? function : function with { Body = body };
    }

    /// <summary>Rewrites the statements of a block.</summary>
    public virtual Block Visit(Block block)
    {
        System.Collections.Generic.List<Statement>? changed = null;
        for (var i = 0; i < block.Statements.Count; i++)
        {
            var statement = block.Statements[i];
            var visited = Visit(statement);
            if (changed is null)
            {
                if (visited.Count == 1 && ReferenceEquals(visited[0], statement))
                    continue;
                changed = [];
                for (var j = 0; j < i; j++)
                    changed.Add(block.Statements[j]);
            }

            changed.AddRange(visited);
        }

        return changed is null ? block : block with { Statements = changed.ToEquatableArray() };
    }

    /// <summary>Rewrites a statement into the statements that take its place.</summary>
    public virtual EquatableArray<Statement> Visit(Statement statement) => VisitChildren(statement).Alone;

    /// <summary>Rewrites an expression.</summary>
    public virtual Expression Visit(Expression expression) => VisitChildren(expression);

    /// <summary>Rewrites a place.</summary>
    public virtual Place Visit(Place place) => place switch
    {
        LocalPlace => place,
        ElementPlace p => Changed(p.Array, Visit(p.Array), p.Index, Visit(p.Index)) is (true, var a, var i) ? new ElementPlace(a, i) : p,
        FieldPlace p => Visit(p.Struct) is var s && ReferenceEquals(s, p.Struct) ? p : new FieldPlace(s, p.Index),
        _ => throw Unknown(place),
    };

    /// <summary>The statement with rewritten children.</summary>
    protected Statement VisitChildren(Statement statement)
    {
        switch (statement)
        {
            case Block s:
                return Visit(s);
            case Labelled s:
                return Visit(s.Body) is var body && ReferenceEquals(body, s.Body) ? s : s with { Body = body };
            case Declare s:
                return VisitOptional(s.Value) is var value && ReferenceEquals(value, s.Value) ? s : s with { Value = value };
            case Assign s:
            {
                var target = Visit(s.Target);
                var assigned = Visit(s.Value);
                return ReferenceEquals(target, s.Target) && ReferenceEquals(assigned, s.Value) ? s : s with { Target = target, Value = assigned };
            }

            case Call s:
            {
                var targets = Targets(s.Targets);
                var handed = Arguments(s.Arguments);
                return targets is null && handed is null ? s : s with { Targets = targets ?? s.Targets, Arguments = handed ?? s.Arguments };
            }

            case If s:
            {
                var condition = Visit(s.Condition);
                var then = Visit(s.Then);
                var otherwise = Visit(s.Else);
                return ReferenceEquals(condition, s.Condition) && ReferenceEquals(then, s.Then) && ReferenceEquals(otherwise, s.Else)
                    ? s
                    : s with { Condition = condition, Then = then, Else = otherwise };
            }

            case Loop s:
            {
                var condition = VisitOptional(s.Condition);
                var turn = Visit(s.Body);
                var step = Visit(s.Step);
                var test = VisitOptional(s.While);
                return ReferenceEquals(condition, s.Condition) && ReferenceEquals(turn, s.Body) && ReferenceEquals(step, s.Step) && ReferenceEquals(test, s.While)
                    ? s
                    : s with { Condition = condition, Body = turn, Step = step, While = test };
            }

            case Return s:
                return Arguments(s.Values) is { } values ? s with { Values = values } : s;
            case Throw s:
                return Visit(s.Exception) is var exception && ReferenceEquals(exception, s.Exception) ? s : s with { Exception = exception };
            case Evaluate s:
                return Visit(s.Value) is var evaluated && ReferenceEquals(evaluated, s.Value) ? s : s with { Value = evaluated };
            case Push s:
                return Visit(s.Value) is var pushed && ReferenceEquals(pushed, s.Value) ? s : s with { Value = pushed };
            case Pop s:
                return Visit(s.Target) is var popped && ReferenceEquals(popped, s.Target) ? s : s with { Target = popped };
            case PushElements s:
                return Range(s.Array, s.Start, s.End) is (true, var savedArray, var savedStart, var savedEnd)
                    ? new PushElements(savedArray, savedStart, savedEnd) { Origin = s.Origin }
                    : s;
            case PopElements s:
                return Range(s.Array, s.Start, s.End) is (true, var restoredArray, var restoredStart, var restoredEnd)
                    ? new PopElements(restoredArray, restoredStart, restoredEnd) { Origin = s.Origin }
                    : s;
            case Exit or Comment:
                return statement;
            default:
                throw Unknown(statement);
        }
    }

    /// <summary>The expression with rewritten children.</summary>
    protected Expression VisitChildren(Expression expression)
    {
        switch (expression)
        {
            case Constant or LocalRead or Default:
                return expression;
            case Unary e:
                return Visit(e.Operand) is var operand && ReferenceEquals(operand, e.Operand) ? e : e with { Operand = operand };
            case Binary e:
                return Changed(e.Left, Visit(e.Left), e.Right, Visit(e.Right)) is (true, var left, var right) ? e with { Left = left, Right = right } : e;
            case Conditional e:
            {
                var condition = Visit(e.Condition);
                var whenTrue = Visit(e.WhenTrue);
                var whenFalse = Visit(e.WhenFalse);
                return ReferenceEquals(condition, e.Condition) && ReferenceEquals(whenTrue, e.WhenTrue) && ReferenceEquals(whenFalse, e.WhenFalse)
                    ? e
                    : e with { Condition = condition, WhenTrue = whenTrue, WhenFalse = whenFalse };
            }

            case Convert e:
                return Visit(e.Operand) is var converted && ReferenceEquals(converted, e.Operand) ? e : e with { Operand = converted };
            case MathCall e:
                return Arguments(e.Arguments) is { } arguments ? e with { Arguments = arguments } : e;
            case Element e:
                return Changed(e.Array, Visit(e.Array), e.Index, Visit(e.Index)) is (true, var array, var index)
                    ? e with { Array = array, Index = index }
                    : e;
            case Length e:
                return Visit(e.Array) is var measured && ReferenceEquals(measured, e.Array) ? e : e with { Array = measured };
            case Slice e:
                return Range(e.Array, e.Start, e.Count) is (true, var sliced, var start, var count) ? new Slice(sliced, start, count) { Origin = e.Origin } : e;
            case FieldRead e:
                return Visit(e.Struct) is var of && ReferenceEquals(of, e.Struct) ? e : e with { Struct = of };
            case StructNew e:
                return Arguments(e.Fields) is { } fields ? e with { Fields = fields } : e;
            case ArrayNew e:
                return Visit(e.Length) is var length && ReferenceEquals(length, e.Length) ? e : e with { Length = length };
            case ArrayRent e:
                return Visit(e.Length) is var rented && ReferenceEquals(rented, e.Length) ? e : e with { Length = rented };
            case ArrayLiteral e:
                return Arguments(e.Elements) is { } elements ? e with { Elements = elements } : e;
            case Extern e:
                return Arguments(e.Operands) is { } operands ? e with { Operands = operands } : e;
            default:
                throw Unknown(expression);
        }
    }

    private static (bool Changed, Expression First, Expression Second) Changed(
        Expression first, Expression newFirst, Expression second, Expression newSecond) =>
        (!ReferenceEquals(first, newFirst) || !ReferenceEquals(second, newSecond), newFirst, newSecond);

    private (bool Changed, Expression Array, Expression First, Expression Second) Range(Expression array, Expression first, Expression second)
    {
        var (newArray, newFirst, newSecond) = (Visit(array), Visit(first), Visit(second));
        return (!ReferenceEquals(array, newArray) || !ReferenceEquals(first, newFirst) || !ReferenceEquals(second, newSecond), newArray, newFirst, newSecond);
    }

    private static InvalidOperationException Unknown(object node) => new($"The rewriter does not know {node.GetType().Name}.");

    private Expression? VisitOptional(Expression? expression) => expression is null ? null : Visit(expression);

    private EquatableArray<Place?>? Targets(EquatableArray<Place?> targets)
    {
        Place?[]? changed = null;
        for (var i = 0; i < targets.Count; i++)
        {
            var visited = targets[i] is { } target ? Visit(target) : null;
            if (changed is null && !ReferenceEquals(visited, targets[i]))
                changed = targets.AsSpan().ToArray();
            if (changed is not null)
                changed[i] = visited;
        }

        return changed is null ? null : new EquatableArray<Place?>(changed);
    }

    private EquatableArray<Expression>? Arguments(EquatableArray<Expression> arguments)
    {
        Expression[]? changed = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var visited = Visit(arguments[i]);
            if (changed is null && !ReferenceEquals(visited, arguments[i]))
                changed = arguments.AsSpan().ToArray();
            if (changed is not null)
                changed[i] = visited;
        }

        return changed is null ? null : new EquatableArray<Expression>(changed);
    }
}
