using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using LearnSharp.Generators.Tests.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Holds a compiled method against four oracles: the interpreter on its IR (value, arrays left behind, exceptions, bit for bit), the value of its own <c>Gradient</c>, <c>Pullback</c> and <c>Pushforward</c>,
/// the interpreter's dual numbers (1e-12 of the contributions) and differences of the method itself.
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
        var info = (ProgramInfo)code.GetNestedType("MProgram")!.GetField("ProgramDescription", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var program = IrText.Read(info.Ir);
        var own = Copy(arguments);
        var expected = Call(method, own);

        // What only C# computes the interpreter cannot: there the method itself remains as the oracle. It has no arrays of two dimensions.
        var interpreted = !ExternSearch.Has(program.Program) && !arguments.Any(static a => a is Array { Rank: > 1 });
        var jacobian = interpreted && expected is not Exception ? Interpreter.Differentiate(program.Program, ForInterpreter(program, arguments), OnlyExceptions) : null;
        if (interpreted && Interpreted(program, arguments, own, expected) is { } misread)
            return misread;
        foreach (var reverse in CorpusReverse.All(code.GetNestedType("MProgram")!, arguments.Length))
        {
            if (Reverse(code, method, reverse, jacobian, CorpusFloats.In(program.Program), arguments, own, expected, differences) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static string? Reverse(Type code, MethodInfo method, CorpusReverse reverse, Jacobian? jacobian, bool usesFloat, object?[] arguments, object?[] own, object? expected, bool differences)
    {
        var actual = reverse.Call(arguments, expected, out var given);
        if (Text(expected) != Text(actual))
            return $"{reverse.Name} gives {Text(actual)}, the method {Text(expected)}";
        if (Left(reverse.Name, own, i => given[i]) is { } left)
            return left;

        // What the call before has left on the workspace is not seen.
        reverse.Call(arguments, expected, out var again);
        if (reverse.Outs.FirstOrDefault(o => Text(given[o.At]) != Text(again[o.At])) is { At: > 0 } other)
            return $"{reverse.Name} gives {Text(given[other.At])} for parameter {other.Parameter}, then {Text(again[other.At])}";
        if (Forward(code, reverse, jacobian, usesFloat, arguments, own, given, expected) is { } wrong)
            return wrong;
        if (actual is Exception)
            return Untouched(given, reverse.Outs);
        var derivatives = CorpusLeaves.Distinct(arguments, reverse.Outs.Select(o => (o.Parameter, given[o.At])));
        return (jacobian is null ? null : Duals(reverse, jacobian, derivatives, own))
            ?? (differences && !usesFloat ? Differences(method, reverse, arguments, derivatives, reverse.Value(expected, i => own[i])) : null);
    }

    private static string? Left(string name, object?[] own, Func<int, object?> given)
    {
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i] is Array && Text(own[i]) != Text(given(i)))
                return $"{name} leaves {Text(given(i))} in argument {i}, the method {Text(own[i])}";
        }

        return null;
    }

    // Value, arrays left behind and exceptions are the method's own; the tangent is the gradient times the direction.
    private static string? Forward(Type code, CorpusReverse reverse, Jacobian? jacobian, bool usesFloat, object?[] arguments, object?[] own, object?[] gradient, object? expected)
    {
        var given = CorpusDirection.Complete(CorpusDirection.Of(code), Copy(arguments), CorpusLeaves.IsDifferentiable, out var tangents);
        var actual = Call(CorpusDirection.Of(code), given);
        var pair = actual as System.Runtime.CompilerServices.ITuple;
        if (Text(pair is null ? actual : pair[0]) != Text(expected))
            return $"Pushforward gives {Text(pair is null ? actual : pair[0])}, the method {Text(expected)}";
        var places = new List<int>();
        for (var (i, at) = (0, 0); i < arguments.Length; at += tangents.ContainsKey(i++) ? 2 : 1)
            places.Add(at);
        if (Left("Pushforward", own, i => given[places[i]]) is { } left)
            return left;
        if (pair is null || actual is Exception)
            return null;
        var (wanted, contributions) = (0.0, 0.0);
        foreach (var (parameter, at) in reverse.Outs)
        {
            foreach (var (derivative, move) in CorpusLeaves.Of(gradient[at]).Zip(CorpusLeaves.Of(tangents[parameter])))
            {
                wanted += derivative * move;
                contributions += Math.Abs(derivative * move);
            }
        }

        var tolerance = 1e-9 * Math.Max(1, contributions) * (usesFloat ? 1 << 14 : 1);
        if (jacobian is not null)
        {
            contributions += jacobian.Outputs.Sum(output => Enumerable.Range(0, jacobian.Inputs.Count).Sum(i => 3 * output.Contributions[i]));
            tolerance = 2 * jacobian.Tolerance(contributions) + 1e-300;
        }

        var tangent = reverse.Value(pair[1], i => given[places[i] + 1]);
        return !double.IsFinite(contributions) || Math.Abs(tangent - wanted) <= tolerance
            ? null
            : $"the tangent is {Text(tangent)}, by {reverse.Name} {Text(wanted)} (contributions {Text(contributions)})";
    }

    private static string? Untouched(object?[] given, List<(int Parameter, int At)> outs)
    {
        foreach (var (_, at) in outs)
        {
            if (given[at] is Array array && CorpusLeaves.Of(array).Any(static item => item != 0))
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

        return Text(result) != Text(expected) ? $"interpreted it gives {Text(result)}, compiled {Text(expected)}" : Left("interpreted it", own, i => given[i]);
    }

    private static string? Duals(CorpusReverse reverse, Jacobian jacobian, List<(int Parameter, double Derivative)> derivatives, object?[] own)
    {
        var outputs = jacobian.Outputs.Where(o => o.Result == 0 || (o.Result < 0 && reverse.Written.Contains(o.Parameter))).ToList();
        var inputs = Enumerable.Range(0, jacobian.Inputs.Count).Where(i => reverse.Outs.Any(o => o.Parameter == jacobian.Inputs[i].Parameter)).ToList();
        if (inputs.Count != derivatives.Count)
            return $"{derivatives.Count} derivatives for {inputs.Count} inputs";

        // An array that is left in two places is one output: what its numbers count does not show here.
        if (reverse.Written.Any(w => outputs.Count(o => o.Result < 0 && o.Parameter == w) != CorpusLeaves.Of(own[w]).Count))
            return null;
        for (var i = 0; i < derivatives.Count; i++)
        {
            double Weighed(Func<OutputLeaf, double> of)
            {
                var (results, left) = (new Queue<double>(outputs.Where(static o => o.Result == 0).Select(of)), outputs.Where(static o => o.Result < 0).GroupBy(static o => o.Parameter).ToDictionary(static g => g.Key, g => g.Select(of).ToArray()));
                return reverse.Value(results.ToArray(), parameter => left.GetValueOrDefault(parameter));
            }

            var (actual, wanted, contribution) = (derivatives[i].Derivative, Weighed(o => o.Derivatives[inputs[i]]), Weighed(o => o.Contributions[inputs[i]]));
            var isSame = actual.Equals(wanted) || (!double.IsFinite(actual) && !double.IsFinite(wanted)) || !double.IsFinite(contribution);
            if (!isSame && !(Math.Abs(actual - wanted) <= jacobian.Tolerance(contribution) + 1e-300))
                return $"the derivative by {jacobian.Inputs[inputs[i]].Path} is {Text(actual)}, by dual numbers {Text(wanted)} (contributions {Text(contribution)})";
        }

        return null;
    }

    /// <summary>Differences catch what the translation itself got wrong: they look at the method alone. Taken only where two steps agree, so that kinks and jumps do not count.</summary>
    private static string? Differences(MethodInfo method, CorpusReverse reverse, object?[] arguments, List<(int Parameter, double Derivative)> derivatives, double value)
    {
        if (!double.IsFinite(value))
            return null;
        for (var i = 0; i < derivatives.Count; i++)
        {
            var isMoved = true;
            double Run(double move)
            {
                var moved = Copy(arguments);
                isMoved &= CorpusLeaves.Move(moved, reverse.Outs.Select(static o => o.Parameter), i, move);
                return isMoved && Call(method, moved) is var result and not Exception ? reverse.Value(result, parameter => moved[parameter]) : double.NaN;
            }

            var (wide, half, quarter) = (Slope(Run, 4e-5), Slope(Run, 2e-5), Slope(Run, 1e-5));
            var scale = Math.Max(Math.Max(1, Math.Abs(value)), Math.Abs(quarter));

            // Smooth: three steps agree and the two sides do.
            var sides = Math.Abs(((Run(1e-5) - value) / 1e-5) - ((value - Run(-1e-5)) / 1e-5));
            if (!isMoved || !(Math.Abs(wide - half) + Math.Abs(half - quarter) < 1e-7 * scale) || !(sides < 1e-3 * scale))
                continue;
            if (!(Math.Abs(derivatives[i].Derivative - quarter) <= 1e-5 * scale))
                return $"the derivative {i}, by parameter {derivatives[i].Parameter}, is {Text(derivatives[i].Derivative)} in {reverse.Name}, by differences {Text(quarter)}";
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
            while (!CorpusLeaves.IsDifferentiable(parameters[parameter].ParameterType));
            outs.Add((parameter, i));
            if (arguments[parameter] is Array array)
                given[i] = CorpusLeaves.Like(array.GetType(), array, static () => 0);
        }

        return given;
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
            ? new StructValue(CorpusLeaves.Fields(type).Select(f => f.GetValue(structure)).ToEquatableArray())
            : value)];
    }

    /// <summary>Copies of arguments; the same array twice stays the same array.</summary>
    public static object?[] Copy(object?[] arguments)
    {
        var copies = new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        return [.. arguments.Select(Copied)];

        object? Copied(object? value)
        {
            if (value is not Array array)
                return value;
            if (copies.TryGetValue(array, out var known))
                return known;
            var copy = (Array)array.Clone();
            copies[array] = copy;
            if (array.GetType().GetElementType()!.IsArray)
            {
                for (var i = 0; i < array.Length; i++)
                    copy.SetValue(Copied(array.GetValue(i)), i);
            }

            return copy;
        }
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
