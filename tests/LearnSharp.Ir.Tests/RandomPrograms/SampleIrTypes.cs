namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>The types of SampleTypes.cs and two tuples, as the IR has them.</summary>
public static class SampleIrTypes
{
    private const string Space = "global::LearnSharp.Ir.Tests.RandomPrograms.";

    public static EnumType Mode { get; } = new(Space + "Mode", [new("Up", 0), new("Down", 5), new("Both", -3)]);

    public static StructType Point { get; } = new(Space + "Point", StructForm.Positional, [new("X", ScalarType.Double), new("Y", ScalarType.Double)]);

    public static StructType Cell { get; } = new(Space + "Cell", StructForm.Initializer, [
        new("Value", ScalarType.Double), new("Weight", ScalarType.Float), new("Count", ScalarType.Int), new("Flag", ScalarType.Bool), new("Center", Point)]);

    public static StructType Pair { get; } = new("(double, int)", StructForm.Tuple, [new("Item1", ScalarType.Double), new("Item2", ScalarType.Int)]);

    public static StructType Tally { get; } = new("(double Sum, float Weight)", StructForm.Tuple, [
        new("Sum", ScalarType.Double), new("Weight", ScalarType.Float)]);

    /// <summary><c>double[][]</c>.</summary>
    public static ArrayType Rows { get; } = ArrayOf(ArrayOf(ScalarType.Double));

    public static ArrayType ArrayOf(IrType element) => new(element, ArrayKind.Array);

    public static ArrayType SpanOf(IrType element) => new(element, ArrayKind.Span);

    public static ArrayType ReadOnlySpanOf(IrType element) => new(element, ArrayKind.ReadOnlySpan);
}
