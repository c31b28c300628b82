using System.ComponentModel;

namespace LearnSharp.Runtime;

/// <summary>A position in a <see cref="Workspace"/>, taken by <see cref="Workspace.Mark"/> and given back to <see cref="Workspace.Release"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly record struct WorkspaceMark
{
    internal WorkspaceMark(
        StackPosition doubles, StackPosition floats, StackPosition ints, StackPosition longs, StackPosition bools, StackPosition references,
        int doubleArrays, int floatArrays, int otherArrays)
    {
        (Doubles, Floats, Ints, Longs, Bools, References) = (doubles, floats, ints, longs, bools, references);
        (DoubleArrays, FloatArrays, OtherArrays) = (doubleArrays, floatArrays, otherArrays);
    }

    internal StackPosition Doubles { get; }

    internal StackPosition Floats { get; }

    internal StackPosition Ints { get; }

    internal StackPosition Longs { get; }

    internal StackPosition Bools { get; }

    internal StackPosition References { get; }

    internal int DoubleArrays { get; }

    internal int FloatArrays { get; }

    internal int OtherArrays { get; }
}
