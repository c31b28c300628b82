using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The reverse sweep of a loop that is a function (<see cref="LongLoop"/>): backwards over the pieces that were recorded; or, where they did not fit, over blocks of turns that are run again from the
/// state kept last, and recorded one block at a time.
/// </summary>
internal sealed class LoopReverse
{
    private readonly LoopState _state;
    private readonly FunctionPlan _plan;
    private readonly FunctionPlan _turns;
    private readonly Dictionary<int, Local> _adjoints = [];
    private readonly List<Local> _seeds = [];
    private readonly List<Statement> _out = [];

    private LoopReverse(FunctionPlan whole, FunctionPlan turns) => (_state, _plan, _turns) = (new LoopState(whole, turns), whole, turns);

    /// <summary>The sweep: parameters, shadows of active arrays, adjoints of the active results → adjoints of the active numbers among the parameters.</summary>
    /// <param name="whole">The plan of the loop.</param>
    /// <param name="turns">The plan of its turns.</param>
    public static Function Write(FunctionPlan whole, FunctionPlan turns) => new LoopReverse(whole, turns).Run();

    private Function Run()
    {
        var function = _plan.Function;
        var (room, block, states, used, done, pieces) = (NewLocal("room"), NewLocal("block"), NewLocal("states"), NewLocal("used"), NewLocal("done"), NewLocal("pieces"));
        foreach (var local in new[] { pieces, done, used, states, block, room })
            _out.AddRange([new Declare(local, null), new Pop(new LocalPlace(local))]);
        DeclareAdjoints();
        foreach (var local in _state.Locals)
            _out.Add(new Declare(local, null));
        var from = NewLocal("from");
        _out.Add(new Declare(from, null));
        var isWhole = new Binary(BinaryOperator.Greater, Read(pieces), Constant.Of(0L));
        _out.Add(new If(isWhole, new Block([While(isWhole, Piece(pieces, done)), .. _state.TakeBack(from), Assigned(done, Constant.Of(0L))]), Block.Empty));
        _out.Add(While(new Binary(BinaryOperator.Greater, Read(done), Constant.Of(0L)), LastBlock(room, block, states, used, done, from)));

        var outputs = Enumerable.Range(0, function.Parameters.Count).Where(k => function.Parameters[k].Type is ScalarType && _plan.Facts.IsActive(function.Parameters[k])).ToList();
        if (outputs.Count > 0)
            _out.Add(new Return(outputs.Select(k => _adjoints.TryGetValue(k, out var adjoint) ? Read(adjoint) : (Expression)Formula.Zero(function.Parameters[k].Type)).ToEquatableArray()));
        var shadows = function.Parameters.Where(parameter => parameter.Type is ArrayType && _plan.Facts.IsActive(parameter)).Select(_plan.ShadowOf);
        return new Function(
            SplitNames.ReverseId(_plan),
            SplitNames.ReverseName(_plan),
            function.Parameters.Concat(shadows).Concat(_seeds).Select(static local => new Parameter(local)).ToEquatableArray(),
            outputs.Select(k => function.Parameters[k].Type).ToEquatableArray(),
            new Block(_out.ToEquatableArray()));
    }

    // The locals of the state start with the adjoints of the results; all else is added up.
    private void DeclareAdjoints()
    {
        var function = _plan.Function;
        for (var k = 0; k < function.Parameters.Count; k++)
        {
            var parameter = function.Parameters[k];
            Expression? start = null;
            if (k < _state.Locals.Count && parameter.Type is ScalarType && _plan.Facts.IsActive(function.Results[k]))
            {
                var seed = _plan.Ids.Local(parameter.Type, FunctionPlan.AdjointName(function.Results[k].Name));
                _seeds.Add(seed);
                start = Read(seed);
            }

            if (!IsActive(k) && !IsActiveResult(k))
                continue;
            _adjoints[k] = _plan.Ids.Local(parameter.Type, FunctionPlan.AdjointName(parameter.Name));
            _out.Add(new Declare(_adjoints[k], start ?? Formula.Zero(parameter.Type)));
        }
    }

    private List<Statement> Piece(Local pieces, Local done)
    {
        var statements = new List<Statement>(Enumerable.Reverse(_state.Locals).Select(static local => new Pop(new LocalPlace(local))));
        statements.AddRange(Reversed(Read(done)));
        statements.Add(Assigned(pieces, new Binary(BinaryOperator.Subtract, Read(pieces), Constant.Of(1L))));
        return statements;
    }

    private List<Statement> LastBlock(Local room, Local block, Local states, Local used, Local done, Local from)
    {
        var (run, ahead, before) = (NewLocal("turns"), NewLocal("ahead"), NewLocal("before"));
        var length = new Binary(BinaryOperator.Subtract, Read(done), Read(from));
        var mark = _state.Mark("mark");
        var advance = new List<Statement>(_state.Keep(Read(from)))
        {
            Assigned(used, new Binary(BinaryOperator.Add, Read(used), Constant.Of(1L))),
            new Declare(ahead, LoopState.Computed("Split", length, Read(block), Read(states), Read(used))),
            new Declare(run, null),
        };
        advance.AddRange(_state.Run(Read(ahead), run, null));
        advance.Add(Assigned(from, new Binary(BinaryOperator.Add, Read(from), Read(run))));
        return
        [
            .. _state.TakeBack(from),
            Assigned(used, new Binary(BinaryOperator.Subtract, Read(used), Constant.Of(1L))),
            While(new Binary(BinaryOperator.Greater, length, Read(block)), advance),
            mark,
            new Declare(before, LoopState.Bytes()),
            .. _state.Record(length, null, null, null),
            Assigned(block, LoopState.Computed("Fitting", Read(block), Read(room), Read(before), length)),
            .. Reversed(length),
            LoopState.Release(mark.Local),
            Assigned(done, Read(from)),
        ];
    }

    /// <summary>Reverses the turns that were recorded last; the locals of the state are as they were in front of them.</summary>
    private List<Statement> Reversed(Expression limit)
    {
        var function = _turns.Function;
        var statements = new List<Statement>();
        var targets = new List<Place?>();
        var after = new List<Statement>();
        var parameters = Enumerable.Range(0, _plan.Function.Parameters.Count).ToList();
        foreach (var k in parameters)
        {
            if (IsActive(k))
            {
                var part = _plan.Ids.Local(_state.InTurns(k).Type, _adjoints[k].Name);
                statements.Add(new Declare(part, null));
                targets.Add(new LocalPlace(part));
                after.Add(Assigned(_adjoints[k], k < _state.Locals.Count ? Read(part) : new Binary(BinaryOperator.Add, Read(_adjoints[k]), Read(part))));
            }
            else if (IsActiveResult(k))
            {
                after.Add(Assigned(_adjoints[k], Formula.Zero(_adjoints[k].Type)));
            }
        }

        var arguments = Enumerable.Range(0, function.Parameters.Count).Where(_turns.NeededParameters.Contains).Select(k => k == 0 ? limit : _state.Inside(k - 1));
        var seeds = parameters.Where(IsActiveResult).Select(k => (Expression)Read(_adjoints[k]));
        var shadows = _state.Shadows(statements);
        statements.Add(new Call(targets.ToEquatableArray(), SplitNames.ReverseId(_turns), [.. arguments, .. shadows, .. seeds]));
        statements.AddRange(after);
        return statements;
    }

    private bool IsActive(int parameter) => _state.InTurns(parameter) is { Type: ScalarType } local && _turns.Facts.IsActive(local);

    private bool IsActiveResult(int parameter) =>
        parameter < _state.Locals.Count && _turns.Function.Results[parameter] is { Type: ScalarType } result && _turns.Facts.IsActive(result);

    private Local NewLocal(string name) => _plan.Ids.Local(ScalarType.Long, name);

    private Loop While(Expression condition, List<Statement> body) =>
        new(_plan.Ids.Label(), _plan.Ids.Label(), condition, new Block(body.ToEquatableArray()), Block.Empty, null);

    private static LocalRead Read(Local local) => new(local);

    private static Assign Assigned(Local local, Expression value) => new(new LocalPlace(local), value);
}
