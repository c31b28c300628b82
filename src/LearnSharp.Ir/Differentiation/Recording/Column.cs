namespace LearnSharp.Ir;

/// <summary>An array that holds records of the turns of a loop.</summary>
/// <param name="Array">The array.</param>
/// <param name="Length">Its length.</param>
internal sealed record Column(Local Array, Expression Length)
{
    /// <summary>What makes it. Every record is stored before it is read, so what it holds before does not matter.</summary>
    public Assign Made => new(new LocalPlace(Array), new ArrayRent((ArrayType)Array.Type, Length) { IsCleared = false });
}
