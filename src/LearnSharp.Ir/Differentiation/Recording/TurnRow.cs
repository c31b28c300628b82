namespace LearnSharp.Ir;

/// <summary>Where the turns of a loop keep an array that each has for itself: in a row of a larger array.</summary>
/// <param name="Array">The array as the function names it.</param>
/// <param name="Rows">The larger array.</param>
/// <param name="Start">The index at which a turn's row starts.</param>
internal sealed record TurnRow(Local Array, Local Rows, Expression Start)
{
    /// <summary>Statements with the row in the place of the array.</summary>
    public Block In(Block statements) => new Renaming(this).Visit(statements);

    private sealed class Renaming(TurnRow row) : Rewriter
    {
        public override Expression Visit(Expression expression) => expression is Element { Array: LocalRead array } element && array.Local.Equals(row.Array)
            ? new Element(new LocalRead(row.Rows), At(element.Index)) { Origin = element.Origin }
            : base.Visit(expression);

        public override Place Visit(Place place) => place is ElementPlace { Array: LocalRead array } element && array.Local.Equals(row.Array)
            ? new ElementPlace(new LocalRead(row.Rows), At(element.Index))
            : base.Visit(place);

        private Binary At(Expression index) => new(BinaryOperator.Add, row.Start, Visit(index));
    }
}
