using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>The programs that referenced assemblies bring for their public learnable methods: see <c>EmbeddedProgramAttribute</c>.</summary>
internal static class EmbeddedPrograms
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, EmbeddedProgram?>> Read = new();

    /// <summary>The program of a method of another assembly; null where it brings none.</summary>
    public static EmbeddedProgram? Find(IMethodSymbol method, Compilation compilation)
    {
        if (!method.IsStatic || method.ContainingAssembly is not { } assembly || SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
            return null;
        return Read.GetValue(assembly, static _ => new(StringComparer.Ordinal)).GetOrAdd(MethodIds.Of(method), id => TextOf(assembly, id) is { } text ? Parse(id, text) : null);
    }

    /// <summary>
    /// What keeps a program from being embedded: others could not compile the code made from it, or could not tell its sets apart. Null for nothing.
    /// </summary>
    /// <param name="linked">The program of a public learnable method.</param>
    /// <param name="methods">The translations that it was linked from.</param>
    public static string? Obstacle(LinkedProgram linked, IEnumerable<TranslatedMethod> methods)
    {
        var program = linked.Learnable.Program;
        if (methods.Any(static method => method.UsesInternals || !method.PrivateTypes.IsEmpty))
            return "it uses members that other assemblies cannot see";
        if (!linked.Sets.IsEmpty || !linked.State.IsEmpty)
            return "it belongs to a type with a weight set";
        if (methods.Any(static method => method.IsReshaped))
            return "it takes or returns arrays of several dimensions";
        var calls = new CalledIds();
        calls.Visit(program);
        var hasSets = linked.Learnable.Weights.Any(static weight => weight.InBody) || linked.Learnable.Choices.Any(static choice => choice.InBody);
        return hasSets && calls.Found.Contains(program.Root.Id) ? "it calls itself and has weights in its body" : null;
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

    private static EmbeddedProgram Parse(string id, string text)
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
        TranslatedMethod Method(Function function, EquatableArray<WeightSpec> weights, EquatableArray<ChoiceSpec> choices)
        {
            var calls = new CalledIds();
            calls.Visit(function);
            return new(function, weights, choices, calls.Found.ToEquatableArray(), [], [], [], [], false);
        }

        return new(
            Method(own.Visit(program.Root), learnable.Weights.Select(Flat), learnable.Choices.Select(Flat)),
            program.Callees.Select(callee => Method(own.Visit(callee) with { Id = own.NameOf(callee.Id) }, [], [])),
            null);
    }

    // Sets nest once: what the method takes from its own callees becomes its own.
    private static WeightSpec Flat(WeightSpec weight) => weight with { Name = Flat(weight.Name), Above = weight.Above is null ? null : Flat(weight.Above) };

    private static ChoiceSpec Flat(ChoiceSpec choice) => choice with { Name = Flat(choice.Name) };

    private static string Flat(string name) => name.Replace(".", "");

    private sealed class CalledIds : Walker
    {
        private readonly List<string> _found = [];

        public IReadOnlyList<string> Found => _found;

        public override void Visit(Statement statement)
        {
            if (statement is Call call && !_found.Contains(call.Function))
                _found.Add(call.Function);
            base.Visit(statement);
        }
    }

    private sealed class Renaming(IReadOnlyDictionary<string, string> names) : Rewriter
    {
        public string NameOf(string id) => names.TryGetValue(id, out var name) ? name : id;

        public override EquatableArray<Statement> Visit(Statement statement) =>
            statement is Call call ? [call with { Function = NameOf(call.Function) }] : base.Visit(statement);
    }
}
