using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The two halves of a pullback that the program calls: the forward sweep runs it, and the reverse one runs it again with tangents, since its Jacobian is symmetric
/// (<see cref="GradientMap"/>). The derivatives come in as the directions in which its inputs move, those of its results as the directions of its seeds; how fast what it gives moves then are
/// the adjoints.
/// </summary>
internal sealed class MapAdjoint
{
    private readonly FunctionPlan _plan;
    private readonly GradientMap _map;
    private readonly Dictionary<Local, Local> _seeds = [];
    private readonly List<Statement> _out = [];

    private MapAdjoint(FunctionPlan plan) => (_plan, _map) = (plan, plan.Function.Source.Map!);

    private FunctionFacts Facts => _plan.Facts;

    private EquatableArray<Parameter> Parameters => _plan.Function.Source.Parameters;

    /// <summary>Why a pullback has no reverse mode.</summary>
    public static IEnumerable<Refusal> Refusals(FunctionFacts facts)
    {
        if (facts.Function.Source.Map is not { } map)
            yield break;
        for (var k = 0; k < facts.Function.Parameters.Count; k++)
        {
            var (parameter, source) = (facts.Function.Parameters[k], facts.Function.ParameterSources[k]);
            if (!facts.IsActive(parameter) || source >= map.Inputs + SeedCount(facts.Function.Source))
                continue;
            if (map.Along is null)
            {
                yield return new Refusal($"The derivative of {map.Of} is differentiated again, but {map.Of} has no second derivatives. {map.Problem}", default);
                yield break;
            }

            if (source < map.Inputs && !map.Moving[source])
                yield return new Refusal($"The derivative of {map.Of} is differentiated again by '{parameter.Name}', by whose elements {map.Of} has no second derivatives.", default);
        }
    }

    /// <summary>Says what the reverse sweep reads: all of the arguments but the buffers.</summary>
    public static void Need(FunctionPlan plan)
    {
        var function = plan.Function;
        for (var k = 0; k < function.Parameters.Count; k++)
        {
            if (function.ParameterSources[k] >= plan.Function.Source.Map!.Inputs + SeedCount(function.Source))
                continue;
            plan.NeededParameters.Add(k);
            if (function.Parameters[k].Type is ArrayType)
                plan.LevelsRead.UnionWith(ArrayLevels.Of(function.Parameters[k]));
        }
    }

    /// <summary>The buffers that a caller may need as they were: the reverse sweep takes them back. Returns whether there was news.</summary>
    public static bool NeedKept(FunctionPlan plan) => Kept(plan).Aggregate(false, (news, buffer) => news | plan.NeededParameters.Add(buffer));

    /// <summary>The forward sweep: parameters, shadows of active arrays → results.</summary>
    public static Function Forward(FunctionPlan plan)
    {
        var function = plan.Function;
        var statements = new List<Statement>();
        foreach (var buffer in Kept(plan).Select(index => new LocalRead(function.Parameters[index])))
            statements.Add(new PushElements(buffer, Constant.Of(0), new Length(buffer)));
        var results = function.Results.ConvertAll(result => plan.Ids.Local(result.Type, result.Name));
        statements.AddRange(results.Select(static result => new Declare(result, null)));
        PlainCall.Write(
            new Call(
                results.Select<Local, Place?>(static result => new LocalPlace(result)).ToEquatableArray(),
                function.Source.Id,
                function.Parameters.Select<Local, Expression>(static parameter => new LocalRead(parameter)).ToEquatableArray()),
            function.Source,
            plan.Ids,
            statements);
        statements.Add(new Return(results.Select<Local, Expression>(static result => new LocalRead(result)).ToEquatableArray()));
        return new Function(
            SplitNames.ForwardId(plan),
            SplitNames.ForwardName(plan),
            function.Parameters.Concat(Shadows(plan)).Select(static local => new Parameter(local)).ToEquatableArray(),
            results.Select(static result => result.Type).ToEquatableArray(),
            new Block(statements.ToEquatableArray()));
    }

    /// <summary>The reverse sweep: parameters, shadows of active arrays, adjoints of the active results → adjoints of the active numbers.</summary>
    public static Function Reverse(FunctionPlan plan) => new MapAdjoint(plan).Run();

    private static int SeedCount(Function source) =>
        source.Parameters.Count - source.Map!.Inputs - Enumerable.Range(0, source.Map.Inputs).Count(index => source.Map.Independent[index] && source.Parameters[index].Local.Type is ArrayType);

    // Buffers are the last parameters, and are no structs.
    private static List<int> Kept(FunctionPlan plan) =>
        [.. Enumerable.Range(0, plan.Function.Parameters.Count).Where(index => plan.LevelsKept.Contains(plan.Function.Parameters[index])
            && plan.Function.ParameterSources[index] >= plan.Function.Source.Map!.Inputs + SeedCount(plan.Function.Source))];

    private static IEnumerable<Local> Shadows(FunctionPlan plan) =>
        plan.Function.Parameters.Where(parameter => parameter.Type is ArrayType && plan.Facts.IsActive(parameter)).Select(plan.ShadowOf);

    private Function Run()
    {
        var function = _plan.Function;
        var seeded = function.Results.Where(Facts.IsActive).ToList();
        foreach (var result in seeded)
            _seeds[result] = _plan.Ids.Local(result.Type, FunctionPlan.AdjointName(result.Name));
        var outputs = function.Parameters.Where(parameter => parameter.Type is not ArrayType && Facts.IsActive(parameter)).ToList();
        foreach (var buffer in Enumerable.Reverse(Kept(_plan)).Select(index => new LocalRead(function.Parameters[index])))
            _out.Add(new PopElements(buffer, Constant.Of(0), new Length(buffer)));
        foreach (var output in outputs)
            _out.Add(new Declare(_plan.AdjointOf(output), Formula.Zero(output.Type)));
        if (_map.Along is not null && function.Parameters.Where((parameter, k) => function.ParameterSources[k] < _map.Inputs + SeedCount(function.Source)).Any(Facts.IsActive))
            CallAlong(_map.Along);
        if (outputs.Count > 0)
            _out.Add(new Return(outputs.Select(output => (Expression)new LocalRead(_plan.AdjointOf(output))).ToEquatableArray()));
        var parameters = function.Parameters.Where((_, k) => _plan.NeededParameters.Contains(k)).Concat(Shadows(_plan)).Concat(seeded.Select(result => _seeds[result]));
        return new Function(
            SplitNames.ReverseId(_plan),
            SplitNames.ReverseName(_plan),
            parameters.Select(static local => new Parameter(local)).ToEquatableArray(),
            outputs.Select(static output => output.Type).ToEquatableArray(),
            new Block(_out.ToEquatableArray()));
    }

    private void CallAlong(IrProgram along)
    {
        var source = _plan.Function.Source;
        var (inputs, seeds) = (_map.Inputs, SeedCount(source));
        var buffers = Enumerable.Range(0, inputs).Where(index => _map.Moving[index] && Parameters[index].Local.Type is ArrayType).ToList();
        var arguments = new List<Expression>();
        var tangents = new List<Expression>();
        for (var index = 0; index < inputs + seeds; index++)
        {
            var type = Parameters[index].Local.Type;
            arguments.Add(Assembled(type, LeavesOf(index).ConvertAll<Expression>(static leaf => new LocalRead(leaf))));
            if (type.IsDifferentiable)
                tangents.Add(index < inputs ? DirectionOf(index) : Assembled(type, ResultLeaves(DifferentiableResult(index - inputs)).ConvertAll(AdjointOf)));
        }

        var after = new List<Statement>();
        var isAlone = buffers.Count(index => Facts.IsActive(LeavesOf(index)[0])) == 1;
        foreach (var index in buffers)
        {
            // What the derivatives are is known; only how they change is asked for.
            var (type, array) = (along.Root.Parameters[arguments.Count].Local.Type, LeavesOf(index)[0]);
            arguments.Add(RuleFunctions.Zeros(Facts, array, (ArrayType)type, _out));
            tangents.Add(isAlone ? ShadowOr(array, array, type) : Apart(array, (ArrayType)type, after));
        }

        var targets = new List<Place?>();
        var original = source.Results.Count - Enumerable.Range(0, inputs).Count(index => _map.Independent[index] && Parameters[index].Local.Type is not ArrayType);
        var moving = Enumerable.Range(0, inputs).Where(index => _map.Moving[index] && Parameters[index].Local.Type is not ArrayType).ToList();
        targets.AddRange(Enumerable.Repeat<Place?>(null, original + moving.Count));
        for (var seed = 0; seed < seeds; seed++)
            targets.Add(Received(inputs + seed, after));
        foreach (var index in moving)
            targets.Add(Received(index, after));
        _out.Add(new Call(targets.ToEquatableArray(), along.Root.Id, [.. arguments, .. tangents]));
        _out.AddRange(after);
    }

    // Two inputs may be one array, with one shadow; what is written has memory of its own.
    private Expression Apart(Local array, ArrayType type, List<Statement> after)
    {
        var zeros = RuleFunctions.Zeros(Facts, array, type, _out);
        if (!Facts.IsActive(array))
            return zeros;
        var local = _plan.Ids.Local(type, array.Name + "Slopes");
        _out.Add(new Declare(local, zeros));
        after.Add(ArrayLevels.ForEach(_plan.Ids, new Length(new LocalRead(array)), index =>
        {
            var place = new ElementPlace(new LocalRead(_plan.ShadowOf(array)), index);
            return new Assign(place, Formula.Sum(place.Read, new Element(new LocalRead(local), index)));
        }));
        return new LocalRead(local);
    }

    /// <summary>How an input moves: as the derivative by it counts.</summary>
    private Expression DirectionOf(int index)
    {
        var type = Parameters[index].Local.Type;
        if (type is ArrayType)
        {
            var buffer = _map.Independent[index] ? BufferOf(index) : null;
            return ShadowOr(buffer, LeavesOf(index)[0], type);
        }

        if (!_map.Independent[index])
            return Assembled(type, LeavesOf(index).ConvertAll(static leaf => TangentExpressions.None(leaf.Type)));
        var first = _plan.Function.Source.Results.Count - Enumerable.Range(0, _map.Inputs).Count(other => _map.Independent[other] && Parameters[other].Local.Type is not ArrayType);
        var position = Enumerable.Range(0, index).Count(other => _map.Independent[other] && Parameters[other].Local.Type is not ArrayType);
        return Assembled(type, ResultLeaves(first + position).ConvertAll(AdjointOf));
    }

    private Local BufferOf(int input)
    {
        var position = Enumerable.Range(0, input).Count(other => _map.Independent[other] && Parameters[other].Local.Type is ArrayType);
        return LeavesOf(_map.Inputs + SeedCount(_plan.Function.Source) + position)[0];
    }

    private Expression AdjointOf(Local result) => _seeds.TryGetValue(result, out var seed) ? new LocalRead(seed) : TangentExpressions.None(result.Type);

    // The array that holds the adjoints of another; zeros where it has none.
    private Expression ShadowOr(Local? array, Local measure, IrType type) => array is not null && Facts.IsActive(array)
        ? As(type, new LocalRead(_plan.ShadowOf(array)))
        : RuleFunctions.Zeros(Facts, measure, (ArrayType)type, _out);

    private static Expression As(IrType type, Expression value) => value.Type.Equals(type) ? value : new Convert(type, value);

    /// <summary>What receives the adjoint of a parameter that is no array; null where nobody asks.</summary>
    private LocalPlace? Received(int source, List<Statement> after)
    {
        var leaves = LeavesOf(source);
        if (!leaves.Any(Facts.IsActive))
            return null;
        if (Parameters[source].Local.Type is not StructType type)
            return new LocalPlace(_plan.AdjointOf(leaves[0]));
        var whole = _plan.Ids.Local(type, FunctionPlan.AdjointName(Parameters[source].Local.Name));
        _out.Add(new Declare(whole, null));
        var reads = StructShape.Reads(new LocalRead(whole));
        for (var k = 0; k < leaves.Count; k++)
        {
            if (Facts.IsActive(leaves[k]))
                after.Add(new Assign(new LocalPlace(_plan.AdjointOf(leaves[k])), reads[k]));
        }

        return new LocalPlace(whole);
    }

    private List<Local> LeavesOf(int source) => [.. _plan.Function.Parameters.Where((_, k) => _plan.Function.ParameterSources[k] == source)];

    private List<Local> ResultLeaves(int result)
    {
        var types = _plan.Function.Source.Results;
        var first = types.Take(result).Sum(StructShape.Count);
        return _plan.Function.Results.GetRange(first, StructShape.Count(types[result]));
    }

    private int DifferentiableResult(int seed) =>
        Enumerable.Range(0, _plan.Function.Source.Results.Count).Where(index => _plan.Function.Source.Results[index].IsDifferentiable).ElementAt(seed);

    private static Expression Assembled(IrType type, List<Expression> leaves)
    {
        var position = 0;
        return StructShape.Assemble(type, leaves, ref position);
    }
}
