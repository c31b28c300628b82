using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// From a program to one that tells which numbers of its results depend on which numbers of its parameters, whatever the values of these are: loops, indexes and branches that no derivative
/// goes through are carried out, of branches that one decides both are taken, and of everything else only what it is made of is left. (Griewank and Walther, "Evaluating Derivatives", 2008,
/// section 7.1, call it the propagation of index domains.)
/// </summary>
/// <remarks>
/// A set of columns is an int that the first parameter, of type <see cref="Sets"/>, knows; 0 is the empty one. Behind it come the parameters of the original and one set for every number of
/// every independent parameter; the results are one set for every number of every result.
/// </remarks>
public static class DependencyMode
{
    /// <summary>The type of the object that knows the sets.</summary>
    public const string Sets = "global::LearnSharp.Runtime.Dependencies";

    /// <summary>The program, or null where the original does not show what depends on what.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="independent">Per parameter of the root, whether its numbers are columns.</param>
    /// <param name="refusals">Why it does not show it.</param>
    public static IrProgram? TryDependencies(IrProgram program, EquatableArray<bool> independent, out EquatableArray<Refusal> refusals)
    {
        var prepared = new PreparedProgram(Stretches.Spelled(program), new ReverseOptions(independent), seesThrough: true);
        refusals = [.. prepared.Refusals, .. WideTangents.Refusals(prepared, independent)];
        if (!refusals.IsEmpty)
            return null;
        var unknown = UnknownValues.Of(prepared, independent);
        refusals = unknown.Refusals.ToEquatableArray();
        return refusals.IsEmpty ? Write(prepared, unknown, independent) : null;
    }

    /// <summary>Whether a function of such a program was made for it, and is not one of the original that is called as it is.</summary>
    /// <param name="function">The function.</param>
    public static bool IsMade(Function function) => function.Id.EndsWith(DependencyFunction.IdSuffix, StringComparison.Ordinal);

    private static IrProgram Write(PreparedProgram prepared, UnknownValues unknown, EquatableArray<bool> independent)
    {
        var functions = prepared.Facts.ToDictionary(static pair => pair.Key, pair => new DependencyFunction(pair.Value, unknown));
        var root = functions[prepared.Program.Root.Id].WriteRoot(functions, independent);
        var made = new Dictionary<string, Function>(StringComparer.Ordinal);
        foreach (var function in functions.Values.Where(static function => !function.Facts.IsRoot && function.IsMixed))
            made[function.Id] = function.WriteCallee(functions);
        foreach (var callee in prepared.Program.Callees)
            made[callee.Id] = callee;
        return new IrProgram(root, CalledFunctions.From(root, made));
    }
}
