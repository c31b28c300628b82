using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Gives a program its values from an artefact that may be older than it: matched by name, kept within today's bounds, every difference noted.
/// </summary>
public static class ArtefactMatch
{
    /// <summary>Takes the values of an artefact.</summary>
    /// <param name="schema">What the program expects.</param>
    /// <param name="artefact">What was trained.</param>
    /// <exception cref="ArtefactException">The artefact belongs to another program.</exception>
    public static ArtefactValues Apply(ArtefactSchema schema, Artefact artefact)
    {
        if (artefact.Program != schema.Program)
        {
            throw new ArtefactException(
                ArtefactProblem.Foreign,
                $"The artefact belongs to {artefact.Program}, not to {schema.Program}. "
                + "If the method was renamed, write the new name into \"program\"; otherwise use the right file.");
        }

        var notes = new List<ArtefactNote>();
        if (artefact.SignatureHash != schema.SignatureHash)
        {
            var message = $"The signature has changed since the training ({artefact.Signature}); values are matched by name.";
            notes.Add(new(ArtefactNoteKind.SignatureChanged, "", message));
        }
        else if (schema.BodyHash.Length > 0 && artefact.BodyHash != schema.BodyHash)
            notes.Add(new(ArtefactNoteKind.BodyChanged, "", "The code has changed since the training; train again to suit the values to it."));
        var weights = MatchWeights(schema, artefact, notes);
        var choices = MatchChoices(schema, artefact, notes);
        return new ArtefactValues(weights.ToEquatableArray(), choices.ToEquatableArray(), notes.ToEquatableArray());
    }

    private static double[] MatchWeights(ArtefactSchema schema, Artefact artefact, List<ArtefactNote> notes)
    {
        var trained = artefact.Weights.ToDictionary(weight => weight.Name, weight => weight.Value);
        var values = new double[schema.Weights.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var slot = schema.Weights[i];
            if (!trained.TryGetValue(slot.Name, out values[i]))
            {
                values[i] = slot.Start;
                var message = FormattableString.Invariant($"Weight {slot.Name} is new; it has its starting value {slot.Start}.");
                notes.Add(new(ArtefactNoteKind.New, slot.Name, message));
            }

            trained.Remove(slot.Name);
        }

        // Partners may stand in any order and in chains: as many passes as there are weights settle every chain.
        for (var pass = 0; pass <= values.Length && KeepAllowed(schema, values, notes); pass++)
        {
        }

        foreach (var weight in artefact.Weights)
        {
            if (!trained.ContainsKey(weight.Name))
                continue;
            var message = FormattableString.Invariant($"Weight {weight.Name} is gone; its value {weight.Value} is not used.");
            notes.Add(new(ArtefactNoteKind.Gone, weight.Name, message));
        }

        return values;
    }

    private static bool KeepAllowed(ArtefactSchema schema, double[] values, List<ArtefactNote> notes)
    {
        var changed = false;
        for (var i = 0; i < values.Length; i++)
        {
            var slot = schema.Weights[i];
            var least = slot.Above >= 0 ? Math.Max(slot.Min, values[slot.Above]) : slot.Min;
            var allowed = Math.Min(Math.Max(values[i], least), slot.Max);
            if (allowed == values[i])
                continue;
            notes.Add(new(
                ArtefactNoteKind.OutOfBounds,
                slot.Name,
                FormattableString.Invariant($"Weight {slot.Name} was {values[i]}, which its bounds no longer allow; it is now {allowed}.")));
            values[i] = allowed;
            changed = true;
        }

        return changed;
    }

    private static int[] MatchChoices(ArtefactSchema schema, Artefact artefact, List<ArtefactNote> notes)
    {
        var trained = artefact.Choices.ToDictionary(choice => choice.Name, choice => choice.Option);
        var options = new int[schema.Choices.Count];
        for (var i = 0; i < options.Length; i++)
        {
            var slot = schema.Choices[i];
            options[i] = slot.Start;
            if (!trained.TryGetValue(slot.Name, out var option))
                notes.Add(new(ArtefactNoteKind.New, slot.Name, $"Choice {slot.Name} is new; it has its starting option {slot.Options[slot.Start]}."));
            else if (slot.Options.ToList().IndexOf(option) is >= 0 and var index)
                options[i] = index;
            else
            {
                var message = $"Choice {slot.Name} was {option}, which is no longer an option; it is now {slot.Options[slot.Start]}.";
                notes.Add(new(ArtefactNoteKind.UnknownOption, slot.Name, message));
            }
            trained.Remove(slot.Name);
        }

        foreach (var choice in artefact.Choices)
        {
            if (trained.ContainsKey(choice.Name))
                notes.Add(new(ArtefactNoteKind.Gone, choice.Name, $"Choice {choice.Name} is gone; its option {choice.Option} is not used."));
        }

        return options;
    }
}
