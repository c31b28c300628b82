using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>What has no tangents along several directions at once: everything that carries a derivative and is neither a double nor an array of doubles.</summary>
internal static class WideTangents
{
    /// <summary>The reasons; empty where all tangents are such.</summary>
    /// <param name="prepared">The program.</param>
    /// <param name="independent">The parameters of its root that come with a tangent, used or not.</param>
    public static IEnumerable<Refusal> Refusals(PreparedProgram prepared, EquatableArray<bool> independent)
    {
        foreach (var facts in prepared.Facts.Values)
        {
            var function = facts.Function;
            var finder = new Finder(facts);
            finder.Visit(function.Body);
            var other = function.Parameters.Concat(function.Results).FirstOrDefault(finder.IsOther) ?? finder.Found;
            if (other is not null)
                yield return new Refusal($"'{other.Name}' of {function.Source.Name} is no double and no array of doubles.", default);
            else if (finder.Saves || (function.IsClosed && function.Parameters.Any(facts.IsActive)))
                yield return new Refusal($"{function.Source.Name} has derivatives by hand, or is a derivative itself.", default);
        }

        if (prepared.Program.Root.Parameters.Where((parameter, i) => independent[i] && parameter.Local.Type.IsDifferentiable).FirstOrDefault(static parameter => !IsWide(parameter.Local.Type)) is { } given)
            yield return new Refusal($"'{given.Local.Name}' is no double and no array of doubles.", default);
        if (prepared.Program.Root.Results.Concat(prepared.Program.Root.Parameters.Select(static parameter => parameter.Local.Type)).Any(static type => type is StructType { IsDifferentiable: true }))
            yield return new Refusal("A struct goes in or comes out.", default);
    }

    private static bool IsWide(IrType type) => type == ScalarType.Double || type is ArrayType { Element: ScalarType { Kind: ScalarKind.Double } };

    private sealed class Finder(FunctionFacts facts) : Walker
    {
        public Local? Found { get; private set; }

        public bool Saves { get; private set; }

        public bool IsOther(Local local) => facts.IsActive(local) && !IsWide(local.Type);

        public override void Visit(Statement statement)
        {
            if (statement is Declare { Local: var local } && IsOther(local))
                Found ??= local;
            Saves |= (statement is Push { Value.Type: var pushed } && facts.Saved.IsActive(pushed)) || (statement is Pop { Target.Type: var popped } && facts.Saved.IsActive(popped));
            base.Visit(statement);
        }
    }
}
