using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits the members of <c>IProgram</c> that run many rows at once; nothing for a program whose rows run one by one.</summary>
internal static class RowsEmitter
{
    private const string Kernel =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";

    /// <summary>Writes the members.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The program.</param>
    /// <param name="hasGradient">Whether the program has a derivative by its weights.</param>
    public static void Write(CodeWriter code, ProgramShape shape, bool hasGradient)
    {
        if (RowKernels.Create(shape, hasGradient, code.Fields) is not { } kernels)
            return;
        code.Gap().Line($"static int {shape.Interface}.ColumnCount => {kernels.Columns.Count};");
        using (code.Gap().Braces($"static void {shape.Interface}.ReadColumns(in Input input, global::System.Span<double> columns)"))
        {
            for (var i = 0; i < kernels.Columns.Count; i++)
                code.Line($"columns[{i}] = {kernels.Columns[i].Stored};");
        }

        var name = CodeWriter.Xml(shape.Method.Name);
        code.Gap().Line($"// {name} for several rows at once, one in each lane. A branch is entered when any row needs it; masks keep the others as they were.");
        Write(code, shape, kernels, "RunRows", kernels.Program.Kernel, []);
        if (kernels.Pullback is null)
            return;
        var roles = kernels.Program.Sources.Select(source => shape.Root.Parameters[source].Role).ToArray();
        var derivatives = new List<string>();
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] == ParameterRole.Weight)
                derivatives.Add($"rows.SetDerivative({Weight(shape, kernels.Program.Sources[i])}, {{0}});");
        }

        code.Gap().Line("// The same with the derivatives of each row's result by the weights.");
        Write(code, shape, kernels, "PullbackRows", kernels.Pullback, derivatives);
    }

    private static int Weight(ProgramShape shape, int source) => shape.Weights.Select(static (weight, index) => (weight, index)).First(pair => pair.weight.Spec.Parameter == source).index;

    private static void Write(CodeWriter code, ProgramShape shape, RowKernels kernels, string member, Function function, IReadOnlyList<string> derivatives)
    {
        var results = new List<string> { "rows.SetResult({0});" };
        if (kernels.Program.CanFail)
            results.Add("rows.SetFailed({0});");
        results.AddRange(derivatives);
        code.Line(Kernel);
        using (code.Braces($"static void {shape.Interface}.{member}<TLanes>(in global::LearnSharp.Runtime.RowBlock<TLanes> rows, in Choices choices)"))
            code.Lines(LanePrinter.PrintBody(function, kernels.Parameters.ToArray(), kernels.Program.Uniform.ToArray(), results, 0));
    }
}
