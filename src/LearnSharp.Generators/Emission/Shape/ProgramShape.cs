using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A learnable method seen from outside: its columns, weights, choices and results under the names that the generated code gives them.</summary>
internal sealed class ProgramShape
{
    private readonly EquatableArray<string> _members;

    /// <summary>Names the parts of a method's program.</summary>
    public ProgramShape(BodyModel body)
    {
        var (method, program) = (body.Method, body.Program!);
        (Method, Program, Sets) = (method, program, body.Sets);
        var root = program.Program.Root;
        var writes = method.Gradients ? WrittenParameters.Of(program.Program) : WrittenParameters.Unknown(root);
        Lengths = method.Parameters.SelectMany(static (parameter, index) => Enumerable.Range(0, parameter.IsRectangular ? parameter.Rank : 0).Select(dimension => (index, dimension)))
            .ToEquatableArray();
        if (!method.Gradients)
            Lengths = [];
        _members = Members(program, IsLength);
        Inputs = root.Parameters
            .Select(static (parameter, index) => (parameter, index))
            .Where(pair => pair.parameter.Role == ParameterRole.Input && !IsLength(pair.index))
            .Select(pair => new InputMember(
                _members[pair.index],
                pair.index < method.Parameters.Count ? method.Parameters[pair.index] : Remembered(body, pair.index),
                pair.index,
                pair.parameter.Local.Type,
                writes.IsWritten(pair.index),
                writes.IsReturned(pair.index)))
            .ToEquatableArray();
        Instance = method.IsStatic ? null : InstanceShape.Of(body);
        Weights = program.Weights.Select(weight => new WeightMember(weight.Name, weight, root.Parameters[weight.Parameter].Local.Type));
        Choices = program.Choices.Select(choice => new ChoiceMember(choice.Name, choice, root.Parameters[choice.Parameter].Local.Type));
        Results = root.Results.Count == 1
            ? [new ResultPart("", root.Results[0])]
            : root.Results.Select(static (type, index) => new ResultPart($".Item{index + 1}", type)).ToEquatableArray();
    }

    /// <summary>The method's signature.</summary>
    public MethodModel Method { get; }

    /// <summary>Its code, weights and choices.</summary>
    public LearnableProgram Program { get; }

    /// <summary>The root function.</summary>
    public Function Root => Program.Program.Root;

    /// <summary>The weight sets of types in the program.</summary>
    public EquatableArray<LinkedSet> Sets { get; }

    /// <summary>The object that the method is called on; null for a static method.</summary>
    public InstanceShape? Instance { get; }

    /// <summary>The data columns, in order; what the method reads of its object comes last.</summary>
    public EquatableArray<InputMember> Inputs { get; }

    /// <summary>The weights, in declaration order.</summary>
    public EquatableArray<WeightMember> Weights { get; }

    /// <summary>The choices, in declaration order.</summary>
    public EquatableArray<ChoiceMember> Choices { get; }

    /// <summary>The results: one, or the elements of a tuple.</summary>
    public EquatableArray<ResultPart> Results { get; }

    /// <summary>Whether weights or choices are declared in the body, in callees or in the type, so that the method itself cannot be handed other values.</summary>
    public bool HasInBody => Root.Parameters.Count > Method.Parameters.Count + Lengths.Count || !Method.IsStatic;

    /// <summary>Whether a positional call leaves something at its start: weights and choices of the body or of callees.</summary>
    public bool HasStarts => Enumerable.Range(0, Root.Parameters.Count).Skip(Method.Parameters.Count + Lengths.Count).Any(index => Instance?.Member(index, "") is null);

    /// <summary>The root's parameters behind those of the method: the lengths of its arrays of several dimensions.</summary>
    public EquatableArray<(int Parameter, int Dimension)> Lengths { get; }

    private bool IsLength(int index) => index >= Method.Parameters.Count && index < Method.Parameters.Count + Lengths.Count;

    /// <summary>Whether the root takes the elements of a parameter of the method that is an array of several dimensions.</summary>
    public bool IsRectangular(int index) => Lengths.Any(length => length.Parameter == index);

    /// <summary>Whether the root takes the elements of a parameter of the method that is a list or another sequence.</summary>
    public bool IsSequence(int index) => index < Method.Parameters.Count && Method.Parameters[index].IsSequence && Root.Parameters[index].Local.Type is ArrayType;

    /// <summary>Whether the root takes other things than the method.</summary>
    public bool IsReshaped => !Lengths.IsEmpty || Enumerable.Range(0, Method.Parameters.Count).Any(IsSequence);

    /// <summary>What the root is handed for the parameter <paramref name="index"/>, given the C# that names it: the elements of an array of several dimensions, or of a list.</summary>
    public string Elements(int index, string name) => IsSequence(index)
        ? $"{BufferChecks.Sequences}Elements<{((ArrayType)Root.Parameters[index].Local.Type).Element.CSharpName}>({name})"
        : ElementsOfBuffer(index, name);

    /// <summary>The same of a buffer, seeds or tangents that belong to the parameter: those of a list are a span.</summary>
    public string ElementsOfBuffer(int index, string name) => IsRectangular(index)
        ? $"{BufferChecks.RectangularArrays}Elements<{((ArrayType)Root.Parameters[index].Local.Type).Element.CSharpName}>({name})"
        : name;

    /// <summary>The type that the method itself gives what belongs to the parameter <paramref name="index"/>: a buffer, a seed or a tangent.</summary>
    public string TypeNameOf(int index, IrType type) => IsRectangular(index) ? Method.Parameters[index].TypeName.TrimEnd('?') : type.CSharpName;

    /// <summary>The single scalar result's type, or null.</summary>
    public ScalarType? ScalarResult => Results.Count == 1 ? Results[0].Type as ScalarType : null;

    /// <summary>The interface that the program implements, as its own members name it.</summary>
    public string Interface => $"global::LearnSharp.IProgram<Input, Weights, Choices, {Method.ResultName}>";

    /// <summary>The interface that the program implements, as its declaration names it.</summary>
    public string BaseInterface =>
        $"global::LearnSharp.IProgram<{Method.ProgramName}.Input, {Method.ProgramName}.Weights, {Method.ProgramName}.Choices, {Method.ResultName}>";

    /// <summary>The name that the root's parameter <paramref name="index"/> has in <c>Input</c>, <c>Weights</c> or <c>Choices</c>.</summary>
    public string MemberOf(int index) => _members[index];

    /// <summary>What every root parameter receives when a row is run: members of <c>input</c>, <c>weights</c> and <c>choices</c>.</summary>
    /// <param name="column">How a column is handed over; spans and copies differ.</param>
    /// <param name="isRoot">Whether the root is called, which takes elements and lengths of arrays of several dimensions, rather than the method itself.</param>
    public IEnumerable<string> RowArguments(System.Func<InputMember, string> column, bool isRoot = true)
    {
        for (var i = 0; i < Root.Parameters.Count; i++)
        {
            if (Inputs.FirstOrDefault(input => input.Index == i) is { } input)
            {
                yield return isRoot ? Elements(i, column(input)) : column(input);
                continue;
            }

            if (IsLength(i))
            {
                var (parameter, dimension) = Lengths[i - Method.Parameters.Count];
                if (isRoot)
                    yield return $"input.{MemberOf(parameter)}.GetLength({dimension})";
                continue;
            }

            if (Weights.FirstOrDefault(weight => weight.Spec.Parameter == i) is { } weight)
                yield return "weights." + weight.Name;
            else
                yield return "choices." + Choices.First(choice => choice.Spec.Parameter == i).Name;
        }
    }

    /// <summary>What every root parameter receives in a positional call: the parameter itself, a member of the object, or the start of what the body declares.</summary>
    /// <param name="parameter">How a declared parameter is named in the scope of the call.</param>
    /// <param name="instance">How the object is named there; not used for a static method.</param>
    /// <param name="isRoot">Whether the root is called, which takes the elements of arrays of several dimensions.</param>
    public IEnumerable<string> PositionalArguments(System.Func<int, string> parameter, string instance = "", bool isRoot = true)
    {
        for (var i = 0; i < Root.Parameters.Count; i++)
        {
            if (i < Method.Parameters.Count)
                yield return isRoot ? Elements(i, parameter(i)) : parameter(i);
            else if (IsLength(i))
                yield return $"{parameter(Lengths[i - Method.Parameters.Count].Parameter)}.GetLength({Lengths[i - Method.Parameters.Count].Dimension})";
            else
                yield return Instance?.Member(i, instance) ?? StartOf(i);
        }
    }

    /// <summary>The starting value of the weight or choice that the root parameter <paramref name="index"/> receives, as C#.</summary>
    public string StartOf(int index) =>
        Weights.FirstOrDefault(weight => weight.Spec.Parameter == index)?.Start ?? Choices.First(choice => choice.Spec.Parameter == index).Start;

    // Those of nested sets are named inside their sets, and have no name here; nor have lengths.
    private static EquatableArray<string> Members(LearnableProgram program, System.Func<int, bool> isLength)
    {
        var parameters = program.Program.Root.Parameters;
        var nested = program.Weights.Where(static weight => MemberSets.SetOf(weight.Name) is not null).Select(static weight => weight.Parameter)
            .Concat(program.Choices.Where(static choice => MemberSets.SetOf(choice.Name) is not null).Select(static choice => choice.Parameter)).ToArray();
        var own = Enumerable.Range(0, parameters.Count).Where(index => !nested.Contains(index) && !isLength(index)).ToArray();
        var names = MemberNames.Assign(own.Select(index => parameters[index].Local.Name).ToArray());
        var all = new string[parameters.Count];
        for (var i = 0; i < own.Length; i++)
            all[own[i]] = names[i];
        return all.Select(static name => name ?? "").ToEquatableArray();
    }

    private static ParameterModel Remembered(BodyModel body, int index)
    {
        var member = body.State.First(state => state.Parameter == index).Member;
        return new(member.Name, member.TypeName, "", ParameterRole.Input, null, IsDifferentiable: false);
    }
}
