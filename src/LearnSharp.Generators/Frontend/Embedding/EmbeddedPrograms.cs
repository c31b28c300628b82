using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>The programs that referenced assemblies bring for their public learnable methods: see <c>EmbeddedProgramAttribute</c>. And those that the generator brings (<see cref="LibraryPrograms"/>).</summary>
internal static class EmbeddedPrograms
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, EmbeddedProgram?>> Read = new();

    /// <summary>The program of a method of another assembly; null where it brings none.</summary>
    public static EmbeddedProgram? Find(IMethodSymbol method, Compilation compilation)
    {
        if (LibraryPrograms.Find(method) is { } known)
            return known;
        if (!method.IsStatic || method.ContainingAssembly is not { } assembly || SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            return null;
        return Read.GetValue(assembly, static _ => new(StringComparer.Ordinal)).GetOrAdd(MethodIds.Of(method), id => TextOf(assembly, id) is { } text ? Parse(id, text) : null);
    }

    /// <summary>
    /// Whether other assemblies can do with a program: they see the members it names, and can tell its sets apart (not those of a type, nor those of a body that calls itself).
    /// </summary>
    /// <param name="linked">The program of a public learnable method.</param>
    /// <param name="methods">The translations that it was linked from.</param>
    public static bool CanBring(LinkedProgram linked, IEnumerable<TranslatedMethod> methods)
    {
        var (program, weights, choices) = linked.Learnable;
        var hasSets = weights.Any(static weight => weight.InBody) || choices.Any(static choice => choice.InBody);
        return methods.All(static method => !method.UsesInternals && !method.TakesSequences && method.PrivateTypes.IsEmpty)
            && linked.Sets.IsEmpty && linked.State.IsEmpty
            && !(hasSets && program.Callees.Add(program.Root).Any(function => CalledFunctions.Ids(function).Contains(program.Root.Id)));
    }

    private static string? TextOf(IAssemblySymbol assembly, string id)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[0].Value as string == id && attribute.AttributeClass?.ToDisplayString() == KnownNames.EmbeddedProgram)
                return attribute.ConstructorArguments[1].Value as string;
        }

        return null;
    }

    /// <summary>Reads the text of a program.</summary>
    public static EmbeddedProgram Parse(string id, string text)
    {
        try
        {
            var program = IrText.Read(text);
            var errors = Verifier.Verify(program);
            return errors.IsEmpty ? Split(program) : new(null, [], errors[0].Message);
        }
        catch (FormatException exception)
        {
            return new(null, [], exception.Message);
        }
    }

    // The callees of two programs may be the same functions with other parameters: their sets were handed down in each.
    private static EmbeddedProgram Split(LearnableProgram learnable)
    {
        var program = learnable.Program;
        var own = new Renaming(program.Callees.ToDictionary(static callee => callee.Id, callee => $"{program.Root.Id}/{callee.Id}"));
        static TranslatedMethod Method(Function function, EquatableArray<WeightSpec> weights, EquatableArray<ChoiceSpec> choices) =>
            new(function, weights, choices, CalledFunctions.Ids(function).ToEquatableArray(), [], [], [], [], false);

        return new(
            Method(own.Visit(program.Root), learnable.Weights.Select(Flat), learnable.Choices.Select(Flat)),
            program.Callees.Select(callee => Method(own.Visit(callee) with { Id = own.NameOf(callee.Id) }, [], [])),
            null);
    }

    // Sets nest once: what the method takes from its own callees becomes its own.
    private static WeightSpec Flat(WeightSpec weight) => weight with { Name = Flat(weight.Name), Above = weight.Above is null ? null : Flat(weight.Above) };

    private static ChoiceSpec Flat(ChoiceSpec choice) => choice with { Name = Flat(choice.Name) };

    private static string Flat(string name) => name.Replace(".", "");

    private sealed class Renaming(IReadOnlyDictionary<string, string> names) : Rewriter
    {
        public string NameOf(string id) => names.TryGetValue(id, out var name) ? name : id;

        public override EquatableArray<Statement> Visit(Statement statement) =>
            statement is Call call ? [call with { Function = NameOf(call.Function) }] : base.Visit(statement);
    }
}
