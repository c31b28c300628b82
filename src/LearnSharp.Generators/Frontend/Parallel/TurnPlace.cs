using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>The elements of an array that belong to one turn of a loop.</summary>
/// <param name="Row">The length of the row whose number is that of the turn; null where it is the one element of that index.</param>
/// <param name="Through">The part of the array that the index counts in; null for the array itself.</param>
/// <param name="Depth">How many levels of arrays inside it they lie.</param>
internal sealed record TurnPlace(Expression? Row, Local? Through, int Depth);
