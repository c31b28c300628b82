using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// What a loop that is a function (<see cref="LongLoop"/>) carries from turn to turn: locals, and the elements of arrays that its turns write. Writes what keeps a state on the workspace and what takes it back,
/// and calls of the function of the turns.
/// </summary>
internal sealed class LoopState
{
    private const string Runtime = "global::LearnSharp.Runtime.Checkpoints.";
    private const string Workspace = "global::LearnSharp.Runtime.Workspace.Current.";

    /// <summary>The state of a loop.</summary>
    /// <param name="whole">The plan of the loop.</param>
    /// <param name="turns">The plan of its turns.</param>
    public LoopState(FunctionPlan whole, FunctionPlan turns)
    {
        (Whole, Turns) = (whole, turns);
        Loop = whole.Function.Source.Loop!;
        Locals = whole.Function.Results.ConvertAll(result => whole.Ids.Local(result.Type, result.Name));
        Arrays = whole.Function.Parameters.Where((_, k) => IsKept(turns, k)).ToList();
    }

    /// <summary>The plan of the loop.</summary>
    public FunctionPlan Whole { get; }

    /// <summary>The plan of its turns.</summary>
    public FunctionPlan Turns { get; }

    /// <summary>What is known of the loop.</summary>
    public LongLoop Loop { get; }

    /// <summary>The locals.</summary>
    public List<Local> Locals { get; }

    /// <summary>The arrays, as they were handed over.</summary>
    public List<Local> Arrays { get; }

    private FreshIds Ids => Whole.Ids;

    /// <summary>Says what the reverse sweep of a loop reads: all of its arguments, since it runs turns again. What the turns write it takes back itself.</summary>
    public static void Need(FunctionPlan whole, FunctionPlan turns)
    {
        for (var k = 0; k < whole.Function.Parameters.Count; k++)
        {
            whole.NeededParameters.Add(k);
            if (whole.Function.Parameters[k].Type is ArrayType && !IsKept(turns, k))
                whole.LevelsRead.UnionWith(ArrayLevels.Of(whole.Function.Parameters[k]));
        }
    }

    /// <summary>The parameter of the turns that takes a parameter of the loop: the first one is how many turns there are.</summary>
    public Local InTurns(int parameter) => Turns.Function.Parameters[parameter + 1];

    /// <summary>What a parameter of the loop is inside of it: a local of the state, or what it was.</summary>
    public LocalRead Inside(int parameter) => new(parameter < Locals.Count ? Locals[parameter] : Whole.Function.Parameters[parameter]);

    /// <summary>The shadows that the sweeps of the turns take. Those of arrays that change places are looked up.</summary>
    /// <param name="before">Receives the statements that look them up.</param>
    public List<Expression> Shadows(List<Statement> before) => Enumerable.Range(0, Whole.Function.Parameters.Count)
        .Where(k => InTurns(k).Type is ArrayType && Turns.Facts.IsActive(InTurns(k)))
        .Select(k => (Expression)new LocalRead(k < Locals.Count ? ShadowNow(Locals[k], before) : Whole.ShadowOf(Whole.Function.Parameters[k]))).ToList();

    /// <summary>The shadow of the array that a local of the state holds: that of the argument which is the same array.</summary>
    /// <param name="array">The local.</param>
    /// <param name="before">Receives the statements that look it up.</param>
    public Local ShadowNow(Local array, List<Statement> before)
    {
        var candidates = Whole.Function.Parameters.Where(parameter => parameter.Type.Equals(array.Type) && Whole.Facts.IsActive(parameter)).ToList();
        var shadow = Ids.Local(array.Type, FunctionPlan.AdjointName(array.Name));
        before.Add(new Declare(shadow, new LocalRead(Whole.ShadowOf(candidates[0]))));
        foreach (var candidate in candidates.Skip(1))
        {
            var isSame = new Extern(ScalarType.Bool, "object.ReferenceEquals({0}, {1})", [new LocalRead(array), new LocalRead(candidate)], Purity.Pure);
            before.Add(new If(isSame, new Block([new Assign(new LocalPlace(shadow), new LocalRead(Whole.ShadowOf(candidate)))]), Block.Empty));
        }

        return shadow;
    }

    /// <summary>Keeps the state in front of a turn.</summary>
    public IEnumerable<Statement> Keep(Expression turn)
    {
        foreach (var local in Locals)
            yield return new Push(new LocalRead(local));
        foreach (var array in Arrays)
            yield return IsStretch(array) ? new PushElements(new LocalRead(array), Constant.Of(0), new Length(new LocalRead(array))) : PushAll(array);
        yield return new Push(turn);
    }

    /// <summary>Takes the state that was kept last back, and the turn behind it.</summary>
    public IEnumerable<Statement> TakeBack(Local turn)
    {
        yield return new Pop(new LocalPlace(turn));
        foreach (var array in Enumerable.Reverse(Arrays))
            yield return IsStretch(array) ? new PopElements(new LocalRead(array), Constant.Of(0), new Length(new LocalRead(array))) : PopAll(array);
        foreach (var local in Enumerable.Reverse(Locals))
            yield return new Pop(new LocalPlace(local));
    }

    /// <summary>Runs turns as they are.</summary>
    /// <param name="limit">How many.</param>
    /// <param name="run">Receives how many were run.</param>
    /// <param name="ended">Receives whether the loop ended in them; null where it cannot.</param>
    public List<Statement> Run(Expression limit, Local run, Local? ended)
    {
        var statements = new List<Statement>();
        PlainCall.Write(new Call(Targets(Locals, run, ended), Turns.Function.Source.Id, [limit, .. Arguments()]), Turns.Function.Source, Ids, statements);
        return statements;
    }

    /// <summary>Runs and records turns.</summary>
    /// <param name="limit">How many.</param>
    /// <param name="locals">Receives the locals of the state; null for none.</param>
    /// <param name="run">Receives how many were run; null for nobody.</param>
    /// <param name="ended">Receives whether the loop ended in them; null where it cannot.</param>
    public List<Statement> Record(Expression limit, IReadOnlyList<Local>? locals, Local? run, Local? ended)
    {
        var statements = new List<Statement>();
        var shadows = Shadows(statements);
        var ofResults = Turns.Function.Results.Where(result => result.Type is ArrayType && Turns.Facts.IsActive(result)).Select(static _ => (Place?)null);
        statements.Add(new Call([.. Targets(locals, run, ended), .. ofResults], SplitNames.ForwardId(Turns), [limit, .. Arguments(), .. shadows]));
        return statements;
    }

    /// <summary>A number that the runtime computes.</summary>
    public static Extern Computed(string call, params Expression[] operands) =>
        new(ScalarType.Long, $"{Runtime}{call}({string.Join(", ", operands.Select(static (_, i) => "{" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}"))})", new(operands), Purity.Effectful);

    /// <summary>The bytes that are taken now.</summary>
    public static Extern Bytes() => new(ScalarType.Long, Workspace + "Bytes", [], Purity.Effectful);

    /// <summary>A mark of the workspace.</summary>
    public Declare Mark(string name) => new(
        Ids.Local(new OpaqueType("global::LearnSharp.Runtime.WorkspaceMark"), name), new Extern(new OpaqueType("global::LearnSharp.Runtime.WorkspaceMark"), Workspace + "Mark()", [], Purity.Effectful));

    /// <summary>Gives back what was taken since a mark.</summary>
    public static Evaluate Release(Local mark) => new(new Extern(new OpaqueType("void"), Workspace + "Release({0})", [new LocalRead(mark)], Purity.Effectful));

    // The analyses of the turns say what they write.
    private static bool IsKept(FunctionPlan turns, int parameter) =>
        turns.Function.Parameters[parameter + 1] is { Type: ArrayType } array && turns.Facts.WritesThrough(array);

    private static bool IsStretch(Local array) => array.Type is ArrayType { Element: ScalarType { IsFloating: true } };

    private EquatableArray<Place?> Targets(IReadOnlyList<Local>? locals, Local? run, Local? ended)
    {
        var targets = Locals.Select((_, k) => locals is null ? null : (Place?)new LocalPlace(locals[k])).Append(run is null ? null : new LocalPlace(run));
        return (Loop.MayEnd ? targets.Append(ended is null ? null : new LocalPlace(ended)) : targets).ToEquatableArray();
    }

    private IEnumerable<Expression> Arguments() => Enumerable.Range(0, Whole.Function.Parameters.Count).Select(Inside);

    private Block PushAll(Local array) => ArrayLevels.ForEach(Ids, new Length(new LocalRead(array)), index =>
        new Block(StructShape.Reads(new Element(new LocalRead(array), index)).Select(static leaf => (Statement)new Push(leaf)).ToEquatableArray()));

    private Block PopAll(Local array)
    {
        var length = new Length(new LocalRead(array));
        return ArrayLevels.ForEach(Ids, length, index =>
        {
            var element = new ElementPlace(new LocalRead(array), new Binary(BinaryOperator.Subtract, new Binary(BinaryOperator.Subtract, length, Constant.Of(1)), index));
            if (element.Type is not StructType)
                return new Pop(element);
            var leaves = StructShape.Leaves(element.Type, "old").ConvertAll(leaf => Ids.Local(leaf.Type, leaf.Name));
            var statements = new List<Statement>();
            foreach (var leaf in Enumerable.Reverse(leaves))
            {
                statements.Add(new Declare(leaf, null));
                statements.Add(new Pop(new LocalPlace(leaf)));
            }

            var position = 0;
            statements.Add(new Assign(element, StructShape.Assemble(element.Type, leaves.ConvertAll<Expression>(static leaf => new LocalRead(leaf)), ref position)));
            return new Block(statements.ToEquatableArray());
        });
    }
}
