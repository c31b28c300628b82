using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>All construct cases, compiled together once: as they are written, and again as they are printed from their translation.</summary>
public sealed class ConstructWorld
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing static System.Math;\nusing LearnSharp;\n";

    private readonly Dictionary<string, (LearnableProgram? Program, IReadOnlyList<Diagnostic> Found)> _translated = [];
    private readonly Lazy<Assembly> _printed;
    private readonly Lazy<Assembly> _learned;
    private readonly Assembly _original;

    /// <summary>Compiles and translates every case.</summary>
    public ConstructWorld()
    {
        var cases = ConstructCases.All;
        var compilation = Compiling.Of("Cases", cases.Select(static (c, i) => ($"Case{i}.cs", $"{Usings}namespace Case{i};\npublic static partial class Code\n{{\n{c.Source}\n}}\n")));
        var bytes = Compiling.Emit(compilation);
        var context = new AssemblyLoadContext("cases");
        _original = Compiling.Load(context, bytes);
        var frontend = new MethodFrontend(compilation);
        var (printed, learned) = (new List<(string, string)>(), new List<(string, string)>());
        for (var i = 0; i < cases.Count; i++)
        {
            var method = compilation.GetTypeByMetadataName($"Case{i}.Code")!.GetMembers("M").OfType<IMethodSymbol>().Single();
            var found = new List<Diagnostic>();
            LearnableProgram? program;
            try
            {
                program = frontend.Translate(method, found.Add, default);
            }
            catch (Exception exception) when (exception is InvalidOperationException or InvalidCastException or NullReferenceException or KeyNotFoundException)
            {
                throw new InvalidOperationException($"{cases[i].Name}: {exception}", exception);
            }

            _translated[cases[i].Name] = (program, found);
            if (program is null)
                continue;
            var values = program.Weights.ToDictionary(static w => w.Parameter, w => Constant.Floating(program.Program.Root.Parameters[w.Parameter].Local.Type, w.Start));
            foreach (var choice in program.Choices)
                values[choice.Parameter] = choice.Options[choice.Start];
            learned.Add(($"Learned{i}.cs", $"#nullable enable\nusing System;\nnamespace Learned{i};\npublic static class Code\n{{\n{Text(Specialize.Bake(program, values), qualifyMath: false)}\n}}\n"));
            printed.Add(($"Printed{i}.cs", $"#nullable enable\nnamespace Printed{i};\npublic static class Code\n{{\n{Text(program.Program, qualifyMath: true)}\n}}\n"));
        }

        _printed = new(() => Compiling.Load(context, Compiling.Emit(Compiling.Of("Printed", printed, MetadataReference.CreateFromImage(bytes)))));
        _learned = new(() => Compiling.Load(context, Compiling.Emit(Compiling.Of("Learned", learned, MetadataReference.CreateFromImage(bytes)))));
    }

    // What is printed stands in another assembly: it reaches what is private by accessors alone.
    private static string Text(IrProgram program, bool qualifyMath)
    {
        var fields = new StructFields("Fields", []);
        var text = CSharpPrinter.PrintFunctions(program, new() { RootModifiers = "public static", QualifyMath = qualifyMath, Fields = fields });
        return fields.IsEmpty ? text : $"{text}\n{fields.Print()}";
    }

    internal LearnableProgram Program(ConstructCase one)
    {
        var (program, found) = _translated[one.Name];
        return program ?? throw new InvalidOperationException($"{one.Name}: {string.Join("\n", found)}");
    }

    internal IReadOnlyList<Diagnostic> Found(ConstructCase one) => _translated[one.Name].Found;

    /// <summary>The programs that are interpreted use the host's values only to make exceptions, and those are compared by their types.</summary>
    private static readonly InterpreterOptions OnlyExceptions = new() { Resolve = static call => HostedIndex.Resolve(call) ?? (static _ => null) };

    /// <summary>What the case as written gives: its result and what it left in its arguments, as text.</summary>
    internal string RunOriginal(ConstructCase one, object?[] arguments) => Run(_original.GetType($"Case{Index(one)}.Code")!, "M", Complete(one, arguments));

    /// <summary>What the case as printed gives.</summary>
    internal string RunPrinted(ConstructCase one, object?[] arguments) => Run(_printed.Value.GetType($"Printed{Index(one)}.Code")!, "M", Complete(one, arguments));

    /// <summary>What the case gives as plain C#, with its starting values as constants.</summary>
    internal string RunLearned(ConstructCase one, object?[] arguments) => Run(_learned.Value.GetType($"Learned{Index(one)}.Code")!, "M", Inputs(one, Complete(one, arguments)));

    private object?[] Inputs(ConstructCase one, object?[] complete)
    {
        var program = Program(one);
        return [.. complete.Where((_, i) => program.Weights.All(w => w.Parameter != i) && program.Choices.All(c => c.Parameter != i))];
    }

    /// <summary>What the interpreter gives.</summary>
    internal string RunInterpreted(ConstructCase one, object?[] arguments)
    {
        var given = Complete(one, arguments);
        try
        {
            var results = Interpreter.Run(Program(one).Program, given, OnlyExceptions).Results;
            return Text(results.Count == 0 ? null : results[0], given);
        }
        catch (IrThrownException exception)
        {
            return exception.Template[..exception.Template.IndexOf('(', StringComparison.Ordinal)].Replace("new global::", "", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is ArithmeticException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or ArgumentException or InvalidOperationException)
        {
            return exception.GetType().FullName!;
        }
    }

    /// <summary>The arguments of a run (arrays copied), with the starting values of weights and choices behind them where they are left out.</summary>
    private object?[] Complete(ConstructCase one, object?[] arguments)
    {
        var program = Program(one);
        var result = arguments.Select(static a => a is Array array ? array.Clone() : a).ToList();
        for (var i = result.Count; i < program.Program.Root.Parameters.Count; i++)
        {
            var type = program.Program.Root.Parameters[i].Local.Type;
            if (program.Weights.FirstOrDefault(w => w.Parameter == i) is { } weight)
                result.Add(type == ScalarType.Float ? (float)weight.Start : weight.Start);
            else if (program.Choices.FirstOrDefault(c => c.Parameter == i) is { } choice)
                result.Add(Host(choice.Options[choice.Start]));
        }

        return [.. result];
    }

    private static object Host(Constant constant) => constant.Type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => constant.IsTrue,
        ScalarType { Kind: ScalarKind.Int } => (int)constant.AsLong,
        ScalarType { Kind: ScalarKind.Double } => constant.AsDouble,
        ScalarType { Kind: ScalarKind.Float } => (float)constant.AsDouble,
        _ => constant.AsLong,
    };

    private static string Run(Type type, string name, object?[] arguments)
    {
        var method = type.GetMethod(name)!;
        var parameters = method.GetParameters();
        var given = arguments.Take(parameters.Length).Select((a, i) => parameters[i].ParameterType.IsEnum ? Enum.ToObject(parameters[i].ParameterType, a!) : a).ToArray();
        try
        {
            return Text(method.Invoke(null, given), given);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException!.GetType().FullName!.Replace('+', '.');
        }
    }

    private static int Index(ConstructCase one) => ConstructCases.All.Select(static c => c.Name).ToList().IndexOf(one.Name);

    private static string Text(object? result, object?[] arguments)
    {
        var text = new StringBuilder();
        Append(text, result);
        foreach (var array in arguments.OfType<Array>())
            Append(text.Append(" | "), array);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case float number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture)).Append('f');
                break;
            case Enum member:
                text.Append(System.Convert.ToInt64(member, CultureInfo.InvariantCulture));
                break;
            case Array array:
                text.Append('[');
                foreach (var item in array)
                    Append(text.Append(' '), item);
                text.Append(']');
                break;
            case StructValue fields:
                Fields(text, fields.Fields);
                break;
            case System.Runtime.CompilerServices.ITuple tuple:
                Fields(text, Enumerable.Range(0, tuple.Length).Select(i => tuple[i]));
                break;
            case ValueType structure when structure.GetType().Namespace!.StartsWith("Case", StringComparison.Ordinal):
                Fields(text, structure.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(f => f.GetValue(structure)));
                break;
            default:
                text.Append(System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null");
                break;
        }
    }

    private static void Fields(StringBuilder text, IEnumerable<object?> fields)
    {
        text.Append('(');
        foreach (var field in fields)
            Append(text.Append(' '), field);
        text.Append(')');
    }
}
