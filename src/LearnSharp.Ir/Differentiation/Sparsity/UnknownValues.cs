using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// What nobody knows as long as the values are not known that a program is differentiated by: what is computed from them, and what is stored where they decide. Everything else, loops and
/// indexes above all, may be computed without them, or the program does not show which of its results depend on what (<see cref="Refusals"/>).
/// </summary>
internal sealed class UnknownValues
{
    private readonly PreparedProgram _prepared;
    private readonly Dictionary<string, HashSet<Local>> _unknown = [];
    private readonly List<Refusal> _refusals = [];
    private bool _news;

    private UnknownValues(PreparedProgram prepared) => _prepared = prepared;

    /// <summary>Why the program does not show it; empty where it does.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>Finds them, to a fixpoint over the calls.</summary>
    public static UnknownValues Of(PreparedProgram prepared, EquatableArray<bool> independent)
    {
        var values = new UnknownValues(prepared);
        var root = prepared.Root;
        for (var i = 0; i < root.Function.Parameters.Count; i++)
        {
            if (independent[root.Function.ParameterSources[i]] && root.Function.Parameters[i].Type.IsDifferentiable)
                values.Mark(root, root.Function.Parameters[i]);
        }

        do
        {
            values._news = false;
            values._refusals.Clear();
            foreach (var facts in prepared.Facts.Values)
                new Pass(values, facts).Visit(facts.Function.Body);
        }
        while (values._news);
        return values;
    }

    /// <summary>Whether a local, or an element of an array, is unknown.</summary>
    public bool Has(FunctionFacts facts, Local local) => _unknown.TryGetValue(facts.Function.Source.Id, out var found) && found.Contains(Key(facts, local));

    /// <summary>Whether the value of an expression is.</summary>
    public bool Has(FunctionFacts facts, Expression expression)
    {
        var reads = Reads.Of(expression);
        return reads.Locals.Any(local => local.Type is not ArrayType && Has(facts, local)) || reads.Elements.Any(array => Has(facts, array)) || HandsOver(facts, expression);
    }

    // The elements of an array that is given to other code.
    private bool HandsOver(FunctionFacts facts, Expression expression)
    {
        var found = new ExternArrays();
        found.Visit(expression);
        return found.Arrays.Any(array => Has(facts, array));
    }

    private static Local Key(FunctionFacts facts, Local local) => local.Type is ArrayType ? facts.Classes.Of(ArrayLevels.Innermost(local)) : local;

    private void Mark(FunctionFacts facts, Local local)
    {
        if (!_unknown.TryGetValue(facts.Function.Source.Id, out var found))
            _unknown[facts.Function.Source.Id] = found = [];
        _news |= found.Add(Key(facts, local));
    }

    private sealed class ExternArrays : Walker
    {
        public List<Local> Arrays { get; } = [];

        public override void Visit(Expression expression)
        {
            if (expression is Extern { Operands: var operands })
                Arrays.AddRange(operands.Where(static operand => operand.Type is ArrayType).Select(Reads.Root).Where(static root => root is not null).Select(static root => root!));
            base.Visit(expression);
        }
    }

    private sealed class Pass(UnknownValues values, FunctionFacts facts)
    {
        private readonly UnknownBranches _branches = new();

        public void Visit(Block block)
        {
            foreach (var statement in block.Statements)
                Visit(statement);
        }

        private void Visit(Statement statement)
        {
            Indexes(statement);
            switch (statement)
            {
                case Block s:
                    Visit(s);
                    break;
                case Labelled s:
                    Visit(s.Body);
                    break;
                case If s when values.Has(facts, s.Condition):
                    Refuse(OpenExits(s), s, "leaves a loop or block in a branch that is taken by a value with a derivative");
                    _branches.Within(() => Visit(s.Then));
                    _branches.Within(() => Visit(s.Else));
                    break;
                case If s:
                    Visit(s.Then);
                    Visit(s.Else);
                    break;
                case Loop s:
                    Refuse(IsUnknown(s.Condition) || IsUnknown(s.While), s, "repeats as often as a value with a derivative says");
                    Visit(s.Body);
                    Visit(s.Step);
                    break;
                case Declare s:
                    _branches.Declare(s.Local);
                    Store(s, s.Local, s.Value);
                    break;
                case Assign { Target: LocalPlace target } s:
                    Refuse(target.Local.Type is ArrayType && _branches.Decide(target.Local), s, "takes one of two arrays, by a value with a derivative");
                    Store(s, target.Local, s.Value);
                    break;
                case Assign s:
                    Refuse(s.Value.Type is ArrayType && _branches.Any, s, "stores an array where a value with a derivative says");
                    if (s.Value.Type is not ArrayType && (_branches.Any || IsUnknown(s.Value)))
                        Mark(PlanBuilder.ElementArray(s.Target));
                    break;
                case Call s:
                    Visit(s, values._prepared.Facts[s.Function]);
                    break;
                case Evaluate { Value: Extern { Purity: Purity.Effectful } } s:
                    Refuse(_branches.Any || IsUnknown(s.Value), s, "runs code with effects on a value with a derivative");
                    break;
                case Throw s:
                    Refuse(!_branches.Any && IsUnknown(s.Exception), s, "throws what a value with a derivative says");
                    break;
                case Push or Pop or PushElements or PopElements:
                    Refuse(true, statement, "is a derivative itself");
                    break;
            }
        }

        private void Store(Statement statement, Local target, Expression? value)
        {
            if (target.Type is not ArrayType)
            {
                if (_branches.Decide(target) || IsUnknown(value))
                    Mark(target);
                return;
            }

            if (value is ArrayLiteral literal)
            {
                if (literal.Elements.Any(IsUnknown))
                    Mark(target);
                return;
            }

            Refuse(IsUnknown(value), statement, "takes an array by a value with a derivative");
        }

        private void Visit(Call call, FunctionFacts callee)
        {
            var parameters = callee.Function.Parameters;
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                if (parameters[i].Type is ArrayType)
                    Share(Reads.Root(call.Arguments[i]), callee, parameters[i]);
                else if (IsUnknown(call.Arguments[i]))
                    values.Mark(callee, parameters[i]);
            }

            Refuse(_branches.Any && parameters.Any(parameter => parameter.Type is ArrayType && callee.IsWritten(parameter)), call, "calls what writes to an array, where a value with a derivative says");
            for (var k = 0; k < call.Targets.Count; k++)
            {
                var result = callee.Function.Results[k];
                if (call.Targets[k] is not LocalPlace { Local: var target })
                {
                    Refuse(call.Targets[k] is not null, call, "stores the result of a call into an element");
                    continue;
                }

                if (result.Type is ArrayType)
                {
                    Refuse(_branches.Decide(target), call, "takes one of two arrays, by a value with a derivative");
                    Share(target, callee, result);
                }
                else if (_branches.Decide(target) || values.Has(callee, result))
                {
                    Mark(target);
                }
            }
        }

        private void Share(Local? mine, FunctionFacts callee, Local theirs)
        {
            if (mine is null)
                return;
            if (values.Has(facts, mine))
                values.Mark(callee, theirs);
            if (values.Has(callee, theirs))
                Mark(mine);
        }

        // Which elements, and how many of them.
        private void Indexes(Statement statement)
        {
            var found = new Places();
            switch (statement)
            {
                case Block or Labelled:
                    return;
                case If s:
                    found.Visit(s.Condition);
                    break;
                case Loop s:
                    if (s.Condition is not null)
                        found.Visit(s.Condition);
                    if (s.While is not null)
                        found.Visit(s.While);
                    break;
                default:
                    found.Visit(statement);
                    break;
            }

            Refuse(found.Indexes.Any(IsUnknown), statement, "finds an element, or a length, by a value with a derivative");
        }

        private bool IsUnknown(Expression? expression) => expression is not null && values.Has(facts, expression);

        private void Mark(Local local) => values.Mark(facts, local);

        private void Refuse(bool refused, Statement statement, string what)
        {
            if (refused)
                values._refusals.Add(new Refusal($"{facts.Function.Source.Name} {what}.", statement.Origin));
        }

        private static bool OpenExits(If branch)
        {
            var exits = new Exits();
            exits.Visit(branch.Then);
            exits.Visit(branch.Else);
            return exits.Targets.Except(exits.Own).Any();
        }
    }

    private sealed class Places : Walker
    {
        public List<Expression> Indexes { get; } = [];

        public override void Visit(Expression expression)
        {
            if (expression is Element element)
                Indexes.Add(element.Index);
            if (expression is ArrayNew fresh)
                Indexes.Add(fresh.Length);
            base.Visit(expression);
        }

        public override void Visit(Place place)
        {
            if (place is ElementPlace element)
                Indexes.Add(element.Index);
            base.Visit(place);
        }
    }

    private sealed class Exits : Walker
    {
        public HashSet<Label> Targets { get; } = [];

        public HashSet<Label> Own { get; } = [];

        public override void Visit(Statement statement)
        {
            switch (statement)
            {
                case Exit s:
                    Targets.Add(s.Target);
                    break;
                case Labelled s:
                    Own.Add(s.Label);
                    break;
                case Loop s:
                    Own.Add(s.Break);
                    Own.Add(s.Continue);
                    break;
            }

            base.Visit(statement);
        }
    }
}
