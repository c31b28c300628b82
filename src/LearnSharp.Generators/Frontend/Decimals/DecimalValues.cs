using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// How a <c>decimal</c> is held in a body that makes decimals of numbers with a derivative: as the exact value, which C# computes, beside a double that stays near it and carries the derivative.
/// Parameters, results, elements and members keep C#'s own type, which is passive.
/// </summary>
internal static class DecimalValues
{
    /// <summary>C#'s own type.</summary>
    public static readonly OpaqueType Exact = new("decimal");

    /// <summary>The type that holds one.</summary>
    public static readonly StructType Held = new("(decimal Exact, double Near)", StructForm.Tuple, [new("Exact", Exact), new("Near", ScalarType.Double)]);

    /// <summary>Whether a value is held with its derivative.</summary>
    public static bool IsHeld(Expression value) => value.Type.Equals(Held);

    /// <summary>The exact value of a decimal, held or not.</summary>
    public static Expression ExactOf(Expression value) => !IsHeld(value) ? value : value switch
    {
        StructNew made => made.Fields[0],
        Default => new Default(Exact),
        _ => new FieldRead(value, 0),
    };
}
