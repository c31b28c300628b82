using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>Finds what cannot run in step: what is not made of numbers, and what throws where no row can be marked.</summary>
internal sealed class LockstepRestrictions : Walker
{
    private readonly List<Refusal> _refusals = [];
    private Origin _origin;

    private LockstepRestrictions()
    {
    }

    /// <summary>The refusals of a flat body.</summary>
    public static EquatableArray<Refusal> Find(Block body)
    {
        var restrictions = new LockstepRestrictions();
        restrictions.Visit(body);
        if (!Lockstep.IsOfUsefulSize(body))
            restrictions.Refuse("it is too long for one kernel");
        return restrictions._refusals.ToEquatableArray();
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement.Origin.Text is not null)
            _origin = statement.Origin;
        switch (statement)
        {
            case Evaluate or Push or Pop:
                Refuse("it has effects outside of its numbers");
                return;
            case Throw:
                // What is thrown is made by the ordinary program, which runs the row again.
                return;
            case Declare { Local.Type: not (ScalarType or EnumType) } s:
                Refuse($"{s.Local.Name} is {s.Local.Type}");
                break;
            case Assign { Target: not LocalPlace }:
                Refuse("it stores into an array");
                break;
        }

        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Element { Array: ArrayLiteral { Elements: var elements } } e:
                // An element of what was an array: one of several numbers.
                foreach (var element in elements)
                    Visit(element);
                Visit(e.Index);
                return;
            case Element or Length or ArrayNew or ArrayLiteral or ArrayRent:
                Refuse("it works with arrays");
                return;
            case Extern or FieldRead or StructNew:
                Refuse("it calls code that rows cannot see into");
                return;
            case LocalRead { Local.Type: not (ScalarType or EnumType) } e:
                Refuse($"{e.Local.Name} is {e.Local.Type}");
                return;
            case Binary { Checked: true, Type: ScalarType { Kind: ScalarKind.Long } } or Convert { Checked: true, Target: not ScalarType { Kind: ScalarKind.Int } }:
                Refuse("it checks for overflow of 64 bits");
                return;
            case MathCall { Function: MathFunction.RoundTo, Overload: ScalarType { Kind: ScalarKind.Float } }:
                Refuse("it rounds floats to a number of digits");
                return;
            case MathCall { Function: MathFunction.Hypot }:
                Refuse("it calls Hypot");
                return;
        }

        base.Visit(expression);
    }

    private void Refuse(string why) => _refusals.Add(new Refusal($"Rows are run one by one: {why}.", _origin));
}
