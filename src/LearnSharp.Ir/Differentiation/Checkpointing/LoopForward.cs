using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The forward sweep of a loop that is a function (<see cref="LongLoop"/>). It records pieces of the loop, each as long as all before it, while they fit into the memory: then nothing is run twice. Where they
/// do not, the records are dropped, and the rest of the loop only keeps its state now and then.
/// </summary>
internal sealed class LoopForward
{
    private readonly LoopState _state;
    private readonly FunctionPlan _plan;
    private readonly List<Statement> _out = [];

    private LoopForward(FunctionPlan whole, FunctionPlan turns) => (_state, _plan) = (new LoopState(whole, turns), whole);

    /// <summary>The sweep: parameters, shadows of active arrays → results.</summary>
    /// <param name="whole">The plan of the loop.</param>
    /// <param name="turns">The plan of its turns.</param>
    public static Function Write(FunctionPlan whole, FunctionPlan turns) => new LoopForward(whole, turns).Run();

    private Function Run()
    {
        var function = _plan.Function;
        for (var k = 0; k < _state.Locals.Count; k++)
            _out.Add(new Declare(_state.Locals[k], new LocalRead(function.Parameters[k])));
        var room = Declared("room", LoopState.Computed("Room", Constant.Of(_state.Loop.MemoryLimit)));
        var before = Declared("before", LoopState.Bytes());
        _out.AddRange(_state.Keep(Constant.Of(0L)));
        var kept = Declared("kept", LoopState.Bytes());
        var mark = _state.Mark("mark");
        _out.Add(mark);
        var done = Declared("done", Constant.Of(0L));
        var pieces = Declared("pieces", Constant.Of(0L));
        var next = Declared("next", Constant.Of(1L));
        _out.Add(Comment("recorded in pieces, each as long as all before it, as long as they fit"));
        _out.Add(While(new Binary(BinaryOperator.Greater, Read(next), Constant.Of(0L)), Piece(room, before, kept, done, pieces, next)));

        var block = Declared("block", Constant.Of(0L));
        var states = Declared("states", Constant.Of(0L));
        var used = Declared("used", Constant.Of(1L));
        var checkpoints = new List<Statement>
        {
            Comment("they do not: the state is kept now and then, and turns will be run again"),
            Assigned(block, LoopState.Computed("Block", Read(room), Read(kept), Read(done))),
            Assigned(states, LoopState.Computed("States", Read(room), new Binary(BinaryOperator.Subtract, Read(kept), Read(before)))),
            LoopState.Release(mark.Local),
            Assigned(pieces, Constant.Of(0L)),
        };
        checkpoints.AddRange(_state.Keep(Read(done)));
        checkpoints.Add(Assigned(used, Constant.Of(2L)));
        checkpoints.AddRange(Rest(block, states, used, done));
        _out.Add(new If(new Binary(BinaryOperator.Less, Read(next), Constant.Of(0L)), new Block(checkpoints.ToEquatableArray()), Block.Empty));

        foreach (var local in new[] { room, block, states, used, done, pieces })
            _out.Add(new Push(Read(local)));
        var results = _state.Locals.Concat(function.Results.Select((result, k) => (result, k)).Where(pair => pair.result.Type is ArrayType && _plan.Facts.IsActive(pair.result))
            .Select(pair => _state.ShadowNow(_state.Locals[pair.k], _out))).ToList();
        _out.Add(new Return(results.Select(static local => (Expression)new LocalRead(local)).ToEquatableArray()));
        var shadows = function.Parameters.Where(parameter => parameter.Type is ArrayType && _plan.Facts.IsActive(parameter)).Select(_plan.ShadowOf);
        return new Function(
            SplitNames.ForwardId(_plan),
            SplitNames.ForwardName(_plan),
            function.Parameters.Concat(shadows).Select(static local => new Parameter(local)).ToEquatableArray(),
            results.Select(static result => result.Type).ToEquatableArray(),
            new Block(_out.ToEquatableArray()));
    }

    private List<Statement> Piece(Local room, Local before, Local kept, Local done, Local pieces, Local next)
    {
        var (run, ended) = (NewLocal("turns"), Ended());
        var after = _state.Locals.ConvertAll(local => _plan.Ids.Local(local.Type, local.Name));
        var statements = new List<Statement>(after.Select(static local => new Declare(local, null))) { new Declare(run, null) };
        if (ended is not null)
            statements.Add(new Declare(ended, null));
        statements.AddRange(_state.Record(Read(next), after, run, ended));
        statements.AddRange(_state.Locals.Select(static local => new Push(new LocalRead(local))));
        statements.AddRange(_state.Locals.Select((local, k) => Assigned(local, Read(after[k]))));
        statements.Add(Increased(done, Read(run)));
        statements.Add(Increased(pieces, Constant.Of(1L)));
        Expression isOver = new Binary(BinaryOperator.Less, Read(run), Read(next));
        if (ended is not null)
            isOver = new Binary(BinaryOperator.OrElse, Read(ended), isOver);
        statements.Add(new If(isOver, new Block([Assigned(next, Constant.Of(0L))]), new Block([Assigned(next, LoopState.Computed("Next", Read(room), Read(before), Read(kept), Read(done)))])));
        return statements;
    }

    private List<Statement> Rest(Local block, Local states, Local used, Local done)
    {
        var (run, ended, ahead) = (NewLocal("turns"), Ended(), NewLocal("ahead"));
        var more = _plan.Ids.Local(ScalarType.Bool, "more");
        Expression goesOn = new Binary(BinaryOperator.Equal, Read(run), Read(ahead));
        if (ended is not null)
            goesOn = new Binary(BinaryOperator.AndAlso, new Unary(UnaryOperator.Not, Read(ended)), goesOn);
        var statements = new List<Statement> { new Declare(ahead, LoopState.Computed("Ahead", Read(block), Read(used), Read(states))), new Declare(run, null) };
        if (ended is not null)
            statements.Add(new Declare(ended, null));
        statements.AddRange(_state.Run(Read(ahead), run, ended));
        statements.Add(Increased(done, Read(run)));
        statements.Add(Assigned(more, goesOn));
        statements.Add(new If(Read(more), new Block([.. _state.Keep(Read(done)), Increased(used, Constant.Of(1L))]), Block.Empty));
        return [new Declare(more, Constant.Of(true)), While(Read(more), statements)];
    }

    private Local Declared(string name, Expression value)
    {
        var local = NewLocal(name);
        _out.Add(new Declare(local, value));
        return local;
    }

    private Local NewLocal(string name) => _plan.Ids.Local(ScalarType.Long, name);

    private Local? Ended() => _state.Loop.MayEnd ? _plan.Ids.Local(ScalarType.Bool, "ended") : null;

    private Loop While(Expression condition, List<Statement> body) =>
        new(_plan.Ids.Label(), _plan.Ids.Label(), condition, new Block(body.ToEquatableArray()), Block.Empty, null);

    private static Comment Comment(string text) => new(text);

    private static LocalRead Read(Local local) => new(local);

    private static Assign Assigned(Local local, Expression value) => new(new LocalPlace(local), value);

    private static Assign Increased(Local local, Expression by) => Assigned(local, new Binary(BinaryOperator.Add, Read(local), by));
}
