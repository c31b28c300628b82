using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Finds uses of varied values that have no derivative (refused) or lose it (reported).</summary>
internal sealed class ActiveUses : Walker
{
    private readonly FunctionFacts _facts;
    private readonly List<Refusal> _refusals = [];
    private readonly List<DerivativeLoss> _losses = [];
    private Origin _origin;
    private bool _inCondition;

    private ActiveUses(FunctionFacts facts) => _facts = facts;

    /// <summary>What in a function cannot be differentiated.</summary>
    public static IReadOnlyList<Refusal> Refusals(FunctionFacts facts) => Of(facts)._refusals;

    /// <summary>Where in a function derivatives are lost.</summary>
    public static IReadOnlyList<DerivativeLoss> Losses(FunctionFacts facts) => Of(facts)._losses;

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        _origin = statement.Origin;
        switch (statement)
        {
            case If s:
                Condition(s.Condition);
                Visit(s.Then);
                Visit(s.Else);
                return;
            case Loop s:
                Condition(s.Condition);
                Condition(s.While);
                Visit(s.Body);
                Visit(s.Step);
                return;
            case Throw:
                return;
            case Declare s:
                CheckArray(s.Local, s.Origin);
                CheckRows(s.Local, s.Value);
                break;
            case Assign { Target: LocalPlace target } s:
                CheckRows(target.Local, s.Value);
                break;
        }

        // What only decides which way to go has no derivative to lose.
        var outer = _inCondition;
        _inCondition = statement is Assign { Value.Type: ScalarType { Kind: ScalarKind.Bool } } or Declare { Value.Type: ScalarType { Kind: ScalarKind.Bool } };
        base.Visit(statement);
        _inCondition = outer;
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Extern e when e.Operands.FirstOrDefault(IsVariedValue) is { } operand:
                if (e.Type.IsDifferentiable)
                {
                    _refusals.Add(new Refusal(
                        $"'{Text(e)}' receives a value that is differentiated but has no known derivative; give it source in this compilation, or compute it from System.Math.", Place(e)));
                }
                else if (!_inCondition && e.Type != ScalarType.Bool)
                {
                    Lose(e, $"The derivative is lost in '{Text(e)}'.");
                }

                break;
            case Element { Type.IsDifferentiable: true } e when IsChosen(e.Array):
                _refusals.Add(new Refusal("An element of an array without a name is read; give the array a local first.", Place(e)));
                break;
            case Convert { Target: ScalarType { IsInteger: true } } e when _facts.IsVaried(e.Operand):
                Lose(e, "The derivative is lost in the conversion to an integer.");
                break;
            case MathCall e when Derivatives.IsStep(e.Function) && _facts.IsVaried(e.Arguments[0]):
                Lose(e, $"The derivative is lost in Math.{e.Function.CSharpName()}: it is zero wherever it exists.");
                break;
            case Conditional e:
                Condition(e.Condition);
                Visit(e.WhenTrue);
                Visit(e.WhenFalse);
                return;
        }

        base.Visit(expression);
    }

    private static ActiveUses Of(FunctionFacts facts)
    {
        var uses = new ActiveUses(facts);
        if (facts.Function.IsClosed)
            return uses;
        foreach (var parameter in facts.Function.Parameters)
            uses.CheckArray(parameter, default);
        uses.Visit(facts.Function.Body);
        return uses;
    }

    private void CheckArray(Local local, Origin origin)
    {
        if (local.Type is ArrayType && ((ArrayType)ArrayLevels.Innermost(local).Type).Element is StructType structure && _facts.IsActive(local)
            && StructShape.Leaves(structure, "").Any(static leaf => leaf.Type is ArrayType))
        {
            _refusals.Add(new Refusal($"{local.Name} holds arrays inside structs; use an array of arrays.", origin));
        }
    }

    // What other C# made has rows that nothing here made shadows for.
    private void CheckRows(Local local, Expression? value)
    {
        if (value is Extern made && ArrayLevels.IsJagged(local.Type) && _facts.IsActive(local))
            _refusals.Add(new Refusal($"'{Text(made)}' makes an array of arrays that is differentiated; copy its rows into arrays of the method.", Place(made)));
    }

    // One of several arrays: which one the shadow belongs to has no name. Other C# hands over arrays without derivatives.
    private static bool IsChosen(Expression array) => array switch
    {
        Conditional => true,
        Convert e => IsChosen(e.Operand),
        Element e => IsChosen(e.Array),
        _ => false,
    };

    private bool IsVariedValue(Expression operand) =>
        operand.Type is ArrayType ? Reads.Root(operand) is { } array && _facts.IsVaried(array) : _facts.IsVaried(operand);

    private void Condition(Expression? condition)
    {
        if (condition is null)
            return;
        var outer = _inCondition;
        _inCondition = true;
        Visit(condition);
        _inCondition = outer;
    }

    private void Lose(Expression expression, string message)
    {
        if (!_inCondition)
            _losses.Add(new DerivativeLoss(message, Place(expression)));
    }

    private Origin Place(Expression expression) => expression.Origin.Path is null ? _origin : expression.Origin;

    private static string Text(Extern expression) => expression.Origin.Text ?? expression.Template;
}
