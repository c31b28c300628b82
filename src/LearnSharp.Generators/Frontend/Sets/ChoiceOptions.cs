using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Finds the options of a choice.</summary>
internal static class ChoiceOptions
{
    /// <summary>The most options that a range may have: each is a value of its own to the search.</summary>
    private const long Most = 4096;

    /// <summary>The choice that <c>[Choice]</c> on something with a start declares, or null with the reason and the way out.</summary>
    public static ChoiceSpec? OfAttribute(LearnedMember member, AttributeData attribute, TypeMapper types, out string problem)
    {
        if (member.Start is not { } start)
        {
            problem = "its default is null; start with one of the options";
            return null;
        }

        var named = attribute.NamedArguments;
        var listed = attribute.ConstructorArguments.Length == 0 || attribute.ConstructorArguments[0].IsNull
            ? []
            : attribute.ConstructorArguments[0].Values.Select(static value => value.Value).ToList();
        if (named.Length == 0)
            return Of(member.Name, member.Index, inBody: false, member.Type, start, listed, types, out problem);
        long? min = named.FirstOrDefault(static argument => argument.Key == "Min").Value.Value is int low ? low : null;
        long? max = named.FirstOrDefault(static argument => argument.Key == "Max").Value.Value is int high ? high : null;
        if (min is null || max is null)
        {
            problem = "a range needs both Min and Max";
            return null;
        }

        if (listed.Count > 0)
        {
            problem = "it has both a list and a range; keep one of them";
            return null;
        }

        return OfRange(member.Name, member.Index, inBody: false, member.Type, start, min.Value, max.Value, types, out problem);
    }

    /// <summary>A choice among the integers from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static ChoiceSpec? OfRange(
        string name, int parameter, bool inBody, ITypeSymbol type, object start, long min, long max, TypeMapper types, out string problem)
    {
        if (type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64))
        {
            problem = $"a range needs an int or a long, and its type is '{type.ToDisplayString()}'; list the options";
            return null;
        }

        if (min > max)
        {
            problem = $"Min {min} is above Max {max}; swap them";
            return null;
        }

        if (max - min >= Most)
        {
            problem = $"the range from {min} to {max} has more than {Most} values; make it a weight and round, or list fewer options";
            return null;
        }

        var options = new List<object?>();
        for (var value = min; value <= max; value++)
            options.Add(value);
        return Of(name, parameter, inBody, type, start, options, types, out problem);
    }

    /// <summary>A choice among listed options; none listed means all values of a bool or an enum.</summary>
    public static ChoiceSpec? Of(
        string name, int parameter, bool inBody, ITypeSymbol type, object start, IReadOnlyList<object?> listed, TypeMapper types, out string problem)
    {
        if (types.Map(type, out _) is not (ScalarType or EnumType) || types.Map(type, out _) is not { } mapped)
        {
            problem = $"its type is '{type.ToDisplayString()}'; choose among bools, enums, ints, longs, floats or doubles";
            return null;
        }

        List<Constant> options;
        if (listed.Count > 0)
        {
            options = [];
            foreach (var value in listed)
            {
                if (value is null || !Fits(mapped, value))
                {
                    problem = $"the option '{value ?? "null"}' is not of type '{type.ToDisplayString()}'";
                    return null;
                }

                options.Add(Constants.Of(mapped, value)!);
            }
        }
        else if (mapped == ScalarType.Bool)
        {
            options = [Constant.Of(false), Constant.Of(true)];
        }
        else if (mapped is EnumType enumeration && enumeration.Members.Count > 0)
        {
            options = enumeration.Members.Select(static member => member.Value).Distinct().Select(value => Constant.Of(enumeration, value)).ToList();
        }
        else
        {
            problem = $"a choice of type '{type.ToDisplayString()}' needs its options: [Choice(1, 2, 4)] or [Choice(Min = 1, Max = 8)]";
            return null;
        }

        if (options.Distinct().Count() != options.Count)
        {
            problem = "an option is listed twice; list each once";
            return null;
        }

        var first = options.IndexOf(Constants.Of(mapped, start)!);
        if (first < 0)
        {
            problem = $"it starts at '{start}', which is not one of its options; start with one of them, or add it";
            return null;
        }

        problem = "";
        return new ChoiceSpec(name, parameter, inBody, options.ToEquatableArray(), first);
    }

    private static bool Fits(IrType type, object value) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => value is bool,
        ScalarType { Kind: ScalarKind.Int } => Constants.IsInteger(value) && Constants.ToLong(value) is >= int.MinValue and <= int.MaxValue,
        ScalarType { Kind: ScalarKind.Long } => Constants.IsInteger(value),
        EnumType => Constants.IsInteger(value),
        _ => Constants.IsNumber(value),
    };
}
