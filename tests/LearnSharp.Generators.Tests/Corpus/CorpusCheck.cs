using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using LearnSharp.Generators.Tests.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Holds a compiled method against four oracles: the interpreter on its IR (value, arrays left behind, exceptions, bit for bit), the value of its own <c>Gradient</c> and <c>Pushforward</c>, the
/// interpreter's dual numbers (1e-12 of the contributions) and differences of the method itself.
/// </summary>
internal static class CorpusCheck
{
    private static readonly InterpreterOptions OnlyExceptions = new() { Fuel = 20_000_000, Resolve = static call => HostedIndex.Resolve(call) ?? (static _ => null) };

    /// <summary>What is wrong; null where nothing is.</summary>
    /// <param name="code">The class that has the method and its program.</param>
    /// <param name="arguments">The arguments of one run.</param>
    /// <param name="differences">Whether differences are taken.</param>
    public static string? Find(Type code, object?[] arguments, bool differences = true) => Against(code, code, arguments, differences);

    /// <summary>The same with the method of another class: what does not agree is seen.</summary>
    public static string? Against(Type code, Type original, object?[] arguments, bool differences = true)
    {
        var method = original.GetMethod("M", BindingFlags.Public | BindingFlags.Static)!;
        var gradient = code.GetNestedType("MProgram")!.GetMethods()
            .Where(static m => m.Name == "Gradient").OrderByDescending(static m => m.GetParameters().Length).First(static m => !m.GetParameters()[0].ParameterType.IsByRef);
        var info = (ProgramInfo)code.GetNestedType("MProgram")!.GetField("ProgramDescription", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var program = IrText.Read(info.Ir);

        // What only C# computes the interpreter cannot: there the method itself remains as the oracle.
        var interpreted = !ExternSearch.Has(program.Program);
        var own = Copy(arguments);
        var expected = Call(method, own);
        var given = Complete(gradient, arguments, out var outs);
        var actual = Call(gradient, given);
        if (Text(expected) != Text(actual))
            return $"Gradient gives {Text(actual)}, the method {Text(expected)}";
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is Array && Text(own[i]) != Text(given[i]))
                return $"Gradient leaves {Text(given[i])} in argument {i}, the method {Text(own[i])}";
        }

        if (Forward(code, program, arguments, own, given, outs, expected, interpreted) is { } wrong)
            return wrong;
        if (actual is Exception)
            return Untouched(given, outs) ?? (interpreted ? Interpreted(program, arguments, own, expected) : null);
        return (interpreted ? Interpreted(program, arguments, own, expected) ?? Duals(program, arguments, given, outs) : null)
            ?? (differences ? Differences(method, arguments, given, outs, expected) : null);
    }

    // Value, arrays left behind and exceptions are the method's own; the tangent is the gradient times the direction.
    private static string? Forward(
        Type code, LearnableProgram program, object?[] arguments, object?[] own, object?[] gradient, List<(int Parameter, int At)> outs, object? expected, bool interpreted)
    {
        var pushforward = CorpusDirection.Of(code);
        var given = CorpusDirection.Complete(pushforward, Copy(arguments), IsDifferentiable, out var tangents);
        var actual = Call(pushforward, given);
        var pair = actual as System.Runtime.CompilerServices.ITuple;
        if (Text(pair is null ? actual : pair[0]) != Text(expected))
            return $"Pushforward gives {Text(pair is null ? actual : pair[0])}, the method {Text(expected)}";
        for (var (i, at) = (0, 0); i < arguments.Length; at += tangents.ContainsKey(i++) ? 2 : 1)
        {
            if (arguments[i] is Array && Text(own[i]) != Text(given[at]))
                return $"Pushforward leaves {Text(given[at])} in argument {i}, the method {Text(own[i])}";
        }

        if (pair is null)
            return null;
        var (wanted, contributions) = (0.0, 0.0);
        foreach (var (parameter, at) in outs)
        {
            foreach (var (derivative, move) in Leaves(gradient[at]).Zip(Leaves(tangents[parameter])))
            {
                wanted += derivative * move;
                contributions += Math.Abs(derivative * move);
            }
        }

        var tolerance = 1e-9 * Math.Max(1, contributions);
        if (interpreted)
        {
            var jacobian = Interpreter.Differentiate(program.Program, ForInterpreter(program, arguments), OnlyExceptions);
            var output = jacobian.Outputs.First(static o => o.Result == 0);
            contributions += Enumerable.Range(0, jacobian.Inputs.Count).Sum(i => 3 * output.Contributions[i]);
            tolerance = 2 * jacobian.Tolerance(contributions) + 1e-300;
        }

        var tangent = Leaves(pair[1])[0];
        return !double.IsFinite(contributions) || Math.Abs(tangent - wanted) <= tolerance ? null : $"the tangent is {Text(tangent)}, by the gradient {Text(wanted)} (contributions {Text(contributions)})";
    }

    private static string? Untouched(object?[] given, List<(int Parameter, int At)> outs)
    {
        foreach (var (_, at) in outs)
        {
            if (given[at] is Array array && array.Cast<object>().Any(static item => System.Convert.ToDouble(item, null) != 0))
                return $"the method throws, but buffer {at} holds {Text(array)}";
        }

        return null;
    }

    private static string? Interpreted(LearnableProgram program, object?[] arguments, object?[] own, object? expected)
    {
        var given = ForInterpreter(program, arguments);
        object? result;
        try
        {
            result = Interpreter.Run(program.Program, given, OnlyExceptions).Results[0];
        }
        catch (IrThrownException exception)
        {
            return expected is Exception thrown && exception.Template.Contains(thrown.GetType().FullName!, StringComparison.Ordinal) ? null : $"interpreted it throws {exception.Template}, compiled {Text(expected)}";
        }
        catch (Exception exception) when (exception is not FuelExhaustedException)
        {
            return expected is Exception thrown && exception.GetType() == thrown.GetType() ? null : $"interpreted it throws {exception.GetType()}: {exception.Message}, compiled {Text(expected)}";
        }

        if (Text(result) != Text(expected))
            return $"interpreted it gives {Text(result)}, compiled {Text(expected)}";
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is Array && Text(given[i]) != Text(own[i]))
                return $"interpreted it leaves {Text(given[i])} in argument {i}, compiled {Text(own[i])}";
        }

        return null;
    }

    private static string? Duals(LearnableProgram program, object?[] arguments, object?[] given, List<(int Parameter, int At)> outs)
    {
        var jacobian = Interpreter.Differentiate(program.Program, ForInterpreter(program, arguments), OnlyExceptions);
        var output = jacobian.Outputs.First(static o => o.Result == 0);
        foreach (var (parameter, at) in outs)
        {
            var leaves = Leaves(given[at]);
            var inputs = Enumerable.Range(0, jacobian.Inputs.Count).Where(i => jacobian.Inputs[i].Parameter == parameter).ToList();

            // An array that is handed over twice is one input: its derivative is the sum of both buffers.
            var twins = outs.Where(other => ReferenceEquals(arguments[other.Parameter], arguments[parameter]) && arguments[parameter] is Array).Select(other => other.Parameter).ToList();
            if (twins.Count > 1)
            {
                if (twins[0] != parameter)
                    continue;
                leaves = [.. leaves.Select((_, i) => outs.Where(other => twins.Contains(other.Parameter)).Sum(other => Leaves(given[other.At])[i]))];
            }

            if (inputs.Count != leaves.Count)
                return $"{leaves.Count} derivatives for {inputs.Count} inputs of parameter {parameter}";
            for (var i = 0; i < leaves.Count; i++)
            {
                var (wanted, contribution) = (output.Derivatives[inputs[i]], output.Contributions[inputs[i]]);
                var isSame = leaves[i].Equals(wanted) || (!double.IsFinite(leaves[i]) && !double.IsFinite(wanted)) || !double.IsFinite(contribution);
                if (!isSame && !(Math.Abs(leaves[i] - wanted) <= jacobian.Tolerance(contribution) + 1e-300))
                    return $"the derivative by {jacobian.Inputs[inputs[i]].Path} is {Text(leaves[i])}, by dual numbers {Text(wanted)} (contributions {Text(contribution)})";
            }
        }

        return null;
    }

    /// <summary>Differences catch what the translation itself got wrong: they look at the method alone. Taken only where two steps agree, so that kinks and jumps do not count.</summary>
    private static string? Differences(MethodInfo method, object?[] arguments, object?[] given, List<(int Parameter, int At)> outs, object? expected)
    {
        if (expected is not double value || !double.IsFinite(value) || method.GetParameters().Any(static p => p.ParameterType == typeof(float) || p.ParameterType == typeof(float[])))
            return null;
        foreach (var (parameter, at) in outs)
        {
            var isShared = arguments.Count(other => ReferenceEquals(other, arguments[parameter])) > 1;
            var leaves = arguments[parameter] is double or double[] && !isShared ? Leaves(given[at]) : [];
            for (var i = 0; i < leaves.Count; i++)
            {
                double Run(double move)
                {
                    var moved = Copy(arguments);
                    if (moved[parameter] is double[] array)
                        array[i] += move;
                    else
                        moved[parameter] = (double)moved[parameter]! + move;
                    return Call(method, moved) is double result ? result : double.NaN;
                }

                var (wide, half, quarter) = (Slope(Run, 4e-5), Slope(Run, 2e-5), Slope(Run, 1e-5));
                var scale = Math.Max(Math.Max(1, Math.Abs(value)), Math.Abs(quarter));

                // Smooth: three steps agree and the two sides do.
                var sides = Math.Abs(((Run(1e-5) - value) / 1e-5) - ((value - Run(-1e-5)) / 1e-5));
                if (!(Math.Abs(wide - half) + Math.Abs(half - quarter) < 1e-7 * scale) || !(sides < 1e-3 * scale))
                    continue;
                if (!(Math.Abs(leaves[i] - quarter) <= 1e-5 * scale))
                    return $"the derivative by parameter {parameter} [{i}] is {Text(leaves[i])}, by differences {Text(quarter)}";
            }
        }

        return null;
    }

    private static double Slope(Func<double, double> run, double step) => (run(step) - run(-step)) / (2 * step);

    public static object?[] Complete(MethodInfo gradient, object?[] arguments, out List<(int Parameter, int At)> outs)
    {
        var parameters = gradient.GetParameters();
        var given = new object?[parameters.Length];
        Copy(arguments).CopyTo(given, 0);
        outs = [];
        var parameter = -1;
        for (var i = arguments.Length; i < parameters.Length; i++)
        {
            do
                parameter++;
            while (!IsDifferentiable(parameters[parameter].ParameterType));
            outs.Add((parameter, i));
            if (arguments[parameter] is Array array)
                given[i] = Array.CreateInstance(array.GetType().GetElementType()!, array.Length);
        }

        return given;
    }

    public static bool IsDifferentiable(Type type) =>
        type == typeof(double) || type == typeof(float)
        || (type.IsArray && IsDifferentiable(type.GetElementType()!))
        || (type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && Nullable.GetUnderlyingType(type) is null && Fields(type).Any(static f => IsDifferentiable(f.FieldType)));

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    public static List<double> Leaves(object? value)
    {
        var leaves = new List<double>();
        Add(value);
        return leaves;

        void Add(object? item)
        {
            switch (item)
            {
                case double or float:
                    leaves.Add(System.Convert.ToDouble(item, null));
                    break;
                case Array array:
                    foreach (var element in array)
                        Add(element);
                    break;
                case not null when IsDifferentiable(item.GetType()):
                    foreach (var field in Fields(item.GetType()).Where(static f => IsDifferentiable(f.FieldType)))
                        Add(field.GetValue(item));
                    break;
            }
        }
    }

    public static object?[] ForInterpreter(LearnableProgram program, object?[] arguments)
    {
        var given = Copy(arguments).ToList();
        for (var i = given.Count; i < program.Program.Root.Parameters.Count; i++)
        {
            if (program.Weights.FirstOrDefault(w => w.Parameter == i) is { } weight)
                given.Add(program.Program.Root.Parameters[i].Local.Type == ScalarType.Float ? (float)weight.Start : weight.Start);
            else if (program.Choices.First(c => c.Parameter == i) is { } choice)
                given.Add(choice.Options[choice.Start] is { Type: ScalarType { Kind: ScalarKind.Bool } } flag ? flag.IsTrue : (object)(int)choice.Options[choice.Start].AsLong);
        }

        return [.. given.Select(static value => value is ValueType structure && structure.GetType() is { IsPrimitive: false, IsEnum: false } type && value is not System.Runtime.CompilerServices.ITuple
            ? new StructValue(Fields(type).Select(f => f.GetValue(structure)).ToEquatableArray())
            : value)];
    }

    public static object?[] Copy(object?[] arguments)
    {
        // The same array twice stays the same array.
        var copies = new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        return [.. arguments.Select(a => a is Array array ? copies.TryGetValue(array, out var known) ? known : copies[array] = array.Clone() : a)];
    }

    public static object? Call(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException;
        }
    }

    public static string Text(object? value) => value switch
    {
        double number => double.IsNaN(number) ? "NaN" : FormattableString.Invariant($"{number:R}"),
        float number => FormattableString.Invariant($"{number:R}f"),
        Array array => $"[{string.Join(" ", array.Cast<object?>().Select(Text))}]",
        Exception exception => exception.GetType().FullName!,
        _ => System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "null",
    };
}
