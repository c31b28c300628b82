namespace LearnSharp.Ir;

/// <summary>
/// What keeps derivatives of rows that do not take part inside of a region: in the rows of a mask a guarded local is what it is, in the others nothing that matters. Reverse mode gives the local outside the
/// adjoint of the rows that take part, and zero for the others, whatever becomes of them inside. The value itself needs no such care, since whatever the others compute is thrown away: once derivatives
/// are written, a guard is the local again.
/// </summary>
internal sealed class Guards : Rewriter
{
    // Numbers that no C# constant is: NaN with digits of its own.
    private const long Double = 0x7FF8_4C53_4755_4152;
    private const long Float = 0x7FC0_4C53;

    private Guards()
    {
    }

    /// <summary>A local in the rows of a mask.</summary>
    public static Conditional Guarded(Expression rows, Local local) =>
        new(rows, new LocalRead(local), Constant.FromBits(local.Type, local.Type == ScalarType.Float ? Float : Double));

    /// <summary>A function with the locals themselves in the place of their guards.</summary>
    public static Function Without(Function function) => new Guards().Visit(function);

    /// <inheritdoc/>
    public override Expression Visit(Expression expression) => expression switch
    {
        Conditional { WhenFalse: Constant { Type: ScalarType { Kind: ScalarKind.Double }, Bits: Double } } e => Visit(e.WhenTrue),
        Conditional { WhenFalse: Constant { Type: ScalarType { Kind: ScalarKind.Float }, Bits: Float } } e => Visit(e.WhenTrue),
        _ => base.Visit(expression),
    };
}
