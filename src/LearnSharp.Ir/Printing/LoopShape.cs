namespace LearnSharp.Ir;

/// <summary>The C# statement that a <see cref="Loop"/> is printed as.</summary>
internal enum LoopShape
{
    /// <summary><c>while (condition) { … }</c>.</summary>
    While,

    /// <summary><c>for (…; condition; step) { … }</c>.</summary>
    For,

    /// <summary><c>do { … } while (condition);</c>.</summary>
    Do,

    /// <summary><c>while (condition) { …; next: step; if (!last) break; }</c>: what C# has no statement for.</summary>
    General,
}

/// <summary>Chooses the shape of loops.</summary>
internal static class LoopShapes
{
    /// <summary>The most readable shape that means the same.</summary>
    public static LoopShape Shape(this Loop loop)
    {
        if (loop.While is not null)
            return loop.Condition is null && loop.Step.Statements.IsEmpty ? LoopShape.Do : LoopShape.General;
        if (loop.Step.Statements.IsEmpty)
            return LoopShape.While;
        return loop.Condition is not null && loop.Step.Statements.Count == 1 && loop.Step.Statements[0] is Assign { Target: LocalPlace }
            ? LoopShape.For
            : LoopShape.General;
    }

    /// <summary>
    /// Whether the declaration can stand in the head of the loop that follows it: <c>for (var i = 0; …; i++)</c>. So it can when the step moves the
    /// local and
    /// nothing outside the loop uses it.
    /// </summary>
    public static bool IsCounterOf(this Declare declaration, Statement next, LocalUses uses) =>
        next is Loop loop
        && loop.Shape() == LoopShape.For
        && loop.Step.Statements[0] is Assign { Target: LocalPlace { Local: var moved } }
        && moved.Equals(declaration.Local)
        && LocalUses.Of(loop).Total(moved) == uses.Total(moved);
}
