using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Checks the weights and choices of a program against each other and against the root's parameters.</summary>
internal static class LearnableRules
{
    /// <summary>Adds an error for every rule that is broken.</summary>
    public static void Check(LearnableProgram learnable, List<VerificationError> errors)
    {
        var root = learnable.Program.Root;
        void Report(string path, string what) => errors.Add(new($"{root.Id}: {path}: {what}.", $"{root.Id}: {path}"));

        var names = new HashSet<string>();
        foreach (var name in learnable.Weights.Select(static weight => weight.Name).Concat(learnable.Choices.Select(static choice => choice.Name)))
        {
            if (name.Length == 0 || !names.Add(name))
                Report("Weights and Choices", $"The name '{name}' is empty or used twice");
        }

        Parameters(root, ParameterRole.Weight, learnable.Weights.Select(static weight => (weight.Name, weight.Parameter, weight.InBody)), Report);
        Parameters(root, ParameterRole.Choice, learnable.Choices.Select(static choice => (choice.Name, choice.Parameter, choice.InBody)), Report);
        InBodyLast(learnable, Report);
        foreach (var weight in learnable.Weights)
            Weight(weight, learnable, Report);
        foreach (var choice in learnable.Choices)
            Choice(choice, root, Report);
    }

    private static void Parameters(
        Function root, ParameterRole role, EquatableArray<(string Name, int Parameter, bool InBody)> specs, Action<string, string> report)
    {
        var previous = -1;
        foreach (var (name, parameter, _) in specs)
        {
            if (parameter < 0 || parameter >= root.Parameters.Count)
            {
                report(name, $"Parameter {parameter} does not exist; the root has {root.Parameters.Count}");
                continue;
            }

            var (local, actual) = (root.Parameters[parameter].Local, root.Parameters[parameter].Role);
            if (actual != role)
                report(name, $"Parameter {parameter} ({local}) has the role {actual}, not {role}");
            if (parameter <= previous)
                report(name, $"Parameter {parameter} comes after parameter {previous}; each is named once, in declaration order");
            previous = Math.Max(previous, parameter);
        }

        for (var i = 0; i < root.Parameters.Count; i++)
        {
            if (root.Parameters[i].Role == role && specs.All(spec => spec.Parameter != i))
                report($"Parameters.{root.Parameters[i].Local.Name}", $"The parameter has the role {role}, but nothing describes it");
        }
    }

    private static void InBodyLast(LearnableProgram learnable, Action<string, string> report)
    {
        var inBody = new HashSet<int>(learnable.Weights.Where(static weight => weight.InBody).Select(static weight => weight.Parameter)
            .Concat(learnable.Choices.Where(static choice => choice.InBody).Select(static choice => choice.Parameter)));
        var parameters = learnable.Program.Root.Parameters;
        for (var i = 1; i < parameters.Count; i++)
        {
            if (inBody.Contains(i - 1) && !inBody.Contains(i) && parameters[i].Role != ParameterRole.Input)
                report($"Parameters.{parameters[i].Local.Name}", "A parameter of the method itself stands after one that was declared in the body");
        }
    }

    private static void Weight(WeightSpec weight, LearnableProgram learnable, Action<string, string> report)
    {
        var parameters = learnable.Program.Root.Parameters;
        var type = weight.Parameter >= 0 && weight.Parameter < parameters.Count ? parameters[weight.Parameter].Local.Type : null;
        if (type is not (null or ScalarType { IsFloating: true }))
            report(weight.Name, $"A weight is double or float, not {type}");
        if (double.IsNaN(weight.Start) || double.IsInfinity(weight.Start))
            report(weight.Name, $"The start {Text(weight.Start)} is not a number");
        else if (!(weight.Min <= weight.Start && weight.Start <= weight.Max))
            report(weight.Name, $"The start {Text(weight.Start)} is not between {Text(weight.Min)} and {Text(weight.Max)}");
        if (weight.Log && !(weight.Start > 0))
            report(weight.Name, $"The weight is searched logarithmically, but its start {Text(weight.Start)} is not positive");
        if (weight.Above is null)
            return;
        if (learnable.Weights.FirstOrDefault(other => other.Name == weight.Above) is not { } lower)
            report(weight.Name, $"It stays above '{weight.Above}', which is no weight of the program");
        else if (IsAboveItself(weight, learnable.Weights))
            report(weight.Name, "It stays above itself");
        else if (!(weight.Start >= lower.Start))
            report(weight.Name, $"The start {Text(weight.Start)} is below the start {Text(lower.Start)} of '{lower.Name}', which it stays above");
    }

    private static bool IsAboveItself(WeightSpec weight, EquatableArray<WeightSpec> weights)
    {
        var lower = weight.Above;
        for (var steps = 0; lower is not null && steps <= weights.Count; steps++)
        {
            if (lower == weight.Name)
                return true;
            lower = weights.FirstOrDefault(other => other.Name == lower)?.Above;
        }

        return false;
    }

    private static void Choice(ChoiceSpec choice, Function root, Action<string, string> report)
    {
        if (choice.Options.IsEmpty)
            report(choice.Name, "A choice needs at least one option");
        if (choice.Start < 0 || choice.Start >= choice.Options.Count)
            report(choice.Name, $"The start {choice.Start} is not one of the {choice.Options.Count} options");
        if (choice.Options.Distinct().Count() != choice.Options.Count)
            report(choice.Name, "An option stands there twice");
        if (choice.Parameter < 0 || choice.Parameter >= root.Parameters.Count)
            return;
        var type = root.Parameters[choice.Parameter].Local.Type;
        if (choice.Options.Any(option => option.Type != type))
            report(choice.Name, $"An option is not of the parameter's type {type}");
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
