using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Puts a program with tangents together: its root, and the functions that it calls.</summary>
internal static class TangentProgram
{
    /// <summary>The pushforward of a program that nothing was refused of.</summary>
    public static IrProgram Write(PreparedProgram prepared, ForwardOptions options)
    {
        var functions = prepared.Facts.ToDictionary(static pair => pair.Key, pair => new TangentLocals(pair.Value, options.IsWide ? DirectionsType.Instance : null) { LendsResults = options.LendsResults });
        FindNeeded(functions);
        RepeatedFunctions.Find(functions);
        var root = TangentRoot.Write(functions[prepared.Program.Root.Id], functions, options);
        var made = new Dictionary<string, Function>();
        foreach (var function in functions.Values.Where(static function => !function.Facts.IsRoot && function.IsNeeded))
        {
            made[TangentFunction.Id(function)] = TangentFunction.Write(function, functions);
            foreach (var rule in RuleFunctions.Of(function.Function.Source))
                made[rule.Id] = rule;
        }

        foreach (var callee in prepared.Program.Callees)
            made[callee.Id] = callee;
        return new IrProgram(root, CalledFunctions.From(root, made));
    }

    private static void FindNeeded(Dictionary<string, TangentLocals> functions)
    {
        foreach (var function in functions.Values)
        {
            var (facts, locals) = (function.Facts, function.Function);
            function.IsNeeded = locals.Parameters.Any(facts.IsActive) || locals.Results.Any(facts.IsActive) || SavesActive.In(function);
        }

        bool news;
        do
        {
            news = false;
            foreach (var function in functions.Values.Where(static function => !function.IsNeeded))
                news |= function.IsNeeded = CalledFunctions.Ids(function.Function.Body).Any(id => functions[id].IsNeeded);
        }
        while (news);
    }

    /// <summary>Whether a function saves or restores what comes with a tangent.</summary>
    private sealed class SavesActive(SavedValues saved) : Walker
    {
        private bool _found;

        public static bool In(TangentLocals function)
        {
            var walker = new SavesActive(function.Facts.Saved);
            walker.Visit(function.Function.Body);
            return walker._found;
        }

        public override void Visit(Statement statement)
        {
            _found |= statement is Push { Value.Type: var pushed } && saved.IsActive(pushed);
            _found |= statement is Pop { Target.Type: var popped } && saved.IsActive(popped);
            base.Visit(statement);
        }
    }
}
