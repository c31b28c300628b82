using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// From a program to one whose control flow is the same for all rows: calls become part of the caller, conditions that differ between rows become masks, and exits become marks that the
/// statements after them ask for.
/// </summary>
/// <remarks>
/// What a masked region writes is thrown away in the rows that do not take part, and what it reads from outside is guarded (<see cref="Guards"/>). So neither a value nor, after differentiation, a
/// derivative of such a row leaves the region: an infinity of a branch that was not taken may be multiplied by a zero, but only there.
/// </remarks>
public static class Lockstep
{
    private const int MostOperations = 1500;

    /// <summary>The reasons why a program cannot run in step; empty when it can.</summary>
    /// <param name="program">A verified program.</param>
    public static EquatableArray<Refusal> Check(IrProgram program)
    {
        Prepare(program, out _, out _, out var refusals);
        return refusals;
    }

    /// <summary>The program in step; null when <see cref="Check"/> has something to say.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="uniform">Per parameter of the root, whether it has the same value in all rows.</param>
    public static LockstepProgram? TryRun(IrProgram program, EquatableArray<bool> uniform)
    {
        var body = Prepare(program, out var flat, out var data, out var refusals);
        return refusals.IsEmpty ? Write(program, body, flat!, data!, uniform) : null;
    }

    /// <summary>The program in step.</summary>
    /// <param name="program">A verified program to which <see cref="Check"/> has no objection.</param>
    /// <param name="uniform">Per parameter of the root, whether it has the same value in all rows.</param>
    /// <exception cref="System.ArgumentException"><see cref="Check"/> has an objection.</exception>
    public static LockstepProgram Run(IrProgram program, EquatableArray<bool> uniform) =>
        TryRun(program, uniform) ?? throw new System.ArgumentException($"{program.Root.Id} cannot run in step: {Check(program)[0].Message}", nameof(program));

    private static LockstepProgram Write(IrProgram program, Block body, FlatFunction flat, RowData data, EquatableArray<bool> uniform)
    {
        var same = flat.ParameterSources.Select(source => uniform[source]).Concat(data.Parameters.Select(static _ => false)).ToEquatableArray();
        var varying = new HashSet<Local>(flat.Parameters.Concat(data.Parameters).Where((_, i) => !same[i]));
        var mayFail = Hazards.MayFail(body);
        Local? failed = null;
        var values = flat.Results.ToList();
        if (mayFail)
        {
            // A throw leaves the function: it is one more exit to its end, where the results of other rows are.
            var end = flat.Ids.Label();
            failed = flat.Ids.Local(ScalarType.Bool, "failed");
            values = values.ConvertAll(result => flat.Ids.Local(result.Type, result.Name));
            body = new Block(
            [
                .. values.Select(static value => new Declare(value, null)),
                new Labelled(end, new Block([.. body.Statements, .. values.Select((value, i) => new Assign(new LocalPlace(value), new LocalRead(flat.Results[i])))])),
            ]);
            var predication = new Predication(flat.Ids, Divergence.Of(body, varying), end, failed);
            body = new Block([new Declare(failed, Constant.Of(false)), .. predication.Run(body).Statements]);
            values = [.. values.Select(predication.NameOf), failed];
        }
        else
        {
            var predication = new Predication(flat.Ids, Divergence.Of(body, varying), null, null);
            body = predication.Run(body);
            values = values.ConvertAll(predication.NameOf);
        }

        var root = new Function(
            program.Root.Id + "'rows",
            program.Root.Name,
            flat.Parameters.Select((local, i) => new Parameter(local, program.Root.Parameters[flat.ParameterSources[i]].Role))
                .Concat(data.Parameters.Select(static local => new Parameter(local, ParameterRole.Input))).ToEquatableArray(),
            values.Select(static local => local.Type).ToEquatableArray(),
            new Block([.. body.Statements, new Return(values.Select(static local => (Expression)new LocalRead(local)).ToEquatableArray())]));
        return new LockstepProgram(new IrProgram(Simplifier.Simplify(root), []), flat.ParameterSources.ToEquatableArray(), same, mayFail, data.Data.ToEquatableArray());
    }

    private static Block Prepare(IrProgram program, out FlatFunction? flat, out RowData? data, out EquatableArray<Refusal> refusals)
    {
        (flat, data) = (null, null);
        if (program.Root.Parameters.FirstOrDefault(static parameter => parameter.Local.Type is ArrayType) is { } array && LocalSearch.Finds(program.Root.Body, array.Local))
        {
            refusals = [new Refusal($"Rows are run one by one: {program.Root.Name} is handed arrays.", default)];
            return Block.Empty;
        }

        if (CallInlining.Run(program) is not { } inlined)
        {
            refusals = [new Refusal($"Rows are run one by one: {program.Root.Name} calls itself, or very many functions.", default)];
            return Block.Empty;
        }

        flat = StructFlattening.Flatten(ArrayScalars.Run(NumberPredicates.Run(Simplifier.Simplify(inlined))), program);
        data = RowData.TakenFrom(flat, program.Root);
        var body = ConditionalLowering.Run(ExitElimination.Run(ExitElimination.Run(flat.Body)), flat.Ids);
        refusals = flat.Refusals.Count > 0 ? flat.Refusals.ToEquatableArray() : LockstepRestrictions.Find(body);
        return body;
    }

    /// <summary>Whether a body is of a size that one kernel can have.</summary>
    internal static bool IsOfUsefulSize(Block body) => RegionCost.Operations(body) <= MostOperations;
}
