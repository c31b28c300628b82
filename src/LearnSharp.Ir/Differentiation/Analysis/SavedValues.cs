using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// What the analyses know of the values that a program saves on the workspace: one stack for each type, shared by all functions, since one function saves what another restores.
/// </summary>
internal sealed class SavedValues
{
    private readonly HashSet<IrType> _varied = [];
    private readonly HashSet<IrType> _useful = [];

    // Of every level of an array of arrays on its own, counted from the array itself.
    private readonly HashSet<(IrType Type, int Level)> _written = [];
    private readonly HashSet<(IrType Type, int Level)> _escaping = [];

    /// <summary>Whether values of a type come with their derivatives when they are saved, and are restored with them.</summary>
    public bool IsActive(IrType type) => IsVaried(type) && IsUseful(type);

    /// <summary>Whether a varied value of a type is saved.</summary>
    public bool IsVaried(IrType type) => _varied.Contains(type);

    /// <summary>Whether a value of a type is restored to where it is useful.</summary>
    public bool IsUseful(IrType type) => _useful.Contains(type);

    /// <summary>Notes that a varied value is saved; returns whether that is news.</summary>
    public bool MarkVaried(IrType type) => type.IsDifferentiable && _varied.Add(type);

    /// <summary>Notes that a useful value is restored; returns whether that is news.</summary>
    public bool MarkUseful(IrType type) => type.IsDifferentiable && _useful.Add(type);

    /// <summary>Shares what is known of an array that is saved or restored with all others of its type; returns whether there was news.</summary>
    public bool Share(FunctionFacts facts, Local array)
    {
        var news = false;
        if (facts.IsVaried(array))
            news |= MarkVaried(array.Type);
        if (facts.IsUseful(array))
            news |= MarkUseful(array.Type);
        if (IsVaried(array.Type))
            news |= facts.MarkVaried(array);
        if (IsUseful(array.Type))
            news |= facts.MarkUseful(array);
        var level = 0;
        foreach (var local in ArrayLevels.Of(array))
        {
            if (facts.IsWritten(local))
                news |= _written.Add((array.Type, level));
            if (facts.Escapes(local))
                news |= _escaping.Add((array.Type, level));
            if (_written.Contains((array.Type, level)))
                news |= facts.MarkWritten(local);
            if (_escaping.Contains((array.Type, level)))
                news |= facts.MarkEscaping(local);
            level++;
        }

        return news;
    }
}
