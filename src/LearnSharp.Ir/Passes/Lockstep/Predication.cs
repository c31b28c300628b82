using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The pass from exits to predicates: writes a body again so that rows that do not come by a statement run through it without a trace. (Allen, Kennedy, Porterfield and Warren,
/// "Conversion of control dependence to data dependence", 1983; masks that skip and loops that end together as in Karrenberg and Hack, "Whole-function vectorization", 2011.)
/// </summary>
internal sealed partial class Predication(FreshIds ids, Divergence divergence, Label? end, Local? failed)
{
    private readonly Dictionary<Label, Local> _left = [];
    private readonly Renaming _names = new();

    // What is the same in all rows, without the guards of regions: conditions that all rows share are made of this.
    private readonly Renaming _shared = new();
    private readonly HashSet<Local> _marks = [];

    // Where each local was declared: there, another value gets another name, and no record is needed of the old one.
    private readonly Dictionary<Local, List<Statement>> _homes = [];
    private List<Statement> _out = [];
    private Origin _origin;

    /// <summary>The name that a local of the original has at the end.</summary>
    public Local NameOf(Local local) => _names.Of(local);

    /// <summary>Rewrites a body.</summary>
    public Block Run(Block body)
    {
        if (failed is not null)
            _marks.Add(failed);
        Sequence(body.Statements.ToList(), null);
        return new Block(_out.ToEquatableArray());
    }

    private void Emit(Statement statement) => _out.Add(statement with { Origin = _origin });

    private LocalRead Name(string name, Expression value)
    {
        var local = ids.Local(value.Type, name);
        Emit(new Declare(local, value));
        return new LocalRead(local);
    }

    private static Expression Not(Expression condition) =>
        condition is Unary { Operator: UnaryOperator.Not, Operand: var inner } ? inner : new Unary(UnaryOperator.Not, condition);

    private static Expression And(Expression? left, Expression right) => left is null ? right : new Binary(BinaryOperator.And, left, right);

    private static Expression Or(Expression? left, Expression right) => left is null ? right : new Binary(BinaryOperator.Or, left, right);

    /// <summary>Rewrites statements that the rows of a mask come by.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="mask">The rows; null for all. Exact wherever it is used: to end loops, to mark exits and failures.</param>
    private void Sequence(List<Statement> statements, Expression? mask)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            Visit(statement, mask);
            var exits = OpenExits.Of(statement, end);
            if (exits.Count == 0 || i == statements.Count - 1)
                continue;
            if (statement is Exit or Throw)
                return;

            // The rest is for the rows that are still here.
            var rest = new Block(statements.Skip(i + 1).ToEquatableArray());
            var left = exits.Aggregate((Expression?)null, (all, label) => Or(all, new LocalRead(_left[label])));
            var here = Name("here", Not(left!));
            Region(here, mask, rest);
            return;
        }
    }

    private void Visit(Statement statement, Expression? mask)
    {
        if (statement.Origin.Text is not null)
            _origin = statement.Origin;
        switch (statement)
        {
            case Block s:
                Sequence(s.Statements.ToList(), mask);
                break;
            case Labelled s:
                Enter(s.Label);
                Sequence(s.Body.Statements.ToList(), mask);
                break;
            case Declare s:
            {
                var value = s.Value is null ? new Default(s.Local.Type) : Value(s.Value, mask);
                _names.Set(s.Local, null);
                _shared.Set(s.Local, null);
                Emit(new Declare(s.Local, value));
                _homes[s.Local] = _out;
                break;
            }

            case Assign { Target: LocalPlace target } s:
            {
                Set(target.Local, Value(s.Value, mask));
                break;
            }

            case If s:
                VisitIf(s, mask);
                break;
            case Loop s:
                if (divergence.IsUniform(s))
                    VisitUniform(s, mask);
                else
                    VisitVarying(s, mask);
                break;
            case Exit s:
                Mark(_left[s.Target], mask);
                break;
            case Throw:
                Mark(failed!, mask);
                Mark(_left[end!], mask);
                break;
            case Comment:
                break;
            default:
                throw new System.InvalidOperationException($"{statement.GetType().Name} cannot run in step.");
        }
    }

    /// <summary>Gives a local of the original another value.</summary>
    private void Set(Local local, Expression value)
    {
        var name = _names.Of(local);
        if (!_homes.TryGetValue(name, out var home) || home != _out)
        {
            Emit(new Assign(new LocalPlace(name), value));
            return;
        }

        var renewed = ids.Local(local.Type, local.Name);
        Emit(new Declare(renewed, value));
        _homes[renewed] = _out;
        _names.Set(local, renewed);
        if (!divergence.IsVarying(local))
            _shared.Set(local, renewed);
    }

    /// <summary>An expression in the names of the region, the rows for which it throws marked.</summary>
    private Expression Value(Expression expression, Expression? mask) => Value(expression, mask, _names);

    private Expression Value(Expression expression, Expression? mask, Renaming names)
    {
        var indexes = new Dictionary<Expression, Expression>();
        foreach (var hazard in Hazards.In(expression))
            Mark(failed!, And(mask, Hazards.Unchecked(names.Visit(hazard), Index)));
        return Hazards.Unchecked(names.Visit(expression), Index);

        Expression Index(Expression index)
        {
            if (index is LocalRead)
                return index;
            if (!indexes.TryGetValue(index, out var named))
                indexes[index] = named = Name("at", index);
            return named;
        }
    }

    private void Mark(Local mark, Expression? rows) =>
        Emit(new Assign(new LocalPlace(mark), rows is null ? Constant.Of(true) : new Binary(BinaryOperator.Or, new LocalRead(mark), rows)));

    private void Enter(Label label)
    {
        var left = ids.Local(ScalarType.Bool, "left");
        _left[label] = left;
        _marks.Add(left);
        Emit(new Declare(left, Constant.Of(false)));
    }

    /// <summary>The locals of a region by the names that they have inside of it.</summary>
    private sealed class Renaming : Rewriter
    {
        private readonly Dictionary<Local, Local> _names = [];

        public Local Of(Local local) => _names.TryGetValue(local, out var name) ? name : local;

        public Local? Set(Local local, Local? name)
        {
            var before = _names.TryGetValue(local, out var old) ? old : null;
            if (name is null)
                _names.Remove(local);
            else
                _names[local] = name;
            return before;
        }

        public override Expression Visit(Expression expression) =>
            expression is LocalRead read ? (_names.TryGetValue(read.Local, out var name) ? new LocalRead(name) { Origin = read.Origin } : read) : base.Visit(expression);
    }
}
