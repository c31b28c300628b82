using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>A reverse mode of a method, <c>Gradient</c> or <c>Pullback</c>, and how it is called: what the numbers count that come out, and where their derivatives go.</summary>
internal sealed class CorpusReverse
{
    private readonly MethodInfo _method;
    private readonly int _count;

    private CorpusReverse(MethodInfo method, int count)
    {
        _method = method;
        _count = count;
        var parameters = method.GetParameters();
        var parameter = -1;
        for (var i = count; i < parameters.Length; i++)
        {
            if (IsSeed(i))
                continue;
            do
                parameter++;
            while (!CorpusLeaves.IsDifferentiable(parameters[parameter].ParameterType));
            Outs.Add((parameter, i));
        }
    }

    /// <summary>The name.</summary>
    public string Name => _method.Name;

    /// <summary>The parameters that it is differentiated by, and where their derivatives stand among its own.</summary>
    public List<(int Parameter, int At)> Outs { get; } = [];

    /// <summary>The parameters that are arrays which the method writes, where what is left there counts.</summary>
    public IEnumerable<int> Written => Enumerable.Range(_count, _method.GetParameters().Length - _count).Where(i => i > _count && IsSeed(i)).Select(WrittenAt);

    /// <summary>The reverse modes of a program: where one number comes out and arrays are written, once without and once with what is left in them.</summary>
    /// <param name="program">The program.</param>
    /// <param name="count">How many parameters the method has.</param>
    public static IEnumerable<CorpusReverse> All(Type program, int count)
    {
        var methods = program.GetMethods().Where(static m => m.GetParameters() is { Length: > 0 } given && !given[0].ParameterType.IsByRef).ToList();
        var gradient = methods.Where(static m => m.Name == "Gradient").MaxBy(static m => m.GetParameters().Length);
        if (gradient is not null)
            yield return new(gradient, count);
        if (methods.Where(static m => m.Name == "Pullback").MaxBy(static m => m.GetParameters().Length) is { } pullback && (gradient is null || pullback.GetParameters().Length > gradient.GetParameters().Length + 1))
            yield return new(pullback, count);
    }

    /// <summary>Calls it on copies of arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="expected">What the method returns, or the exception that it throws.</param>
    /// <param name="given">All that was handed over, as it is afterwards.</param>
    public object? Call(object?[] arguments, object? expected, out object?[] given)
    {
        var parameters = _method.GetParameters();
        given = new object?[parameters.Length];
        CorpusCheck.Copy(arguments).CopyTo(given, 0);
        for (var i = _count; i < given.Length; i++)
        {
            if (!IsSeed(i))
                continue;
            var type = parameters[i].ParameterType;
            given[i] = i > _count
                ? CorpusLeaves.Like(type, arguments[WrittenAt(i)], Counts(2))
                : CorpusLeaves.Like(type, expected is Exception ? null : expected, Counts(1)) ?? Array.CreateInstance(type.GetElementType()!, 0);
        }

        foreach (var (parameter, at) in Outs)
            given[at] = arguments[parameter] is Array array ? CorpusLeaves.Like(array.GetType(), array, static () => 0) : null;
        return CorpusCheck.Call(_method, given);
    }

    /// <summary>What counts of a run: the numbers of its result and of the arrays that it leaves behind, each times its weight.</summary>
    /// <param name="result">The result.</param>
    /// <param name="left">The arguments as they are afterwards.</param>
    public double Value(object? result, Func<int, object?> left) =>
        Name == "Gradient" ? CorpusLeaves.Of(result)[0] : Sum(result, Counts(1)) + Written.Sum(parameter => Sum(left(parameter), Counts(2)));

    private static double Sum(object? value, Func<double> counts) => CorpusLeaves.Of(value).Sum(number => number * counts());

    private static Func<double> Counts(int start) => () => 0.5 + (start++ % 5 * 0.25);

    // The first counts the result, the others what is left in an argument.
    private bool IsSeed(int at) => Name != "Gradient" && (at == _count || (_method.GetParameters()[at] is { IsOut: false, Name: var name } && name!.StartsWith("seed", StringComparison.Ordinal)));

    private int WrittenAt(int seed) =>
        Enumerable.Range(0, _count).First(i => _method.GetParameters()[seed].Name!.Equals("seed" + _method.GetParameters()[i].Name, StringComparison.OrdinalIgnoreCase));
}
