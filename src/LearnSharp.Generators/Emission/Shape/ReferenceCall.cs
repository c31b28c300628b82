using System.Linq;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits how a method that gives something back through parameters is called as one that returns it.</summary>
internal static class ReferenceCall
{
    /// <summary>Writes a method that takes what is handed over and returns everything; gives its name.</summary>
    public static string Write(CodeWriter code, MethodModel method)
    {
        var name = method.Stem + "Returning";
        var scope = new NameScope();
        var names = method.Declared!.Value.Select(parameter => scope.Claim(parameter.Name));
        var list = method.Declared.Value.Zip(names, static (parameter, name) => (parameter, name)).Where(static pair => pair.parameter.Modifier != "out")
            .Select(static pair => $"{pair.parameter.TypeName} {pair.name}");
        var arguments = method.Declared.Value.Zip(names, static (parameter, name) => parameter.Modifier switch
        {
            "out" => "out var " + name,
            "ref" => "ref " + name,
            _ => name,
        });
        var results = method.Declared.Value.Zip(names, static (parameter, name) => (parameter, name)).Where(static pair => pair.parameter.Modifier is "ref" or "out")
            .Select(static pair => pair.name).ToList();
        code.Gap().Line($"// {method.Name} itself, with what it leaves in parameters as results.");
        using (code.Braces($"private static {method.ResultName} {name}({string.Join(", ", list)})"))
        {
            var call = $"{method.TypeName}.{NameScope.Escape(method.Name)}({string.Join(", ", arguments)});";
            if (method.ReturnName == "void")
            {
                code.Line(call);
            }
            else
            {
                var value = scope.Claim("value");
                code.Line($"var {value} = {call}");
                results.Insert(0, value);
            }

            code.Line($"return {(results.Count == 1 ? results[0] : $"({string.Join(", ", results)})")};");
        }

        return name;
    }

    /// <summary>The targets of what such a call returns, in the method itself: its parameters, and a new local for its own result.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters, as the face names them.</param>
    /// <param name="value">The local.</param>
    public static string Targets(MethodModel method, EquatableArray<ParameterModel> parameters, string value)
    {
        var targets = parameters.Where(static parameter => parameter.Modifier is "ref" or "out").Select(static parameter => NameScope.Escape(parameter.Name)).ToList();
        if (method.ReturnName != "void")
            targets.Insert(0, "var " + value);
        return targets.Count == 1 ? targets[0] : $"({string.Join(", ", targets)})";
    }
}
