using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Signatures as text: for people, and for the declarations of learned methods.</summary>
internal static class SignatureText
{
    /// <summary>A learnable's signature as an artefact shows it: <c>double Price(double km, [Weight] double perKm)</c>.</summary>
    public static string Of(MethodModel method)
    {
        var parameters = method.Parameters.Select(static parameter => $"{Marker(parameter.Role)}{Short(parameter.TypeName)} {parameter.Name}");
        return $"{Short(method.ResultName)} {method.Stem}({string.Join(", ", parameters)})";
    }

    /// <summary>A type's weight set as an artefact shows it: <c>Pid(double kp, double limit, [Choice] Mode mode)</c>.</summary>
    public static string Of(LearnedSet set)
    {
        var members = set.Locals.Select((local, position) =>
            $"{(set.Choices.Any(choice => choice.Parameter == position) ? "[Choice] " : "")}{Short(local.Type.CSharpName)} {local.Name}");
        return $"{set.Type!.ArtefactName}({string.Join(", ", members)})";
    }

    /// <summary>A parameter as a declaration writes it.</summary>
    public static string Declare(ParameterModel parameter, bool withDefault)
    {
        var modifier = parameter.Modifier.Length == 0 ? "" : parameter.Modifier + " ";
        var value = withDefault && parameter.Default is not null ? " = " + parameter.Default : "";
        return $"{modifier}{parameter.TypeName} {NameScope.Escape(parameter.Name)}{value}";
    }

    private static string Marker(ParameterRole role) => role switch
    {
        ParameterRole.Weight => "[Weight] ",
        ParameterRole.Choice => "[Choice] ",
        _ => "",
    };

    private static string Short(string type) => type.Replace("global::", "");
}
