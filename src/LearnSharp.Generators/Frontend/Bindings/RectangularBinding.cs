using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>An array of several dimensions: its elements in one array or span, row by row, and a length for each dimension.</summary>
/// <param name="Elements">The elements.</param>
/// <param name="Lengths">The lengths.</param>
internal sealed record RectangularBinding(Local Elements, EquatableArray<Local> Lengths) : Binding;
