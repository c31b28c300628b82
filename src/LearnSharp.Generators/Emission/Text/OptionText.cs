using System.Globalization;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Options of choices as reports and artefacts write them: enum members by name, <c>true</c> and <c>false</c>, numbers.</summary>
internal static class OptionText
{
    /// <summary>The option as text.</summary>
    public static string Of(Constant option) => option.Type switch
    {
        EnumType type => type.Members.FirstOrDefault(member => member.Value == option.AsLong)?.Name ?? option.AsLong.ToString(CultureInfo.InvariantCulture),
        ScalarType { Kind: ScalarKind.Bool } => CSharpLiteral.Of(option.IsTrue),
        ScalarType { Kind: ScalarKind.Double } => option.AsDouble.ToString("R", CultureInfo.InvariantCulture),
        ScalarType { Kind: ScalarKind.Float } => ((float)option.AsDouble).ToString("R", CultureInfo.InvariantCulture),
        _ => option.AsLong.ToString(CultureInfo.InvariantCulture),
    };
}
