using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>JacobianPattern</c> and <c>SparseJacobian</c> for methods whose code shows which elements of their result depend on which numbers of their parameters.
/// </summary>
internal static class SparseJacobianEmitter
{
    // Functions that nothing unknown goes into: a derivative may have printed them as well.
    private const string CalleeSuffix = "ForDependencies";

    private const string Pattern = "global::LearnSharp.SparsityPattern";
    private const string Matrix = "global::LearnSharp.SparseMatrix";
    private const string Sparse = "global::LearnSharp.Runtime.SparseDirections.";

    /// <summary>The dependency program; null where the code does not show them.</summary>
    /// <param name="shape">The method.</param>
    /// <param name="program">Its program.</param>
    /// <param name="wide">Its pushforward along several directions; null where there is none.</param>
    public static IrProgram? Dependencies(ProgramShape shape, IrProgram program, Tangents? wide) => wide is not null && PushforwardEmitter.HasBuffers(shape, wide)
        ? DependencyMode.TryDependencies(program, Enumerable.Range(0, program.Root.Parameters.Count).Select(wide.Independent.Contains).ToEquatableArray(), out _)
        : null;

    /// <summary>Writes them.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, Tangents wide, IrProgram dependencies)
    {
        Shown(code, shape, wide, dependencies);
        Whole(code, shape, wide);
        IntoBuffers(code, shape, wide);
    }

    /// <summary>How the functions of a dependency program are printed.</summary>
    public static PrintOptions Options(IrProgram dependencies, BodyModel body, OverflowContext overflow) =>
        CodeText.Options(dependencies, body, CalleeSuffix, overflow, static function => !DependencyMode.IsMade(function));

    private static IrType TypeOf(ProgramShape shape, int index) => shape.Root.Parameters[index].Local.Type;

    private static (string Size, Dictionary<int, string> Offsets) Lay(ArgumentList call, Tangents wide) =>
        FlatNumbers.Lay(wide.Independent, index => TypeOf(call.Shape, index), index => call.Given[index]);

    private static void Shown(CodeWriter code, ProgramShape shape, Tangents wide, IrProgram dependencies)
    {
        var call = new ArgumentList(shape);
        code.Gap().Summary($"Which entries of the Jacobian of <c>{shape.Method.Name}</c> can be anything but zero, whatever the numbers are that its columns stand for.");
        call.WriteDocs(code);
        code.Line($"/// <returns>Rows: the elements of the result in their order. Columns: {call.Columns(wide.Independent)}.</returns>");
        using (code.Braces($"public static {Pattern} JacobianPattern({call.Declarations})"))
        {
            call.WriteChecks(code, wide.Independent);
            var scope = call.Scope;
            var across = Lay(call, wide);
            var sets = scope.Claim("dependencies");
            code.Line($"var {sets} = new {DependencyMode.Sets}({across.Size});");
            var copies = shape.Inputs.Any(static input => input.Copied);
            WorkspaceScope.Write(code, scope, copies, workspace =>
            {
                var arguments = call.WriteArguments(code, workspace);
                var columns = wide.Independent.Select(index => TypeOf(shape, index) is ArrayType
                    ? $"{DependencyMode.Sets}.Columns({across.Offsets[index]}, {call.Given[index]}.Length)"
                    : $"{DependencyMode.Sets}.Column({across.Offsets[index]})");
                var rows = scope.Claim("rows");
                var results = dependencies.Root.Results.Count == 1 ? rows : $"({string.Join(", ", dependencies.Root.Results.Select((_, index) => index == 0 ? rows : "_"))})";
                code.Line($"var {results} = {dependencies.Root.Name}({string.Join(", ", arguments.Prepend(sets).Concat(columns))});");
                code.Line($"return {sets}.Pattern({rows});");
            });
        }
    }

    private static void Whole(CodeWriter code, ProgramShape shape, Tangents wide)
    {
        var call = new ArgumentList(shape);
        code.Gap().Summary($"The Jacobian of <c>{shape.Method.Name}</c> without its zeros. To take it at many points, ask for the pattern once and hand it to the other form.");
        call.WriteDocs(code);
        code.Line($"/// <returns>Rows: the elements of the result in their order. Columns: {call.Columns(wide.Independent)}.</returns>");
        using (code.Braces($"public static {Matrix} SparseJacobian({call.Declarations})"))
        {
            var (pattern, entries) = (call.Scope.Claim("pattern"), call.Scope.Claim("entries"));
            var arguments = string.Join(", ", call.Names);
            code.Line($"var {pattern} = JacobianPattern({arguments});");
            code.Line($"var {entries} = new double[{pattern}.Count];");
            code.Line($"SparseJacobian({string.Join(", ", call.Names.Concat([pattern, $"new double[{pattern}.RowCount]", entries]))});");
            code.Line($"return new {Matrix}({pattern}, {entries});");
        }
    }

    private static void IntoBuffers(CodeWriter code, ProgramShape shape, Tangents wide)
    {
        var call = new ArgumentList(shape);
        var scope = call.Scope;
        var (pattern, value, entries) = (scope.Claim("pattern"), scope.Claim("value"), scope.Claim("entries"));
        code.Gap().Summary($"The value of <c>{shape.Method.Name}</c> and its Jacobian without its zeros, at a point of a known pattern: as many directions as that has colours, eight at once.");
        call.WriteDocs(code);
        code.Line($"/// <param name=\"{pattern}\">What <c>JacobianPattern</c> gives for arguments as long as these, and the same where they are not differentiated.</param>");
        code.Line($"/// <param name=\"{value}\">Receives the value: as many elements as the pattern has rows.</param>");
        code.Line($"/// <param name=\"{entries}\">Receives the entries, in the order of the pattern.</param>");
        code.Line("/// <exception cref=\"global::System.ArgumentException\">The pattern is one of other rows and columns, or a buffer has another length than what it is for, or overlaps something else.</exception>");
        using (code.Braces($"public static void SparseJacobian({call.Declarations}, {Pattern} {pattern}, global::System.Span<double> {value}, global::System.Span<double> {entries})"))
        {
            call.WriteChecks(code, wide.Independent);
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({pattern});");
            var across = Lay(call, wide);
            using (code.Braces($"if ({pattern}.ColumnCount != {across.Size})"))
                code.Line($"throw new global::System.ArgumentException($\"The pattern has {{{pattern}.ColumnCount}} columns, but {{{across.Size}}} numbers go in.\", nameof({pattern}));");
            foreach (var (buffer, length) in new[] { (value, $"{pattern}.RowCount"), (entries, $"{pattern}.Count") })
            {
                using (code.Braces($"if ({buffer}.Length != {length})"))
                    code.Line($"throw new global::System.ArgumentException($\"The buffer {buffer} has {{{buffer}.Length}} elements, and the pattern needs {{{length}}}.\", nameof({buffer}));");
            }

            JacobianProductEmitter.WriteApart(code, call, [], value, entries);
            WorkspaceScope.Write(code, scope, needed: true, workspace =>
            {
                var (along, first, pass) = (call.WriteDirections(code, wide, isWide: true, workspace), scope.Claim("first"), scope.Claim("pass"));

                // Without an entry there is one pass as well, for the value.
                using (code.Braces($"for (var {first} = 0; {first} == 0 || {first} < {pattern}.ColorCount; {first} += {DirectionsType.Count})"))
                {
                    foreach (var index in wide.Independent)
                    {
                        code.Line(TypeOf(shape, index) is ArrayType
                            ? $"{Sparse}At({along[index]}, {pattern}.Colors, {across.Offsets[index]}, {first});"
                            : $"var {along[index]} = {JacobianEmitter.Directions}At({pattern}.Colors[{across.Offsets[index]}] - {first});");
                    }

                    code.Line($"var {pass} = {workspace}.Mark();");
                    var (values, slopes) = call.WriteCall(code, wide, workspace, along);
                    using (code.Braces($"if ({first} == 0)"))
                    {
                        using (code.Braces($"if ({values[0]}.Length != {pattern}.RowCount)"))
                            code.Line($"throw new global::System.ArgumentException($\"The pattern has {{{pattern}.RowCount}} rows, but {{{values[0]}.Length}} numbers come out.\", nameof({pattern}));");
                        code.Line($"global::System.MemoryExtensions.CopyTo({values[0]}, {value});");
                    }

                    code.Line($"{Sparse}Store({slopes[0]}, {pattern}, {entries}, {first});");
                    code.Line($"{workspace}.Release({pass});");
                }
            });
        }
    }
}
