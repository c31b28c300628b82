using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits what a type with a weight set gets: <c>Learned()</c>, and the method by which programs give an object what was learned.</summary>
internal static class TypeSetEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(SetModel set, ArtefactValues values) => SourceFile.Write(set.Namespace, set.Types, "Fields", code =>
    {
        foreach (var constructor in set.Constructors)
            Factory(code, set, constructor, values);
        Setter(code, set);
    });

    private static void Factory(CodeWriter code, SetModel set, ConstructorModel constructor, ArtefactValues values)
    {
        var literals = Literals(set.Set, values);
        code.Gap().Summary($"A new <c>{CodeWriter.Xml(set.Types[set.Types.Count - 1].Name)}</c> with what was learned.");
        foreach (var parameter in constructor.Parameters)
            code.Line($"/// <param name=\"{parameter.Name}\">The parameter <c>{parameter.Name}</c> of the constructor.</param>");
        code.Line("/// <returns>The object.</returns>");
        code.Line(SourceFile.GeneratedCode);
        var list = string.Join(", ", constructor.Parameters.Select(static parameter => SignatureText.Declare(parameter, withDefault: true)));
        var arguments = string.Join(", ", constructor.Parameters.Select(static parameter => Modifier(parameter) + NameScope.Escape(parameter.Name)));
        code.Line($"{constructor.Accessibility} static {set.Set.Type!.TypeName} {SetReader.Factory}({list}) => new {set.Set.Type.TypeName}({arguments})");
        using (code.Braces(null, ";"))
        {
            foreach (var (member, value) in Members(set, position => literals[position]))
                code.Line($"{NameScope.Escape(member)} = {value},");
        }
    }

    private static void Setter(CodeWriter code, SetModel set)
    {
        var type = set.Set.Type!;
        if (type.Apply == ApplyKind.None)
            return;
        var scope = new NameScope();
        var instance = scope.Claim("instance");
        var names = set.Set.Locals.Select(local => scope.Claim(local.Name));
        var parameters = names.Select((name, position) => $", {ElementType(set, position)} {name}");
        code.Gap().Summary("Gives an object weights and choices.");
        code.Line(SourceFile.GeneratedCode);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        var header = $"internal static {(type.Apply == ApplyKind.Copy ? type.TypeName : "void")} {TypeSet.Setter}({type.TypeName} {instance}{string.Concat(parameters)})";
        using (code.Braces(header))
        {
            if (!type.IsValueType)
                code.Line($"if ({instance} is null) throw new global::System.ArgumentNullException(nameof({instance}));");
            var members = Members(set, position => names[position]);
            if (type.Apply == ApplyKind.Copy)
            {
                code.Line($"return {instance} with {{ {string.Join(", ", members.Select(static pair => $"{NameScope.Escape(pair.Member)} = {pair.Value}"))} }};");
                return;
            }

            foreach (var (member, value) in members)
                code.Line($"{instance}.{NameScope.Escape(member)} = {value};");
        }
    }

    // Each member with its value; an array is made of those of its elements.
    private static IEnumerable<(string Member, string Value)> Members(SetModel set, System.Func<int, string> value)
    {
        var places = set.Set.Type!.Places;
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Element < 0)
                yield return (places[i].Member, value(i));
            else if (places[i].Element == 0)
            {
                var elements = Enumerable.Range(i, places.Count - i).TakeWhile(index => places[index].Member == places[i].Member).Select(value);
                yield return (places[i].Member, $"new {set.Set.Locals[i].Type.CSharpName}[] {{ {string.Join(", ", elements)} }}");
            }
        }
    }

    private static string ElementType(SetModel set, int position) =>
        set.Set.Type!.Places[position].Element < 0 ? set.MemberTypes[position] : set.Set.Locals[position].Type.CSharpName;

    private static string[] Literals(LearnedSet set, ArtefactValues values)
    {
        var literals = new string[set.Locals.Count];
        for (var i = 0; i < set.Weights.Count; i++)
            literals[set.Weights[i].Parameter] = CSharpLiteral.Of(set.Locals[set.Weights[i].Parameter].Type, values.Weights[i]);
        for (var i = 0; i < set.Choices.Count; i++)
            literals[set.Choices[i].Parameter] = CSharpLiteral.Of(set.Choices[i].Options[values.Choices[i]]);
        return literals;
    }

    private static string Modifier(ParameterModel parameter) => parameter.Modifier is "ref" or "out" or "in" ? parameter.Modifier + " " : "";
}
