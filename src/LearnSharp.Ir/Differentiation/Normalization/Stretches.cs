namespace LearnSharp.Ir;

/// <summary>Writes what is saved and restored in one go as loops that save and restore element by element, each with its tangent: forward mode goes through what reverse mode wrote.</summary>
internal sealed class Stretches : Rewriter
{
    private readonly FreshIds _ids;

    private Stretches(FreshIds ids) => _ids = ids;

    /// <summary>Rewrites a program.</summary>
    public static IrProgram Spelled(IrProgram program) => program with { Root = Spelled(program.Root), Callees = program.Callees.Select(Spelled) };

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement) => statement switch
    {
        PushElements s => [Upwards(s)],
        PopElements s => [Downwards(s)],
        _ => base.Visit(statement),
    };

    private static Function Spelled(Function function) => new Stretches(new FreshIds(function)).Visit(function);

    private Block Upwards(PushElements s)
    {
        var index = _ids.Local(ScalarType.Int, "i");
        var read = new LocalRead(index);
        return Counted(
            index, s.Start, new Binary(BinaryOperator.Less, read, s.End), BinaryOperator.Add, Inside(s.Array, read, new Push(new Element(s.Array, read))));
    }

    private Block Downwards(PopElements s)
    {
        var index = _ids.Local(ScalarType.Int, "i");
        var read = new LocalRead(index);
        return Counted(
            index,
            new Binary(BinaryOperator.Subtract, s.End, Constant.Of(1)),
            new Binary(BinaryOperator.GreaterOrEqual, read, s.Start),
            BinaryOperator.Subtract,
            Inside(s.Array, read, new Pop(new ElementPlace(s.Array, read))));
    }

    private Block Counted(Local index, Expression first, Expression condition, BinaryOperator direction, Statement turn) => new(
    [
        new Declare(index, first),
        new Loop(
            _ids.Label(),
            _ids.Label(),
            condition,
            new Block([turn]),
            new Block([new Assign(new LocalPlace(index), new Binary(direction, new LocalRead(index), Constant.Of(1)))]),
            null),
    ]);

    // What lies outside the array is left out.
    private static If Inside(Expression array, Expression index, Statement statement) => new(
        new Binary(
            BinaryOperator.AndAlso,
            new Binary(BinaryOperator.GreaterOrEqual, index, Constant.Of(0)),
            new Binary(BinaryOperator.Less, index, new Length(array))),
        new Block([statement]),
        Block.Empty);
}
