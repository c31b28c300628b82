using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Activity, aliasing and effects of all functions of a program, to a fixpoint over its calls (Hascoët and Pascual, "The Tapenade automatic differentiation tool", 2013, section 4).
/// A function has one set of facts over all its calls, so that it is differentiated once.
/// </summary>
internal sealed class ProgramAnalysis
{
    private readonly Dictionary<string, FunctionFacts> _facts = [];
    private readonly SavedValues _saved = new();
    private readonly FunctionFacts _root;
    private bool _news;

    private ProgramAnalysis(IReadOnlyList<FlatFunction> functions)
    {
        foreach (var function in functions)
            _facts[function.Source.Id] = new FunctionFacts(function, ReferenceEquals(function, functions[0]), _saved);
        _root = _facts[functions[0].Source.Id];
    }

    /// <summary>Analyses a program.</summary>
    /// <param name="functions">The flat functions, the root first.</param>
    /// <param name="options">What is wanted of the root.</param>
    public static IReadOnlyDictionary<string, FunctionFacts> Run(IReadOnlyList<FlatFunction> functions, ReverseOptions options)
    {
        var analysis = new ProgramAnalysis(functions);
        do
        {
            analysis._news = false;
            analysis.MarkRoot(options);
            foreach (var facts in analysis._facts.Values)
                new Pass(analysis, facts).Run();
        }
        while (analysis._news);
        return analysis._facts;
    }

    private void MarkRoot(ReverseOptions options)
    {
        var function = _root.Function;
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            var parameter = function.Parameters[i];
            if (options.Independent[function.ParameterSources[i]])
                Note(_root.MarkVaried(parameter));
            if (options.SeedWritten && parameter.Type is ArrayType && _root.WritesThrough(parameter))
                Note(_root.MarkUseful(parameter));
        }

        foreach (var result in function.Results)
        {
            Note(_root.MarkUseful(result));
            if (result.Type is ArrayType)
                Note(_root.MarkEscaping(result));
        }
    }

    private void Note(bool news) => _news |= news;

    private sealed class Pass(ProgramAnalysis analysis, FunctionFacts facts) : Walker
    {
        public void Run()
        {
            if (facts.Function.Source.Derivative is { } rule)
                Connect(rule);
            else if (facts.Function.Source.Map is { } map)
                Connect(map);
            else
                Visit(facts.Function.Body);
        }

        // A rule says nothing of what lies between: every result depends on every independent parameter.
        private void Connect(DerivativeRule rule)
        {
            var source = facts.Function.Source;
            var parameters = facts.Function.Parameters.Where((_, index) => rule.IsIndependent(source, index)).ToList();
            foreach (var result in facts.Function.Results)
            {
                if (parameters.Any(facts.IsVaried))
                    analysis.Note(facts.MarkVaried(result));
                if (!facts.IsUseful(result))
                    continue;
                foreach (var parameter in parameters)
                    analysis.Note(facts.MarkUseful(parameter));
            }
        }

        // Everything that a pullback gives depends on everything that it takes; to its buffers, which come last, it adds.
        private void Connect(GradientMap map)
        {
            var function = facts.Function;
            var last = function.Source.Parameters.Count - Enumerable.Range(0, map.Inputs).Count(index => map.Independent[index] && function.Source.Parameters[index].Local.Type is ArrayType);
            var taken = function.Parameters.Where((_, k) => function.ParameterSources[k] < last).ToList();
            var buffers = function.Parameters.Where((_, k) => function.ParameterSources[k] >= last).ToList();
            foreach (var buffer in buffers)
                analysis.Note(facts.MarkWritten(buffer));
            foreach (var given in function.Results.Concat(buffers))
            {
                if (taken.Any(facts.IsVaried))
                    analysis.Note(facts.MarkVaried(given));
                if (!facts.IsUseful(given))
                    continue;
                foreach (var parameter in taken)
                    analysis.Note(facts.MarkUseful(parameter));
            }
        }

        public override void Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare { Value: { } value } s:
                    Flow(s.Local, value);
                    break;
                case Assign { Target: LocalPlace target } s:
                    Flow(target.Local, s.Value);
                    break;
                case Assign s when ElementOf(s.Target) is { } array:
                    analysis.Note(facts.MarkWritten(array));
                    if (s.Value.Type is ArrayType)
                    {
                        foreach (var source in ArrayClasses.Sources(s.Value))
                            analysis.Note(facts.Join(ArrayLevels.Rows(array), source));
                        break;
                    }

                    if (facts.IsVaried(s.Value))
                        analysis.Note(facts.MarkVaried(array));
                    if (facts.IsUseful(array))
                        analysis.Note(facts.MarkUsefulIn(s.Value));
                    break;
                case Call s:
                    Visit(s, analysis._facts[s.Function]);
                    break;
                case Push { Value.Type: ArrayType } s:
                    Saved(Reads.Root(s.Value)!);
                    break;
                case Push s:
                    if (facts.IsVaried(s.Value))
                        analysis.Note(analysis._saved.MarkVaried(s.Value.Type));
                    if (analysis._saved.IsUseful(s.Value.Type))
                        analysis.Note(facts.MarkUsefulIn(s.Value));
                    break;
                case Pop { Target: LocalPlace { Local: { Type: ArrayType } array } }:
                    Saved(array);
                    break;
                case Pop s:
                    Restored(s.Target);
                    break;
            }

            base.Visit(statement);
        }

        private static Local? ElementOf(Place place) => place switch
        {
            ElementPlace p => Reads.Root(p.Array),
            FieldPlace p => ElementOf(p.Struct),
            _ => null,
        };

        // Every array that is saved may be the one that is restored wherever one of its type is.
        private void Saved(Local array)
        {
            if (facts.SavedArray(array) is { } other)
                analysis.Note(facts.Join(other, array));
            analysis.Note(analysis._saved.Share(facts, array));
        }

        // What is restored carries a tangent if anything of its type does that is saved: both ends of the stack must agree.
        private void Restored(Place place)
        {
            var target = place is LocalPlace local ? local.Local : ElementOf(place)!;
            if (place is not LocalPlace)
                analysis.Note(facts.MarkWritten(target));
            if (analysis._saved.IsVaried(place.Type))
                analysis.Note(facts.MarkVaried(target));
            if (facts.IsUseful(target))
                analysis.Note(analysis._saved.MarkUseful(place.Type));
            if (analysis._saved.IsUseful(place.Type))
                analysis.Note(facts.MarkUseful(target));
        }

        // Where one of two parameters is written and a call hands both what may be one array, they share a class.
        private void JoinParameters(Call call, FunctionFacts callee)
        {
            var parameters = callee.Function.Parameters;
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                for (var j = 0; j < call.Arguments.Count; j++)
                {
                    if (j == i || parameters[i].Type is not ArrayType || parameters[j].Type is not ArrayType)
                        continue;
                    foreach (var (level, given) in ArrayLevels.Handed(parameters[i], call.Arguments[i]))
                    {
                        if (!callee.IsWritten(level))
                            continue;
                        foreach (var (other, handed) in ArrayLevels.Handed(parameters[j], call.Arguments[j]))
                        {
                            if (ElementOf(other).Equals(ElementOf(level)) && MayBeOne(given, handed))
                                analysis.Note(callee.Classes.Join(level, other));
                        }
                    }
                }
            }
        }

        private static IrType ElementOf(Local level) => ((ArrayType)level.Type).Element;

        private bool MayBeOne(Local? first, Local? second) => first is null || second is null || facts.Classes.Of(first).Equals(facts.Classes.Of(second));

        private void Flow(Local target, Expression value)
        {
            if (target.Type is ArrayType)
            {
                foreach (var source in ArrayClasses.Sources(value))
                    analysis.Note(facts.Join(target, source));
                if (value is not ArrayLiteral literal)
                    return;
                foreach (var element in literal.Elements)
                {
                    if (element.Type is ArrayType)
                    {
                        foreach (var source in ArrayClasses.Sources(element))
                            analysis.Note(facts.Join(ArrayLevels.Rows(target), source));
                        continue;
                    }

                    if (facts.IsVaried(element))
                        analysis.Note(facts.MarkVaried(target));
                    if (facts.IsUseful(target))
                        analysis.Note(facts.MarkUsefulIn(element));
                }

                return;
            }

            if (facts.IsVaried(value))
                analysis.Note(facts.MarkVaried(target));
            if (facts.IsUseful(target))
                analysis.Note(facts.MarkUsefulIn(value));
        }

        private void Visit(Call call, FunctionFacts callee)
        {
            JoinParameters(call, callee);
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                var parameter = callee.Function.Parameters[i];
                var argument = call.Arguments[i];
                if (parameter.Type is ArrayType)
                {
                    if (Reads.Root(argument) is { } array)
                        Share(array, callee, parameter);
                    continue;
                }

                if (facts.IsVaried(argument))
                    analysis.Note(callee.MarkVaried(parameter));
                if (callee.IsUseful(parameter))
                    analysis.Note(facts.MarkUsefulIn(argument));
            }

            JoinArguments(call, callee);
            for (var k = 0; k < call.Targets.Count; k++)
            {
                var result = callee.Function.Results[k];
                if (call.Targets[k] is not LocalPlace { Local: var target })
                    continue;
                if (result.Type is ArrayType)
                {
                    Share(target, callee, result);
                    if (facts.Escapes(target))
                        analysis.Note(callee.MarkEscaping(result));
                    for (var i = 0; i < call.Arguments.Count; i++)
                    {
                        if (callee.Function.Parameters[i].Type is ArrayType && Reads.Root(call.Arguments[i]) is { } array)
                            JoinShared(callee, target, result, array, callee.Function.Parameters[i]);
                    }

                    continue;
                }

                if (callee.IsVaried(result))
                    analysis.Note(facts.MarkVaried(target));
                if (facts.IsUseful(target))
                    analysis.Note(callee.MarkUseful(result));
            }
        }

        // A callee may store one argument in another: rows of an array of arrays.
        private void JoinArguments(Call call, FunctionFacts callee)
        {
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                for (var k = 0; k < i; k++)
                {
                    var (first, second) = (callee.Function.Parameters[i], callee.Function.Parameters[k]);
                    if ((ArrayLevels.IsJagged(first.Type) || ArrayLevels.IsJagged(second.Type)) && first.Type is ArrayType && second.Type is ArrayType
                        && Reads.Root(call.Arguments[i]) is { } one && Reads.Root(call.Arguments[k]) is { } other)
                    {
                        JoinShared(callee, one, first, other, second);
                    }
                }
            }
        }

        // What a call hands in and out may be one array, or share rows, as far as the callee lets the two meet.
        private void JoinShared(FunctionFacts callee, Local target, Local result, Local array, Local parameter)
        {
            foreach (var (mine, theirs) in ArrayLevels.Of(target).Zip(ArrayLevels.Of(result), static (mine, theirs) => (mine, theirs)))
            {
                foreach (var (given, taken) in ArrayLevels.Of(array).Zip(ArrayLevels.Of(parameter), static (given, taken) => (given, taken)))
                {
                    if (callee.ClassesOfDistinct.Of(theirs).Equals(callee.ClassesOfDistinct.Of(taken)))
                        analysis.Note(facts.Join(mine, given));
                }
            }
        }

        // What two functions hold in one array is active in both or in neither: the shadow goes where the array goes.
        private void Share(Local mine, FunctionFacts other, Local theirs)
        {
            if (facts.IsVaried(mine))
                analysis.Note(other.MarkVaried(theirs));
            if (other.IsVaried(theirs))
                analysis.Note(facts.MarkVaried(mine));
            if (facts.IsUseful(mine))
                analysis.Note(other.MarkUseful(theirs));
            if (other.IsUseful(theirs))
                analysis.Note(facts.MarkUseful(mine));
            foreach (var (here, there) in ArrayLevels.Of(mine).Zip(ArrayLevels.Of(theirs), static (here, there) => (here, there)))
            {
                if (other.WritesLevel(there))
                    analysis.Note(facts.MarkWritten(here));
                if (ArrayLevels.IsRows(here) && facts.Escapes(here))
                    analysis.Note(other.MarkEscaping(there));
            }
        }
    }
}
