using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Puts a root together: forward sweep, seeds, reverse sweep, and last the buffers of the caller.</summary>
internal sealed class PullbackRoot
{
    private const long SmallBuffers = 4096;
    private const long BufferPerDatum = 8;

    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;
    private readonly ReverseOptions _options;
    private readonly List<Local> _parameters = [];
    private readonly List<Statement> _before = [];
    private readonly List<Statement> _between = [];
    private readonly List<Statement> _after = [];
    private readonly Dictionary<Local, Expression> _seeds = [];
    private int _checks;

    private PullbackRoot(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, ReverseOptions options) => (_plan, _plans, _options) = (plan, plans, options);

    private FlatFunction Flat => _plan.Function;

    private FunctionFacts Facts => _plan.Facts;

    /// <summary>The pullback of a root.</summary>
    public static Function Write(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, ReverseOptions options) => new PullbackRoot(plan, plans, options).Run();

    /// <summary>
    /// Makes the caller's buffers the shadows of independent arrays that are never written: the reverse sweep adds to them directly. (Nothing throws in a reverse sweep, so that
    /// buffers are touched only when the original has come to its end.)
    /// </summary>
    public static void LendBuffers(FunctionPlan plan, ReverseOptions options)
    {
        for (var k = 0; k < plan.Function.Parameters.Count; k++)
        {
            var parameter = plan.Function.Parameters[k];
            if (parameter.Type is ArrayType { IsDifferentiable: true } array && options.Independent[plan.Function.ParameterSources[k]] && !plan.Facts.WritesThrough(parameter))
            {
                var buffer = plan.Lent[parameter] = NewBuffer(plan, parameter, array);
                plan.SetShadow(parameter, plan.Fusion.StandIns.Contains(parameter) ? NewBuffer(plan, parameter, array) : buffer);
            }
        }
    }

    private static Local NewBuffer(FunctionPlan plan, Local parameter, ArrayType array) =>
        plan.Ids.Local(array with { Kind = array.Kind == ArrayKind.Array ? ArrayKind.Array : ArrayKind.Span }, FunctionPlan.AdjointName(parameter.Name));

    private Function Run()
    {
        var source = Flat.Source;
        foreach (var parameter in source.Parameters)
            _parameters.Add(parameter.Local);
        AddPrologue();
        AddSeeds();
        AddBuffers();
        AddStandIns();

        var reverse = ReverseSweep.Write(_plan, _seeds);
        var results = KeepResults(reverse);
        KeepWrittenArrays();

        var statements = new List<Statement>(_before);
        var forward = ForwardSweep.Write(_plan, _plans, _seeds);
        statements.AddRange(DeclareEarly());
        statements.AddRange(forward);
        statements.AddRange(_between);
        var derivatives = new List<Expression>();
        for (var i = 0; i < source.Parameters.Count; i++)
        {
            var parameter = source.Parameters[i].Local;
            if (_options.Independent[i] && parameter.Type.IsDifferentiable && parameter.Type is not ArrayType)
                derivatives.Add(DerivativeOf(parameter, i, statements));
        }

        statements.AddRange(reverse);
        statements.AddRange(_after);
        if (results.Count + derivatives.Count > 0)
            statements.Add(new Return([.. results, .. derivatives]));
        var function = new Function(
            source.Id + "'pullback",
            source.Name + "Pullback",
            _parameters.Select(static local => new Parameter(local)).ToEquatableArray(),
            [.. source.Results, .. derivatives.Select(static derivative => derivative.Type)],
            AccumulatorFusion.Run(new Block(statements.ToEquatableArray())));
        return KnownZeros.Run(TakenSums.Run(function));
    }

    // What fused loops add to has to be there before the forward sweep.
    private IEnumerable<Declare> DeclareEarly() =>
        _plan.EarlyAdjoints.OrderBy(static local => local.Id).Select(local => new Declare(_plan.AdjointOf(local), Formula.Zero(local.Type)));

    private void AddPrologue()
    {
        for (var i = 0; i < Flat.Source.Parameters.Count; i++)
        {
            var parameter = Flat.Source.Parameters[i].Local;
            if (parameter.Type is not StructType)
                continue;
            var reads = StructShape.Reads(new LocalRead(parameter));
            var leaf = 0;
            for (var k = 0; k < Flat.Parameters.Count; k++)
            {
                if (Flat.ParameterSources[k] == i)
                    _before.Add(new Declare(Flat.Parameters[k], reads[leaf++]));
            }
        }
    }

    private void AddSeeds()
    {
        var leaf = 0;
        for (var k = 0; k < Flat.Source.Results.Count; k++)
        {
            var type = Flat.Source.Results[k];
            var count = StructShape.Count(type);
            if (type.IsDifferentiable)
                AddSeed(type, Flat.Results.GetRange(leaf, count), Flat.Source.Results.Count == 1 ? "seed" : $"seed{k + 1}");
            leaf += count;
        }

        if (!_options.SeedWritten)
            return;
        foreach (var parameter in Flat.Parameters.Where(parameter => parameter.Type is ArrayType { IsDifferentiable: true } && Facts.WritesThrough(parameter)))
        {
            var seed = _plan.Ids.Local(SeedType((ArrayType)parameter.Type), "seed" + char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1));
            _parameters.Add(seed);
            if (Facts.IsActive(parameter))
                AddSeedOfArray(parameter, seed);
        }
    }

    private void AddSeed(IrType type, List<Local> leaves, string name)
    {
        var seed = _plan.Ids.Local(type is ArrayType array ? SeedType(array) : type, name);
        _parameters.Add(seed);
        if (type is ArrayType)
        {
            if (Facts.IsActive(leaves[0]))
                AddSeedOfArray(leaves[0], seed);
            return;
        }

        var reads = StructShape.Reads(new LocalRead(seed));
        for (var i = 0; i < leaves.Count; i++)
        {
            if (Facts.IsActive(leaves[i]))
                _seeds[leaves[i]] = reads[i];
        }
    }

    private static ArrayType SeedType(ArrayType type) => type with { Kind = type.Kind == ArrayKind.Array ? ArrayKind.Array : ArrayKind.ReadOnlySpan };

    private void AddSeedOfArray(Local array, Local seed)
    {
        var problem = $"new global::System.ArgumentException(\"The seed {seed.Name} has \" + {{0}} + \" elements, but the result has \" + {{1}} + \"; give it one for each.\", \"{seed.Name}\")";
        // All checks come first: a buffer may itself be a shadow that a seed is added to.
        foreach (var check in Checks(new LocalRead(array), new LocalRead(seed), problem))
            _between.Insert(_checks++, check);
        _between.Add(Added(new LocalRead(array), new LocalRead(_plan.ShadowOf(array)), new LocalRead(seed)));
    }

    // Fused loops add to buffers while the method may still throw: to memory of the workspace instead of the caller's. That memory is cleared and added up, so where the buffers are large
    // beside the data, the method itself runs first and throws what there is to throw.
    private void AddStandIns()
    {
        var standing = _plan.Fusion.StandIns.Where(_plan.Lent.ContainsKey).OrderBy(static parameter => parameter.Id).ToList();
        if (standing.Count == 0)
            return;
        var direct = _plan.Ids.Local(ScalarType.Bool, "direct");
        var data = Flat.Parameters.Where(parameter => parameter.Type is ArrayType && !standing.Contains(parameter));
        var limit = data.Aggregate((Expression)Constant.Of(SmallBuffers), static (sum, array) =>
            new Binary(BinaryOperator.Add, sum, new Binary(BinaryOperator.Multiply, Constant.Of(BufferPerDatum), LengthOf(array))));
        var total = standing.Skip(1).Aggregate((Expression)LengthOf(standing[0]), static (sum, array) => new Binary(BinaryOperator.Add, sum, LengthOf(array)));
        var source = Flat.Source;
        var dryRun = new List<Statement> { new Call(source.Results.Select(static _ => (Place?)null), source.Id, source.Parameters.Select(static parameter => (Expression)new LocalRead(parameter.Local))) };
        var rent = new List<Statement>();
        var add = new List<Statement>();
        _before.Add(new Comment("derivatives are collected apart while the method may throw; beside large buffers it is cheaper to see first whether it does"));
        _before.Add(new Declare(direct, new Binary(BinaryOperator.Greater, total, limit)));
        foreach (var parameter in standing)
        {
            var (buffer, shadow) = (_plan.Lent[parameter], _plan.ShadowOf(parameter));
            var length = new Length(new LocalRead(parameter));
            var rented = new ArrayRent((ArrayType)shadow.Type with { Kind = ArrayKind.Array }, length);
            _before.Add(new Declare(shadow, null));
            dryRun.Add(new Assign(new LocalPlace(shadow), new LocalRead(buffer)));
            if (shadow.Type is ArrayType { Kind: ArrayKind.Array })
            {
                rent.Add(new Assign(new LocalPlace(shadow), rented));
            }
            else
            {
                var memory = _plan.Ids.Local(rented.Type, shadow.Name + "Array");
                rent.Add(new Declare(memory, rented));
                rent.Add(new Assign(new LocalPlace(shadow), new Convert(shadow.Type, new LocalRead(memory))));
            }

            add.Add(ForEach(length, index =>
            {
                var place = new ElementPlace(new LocalRead(buffer), index);
                return new Assign(place, Formula.Sum(place.Read, new Element(new LocalRead(shadow), index)));
            }));
        }

        _before.Add(new If(new LocalRead(direct), new Block(dryRun.ToEquatableArray()), new Block(rent.ToEquatableArray())));
        _after.Add(new If(new Unary(UnaryOperator.Not, new LocalRead(direct)), new Block(add.ToEquatableArray()), Block.Empty));
    }

    private static Convert LengthOf(Local array) => new(ScalarType.Long, new Length(new LocalRead(array)));

    // The seed of an array of arrays has the shape of each of its rows as well.
    private List<Statement> Checks(Expression array, Expression seed, string problem)
    {
        var checks = new List<Statement>
        {
            new If(
                new Binary(BinaryOperator.NotEqual, new Length(seed), new Length(array)),
                new Block([new Throw(new Extern(new OpaqueType("global::System.ArgumentException"), problem, [new Length(seed), new Length(array)], Purity.Effectful))]),
                Block.Empty),
        };
        if (ArrayLevels.IsJagged(array.Type))
            checks.Add(ForEach(new Length(array), index => new Block(Checks(new Element(array, index), new Element(seed, index), problem).ToEquatableArray())));
        return checks;
    }

    /// <summary>Adds the elements of one array to those of another of the same shape as <paramref name="shape"/>, row by row.</summary>
    private Block Added(Expression shape, Expression target, Expression amount) => ForEach(new Length(shape), index =>
    {
        if (ArrayLevels.IsJagged(shape.Type))
            return Added(new Element(shape, index), new Element(target, index), new Element(amount, index));
        var place = new ElementPlace(target, index);
        return new Assign(place, Formula.Sum(place.Read, new Element(amount, index)));
    });

    private Block Copied(Expression source, Expression target) => ForEach(
        new Length(source),
        index => ArrayLevels.IsJagged(source.Type)
            ? Copied(new Element(source, index), new Element(target, index))
            : new Assign(new ElementPlace(target, index), new Element(source, index)));

    private Block ForEach(Expression length, System.Func<Expression, Statement> body) => ArrayLevels.ForEach(_plan.Ids, length, body);

    // A parameter that is never written lends the caller's buffer as its shadow. One that is written gets a shadow of its own: what is left in it after the reverse sweep is the
    // adjoint of the elements as they were handed in.
    private void AddBuffers()
    {
        for (var k = 0; k < Flat.Parameters.Count; k++)
        {
            var parameter = Flat.Parameters[k];
            if (parameter.Type is not ArrayType { IsDifferentiable: true } array)
                continue;
            Local? buffer = null;
            if (_options.Independent[Flat.ParameterSources[k]])
            {
                buffer = Facts.WritesThrough(parameter) ? NewBuffer(_plan, parameter, array) : _plan.Lent[parameter];
                _parameters.Add(buffer);
            }

            if (!Facts.IsActive(parameter) || (buffer is not null && !Facts.WritesThrough(parameter)))
                continue;

            var shadow = _plan.ShadowOf(parameter);
            var length = new Length(new LocalRead(parameter));
            var rented = new ArrayRent(array with { Kind = ArrayKind.Array }, length);
            if (shadow.Type is ArrayType { Kind: ArrayKind.Array })
            {
                _before.Add(new Declare(shadow, rented));
            }
            else
            {
                var memory = _plan.Ids.Local(rented.Type, shadow.Name + "Array");
                _before.Add(new Declare(memory, rented));
                _before.Add(new Declare(shadow, new Convert(shadow.Type, new LocalRead(memory))));
            }

            _before.AddRange(ArrayLevels.Rows(_plan.Ids, new LocalRead(parameter), new LocalRead(shadow), isRented: true));
            if (buffer is not null)
                _after.Add(Added(new LocalRead(parameter), new LocalRead(buffer), new LocalRead(shadow)));
        }
    }

    private Expression DerivativeOf(Local parameter, int source, List<Statement> statements)
    {
        var leaves = new List<Expression>();
        for (var k = 0; k < Flat.Parameters.Count; k++)
        {
            if (Flat.ParameterSources[k] != source)
                continue;
            var leaf = Flat.Parameters[k];
            if (leaf.Type is ScalarType { IsFloating: true })
            {
                if (!_plan.EarlyAdjoints.Contains(leaf))
                    statements.Add(new Declare(_plan.AdjointOf(leaf), Formula.Zero(leaf.Type)));
                leaves.Add(new LocalRead(_plan.AdjointOf(leaf)));
            }
            else
            {
                leaves.Add(new Default(leaf.Type));
            }
        }

        var position = 0;
        return StructShape.Assemble(parameter.Type, leaves, ref position);
    }

    /// <summary>The results as the original returns them: the reverse sweep may take a local back to an earlier value.</summary>
    private List<Expression> KeepResults(List<Statement> reverse)
    {
        var restored = AssignedLocals.Of(new Block(reverse.ToEquatableArray()));
        var leaves = new List<Expression>();
        foreach (var result in Flat.Results)
        {
            if (!restored.Contains(result))
            {
                leaves.Add(new LocalRead(result));
                continue;
            }

            var kept = _plan.Ids.Local(result.Type, result.Name);
            _between.Add(new Declare(kept, new LocalRead(result)));
            leaves.Add(new LocalRead(kept));
        }

        var values = new List<Expression>();
        var position = 0;
        foreach (var type in Flat.Source.Results)
            values.Add(StructShape.Assemble(type, leaves, ref position));
        return values;
    }

    // The reverse sweep takes written arrays back to what they held before; the caller must find in them what the original left there.
    private void KeepWrittenArrays()
    {
        foreach (var array in Flat.Parameters.Where(Facts.WritesThrough).Concat(Flat.Results).Where(local => local.Type is ArrayType
            && ArrayLevels.Of(local).Any(level => new RestoredArrays(_plans).Has(_plan, Facts.Classes.Of(level)))))
        {
            var type = (ArrayType)array.Type;
            var length = new Length(new LocalRead(array));
            var kept = _plan.Ids.Local(type with { Kind = ArrayKind.Array }, array.Name + "Final");
            _between.Add(new Declare(kept, new ArrayRent(type with { Kind = ArrayKind.Array }, length)));
            if (ArrayLevels.IsJagged(type) && Flat.Results.Contains(array))
            {
                // The reverse sweep takes the rows of a result away again as well.
                var rows = _plan.Ids.Local(kept.Type, array.Name + "Rows");
                _between.Add(new Declare(rows, new ArrayRent((ArrayType)rows.Type, length)));
                _between.Add(ForEach(length, index => new Assign(new ElementPlace(new LocalRead(rows), index), new Element(new LocalRead(array), index))));
                _after.Add(ForEach(length, index => new Assign(new ElementPlace(new LocalRead(array), index), new Element(new LocalRead(rows), index))));
            }

            _between.AddRange(ArrayLevels.Rows(_plan.Ids, new LocalRead(array), new LocalRead(kept), isRented: true));
            _between.Add(Copied(new LocalRead(array), new LocalRead(kept)));
            _after.Add(Copied(new LocalRead(kept), new LocalRead(array)));
        }
    }
}
