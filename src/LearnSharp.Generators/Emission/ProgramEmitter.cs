using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits the nested struct <c>MProgram</c> of a learnable method.</summary>
internal static class ProgramEmitter
{
    // What tells the functions of several pushforwards apart.
    private const string Wide = "Wide";
    private const string AlongWeights = "AlongWeights";

    /// <summary>
    /// Whether a program can be emitted: there is code without an error, and a result that can be a type argument, or none, so that the arrays that the method
    /// writes are its results.
    /// </summary>
    public static bool CanEmit(BodyModel body) =>
        body.Program is { Program.Root: var root }
        && (!root.Results.IsEmpty || body.Method.Gradients)
        && !root.Results.Any(static type => type is ArrayType { Kind: not ArrayKind.Array });

    /// <summary>The text of the file.</summary>
    public static string Emit(BodyModel body, bool checkOverflow, CancellationToken cancellation)
    {
        var shape = new ProgramShape(body);
        var overflow = checkOverflow ? OverflowContext.Checked : OverflowContext.Unchecked;
        return SourceFile.Write(body.Method.Namespace, body.Method.Types, body.Method.Stem + "Fields", code =>
        {
            var method = body.Method;
            if (shape.Results.IsEmpty)
            {
                WithoutResult(code, shape, body, overflow);
                return;
            }

            code.Summary(
                $"<c>{method.Name}</c> as a program that can be differentiated and fitted: <c>Gradient</c>, <c>Fit</c>, and the <c>Input</c>, <c>Weights</c> and "
                + "<c>Choices</c> they speak of.");
            code.Line(SourceFile.GeneratedCode);
            using (code.Braces($"{method.Accessibility} readonly struct {method.ProgramName} : {shape.BaseInterface}"))
                Members(code, shape, body, overflow, cancellation);
        });
    }

    // A method without a result can be differentiated through the arrays that it writes; there is nothing to fit.
    private static void WithoutResult(CodeWriter code, ProgramShape shape, BodyModel body, OverflowContext overflow)
    {
        var method = body.Method;
        code.Summary($"<c>{method.Name}</c> as a program that can be differentiated: <c>Pullback</c> and <c>Pushforward</c>, through the arrays that it writes.");
        code.Line(SourceFile.GeneratedCode);
        using (code.Braces($"{method.Accessibility} readonly struct {method.ProgramName}"))
        {
            var written = Derive(body, Positional(shape), "", index => IsWanted(shape, index), seedWritten: true);
            if (shape.Instance is not null)
                RecordsEmitter.WriteWeights(code, shape);
            GradientEmitter.Write(code, shape, null, written);
            var tangents = method.Gradients ? Tangents.Create(shape, Positional(shape), index => IsWanted(shape, index)) : null;
            PushforwardEmitter.Write(code, shape, tangents);
            Print(code, shape, body, written, overflow);
            Print(code, body, tangents, overflow);
        }
    }

    private static void Members(CodeWriter code, ProgramShape shape, BodyModel body, OverflowContext overflow, CancellationToken cancellation)
    {
        var method = body.Method;
        var program = shape.Program.Program;
        cancellation.ThrowIfCancellationRequested();
        var byWeights = Derive(body, program, "ByWeights", index => shape.Root.Parameters[index].Role == ParameterRole.Weight);
        cancellation.ThrowIfCancellationRequested();

        bool Wanted(int index) => IsWanted(shape, index);
        var positional = Positional(shape);
        var byParameters = Derive(body, positional, "", Wanted);
        var byWritten = Derive(body, positional, "OfWritten", Wanted, seedWritten: true);
        if (byWritten?.WrittenSeeds.IsEmpty == true || !shape.Inputs.Any(input => input.Copied && input.Index < method.Parameters.Count))
            byWritten = byParameters;
        if (byParameters is not null && byWeights is not null && byParameters.Independent == byWeights.Independent && shape.Instance?.Written.IsEmpty != false)
            byWeights = byParameters;
        cancellation.ThrowIfCancellationRequested();
        var tangents = method.Gradients ? Tangents.Create(shape, positional, Wanted) : null;
        cancellation.ThrowIfCancellationRequested();
        var wide = JacobianEmitter.IsFor(shape, tangents) && tangents!.Lends ? Tangents.Create(shape, positional, Wanted, Wide, isWide: true) : null;
        cancellation.ThrowIfCancellationRequested();
        var tangentsOfWeights = byWeights is null ? null : TangentsOfWeights(shape, tangents);
        cancellation.ThrowIfCancellationRequested();
        var second = method.SecondOrder ? SecondOrder.Create(program, Wanted) : null;
        cancellation.ThrowIfCancellationRequested();
        var loss = LossShape.Find(shape);
        var byPrediction = loss is null ? null : Derive(body, program, "ByPrediction", static index => index == 0);

        RecordsEmitter.Write(code, shape);
        TrainingEmitter.Write(code, shape);
        GradientEmitter.Write(code, shape, byParameters, byWritten);
        PushforwardEmitter.Write(code, shape, tangents);
        if (JacobianEmitter.IsFor(shape, tangents))
            JacobianEmitter.Write(code, shape, wide ?? tangents!, isWide: wide is not null, hasPullback: byWritten is not null);
        if (wide is not null && shape.Instance is null && PushforwardEmitter.HasBuffers(shape, wide))
            JacobianProductEmitter.Write(code, shape, wide);
        var dependencies = SparseJacobianEmitter.Dependencies(shape, positional, wide);
        if (dependencies is not null)
            SparseJacobianEmitter.Write(code, shape, wide!, dependencies);
        RecordGradientEmitter.Write(code, shape, byWeights);
        RecordPushforwardEmitter.Write(code, shape, tangentsOfWeights);
        if (loss is not null)
            LossEmitter.Write(code, shape, loss, byPrediction);

        var exact = shape.HasInBody ? method.Stem + "AtValues" : method.Declared is null ? $"{method.TypeName}.{NameScope.Escape(method.Name)}" : ReferenceCall.Write(code, method);
        InterfaceEmitter.Write(code, shape, byWeights, exact);
        cancellation.ThrowIfCancellationRequested();
        RowsEmitter.Write(code, shape, byWeights is not null);
        InfoEmitter.Write(code, shape, body, byWeights is not null);

        if (shape.HasInBody)
        {
            code.Gap().Line($"// {method.Name} itself, with weights and choices that its signature does not have as parameters.");
            var options = CodeText.Options(program, body, "AtValues", overflow);
            var callees = options.Callees.ToDictionary(static callee => callee.Key, static callee => callee.Value);
            callees[program.Root.Id] = exact;
            if (CSharpPrinter.NeedsWorkspace(program))
                callees[program.Root.Id] = WorkspaceScope.WriteEntry(code, program.Root, exact);
            code.Functions(program, options with { Callees = callees });
        }

        foreach (var derivative in new[] { byParameters, byWritten, byWeights, byPrediction }.Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            Print(code, shape, body, derivative, overflow);
        }

        foreach (var pushforward in new[] { tangents, wide, tangentsOfWeights }.Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            Print(code, body, pushforward, overflow);
        }

        if (dependencies is not null)
        {
            code.Gap().Line($"// Which elements of what {method.Name} gives depend on which numbers.");
            code.Functions(dependencies, SparseJacobianEmitter.Options(dependencies, body, overflow));
        }

        cancellation.ThrowIfCancellationRequested();
        SecondOrderEmitter.Write(code, shape, second, (printed, suffix) => CodeText.Options(printed, body, suffix, overflow));
    }

    private static void Print(CodeWriter code, ProgramShape shape, BodyModel body, Derivative? derivative, OverflowContext overflow)
    {
        if (derivative is null)
            return;
        var names = derivative.Independent.Select(index => shape.Root.Parameters[index].Local.Name);
        var seeded = derivative.WrittenSeeds.IsEmpty ? "" : ", what it writes counted too";
        code.Gap().Line($"// The value of {body.Method.Name} and its derivatives by {string.Join(", ", names)}{seeded}.");
        code.Functions(derivative.Program, CodeText.Options(derivative.Program, body, derivative.Suffix, overflow));
    }

    private static void Print(CodeWriter code, BodyModel body, Tangents? tangents, OverflowContext overflow)
    {
        if (tangents is null)
            return;
        code.Gap().Line($"// {body.Method.Name} and its derivative along {(tangents.Suffix == Wide ? "several directions" : tangents.Suffix == AlongWeights ? "one direction of its weights" : "one direction")}.");
        code.Functions(tangents.Program, tangents.Options(body, overflow));
    }

    // The pushforward of a row moves all weights and nothing else: often the positional one does the same.
    private static Tangents? TangentsOfWeights(ProgramShape shape, Tangents? positional)
    {
        bool IsWeight(int index) => shape.Root.Parameters[index].Role == ParameterRole.Weight;
        return positional is not null && shape.Instance?.Written.IsEmpty != false && positional.Independent.All(IsWeight)
            && shape.Weights.All(weight => positional.Independent.Contains(weight.Spec.Parameter) || !shape.Root.Parameters[weight.Spec.Parameter].Local.Type.IsDifferentiable)
            ? positional
            : Tangents.Create(shape, shape.Program.Program, IsWeight, AlongWeights);
    }

    // What the positional members differentiate: an instance method leaves something in its object.
    private static IrProgram Positional(ProgramShape shape) => shape.Instance?.WithState(shape.Program.Program) ?? shape.Program.Program;

    // The declared parameters, but for structs with arrays, whose derivatives have no form; an instance method's derivatives by all weights come as well, in one record.
    private static bool IsWanted(ProgramShape shape, int index) => index < shape.Method.Parameters.Count && shape.Method.Parameters[index].IsDifferentiable && !Leaf.HoldsNumbers(shape.Root.Parameters[index].Local.Type)
        || (shape.Instance is not null && shape.Root.Parameters[index].Role == ParameterRole.Weight);

    private static Derivative? Derive(BodyModel body, IrProgram program, string suffix, System.Func<int, bool> wanted, bool seedWritten = false) =>
        body.Method.Gradients ? Derivative.Create(program, suffix, wanted, seedWritten, body.Method.MemoryLimit) : null;
}
