using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Makes functions of loops that record turn by turn: one that runs some turns, and one that runs it to the end of the loop. The reverse of the latter can then run turns again instead of recording
/// all of them (<see cref="LoopForward"/>, <see cref="LoopReverse"/>).
/// </summary>
/// <remarks>
/// Left as they are: loops within such loops, loops that put an array that they make, or what is neither number nor array, into locals that are declared before them, and loops that run effectful code.
/// </remarks>
internal sealed class LongLoops : Rewriter
{
    private readonly Function _function;
    private readonly HashSet<Label> _recording;
    private readonly IReadOnlyDictionary<string, Function> _functions;
    private readonly long _limit;
    private readonly FreshIds _ids;
    private readonly List<Function> _made;
    private int _number;

    private LongLoops(Function function, HashSet<Label> recording, IReadOnlyDictionary<string, Function> functions, long limit, List<Function> made)
    {
        (_function, _recording, _functions, _limit, _made) = (function, recording, functions, limit, made);
        _ids = new FreshIds(function);
    }

    /// <summary>The program with functions in the places of its long loops; the program itself where it has none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="plans">Its plans, in which the passes have decided what is recorded.</param>
    /// <param name="limit">The bytes that all records may take.</param>
    public static IrProgram Outlined(IrProgram program, IReadOnlyDictionary<string, FunctionPlan> plans, long limit)
    {
        var functions = program.Callees.Append(program.Root).ToDictionary(static function => function.Id);
        var made = new List<Function>();
        Function Visited(Function function) => plans.TryGetValue(function.Id, out var plan) && !plan.Function.IsClosed && RecordingLoops.Of(plan, plans, limit) is { Count: > 0 } recording
            ? new LongLoops(function, recording, functions, limit, made).Visit(function)
            : function;

        var root = Visited(program.Root);
        var callees = program.Callees.Select(Visited);
        return made.Count == 0 ? program : new IrProgram(root, [.. callees, .. made]);
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement) =>
        statement is Loop loop && _recording.Contains(loop.Break) && TryOutline(loop) is { } outlined ? outlined : base.Visit(statement);

    private EquatableArray<Statement>? TryOutline(Loop loop)
    {
        var leaving = new LeavingLoop(loop, _ids, _function.Results);
        var turns = leaving.Inside;
        var declared = DeclaredLocals.Of(turns);
        var assigned = AssignedLocals.Of(new Block([turns])).Where(local => !declared.Contains(local) && !local.Equals(leaving.Ended)).OrderBy(static local => local.Id).ToList();
        var arrays = assigned.FindAll(static local => local.Type is ArrayType);
        if (assigned.Except(arrays).Any(static local => StructShape.Leaves(local.Type, "").Exists(static leaf => leaf.Type is not (ScalarType or EnumType)))
            || !MovedArrays.Only(turns, arrays, declared, _function) || IsEffectful(loop))
        {
            return null;
        }

        var read = Mentions.Of(turns).Where(local => !declared.Contains(local) && !assigned.Contains(local) && !local.Equals(leaving.Ended)).OrderBy(static local => local.Id).ToList();

        var stem = _function.Name + "Loop" + (++_number == 1 ? "" : _number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var id = $"{_function.Id}'loop{_number}";
        var ofTurns = Turns(turns, leaving.Ended, assigned, read, id + "'turns", stem + "Turns");
        _made.Add(ofTurns);
        _made.Add(Whole(ofTurns, leaving.Ended is not null, assigned, read, id, stem));
        var call = new Call(
            assigned.Select(static local => (Place?)new LocalPlace(local)).ToEquatableArray(),
            id,
            assigned.Concat(read).Select(static local => (Expression)new LocalRead(local)).ToEquatableArray()) { Origin = loop.Origin };
        return [.. leaving.Before, call, .. leaving.After];
    }

    private bool IsEffectful(Loop loop)
    {
        var alone = new Function("", "", [], [], new Block([loop]));
        return EffectfulCode.Happens(new IrProgram(alone, CalledFunctions.From(alone, _functions)));
    }

    private Function Turns(Loop loop, Local? ended, List<Local> assigned, List<Local> read, string id, string name)
    {
        var (limit, turns) = (_ids.Local(ScalarType.Long, "limit"), _ids.Local(ScalarType.Long, "turns"));
        var arguments = assigned.ConvertAll(local => _ids.Local(local.Type, local.Name));
        var isBelow = new Binary(BinaryOperator.Less, new LocalRead(turns), new LocalRead(limit));
        var next = new Assign(new LocalPlace(turns), new Binary(BinaryOperator.Add, new LocalRead(turns), Constant.Of(1L)));
        var limited = loop with
        {
            Condition = loop.Condition is null ? isBelow : new Binary(BinaryOperator.AndAlso, isBelow, loop.Condition),
            Body = new Block([next, .. loop.Body.Statements]) { Origin = loop.Body.Origin },
        };
        var results = assigned.Append(turns).Concat(ended is null ? [] : [ended]).ToList();
        return new Function(
            id,
            name,
            [new Parameter(limit), .. arguments.Concat(read).Select(static local => new Parameter(local))],
            results.Select(static local => local.Type).ToEquatableArray(),
            new Block(
            [
                .. assigned.Select((local, k) => new Declare(local, new LocalRead(arguments[k]))),
                new Declare(turns, Constant.Of(0L)),
                .. ended is null ? System.Array.Empty<Statement>() : [new Declare(ended, Constant.Of(false))],
                limited,
                new Return(results.Select(static local => (Expression)new LocalRead(local)).ToEquatableArray()),
            ]));
    }

    // The analyses learn from its loop that what turns make of the state is what later turns start from.
    private Function Whole(Function turns, bool mayEnd, List<Local> assigned, List<Local> read, string id, string name)
    {
        var (most, run, ended) = (Constant.Of(long.MaxValue), _ids.Local(ScalarType.Long, "turns"), _ids.Local(ScalarType.Bool, "ended"));
        var arguments = assigned.ConvertAll(local => _ids.Local(local.Type, local.Name));
        Expression more = new Binary(BinaryOperator.Equal, new LocalRead(run), most);
        if (mayEnd)
            more = new Binary(BinaryOperator.AndAlso, new Unary(UnaryOperator.Not, new LocalRead(ended)), more);
        var results = assigned.Append(run).Concat(mayEnd ? [ended] : []);
        var call = new Call(
            results.Select(static local => (Place?)new LocalPlace(local)).ToEquatableArray(),
            turns.Id,
            [most, .. assigned.Concat(read).Select(static local => (Expression)new LocalRead(local))]);
        return new Function(
            id,
            name,
            arguments.Concat(read).Select(static local => new Parameter(local)).ToEquatableArray(),
            assigned.Select(static local => local.Type).ToEquatableArray(),
            new Block(
            [
                .. assigned.Select((local, k) => new Declare(local, new LocalRead(arguments[k]))),
                new Declare(run, Constant.Of(0L)),
                .. mayEnd ? [new Declare(ended, Constant.Of(false))] : System.Array.Empty<Statement>(),
                new Loop(_ids.Label(), _ids.Label(), null, new Block([call]), Block.Empty, more),
                new Return(assigned.Select(static local => (Expression)new LocalRead(local)).ToEquatableArray()),
            ]))
        {
            Loop = new LongLoop(turns.Id, mayEnd, _limit),
        };
    }
}
