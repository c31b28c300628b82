using System;
using System.Security.Cryptography;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>Short hashes by which an artefact recognises the program that it was trained for.</summary>
public static class ProgramHash
{
    // 16 hex digits, 64 bits: an accident among the versions of one method is out of the question, and a line in a diff stays short.
    private const int Digits = 16;

    /// <summary>
    /// Hash of what a caller and an artefact see: the parameters of the root by name, type and role, its results, and the names and options of
    /// weights and choices.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <returns>Lower-case hex. Starting values and bounds do not count.</returns>
    public static string Signature(LearnableProgram program)
    {
        var text = new StringBuilder();
        foreach (var parameter in program.Program.Root.Parameters)
            text.Append(parameter.Role).Append(' ').Append(parameter.Local.Type.CSharpName).Append(' ').Append(parameter.Local.Name).Append('\n');
        foreach (var result in program.Program.Root.Results)
            text.Append("result ").Append(result.CSharpName).Append('\n');
        foreach (var weight in program.Weights)
            text.Append("weight ").Append(weight.Name).Append('\n');
        AppendChoices(text, program.Choices);
        return Hash(text.ToString());
    }

    /// <summary>
    /// Hash of the code of the root and its callees, without the names of locals, comments and source places: renaming a local is no change.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <returns>Lower-case hex.</returns>
    public static string Body(LearnableProgram program)
        => Hash(CanonicalText.Write(program.Program));

    /// <summary>Hash of the weight set of a type: the names and types of its weights and choices, with the options.</summary>
    /// <param name="locals">By position: what receives the weight or choice.</param>
    /// <param name="weights">The weights; <see cref="WeightSpec.Parameter"/> is the position.</param>
    /// <param name="choices">The choices; <see cref="ChoiceSpec.Parameter"/> is the position.</param>
    /// <returns>Lower-case hex. Starting values and bounds do not count.</returns>
    public static string Set(EquatableArray<Local> locals, EquatableArray<WeightSpec> weights, EquatableArray<ChoiceSpec> choices)
    {
        var text = new StringBuilder();
        foreach (var weight in weights)
            text.Append("weight ").Append(locals[weight.Parameter].Type.CSharpName).Append(' ').Append(weight.Name).Append('\n');
        AppendChoices(text, choices);
        return Hash(text.ToString());
    }

    private static void AppendChoices(StringBuilder text, EquatableArray<ChoiceSpec> choices)
    {
        foreach (var choice in choices)
        {
            text.Append("choice ").Append(choice.Name);
            foreach (var option in choice.Options)
                text.Append(FormattableString.Invariant($" {option.Type.CSharpName}:{option.Bits}"));
            text.Append('\n');
        }
    }

    private static string Hash(string text)
    {
#if NET
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using var algorithm = SHA256.Create();
        var bytes = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        var hex = new StringBuilder();
        for (var i = 0; i < Digits / 2; i++)
            hex.Append(bytes[i].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
