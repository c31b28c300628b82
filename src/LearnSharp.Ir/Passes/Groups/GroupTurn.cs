using System;
using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>One of the turns of a group: statements with its own names in the place of the loop's, and its number added to the counter.</summary>
/// <param name="number">Its number in the group.</param>
/// <param name="counter">The loop's counter.</param>
/// <param name="nameOf">Chooses the name of a local in a turn, once.</param>
/// <param name="ids">Free ids.</param>
internal sealed class GroupTurn(int number, Local counter, Func<Local, int, Local> nameOf, FreshIds ids) : Rewriter
{
    private readonly Dictionary<Local, Local> _names = [];

    /// <summary>The turn's name for a local.</summary>
    public Local Name(Local local)
    {
        if (!_names.TryGetValue(local, out var name))
            _names[local] = name = nameOf(local, number);
        return name;
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        var visited = VisitChildren(statement);
        return visited switch
        {
            Declare s => [s with { Local = Name(s.Local) }],
            Loop s => [s with { Break = ids.Label(), Continue = ids.Label() }],
            _ => [visited],
        };
    }

    /// <inheritdoc/>
    public override Expression Visit(Expression expression)
    {
        if (expression is not LocalRead read)
            return base.Visit(expression);
        if (!read.Local.Equals(counter))
            return Name(read.Local) is var name && ReferenceEquals(name, read.Local) ? read : new LocalRead(name) { Origin = read.Origin };
        return number == 0 ? read : new Binary(BinaryOperator.Add, read, Constant.Of(number));
    }

    /// <inheritdoc/>
    public override Place Visit(Place place) => place is LocalPlace { Local: var local } ? new LocalPlace(Name(local)) : base.Visit(place);
}
