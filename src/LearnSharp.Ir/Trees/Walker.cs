using System;

namespace LearnSharp.Ir;

/// <summary>
/// Visits a tree without changing it; an analysis overrides what it looks for and calls the base to go on into the children. Children are visited in
/// the order in which they are evaluated.
/// </summary>
public abstract class Walker
{
    /// <summary>Visits every function of a program: the root first, then the callees in order.</summary>
    public virtual void Visit(IrProgram program)
    {
        Visit(program.Root);
        foreach (var callee in program.Callees)
            Visit(callee);
    }

    /// <summary>Visits a function's body.</summary>
    public virtual void Visit(Function function) => Visit(function.Body);

    /// <summary>Visits the statements of a block, wherever it stands: a body, a branch, a step, or a statement of its own.</summary>
    public virtual void Visit(Block block)
    {
        foreach (var statement in block.Statements)
            Visit(statement);
    }

    /// <summary>Visits a statement: its places and expressions, then the blocks inside.</summary>
    /// <exception cref="InvalidOperationException">The statement is of a kind that the walker does not know.</exception>
    public virtual void Visit(Statement statement)
    {
        switch (statement)
        {
            case Block s:
                Visit(s);
                break;
            case Labelled s:
                Visit(s.Body);
                break;
            case Declare s:
                VisitOptional(s.Value);
                break;
            case Assign s:
                Visit(s.Target);
                Visit(s.Value);
                break;
            case Call s:
                foreach (var target in s.Targets)
                {
                    if (target is not null)
                        Visit(target);
                }

                VisitAll(s.Arguments);
                break;
            case If s:
                Visit(s.Condition);
                Visit(s.Then);
                Visit(s.Else);
                break;
            case Loop s:
                VisitOptional(s.Condition);
                Visit(s.Body);
                Visit(s.Step);
                VisitOptional(s.While);
                break;
            case Return s:
                VisitAll(s.Values);
                break;
            case Throw s:
                Visit(s.Exception);
                break;
            case Evaluate s:
                Visit(s.Value);
                break;
            case Push s:
                Visit(s.Value);
                break;
            case Pop s:
                Visit(s.Target);
                break;
            case PushElements s:
                Visit(s.Array);
                Visit(s.Start);
                Visit(s.End);
                break;
            case PopElements s:
                Visit(s.Array);
                Visit(s.Start);
                Visit(s.End);
                break;
            case Exit or Comment:
                break;
            default:
                throw Unknown(statement);
        }
    }

    /// <summary>Visits an expression's operands.</summary>
    /// <exception cref="InvalidOperationException">The expression is of a kind that the walker does not know.</exception>
    public virtual void Visit(Expression expression)
    {
        switch (expression)
        {
            case Constant or LocalRead or Default:
                break;
            case Unary e:
                Visit(e.Operand);
                break;
            case Binary e:
                Visit(e.Left);
                Visit(e.Right);
                break;
            case Conditional e:
                Visit(e.Condition);
                Visit(e.WhenTrue);
                Visit(e.WhenFalse);
                break;
            case Convert e:
                Visit(e.Operand);
                break;
            case MathCall e:
                VisitAll(e.Arguments);
                break;
            case Element e:
                Visit(e.Array);
                Visit(e.Index);
                break;
            case Length e:
                Visit(e.Array);
                break;
            case Slice e:
                Visit(e.Array);
                Visit(e.Start);
                Visit(e.Count);
                break;
            case FieldRead e:
                Visit(e.Struct);
                break;
            case StructNew e:
                VisitAll(e.Fields);
                break;
            case ArrayNew e:
                Visit(e.Length);
                break;
            case ArrayRent e:
                Visit(e.Length);
                break;
            case ArrayLiteral e:
                VisitAll(e.Elements);
                break;
            case Extern e:
                VisitAll(e.Operands);
                break;
            default:
                throw Unknown(expression);
        }
    }

    /// <summary>
    /// Visits the expressions inside a place. The place is about to be written (or, in a <see cref="FieldPlace"/>, partly written).
    /// </summary>
    /// <exception cref="InvalidOperationException">The place is of a kind that the walker does not know.</exception>
    public virtual void Visit(Place place)
    {
        switch (place)
        {
            case LocalPlace:
                break;
            case ElementPlace p:
                Visit(p.Array);
                Visit(p.Index);
                break;
            case FieldPlace p:
                Visit(p.Struct);
                break;
            default:
                throw Unknown(place);
        }
    }

    private static InvalidOperationException Unknown(object node) => new($"The walker does not know {node.GetType().Name}.");

    private void VisitAll(EquatableArray<Expression> expressions)
    {
        foreach (var expression in expressions)
            Visit(expression);
    }

    private void VisitOptional(Expression? expression)
    {
        if (expression is not null)
            Visit(expression);
    }
}
