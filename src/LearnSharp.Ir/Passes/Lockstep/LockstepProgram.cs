namespace LearnSharp.Ir;

/// <summary>
/// A program that runs many rows in step. Which statements run is decided for all rows at once: a branch is entered, and a loop goes on, when any row needs it, and what stands in
/// them leaves the other rows as they were. Run for a single row it is an ordinary program, and computes what the original does.
/// </summary>
/// <param name="Program">One function, to be differentiated. Parameters are those of the original with structs replaced by their leaves; results likewise, followed by the mark of failed rows where there is one.</param>
/// <param name="Sources">Per parameter, the parameter of the original that it is or is part of. Those of <paramref name="Data"/> come behind these.</param>
/// <param name="Uniform">Per parameter, whether it has the same value in all rows.</param>
/// <param name="CanFail">
/// Whether the last result is a bool that says of a row that the original throws for it, so that its other results mean nothing.
/// </param>
/// <param name="Data">What further parameters hold: values that C# computes of the other ones.</param>
public sealed record LockstepProgram(IrProgram Program, EquatableArray<int> Sources, EquatableArray<bool> Uniform, bool CanFail, EquatableArray<RowDatum> Data)
{
    /// <summary>The function to run: <see cref="Program"/> without what only its derivatives need.</summary>
    public Function Kernel => Simplifier.Simplify(Guards.Without(Program.Root));
}
