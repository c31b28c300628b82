namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Code that one rule flags, once.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Message">The whole message.</param>
/// <param name="Source">A file, the flagged span between <c>[|</c> and <c>|]</c>.</param>
public sealed record DiagnosticCase(string Id, string Message, string Source)
{
    /// <summary>A learnable method's members in a partial class.</summary>
    public static DiagnosticCase In(string id, string message, string members) =>
        new(id, message, $"using System;\nusing System.Linq;\nusing System.Collections.Generic;\nusing LearnSharp;\nnamespace N;\npublic static partial class Code\n{{\n{members}\n}}\n");

    /// <summary>A body of <c>static double M(double x, double[] a)</c>.</summary>
    public static DiagnosticCase Body(string id, string message, string body) => In(id, message, $"[Learnable] public static double M(double x, double[] a) {{ {body} }}");
}
