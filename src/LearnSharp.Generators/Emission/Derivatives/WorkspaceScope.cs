using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Writes the body of a generated method that hands the columns of a row to a function: copies of the arrays that the function writes come from the
/// workspace, which is marked before and released in a <c>finally</c>, only where anything is taken from it.
/// </summary>
internal static class WorkspaceScope
{
    /// <summary>The type of the workspace.</summary>
    public const string Type = "global::LearnSharp.Runtime.Workspace";

    /// <summary>Writes <paramref name="body"/>, inside mark and release where <paramref name="needed"/>.</summary>
    public static void Write(CodeWriter code, NameScope scope, bool needed, System.Action<string> body)
    {
        if (!needed)
        {
            body("");
            return;
        }

        var (workspace, mark) = (scope.Claim("workspace"), scope.Claim("mark"));
        code.Line($"var {workspace} = {Type}.Current;");
        code.Line($"var {mark} = {workspace}.Mark();");
        using (code.Braces("try"))
            body(workspace);
        using (code.Braces("finally"))
            code.Line($"{workspace}.Release({mark});");
    }

    /// <summary>Writes a method without the workspace for a function that takes it, since it asks for derivatives inside; gives the name under which that function is to be printed.</summary>
    public static string WriteEntry(CodeWriter code, Function function, string name)
    {
        var scope = new NameScope();
        var inner = name + "OnWorkspace";
        var names = function.Parameters.Select(parameter => scope.Claim(parameter.Local.Name));
        var result = function.Results.Count switch
        {
            0 => "void",
            1 => function.Results[0].CSharpName,
            _ => $"({string.Join(", ", function.Results.Select(static type => type.CSharpName))})",
        };
        var list = string.Join(", ", names.Select((parameter, index) => $"{function.Parameters[index].Local.Type.CSharpName} {parameter}"));
        using (code.Braces($"private static {result} {name}({list})"))
            Write(code, scope, needed: true, workspace => code.Line($"{(function.Results.IsEmpty ? "" : "return ")}{inner}({string.Join(", ", names.Prepend(workspace))});"));
        code.Line();
        return inner;
    }

    /// <summary>Whether handing over the columns takes anything from the workspace.</summary>
    public static bool Copies(IEnumerable<InputMember> inputs) => inputs.Any(IsLent);

    // Arrays of arrays and of several dimensions are copied for good: the workspace holds single arrays.
    private static bool IsLent(InputMember input) => input is { Copied: true, Returned: false, IsJagged: false, Parameter.IsRectangular: false };

    /// <summary>Writes the copies of what the method writes; gives what each column is handed over as.</summary>
    public static System.Func<InputMember, string> Columns(CodeWriter code, NameScope scope, IEnumerable<InputMember> inputs, string workspace)
    {
        var copies = new Dictionary<string, string>();
        foreach (var input in inputs.Where(IsLent))
        {
            var name = scope.Claim("copyOf" + input.Name);
            var element = ((ArrayType)input.Type).Element;
            code.Line($"var {name} = {Rent(workspace, element, $"input.{input.Name}.Length")};");
            code.Line(input.IsSpan ? $"input.{input.Name}.Span.CopyTo({name});" : $"input.{input.Name}.CopyTo({name}, 0);");
            copies.Add(input.Name, name);
        }

        return input => copies.TryGetValue(input.Name, out var copy) ? copy : Column(input);
    }

    /// <summary>A zeroed array from the workspace.</summary>
    public static string Rent(string workspace, IrType element, string length) => element switch
    {
        ScalarType { Kind: ScalarKind.Double } => $"{workspace}.RentDoubles({length})",
        ScalarType { Kind: ScalarKind.Float } => $"{workspace}.RentFloats({length})",
        _ => $"{workspace}.Rent<{element.CSharpName}>({length})",
    };

    // An array that may come back in the result is copied for good: what the workspace lends ends with the call.
    private static string Column(InputMember input) => input switch
    {
        { Parameter.IsRectangular: true, Copied: false } or { IsSequence: true } => $"input.{input.Name}",
        { Copied: true, IsSpan: true } => $"input.{input.Name}.ToArray()",
        { Copied: true } => input.CopyOf($"input.{input.Name}"),
        { Type: ArrayType { Kind: ArrayKind.Span } type } =>
            $"global::System.Runtime.InteropServices.MemoryMarshal.AsMemory<{type.Element.CSharpName}>(input.{input.Name}).Span",
        { Type: ArrayType { Kind: ArrayKind.ReadOnlySpan } } => $"input.{input.Name}.Span",
        _ => $"input.{input.Name}",
    };
}
