using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Gives a root that is called within its program, or whose derivative is written by hand, a caller of its own: roots and callees are differentiated into different shapes.
/// </summary>
internal static class RecursiveRoot
{
    /// <summary>The program with a root that nothing calls.</summary>
    public static IrProgram Wrapped(IrProgram program)
    {
        var root = program.Root;
        if (root.Derivative is null && !CalledFunctions.Ids(root).Contains(root.Id) && !program.Callees.Any(callee => CalledFunctions.Ids(callee).Contains(root.Id)))
            return program;
        var id = 0;
        var parameters = root.Parameters.Select(parameter => parameter with { Local = new Local(id++, parameter.Local.Type, parameter.Local.Name) });
        var results = root.Results.Select(type => new Local(id++, type, "result"));
        var statements = new List<Statement>();
        foreach (var result in results)
            statements.Add(new Declare(result, null));
        statements.Add(new Call(results.Select<Place?>(static result => new LocalPlace(result)), root.Id, parameters.Select<Expression>(static parameter => new LocalRead(parameter.Local))));
        statements.Add(new Return(results.Select<Expression>(static result => new LocalRead(result))));
        var wrapper = new Function(root.Id + "'root", root.Name, parameters, root.Results, new Block(statements.ToEquatableArray()));
        return new IrProgram(wrapper, [root, .. program.Callees.Where(callee => callee.Id != root.Id)]);
    }
}
