using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Prints programs as C# that reads as if written by hand, compiles without warnings (Nullable enabled) and means exactly what the program means. The
/// text is
/// deterministic: it depends on the program and the options alone. Lines end in LF.
/// </summary>
public static class CSharpPrinter
{
    // The class of accessors in a text that declares them itself.
    private const string OwnFields = "Fields";

    /// <summary>
    /// All functions as methods, the root first. A function without results is void, with one it returns the type, with several a tuple. Functions
    /// that save,
    /// restore or rent take <c>global::LearnSharp.Runtime.Workspace workspace</c> as their first parameter.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How to print; null for <see cref="PrintOptions.Default"/>.</param>
    public static string PrintFunctions(IrProgram program, PrintOptions? options = null) => PrintMethods(Functions(program), program, options);

    /// <summary>The functions that the root calls, as methods; empty when it calls none that are printed. Goes with <see
    /// cref="PrintBody"/>.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How to print; null for <see cref="PrintOptions.Default"/>.</param>
    public static string PrintCallees(IrProgram program, PrintOptions? options = null) =>
        PrintMethods(Functions(program).Where(f => f.Id != program.Root.Id), program, options);

    /// <summary>
    /// The statements of the root's body, without signature and braces, for a method whose parameters have the names of the root's own.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How to print; null for <see cref="PrintOptions.Default"/>.</param>
    public static string PrintBody(IrProgram program, PrintOptions? options = null)
    {
        options ??= PrintOptions.Default;
        options = options with { Fields = options.Fields ?? new StructFields(OwnFields) };
        var writer = new CodeWriter(options.Indentation);
        var names = new FunctionNames(program, options);
        var hasLocalFunctions = Functions(program).Any(function => function.Id != program.Root.Id && names.IsPrinted(function));
        new FunctionPrinter(program.Root, names, WorkspaceUse.Of(program), options, writer).PrintBody(hasLocalFunctions);
        return writer.ToString();
    }

    /// <summary>Whether the root, itself or through a function it calls, works on a workspace.</summary>
    /// <param name="program">The program.</param>
    public static bool NeedsWorkspace(IrProgram program) => WorkspaceUse.Of(program).Contains(program.Root.Id);

    /// <summary>The name that a function is printed and called by.</summary>
    /// <param name="program">The program.</param>
    /// <param name="id">The function's <see cref="Function.Id"/>.</param>
    /// <param name="options">How the program is printed; null for <see cref="PrintOptions.Default"/>.</param>
    /// <exception cref="System.ArgumentException">The program has no such function.</exception>
    public static string NameOf(IrProgram program, string id, PrintOptions? options = null) =>
        new FunctionNames(program, options ?? PrintOptions.Default)[id];

    internal static IEnumerable<Function> Functions(IrProgram program)
    {
        var seen = new HashSet<string>();
        if (seen.Add(program.Root.Id))
            yield return program.Root;
        foreach (var callee in program.Callees)
        {
            if (seen.Add(callee.Id))
                yield return callee;
        }
    }

    private static string PrintMethods(IEnumerable<Function> functions, IrProgram program, PrintOptions? options)
    {
        options ??= PrintOptions.Default;
        var fields = options.Fields ?? new StructFields(OwnFields);
        var declaresFields = options.Fields is null;
        options = options with { Fields = fields };
        var writer = new CodeWriter(options.Indentation);
        var names = new FunctionNames(program, options);
        var workspaces = WorkspaceUse.Of(program);
        var reached = Reached(program, names);
        var first = true;
        foreach (var function in functions)
        {
            if (!names.IsPrinted(function) || !reached.Contains(function.Id))
                continue;
            if (!first)
                writer.Blank();
            first = false;
            var modifiers = function.Id == program.Root.Id ? options.RootModifiers ?? options.Modifiers : options.Modifiers;
            new FunctionPrinter(function, names, workspaces, options, writer).PrintMethod(modifiers);
        }

        if (!declaresFields || fields.IsEmpty)
            return writer.ToString();
        writer.Blank();
        return writer + fields.Print(options.Indentation);
    }

    /// <summary>The functions that something printed calls: what only a function that stands elsewhere calls is not needed here.</summary>
    private static HashSet<string> Reached(IrProgram program, FunctionNames names)
    {
        var byId = Functions(program).ToDictionary(static function => function.Id);
        var reached = new HashSet<string> { program.Root.Id };
        var open = new Queue<Function>();
        open.Enqueue(program.Root);
        while (open.Count > 0)
        {
            foreach (var id in CalledFunctions.Ids(open.Dequeue()))
            {
                if (reached.Add(id) && names.IsPrinted(byId[id]))
                    open.Enqueue(byId[id]);
            }
        }

        return reached;
    }
}
