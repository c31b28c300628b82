using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Replaces struct-typed locals by one local per leaf, parameters that are assigned by copies, and returns by result locals: the first step of differentiation.
/// </summary>
internal sealed class StructFlattening
{
    private readonly Dictionary<Local, List<Local>> _leaves = [];
    private readonly FlatFunction _flat;
    private readonly IrProgram _program;
    private List<Statement> _out = [];
    private Label? _end;

    private StructFlattening(Function function, IrProgram program)
    {
        _program = program;
        _flat = new FlatFunction(function, new FreshIds(function));
    }

    /// <summary>Brings a function into flat form.</summary>
    public static FlatFunction Flatten(Function function, IrProgram program) => new StructFlattening(function, program).Run();

    private FlatFunction Run()
    {
        var function = _flat.Source;
        var assigned = AssignedLocals.Of(function.Body);
        for (var i = 0; i < function.Parameters.Count; i++)
            AddParameter(function.Parameters[i].Local, i, assigned);

        var resultTypes = function.Results.SelectMany(static type => StructShape.Leaves(type, "result")).ToList();
        var statements = function.Body.Statements;
        var tail = statements.Count > 0 ? statements[statements.Count - 1] as Return : null;
        var returns = ReturnCount.Of(function.Body);
        if (tail is not null && returns == 1)
        {
            for (var i = 0; i < statements.Count - 1; i++)
                Visit(statements[i]);
            var values = tail.Values.SelectMany(Leaves).ToList();
            for (var k = 0; k < values.Count; k++)
            {
                var result = _flat.Ids.Local(resultTypes[k].Type, ResultName(resultTypes[k].Name, k, values.Count));
                _flat.Results.Add(result);
                Emit(new Declare(result, values[k]), tail.Origin);
            }

            _flat.Body = new Block(_out.ToEquatableArray());
        }
        else
        {
            for (var k = 0; k < resultTypes.Count; k++)
            {
                var result = _flat.Ids.Local(resultTypes[k].Type, ResultName(resultTypes[k].Name, k, resultTypes.Count));
                _flat.Results.Add(result);
                _out.Add(new Declare(result, null));
            }

            _end = _flat.Ids.Label();
            var head = _out;
            var body = Nested(function.Body);
            _out = head;
            _out.Add(returns > 0 ? new Labelled(_end, body) : body);
            _flat.Body = new Block(_out.ToEquatableArray());
        }

        return _flat;
    }

    private static string ResultName(string name, int index, int count) => count == 1 || name != "result" ? name : name + (index + 1);

    private void AddParameter(Local parameter, int source, HashSet<Local> assigned)
    {
        var isStruct = parameter.Type is StructType;
        var leaves = new List<Local>();
        foreach (var (name, type) in StructShape.Leaves(parameter.Type, parameter.Name))
        {
            var leaf = isStruct ? _flat.Ids.Local(type, name) : parameter;
            _flat.Parameters.Add(leaf);
            _flat.ParameterSources.Add(source);
            leaves.Add(leaf);
        }

        if (assigned.Contains(parameter))
        {
            for (var i = 0; i < leaves.Count; i++)
            {
                var copy = _flat.Ids.Local(leaves[i].Type, leaves[i].Name);
                _out.Add(new Declare(copy, new LocalRead(leaves[i])));
                leaves[i] = copy;
            }
        }

        if (isStruct || assigned.Contains(parameter))
            _leaves[parameter] = leaves;
    }

    private Block Nested(Block block)
    {
        var outer = _out;
        _out = [];
        foreach (var statement in block.Statements)
            Visit(statement);
        var result = new Block(_out.ToEquatableArray());
        _out = outer;
        return result;
    }

    private void Emit(Statement statement, Origin origin) => _out.Add(statement with { Origin = origin });

    private void Visit(Statement statement)
    {
        var origin = statement.Origin;
        switch (statement)
        {
            case Block s:
                _out.Add(Nested(s) with { Origin = origin });
                break;
            case Labelled s:
                _out.Add(s with { Body = Nested(s.Body) });
                break;
            case Declare s:
                VisitDeclare(s);
                break;
            case Assign s:
                VisitAssign(s);
                break;
            case Call s:
                VisitCall(s);
                break;
            case If s:
            {
                var condition = Scalar(s.Condition);
                _out.Add(s with { Condition = condition, Then = Nested(s.Then), Else = Nested(s.Else) });
                break;
            }

            case Loop s:
                VisitLoop(s);
                break;
            case Return s:
            {
                var values = s.Values.SelectMany(Leaves).ToList();
                for (var k = 0; k < values.Count; k++)
                    Emit(new Assign(new LocalPlace(_flat.Results[k]), values[k]), origin);
                Emit(new Exit(_end!), origin);
                break;
            }

            case Throw s:
                // What an exception is made of runs at most once and is never differentiated; only the locals in it change.
                _out.Add(s with { Exception = Scalar(s.Exception) });
                break;
            case Evaluate s:
                _out.Add(s with { Value = Scalar(s.Value) });
                break;
            case Push s:
                _out.Add(s with { Value = Scalar(s.Value) });
                break;
            case Pop s:
                _out.Add(s with { Target = LeafPlaces(s.Target) is { } leaves ? new LocalPlace(leaves[0]) : Rewrite(s.Target) });
                break;
            default:
                _out.Add(statement);
                break;
        }
    }

    private void VisitLoop(Loop s)
    {
        // A condition over structs needs no statements of its own: leaves of locals and elements are expressions.
        var before = _out.Count;
        var condition = s.Condition is null ? null : Scalar(s.Condition);
        var whileCondition = s.While is null ? null : Scalar(s.While);
        if (_out.Count != before)
            _flat.Refusals.Add(new Refusal("The loop's condition makes a struct that cannot be taken apart; compute it in a statement before the test.", s.Origin));
        _out.Add(s with { Condition = condition, Body = Nested(s.Body), Step = Nested(s.Step), While = whileCondition });
    }

    private void VisitDeclare(Declare s)
    {
        if (s.Local.Type is not StructType)
        {
            _out.Add(s with { Value = s.Value is null ? null : Scalar(s.Value) });
            return;
        }

        var values = s.Value is null ? null : Leaves(s.Value);
        var locals = new List<Local>();
        foreach (var (name, type) in StructShape.Leaves(s.Local.Type, s.Local.Name))
        {
            var leaf = _flat.Ids.Local(type, name);
            Emit(new Declare(leaf, values?[locals.Count]), s.Origin);
            locals.Add(leaf);
        }

        _leaves[s.Local] = locals;
    }

    private void VisitAssign(Assign s)
    {
        var targets = LeafPlaces(s.Target);
        if (targets is null)
        {
            var target = Rewrite(s.Target);
            var value = s.Value.Type is StructType structure ? Assembled(structure, Leaves(s.Value)) : Scalar(s.Value);
            _out.Add(s with { Target = target, Value = value });
            return;
        }

        var values = Leaves(s.Value);
        if (targets.Count > 1 && values.Any(value => targets.Any(target => LocalSearch.FindsRead(value, target))))
        {
            for (var i = 0; i < values.Count; i++)
            {
                var temporary = _flat.Ids.Local(values[i].Type, targets[i].Name);
                Emit(new Declare(temporary, values[i]), s.Origin);
                values[i] = new LocalRead(temporary);
            }
        }

        for (var i = 0; i < targets.Count; i++)
            Emit(new Assign(new LocalPlace(targets[i]), values[i]), s.Origin);
    }

    private void VisitCall(Call s)
    {
        var callee = _program.Find(s.Function);
        var arguments = s.Arguments.SelectMany(Leaves).ToEquatableArray();
        var targets = new List<Place?>();
        var after = new List<Statement>();
        for (var i = 0; i < s.Targets.Count; i++)
        {
            var target = s.Targets[i];
            var leaves = StructShape.Leaves(callee.Results[i], "result");
            var places = target is null ? null : LeafPlaces(target);
            var parts = new List<Expression>();
            for (var k = 0; k < leaves.Count; k++)
            {
                // Every result goes to a fresh local first: a call then never overwrites what its own reverse sweep needs.
                if (target is null)
                {
                    targets.Add(null);
                    continue;
                }

                var name = places is not null ? places[k].Name : leaves[k].Name;
                if (places is not null && DeclaredJustNow(places[k], s))
                {
                    targets.Add(new LocalPlace(places[k]));
                    continue;
                }

                var temporary = _flat.Ids.Local(leaves[k].Type, name);
                Emit(new Declare(temporary, null), s.Origin);
                targets.Add(new LocalPlace(temporary));
                if (places is not null)
                    after.Add(new Assign(new LocalPlace(places[k]), new LocalRead(temporary)) { Origin = s.Origin });
                else
                    parts.Add(new LocalRead(temporary));
            }

            if (target is not null && places is null)
            {
                var position = 0;
                after.Add(new Assign(Rewrite(target), StructShape.Assemble(target.Type, parts, ref position)) { Origin = s.Origin });
            }
        }

        _out.Add(s with { Targets = targets.ToEquatableArray(), Arguments = arguments });
        _out.AddRange(after);
    }

    /// <summary>Whether only declarations without a value stand between a local's own and the end of the statements so far.</summary>
    private bool DeclaredJustNow(Local local, Call call)
    {
        if (call.Arguments.Any(argument => LocalSearch.FindsRead(argument, local)))
            return false;
        for (var i = _out.Count - 1; i >= 0 && _out[i] is Declare { Value: null } declared; i--)
        {
            if (declared.Local.Equals(local))
                return true;
        }

        return false;
    }

    /// <summary>The locals that a place in a local stands for; null when it is in an element.</summary>
    private List<Local>? LeafPlaces(Place place)
    {
        switch (place)
        {
            case LocalPlace p:
                return _leaves.TryGetValue(p.Local, out var leaves) ? leaves : [p.Local];
            case FieldPlace p when LeafPlaces(p.Struct) is { } of:
            {
                var structure = (StructType)p.Struct.Type;
                return of.GetRange(StructShape.Offset(structure, p.Index), StructShape.Count(p.Type));
            }

            default:
                return null;
        }
    }

    private static Expression Assembled(StructType type, List<Expression> leaves)
    {
        var position = 0;
        return StructShape.Assemble(type, leaves, ref position);
    }

    private Place Rewrite(Place place) => place switch
    {
        ElementPlace p => new ElementPlace(Scalar(p.Array), Scalar(p.Index)),
        FieldPlace p => new FieldPlace(Rewrite(p.Struct), p.Index),
        LocalPlace p when _leaves.TryGetValue(p.Local, out var leaves) => new LocalPlace(leaves[0]),
        _ => place,
    };

    private Expression Scalar(Expression expression)
    {
        var leaves = Leaves(expression);
        return leaves.Count == 1 && expression.Type is not StructType ? leaves[0] : Assembled((StructType)expression.Type, leaves);
    }

    private List<Expression> Leaves(Expression expression)
    {
        if (expression.Type is not StructType structure)
            return [new ScalarRewriter(this).Visit(expression)];
        switch (expression)
        {
            case LocalRead e:
                return _leaves[e.Local].ConvertAll<Expression>(static leaf => new LocalRead(leaf));
            case StructNew e:
                return e.Fields.SelectMany(Leaves).ToList();
            case Default:
                return StructShape.Leaves(structure, "").ConvertAll<Expression>(static leaf => new Default(leaf.Type));
            case FieldRead e:
                return Leaves(e.Struct).GetRange(StructShape.Offset((StructType)e.Struct.Type, e.Index), StructShape.Count(structure));
            case Conditional e:
            {
                var condition = _flat.Ids.Local(ScalarType.Bool, "condition");
                Emit(new Declare(condition, Scalar(e.Condition)), expression.Origin);
                var whenTrue = Leaves(e.WhenTrue);
                var whenFalse = Leaves(e.WhenFalse);
                var chosen = new List<Expression>();
                for (var i = 0; i < whenTrue.Count; i++)
                    chosen.Add(new Conditional(new LocalRead(condition), whenTrue[i], whenFalse[i]) { Origin = expression.Origin });
                return chosen;
            }

            case Element e:
                return StructShape.Reads(new Element(Scalar(e.Array), Scalar(e.Index)) { Origin = e.Origin });
            case Extern e:
            {
                var whole = _flat.Ids.Local(structure, "value");
                Emit(new Declare(whole, e with { Operands = e.Operands.Select(Scalar) }), expression.Origin);
                return StructShape.Reads(new LocalRead(whole));
            }

            default:
                _flat.Refusals.Add(new Refusal($"{expression.GetType().Name} makes a value of {structure} that cannot be taken apart; compute its fields one by one.", expression.Origin));
                return StructShape.Leaves(structure, "").ConvertAll<Expression>(static leaf => new Default(leaf.Type));
        }
    }

    private sealed class ScalarRewriter(StructFlattening flattening) : Rewriter
    {
        public override Expression Visit(Expression expression)
        {
            switch (expression)
            {
                case LocalRead e when flattening._leaves.TryGetValue(e.Local, out var leaves) && e.Type is not StructType:
                    return new LocalRead(leaves[0]) { Origin = e.Origin };
                case FieldRead e:
                    return flattening.Leaves(e.Struct)[StructShape.Offset((StructType)e.Struct.Type, e.Index)] with { Origin = e.Origin };
                case { Type: StructType }:
                    return flattening.Scalar(expression);
                default:
                    return base.Visit(expression);
            }
        }
    }
}
