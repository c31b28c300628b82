using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// The arguments of a generated method that runs the method several times and leaves everything as it was: the object first, if there is one, and the parameters. What the method writes is
/// handed over as a copy from the workspace.
/// </summary>
internal sealed class ArgumentList
{
    private readonly string _instance;

    /// <summary>Names the arguments.</summary>
    public ArgumentList(ProgramShape shape)
    {
        Shape = shape;
        _instance = shape.Instance is null ? "" : Scope.Claim(shape.Instance.Name);
        var names = shape.Method.Parameters.Select(parameter => Scope.Claim(parameter.Name)).ToArray();
        Given = shape.PositionalArguments(index => names[index], _instance).ToArray();
        Named = shape.PositionalArguments(index => names[index], _instance, isRoot: false).ToArray();
        Names = shape.Instance is null ? names : [_instance, .. names];
        var list = names.Select((name, index) => $"{shape.Method.Parameters[index].TypeName} {name}");
        if (shape.Instance is not null)
            list = list.Prepend($"{(shape.Instance.Type.IsValueType ? "in " : "")}{shape.Instance.Type.TypeName} {_instance}");
        DeclarationList = [.. list];
    }

    /// <summary>The method.</summary>
    public ProgramShape Shape { get; }

    /// <summary>The names of the generated method.</summary>
    public NameScope Scope { get; } = new();

    /// <summary>The object, if there is one, and the parameters by name.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The parameters as they are declared.</summary>
    public IReadOnlyList<string> DeclarationList { get; }

    /// <summary>The same in one line.</summary>
    public string Declarations => string.Join(", ", DeclarationList);

    /// <summary>What each parameter of the root stands for: a name, a member of the object, a starting value.</summary>
    public IReadOnlyList<string> Given { get; }

    /// <summary>The same where the method itself is handed something else: its lists and its arrays of several dimensions.</summary>
    public IReadOnlyList<string> Named { get; }

    /// <summary>Whether a parameter of the root is one of the method's own.</summary>
    public bool IsDeclared(int index) => index < Shape.Method.Parameters.Count;

    /// <summary>Writes the documentation of the parameters.</summary>
    public void WriteDocs(CodeWriter code)
    {
        if (Shape.Instance is not null)
            code.Line($"/// <param name=\"{_instance.TrimStart('@')}\">The object, with the weights and choices that it has; it is left as it is.</param>");
        foreach (var (parameter, index) in Shape.Method.Parameters.Select(static (parameter, index) => (parameter, index)))
        {
            var left = IsWritten(index) ? ", which is left as it is" : "";
            code.Line($"/// <param name=\"{Names[index + (Shape.Instance is null ? 0 : 1)].TrimStart('@')}\">The parameter <c>{parameter.Name}</c>{left}.</param>");
        }
    }

    /// <summary>What the columns of a matrix over the independent parameters stand for, in words.</summary>
    public string Columns(EquatableArray<int> independent)
    {
        var weights = independent.Any(index => !IsDeclared(index)) ? ", then the weights of the object in their order" : "";
        var own = independent.Where(IsDeclared).Select(index => $"<c>{Shape.Method.Parameters[index].Name}</c>").ToArray();
        return own.Length == 0 ? "the weights of the object in their order" : $"{string.Join(", ", own)}, every field and element of its own{weights}";
    }

    /// <summary>Writes the checks that what is needed is there.</summary>
    public void WriteChecks(CodeWriter code, EquatableArray<int> independent)
    {
        Shape.Instance?.WriteChecks(code, _instance);
        bool IsNeeded(int index) => independent.Contains(index) || IsWritten(index);
        foreach (var index in Enumerable.Range(0, Shape.Method.Parameters.Count).Where(index => Shape.Root.Parameters[index].Local.Type is ArrayType { Kind: ArrayKind.Array } && IsNeeded(index)))
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({Given[index]});");
    }

    /// <summary>Names the tangents of the independent parameters, and writes the buffers for those of arrays.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="tangents">The pushforward.</param>
    /// <param name="isWide">Whether it takes several directions at once.</param>
    /// <param name="workspace">Where the buffers come from.</param>
    public Dictionary<int, string> WriteDirections(CodeWriter code, Tangents tangents, bool isWide, string workspace)
    {
        var along = new Dictionary<int, string>();
        foreach (var index in tangents.Independent)
        {
            along[index] = Scope.Claim("t" + Shape.MemberOf(index).Replace(".", "").Replace("[", "").Replace("]", ""));
            if (Shape.Root.Parameters[index].Local.Type is ArrayType array)
                code.Line($"var {along[index]} = {WorkspaceScope.Rent(workspace, isWide ? DirectionsType.Instance : array.Element, Given[index] + ".Length")};");
        }

        return along;
    }

    /// <summary>Writes the call of a pushforward, and the copies of what it writes; gives the values and tangents of the results, which belong to the workspace.</summary>
    public (string[] Values, string[] Tangents) WriteCall(CodeWriter code, Tangents tangents, string workspace, Dictionary<int, string> along)
    {
        var arguments = WriteArguments(code, workspace);
        var state = Shape.Instance?.Written.Select(left => ("", Shape.Root.Parameters[left.Parameter].Local.Type)).ToEquatableArray() ?? [];
        return tangents.WriteCall(code, Scope, Shape.Results, workspace, arguments, tangents.Independent.Select(index => along[index]), state);
    }

    /// <summary>Writes the copies of what the method writes; gives the arguments of the root.</summary>
    public string[] WriteArguments(CodeWriter code, string workspace)
    {
        var arguments = Given.ToArray();
        foreach (var input in Shape.Inputs.Where(static input => input.Copied))
            arguments[input.Index] = Copy(code, input, workspace);
        return arguments;
    }

    private bool IsWritten(int index) => Shape.Inputs.Any(input => input.Index == index && input.Copied);

    /// <summary>Writes the copy of an array that the method writes.</summary>
    public string Copy(CodeWriter code, InputMember input, string workspace)
    {
        var given = Given[input.Index];
        if (input.IsJagged)
            return input.CopyOf(given);
        var name = Scope.Claim("copyOf" + input.Name);
        code.Line($"var {name} = {WorkspaceScope.Rent(workspace, ((ArrayType)input.Type).Element, given + ".Length")};");
        code.Line(input.IsSpan ? $"{given}.CopyTo({name});" : $"{given}.CopyTo({name}, 0);");
        return name;
    }
}
