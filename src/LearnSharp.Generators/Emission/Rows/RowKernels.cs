using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>What is needed to run many rows of a program at once: its lockstep form, its gradient, and which leaf of <c>Input</c> each column holds.</summary>
internal sealed class RowKernels
{
    private static readonly Regex s_hole = new(@"\{([0-9]+)\}", RegexOptions.CultureInvariant);

    private RowKernels(LockstepProgram program, Function? pullback, EquatableArray<RowColumn> columns, EquatableArray<string> parameters)
    {
        (Program, Pullback, Columns, Parameters) = (program, pullback, columns, parameters);
    }

    /// <summary>The program in step.</summary>
    public LockstepProgram Program { get; }

    /// <summary>Its gradient by all weights, or null.</summary>
    public Function? Pullback { get; }

    /// <summary>The columns.</summary>
    public EquatableArray<RowColumn> Columns { get; }

    /// <summary>Per parameter of the lockstep program, the C# that reads it in a kernel.</summary>
    public EquatableArray<string> Parameters { get; }

    /// <summary>The kernels of a program; null when its rows run one by one.</summary>
    /// <param name="shape">The program.</param>
    /// <param name="hasGradient">Whether the program has a derivative by its weights.</param>
    /// <param name="accessors">The accessors of the file.</param>
    public static RowKernels? Create(ProgramShape shape, bool hasGradient, StructFields accessors)
    {
        if (!shape.Method.Gradients || shape.ScalarResult is not { IsFloating: true } || shape.Weights.Any(static weight => weight.Type is not ScalarType { IsFloating: true }))
            return null;
        var program = hasGradient ? shape.Program.Program : Refinements.Dropped(shape.Program.Program);
        if (Lockstep.TryRun(program, shape.Root.Parameters.Select(static parameter => parameter.Role != ParameterRole.Input)) is not { } lockstep)
            return null;
        var columns = new List<RowColumn>();
        var parameters = new List<string>();
        var leaf = 0;
        for (var i = 0; i < lockstep.Sources.Count; i++)
        {
            var source = lockstep.Sources[i];
            leaf = i > 0 && lockstep.Sources[i - 1] == source ? leaf + 1 : 0;
            if (Read(shape, source, leaf, lockstep.Program.Root.Parameters[i].Local.Type, columns, accessors) is not { } text)
                return null;
            parameters.Add(text);
        }

        foreach (var datum in lockstep.Data)
            parameters.Add(Column(new RowColumn(Computed(datum.Template, shape, lockstep, accessors), datum.Type), columns));
        var byWeights = lockstep.Program.Root.Parameters.Select(static parameter => parameter.Role == ParameterRole.Weight);
        var pullback = hasGradient ? LockstepPullback.Of(lockstep, byWeights) : null;
        return hasGradient && pullback is null ? null : new RowKernels(lockstep, pullback, columns.ToEquatableArray(), parameters.ToEquatableArray());
    }

    private static string? Read(ProgramShape shape, int source, int leaf, IrType type, List<RowColumn> columns, StructFields accessors)
    {
        if (shape.Weights.Select(static (weight, index) => (weight, index)).Where(pair => pair.weight.Spec.Parameter == source).ToArray() is [var found])
            return $"rows.Weight({found.index})";
        if (shape.Choices.FirstOrDefault(choice => choice.Spec.Parameter == source) is { } choice)
            return type.IsDifferentiable ? $"TLanes.Of(choices.{choice.Name})" : $"choices.{choice.Name}";
        if (shape.Inputs.FirstOrDefault(input => input.Index == source) is not { } member)
            return null;

        // What is no number is never read by a kernel, or there would be none.
        if (type is not (ScalarType or EnumType))
            return "default(TLanes)";
        var access = Leaf.Of(member.Type).ElementAt(leaf).Read($"input.{member.Name}", accessors);
        return Column(new RowColumn(access, type), columns);
    }

    private static string Column(RowColumn column, List<RowColumn> columns)
    {
        columns.Add(column);
        return column.Type == ScalarType.Bool ? $"rows.Condition({columns.Count - 1})" : $"rows.Column({columns.Count - 1})";
    }

    /// <summary>What is computed of the data of a row, read from <c>input</c>.</summary>
    private static string Computed(string template, ProgramShape shape, LockstepProgram lockstep, StructFields accessors)
    {
        var text = s_hole.Replace(template, hole =>
        {
            var index = int.Parse(hole.Groups[1].Value, CultureInfo.InvariantCulture);
            var source = lockstep.Sources[index];
            var member = shape.Inputs.First(input => input.Index == source);
            return Leaf.Of(member.Type).ElementAt(index - lockstep.Sources.Take(index).Count(other => other != source)).Read($"input.{member.Name}", accessors);
        });
        return $"({text})";
    }
}
