using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Looks for assignments in statements.</summary>
internal static class Assignments
{
    /// <summary>Whether <paramref name="statement"/> stores to <paramref name="local"/> anywhere.</summary>
    public static bool StoresTo(Statement statement, Local local) => statement switch
    {
        Assign { Target: LocalPlace { Local: var stored } } => stored == local,
        Block block => block.Statements.Any(inner => StoresTo(inner, local)),
        If branch => StoresTo(branch.Then, local) || StoresTo(branch.Else, local),
        Loop loop => StoresTo(loop.Body, local) || StoresTo(loop.Step, local),
        Labelled labelled => StoresTo(labelled.Body, local),
        _ => false,
    };
}
