using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>The weights and choices that a method declares, in its signature and in its body; checks them.</summary>
internal sealed class Declarations
{
    private readonly RuleReporter _report;
    private readonly List<(WeightSpec Spec, Location Where)> _weights = [];
    private readonly List<(ChoiceSpec Spec, Location Where)> _choices = [];

    private Declarations(RuleReporter report, ParameterRole[] roles) => (_report, Roles) = (report, roles);

    /// <summary>The role of each parameter of the signature.</summary>
    public ParameterRole[] Roles { get; }

    /// <summary>The weights, complete after <see cref="Finish"/>.</summary>
    public EquatableArray<WeightSpec> Weights { get; private set; }

    /// <summary>The choices, complete after <see cref="Finish"/>.</summary>
    public EquatableArray<ChoiceSpec> Choices { get; private set; }

    /// <summary>Whether a parameter is marked as a weight or choice.</summary>
    public static bool IsLearned(IParameterSymbol parameter) => Attribute(parameter, KnownNames.Weight) is not null || Attribute(parameter, KnownNames.Choice) is not null;

    /// <summary>Reads the attributes of a method's parameters.</summary>
    public static Declarations OfSignature(IMethodSymbol method, RuleReporter report, TypeMapper types)
    {
        var result = new Declarations(report, new ParameterRole[method.Parameters.Length]);
        foreach (var parameter in method.Parameters)
            result.Read(LearnedMember.Of(parameter), types, "it has no default value; the default is where learning starts");
        return result;
    }

    /// <summary>Reads the attributes of a type's marked fields and properties.</summary>
    public static Declarations OfMembers(IReadOnlyList<LearnedMember> members, RuleReporter report, TypeMapper types)
    {
        var result = new Declarations(report, new ParameterRole[members.Count]);
        foreach (var member in members)
            result.Read(member, types, "it has no initializer that is a constant; the initializer is where learning starts");
        return result;
    }

    /// <summary>Adds a weight; its name and <see cref="WeightSpec.Above"/> are still those of the source.</summary>
    public void Add(WeightSpec weight, Location where)
    {
        if (WeightChecks.Problem(weight) is { } problem)
            _report(Rules.WeightBounds, where, weight.Name, problem);
        _weights.Add((weight, where));
    }

    /// <summary>Adds a choice; its name is still that of the source.</summary>
    public void Add(ChoiceSpec choice, Location where) => _choices.Add((choice, where));

    /// <summary>Gives everything its name and checks how weights refer to each other.</summary>
    /// <param name="names">The names of all parameters in the source, those of the body last.</param>
    public void Finish(IReadOnlyList<string> names)
    {
        var members = MemberNames.Assign(names);
        var weights = new List<WeightSpec>();
        foreach (var (weight, where) in _weights)
        {
            var partner = weight.Above is null ? -1 : _weights.FindIndex(other => other.Spec.Name == weight.Above);
            var above = partner < 0 ? null : members[_weights[partner].Spec.Parameter];
            if (weight.Above is not null && AboveProblem(weight, partner) is { } problem)
                _report(Rules.WeightAbove, where, weight.Name, weight.Above, problem);
            weights.Add(weight with { Name = members[weight.Parameter], Above = above });
        }

        Weights = weights.ToEquatableArray();
        Choices = _choices.Select(choice => choice.Spec with { Name = members[choice.Spec.Parameter] }).ToEquatableArray();
    }

    private static AttributeData? Attribute(ISymbol parameter, string name) =>
        parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    private string? AboveProblem(WeightSpec weight, int partner)
    {
        if (partner < 0)
            return "there is no such weight; use nameof of another weight of the same method or type";
        var low = _weights[partner].Spec;
        var seen = new HashSet<string>(StringComparer.Ordinal) { weight.Name };
        for (var current = low; current is not null; current = _weights.FirstOrDefault(other => other.Spec.Name == current.Above).Spec)
        {
            if (!seen.Add(current.Name))
                return "the weights stay above each other in a circle; leave one of them free";
            if (current.Above is null)
                break;
        }

        if (weight.Start < low.Start)
            return string.Format(CultureInfo.InvariantCulture, "its starting value {0:R} is below {1:R}, that of '{2}'; start it there or higher", weight.Start, low.Start, low.Name);
        if (weight.Max < low.Min)
            return string.Format(CultureInfo.InvariantCulture, "its Max {0:R} is below {1:R}, the Min of '{2}'; no values would be allowed", weight.Max, low.Min, low.Name);
        return null;
    }

    private void Read(LearnedMember member, TypeMapper types, string withoutStart)
    {
        var parameter = member.Symbol;
        var weight = Attribute(parameter, KnownNames.Weight);
        var choice = Attribute(parameter, KnownNames.Choice);
        if (weight is null && choice is null)
            return;
        var where = parameter.Locations[0];
        var what = weight is null ? "choice" : "weight";
        if (weight is not null && choice is not null)
        {
            _report(Rules.WeightOrChoiceTarget, where, parameter.Name, what, "it is marked as both; keep one of [Weight] and [Choice]");
        }
        else if (!member.HasStart)
        {
            _report(Rules.WeightOrChoiceTarget, where, parameter.Name, what, withoutStart);
        }
        else if (weight is not null)
        {
            if (member.Type.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single))
            {
                _report(
                    Rules.WeightOrChoiceTarget,
                    where,
                    parameter.Name,
                    what,
                    $"its type is '{member.Type.ToDisplayString()}', and weights are double or float; mark it [Choice] where it is discrete");
                return;
            }

            Roles[member.Index] = ParameterRole.Weight;
            Add(WeightOf(member, weight), where);
        }
        else
        {
            Roles[member.Index] = ParameterRole.Choice;
            if (ChoiceOptions.OfAttribute(member, choice!, types, out var problem) is { } spec)
                Add(spec, where);
            else
                _report(Rules.ChoiceOptions, where, member.Name, problem);
        }
    }

    // The elements of an array stand above those of the other, one by one.
    private static string? Above(Dictionary<string, object?> named, LearnedMember member) => named.TryGetValue("Above", out var above) && above is string name
        ? name + (member.Element < 0 ? "" : member.Element.ToString(CultureInfo.InvariantCulture))
        : null;

    private static WeightSpec WeightOf(LearnedMember member, AttributeData attribute)
    {
        var named = attribute.NamedArguments.ToDictionary(static argument => argument.Key, static argument => argument.Value.Value, StringComparer.Ordinal);
        double Number(string name, double otherwise) => named.TryGetValue(name, out var value) && value is double number ? number : otherwise;
        bool Flag(string name) => named.TryGetValue(name, out var value) && value is true;
        return new WeightSpec(
            member.Name,
            member.Index,
            InBody: false,
            System.Convert.ToDouble(member.Start, CultureInfo.InvariantCulture),
            Number("Min", double.NegativeInfinity),
            Number("Max", double.PositiveInfinity),
            Flag("Log"),
            Above(named, member),
            Flag("Fixed"));
    }
}
