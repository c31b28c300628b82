namespace LearnSharp.Ir;

/// <summary>
/// What a function is that <see cref="LongLoops"/> made of a loop. It runs the function of the loop's turns, which takes how many turns it may run, the locals that the loop assigns and what else it
/// reads, and gives those locals, the number of turns run and, where <paramref name="MayEnd"/>, whether the loop came to its end in them.
/// </summary>
/// <param name="Turns">The id of the function of the turns.</param>
/// <param name="MayEnd">Whether turns may end the loop other than by its condition.</param>
/// <param name="MemoryLimit">The bytes that the records of the whole program may take.</param>
internal sealed record LongLoop(string Turns, bool MayEnd, long MemoryLimit);
