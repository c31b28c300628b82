using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Puts a program with tangents together: its root, and the functions that it calls.</summary>
internal static class TangentProgram
{
    /// <summary>The pushforward of a program that nothing was refused of.</summary>
    public static IrProgram Write(PreparedProgram prepared, ForwardOptions options)
    {
        var functions = prepared.Facts.ToDictionary(static pair => pair.Key, static pair => new TangentLocals(pair.Value));
        var root = TangentRoot.Write(functions[prepared.Program.Root.Id], functions, options);
        var made = new Dictionary<string, Function>();
        foreach (var function in functions.Values.Where(static function => !function.Facts.IsRoot && TangentFunction.IsNeeded(function.Facts)))
            made[TangentFunction.Id(function)] = TangentFunction.Write(function, functions);
        foreach (var callee in prepared.Program.Callees)
            made[callee.Id] = callee;
        return new IrProgram(root, CalledFunctions.From(root, made));
    }
}
