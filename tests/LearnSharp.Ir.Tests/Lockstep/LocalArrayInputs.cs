using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.LockstepPass;

/// <summary>Random programs that make the arrays which they would otherwise be handed.</summary>
internal static class LocalArrayInputs
{
    private const int Elements = 3;

    /// <summary>The program with numbers in the place of arrays among its parameters.</summary>
    public static RandomProgram Of(RandomProgram random)
    {
        var root = random.Program.Root;
        var ids = new FreshIds(root);
        var parameters = new List<Parameter>();
        var made = new List<Statement>();
        foreach (var parameter in root.Parameters)
        {
            if (parameter.Local.Type is not ArrayType { Element: ScalarType element, Kind: ArrayKind.Array } array)
            {
                parameters.Add(parameter);
                continue;
            }

            var elements = Enumerable.Range(0, Elements).Select(i => ids.Local(element, parameter.Local.Name + "Of" + (char)('A' + i))).ToList();
            parameters.AddRange(elements.Select(local => parameter with { Local = local }));
            made.Add(new Declare(parameter.Local, new ArrayLiteral(array, elements.Select(static local => (Expression)new LocalRead(local)).ToEquatableArray())));
        }

        return made.Count == 0
            ? random
            : random with { Program = random.Program with { Root = root with { Parameters = parameters.ToEquatableArray(), Body = new Block([.. made, .. root.Body.Statements]) } } };
    }
}
