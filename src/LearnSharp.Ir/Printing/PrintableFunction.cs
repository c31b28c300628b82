using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>A function brought into the shape that C# is printed from, with what the printer must know about its locals.</summary>
internal sealed class PrintableFunction
{
    private const int MostRounds = 20;

    private readonly Dictionary<Statement, HashSet<int>> _declaring;

    private PrintableFunction(Function function, Dictionary<Statement, HashSet<int>> declaring)
    {
        Function = function;
        _declaring = declaring;
        Uses = LocalUses.Of(function);
        NeedsValue = DefiniteAssignment.Needed(function);
        foreach (var parameter in function.Parameters)
            Parameters.Add(parameter.Local.Id);
        var constants = new ConstantLocals(Uses);
        constants.Visit(function);
        new Judged(constants.Found).Visit(function);
        Constants = constants.Found;
    }

    /// <summary>The function.</summary>
    public Function Function { get; }

    /// <summary>Its uses of locals.</summary>
    public LocalUses Uses { get; }

    /// <summary>Ids of the parameters.</summary>
    public HashSet<int> Parameters { get; } = [];

    /// <summary>Ids of locals whose declaration must spell out the default.</summary>
    public HashSet<int> NeedsValue { get; }

    /// <summary>Ids of locals printed <c>const</c>: floating, set once, to a constant. (As constants, integers and bools, and numbers that are compared with numbers, would have C# judge
    /// conditions itself.)</summary>
    public HashSet<int> Constants { get; }

    /// <summary>Prepares a function.</summary>
    public static PrintableFunction Prepare(Function function)
    {
        // What C# would find dead or constant by itself it warns of.
        for (var round = 0; round < MostRounds; round++)
        {
            var tidy = Simplifier.Tidy(function);
            if (tidy.Equals(function))
                break;
            function = tidy;
        }

        var sinking = new DeclarationSinking();
        return new PrintableFunction(sinking.Visit(function), sinking.Declaring);
    }

    /// <summary>Whether a call or pop declares the local that it sets.</summary>
    public bool Declares(Statement statement, Place? target) =>
        target is LocalPlace { Local.Id: var id } && _declaring.TryGetValue(statement, out var locals) && locals.Contains(id);

    private sealed class ConstantLocals(LocalUses uses) : Walker
    {
        public HashSet<int> Found { get; } = [];

        public override void Visit(Statement statement)
        {
            if (statement is Declare { Value: Constant, Local: { Type: ScalarType { IsFloating: true } } local } && uses.Writes(local) == 0)
                Found.Add(local.Id);
            base.Visit(statement);
        }
    }

    /// <summary>Takes out what is compared with constants only.</summary>
    private sealed class Judged(HashSet<int> constants) : Walker
    {
        public override void Visit(Expression expression)
        {
            if (expression is Binary { IsComparison: true } comparison && Reads.Of(comparison) is { Locals.Count: > 0 } reads)
            {
                var locals = reads.Locals.Select(static local => local.Id).ToList();
                if (locals.TrueForAll(constants.Contains))
                    constants.ExceptWith(locals);
            }

            base.Visit(expression);
        }
    }
}
