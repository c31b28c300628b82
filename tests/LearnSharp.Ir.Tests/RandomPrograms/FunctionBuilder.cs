using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>
/// Makes one random function. Every floating value that is stored (in a local, an element, a field) or handed on lies within ±<see cref="Limit"/>,
/// by construction; every array has an element; every loop ends. Statements are here and in the files beside, expressions in theirs.
/// </summary>
internal sealed partial class FunctionBuilder(Random random, RandomProgramOptions options, IReadOnlyList<Callable> callables)
{
    /// <summary>The bound of every stored floating value.</summary>
    public const double Limit = 2;

    private const int MostSteps = 20_000;
    private static readonly string[] Names = ["x", "y", "input", "weights", "class", "sum", "i", "value", "X", "workspace", "ref", "t", "Math", "double", "dx"];

    private readonly List<Variable> _scope = [];
    private readonly List<(Label Label, bool IsLoop)> _exits = [];
    private int _nextLocal;
    private int _nextLabel;
    private int _turns = 1;
    private int _steps;
    private int _budget = options.Statements;
    private EquatableArray<IrType> _results;
    private Callable? _self;

    private sealed record Variable(Local Local, bool IsAssignable);

    /// <summary>Makes the function.</summary>
    /// <param name="id">Its id; also its name.</param>
    /// <param name="parameters">Types of its parameters, without the depth of a recursive one.</param>
    /// <param name="results">Types of its results.</param>
    /// <param name="isRecursive">Whether it calls itself: it then has a last parameter, an int that bounds the depth.</param>
    public Callable Build(string id, EquatableArray<IrType> parameters, EquatableArray<IrType> results, bool isRecursive)
    {
        _results = results;
        var signature = parameters.Select(type => new Parameter(NewLocal(type))).ToList();
        foreach (var parameter in signature)
            _scope.Add(new(parameter.Local, options.ParameterWrites && random.Next(2) == 0));
        var statements = new List<Statement>();
        if (isRecursive)
        {
            var depth = NewLocal(ScalarType.Int);
            signature.Add(new(depth));
            _scope.Add(new(depth, false));
            _self = new(new(id, id, signature.ToEquatableArray(), results, Block.Empty), signature.Count - 1, 1);
            statements.Add(new If(
                new Binary(BinaryOperator.LessOrEqual, new LocalRead(depth), Constant.Of(0)), new([FinalReturn()]), Block.Empty));
        }

        while (_budget > 0)
            AddStatement(statements, options.Depth);
        if (_self is not null)
            AddCall(statements, _self);
        statements.Add(FinalReturn());
        var function = new Function(id, id, signature.ToEquatableArray(), results, new(statements.ToEquatableArray()));

        // A recursive function calls itself at most twice in a run, to depth 3.
        return new(function, isRecursive ? signature.Count - 1 : -1, isRecursive ? _steps * 15 : _steps);
    }

    private Local NewLocal(IrType type) => new(_nextLocal++, type, Names[random.Next(Names.Length)]);

    private Label NewLabel() => new(_nextLabel++);

    private bool Chance(double probability) => random.NextDouble() < probability;

    private T OneOf<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    private T OneOf<T>(List<T> items) => items[random.Next(items.Count)];

    private List<Variable> Visible(Func<IrType, bool> type) => _scope.FindAll(variable => type(variable.Local.Type));

    private List<Variable> Assignable(Func<IrType, bool> type) => _scope.FindAll(variable => variable.IsAssignable && type(variable.Local.Type));

    /// <summary>A type that a local may have; now and then an array.</summary>
    private IrType AnyType()
    {
        var types = new List<IrType> { ScalarType.Double, ScalarType.Double, ScalarType.Double, ScalarType.Int, ScalarType.Bool };
        if (options.Floats)
            types.Add(ScalarType.Float);
        if (options.Longs)
            types.Add(ScalarType.Long);
        if (options.Enums)
            types.Add(SampleIrTypes.Mode);
        if (options.Structs)
            types.AddRange(StructTypes());
        if (options.Arrays)
            types.AddRange(ArrayTypes());
        return OneOf(types);
    }

    private IEnumerable<StructType> StructTypes()
    {
        yield return SampleIrTypes.Point;
        yield return SampleIrTypes.Pair;
        if (!options.Floats)
            yield break;
        yield return SampleIrTypes.Cell;
        yield return SampleIrTypes.Tally;
    }

    private IEnumerable<ArrayType> ArrayTypes()
    {
        yield return SampleIrTypes.ArrayOf(ScalarType.Double);
        yield return SampleIrTypes.ArrayOf(ScalarType.Double);
        yield return SampleIrTypes.ArrayOf(ScalarType.Int);
        if (options.Floats)
            yield return SampleIrTypes.ArrayOf(ScalarType.Float);
        if (options.Spans && options.Aliasing)
        {
            yield return SampleIrTypes.SpanOf(ScalarType.Double);
            yield return SampleIrTypes.ReadOnlySpanOf(ScalarType.Double);
        }

        if (options.Structs && options.StructArrays)
            yield return SampleIrTypes.ArrayOf(SampleIrTypes.Point);
        if (options.JaggedArrays && options.Aliasing && Visible(static type => type == SampleIrTypes.Rows.Element).Count > 0)
            yield return SampleIrTypes.Rows;
    }

    private void AddStatement(List<Statement> into, int depth)
    {
        _budget--;
        _steps += _turns;
        var before = into.Count;
        switch (random.Next(depth > 0 ? 20 : 12))
        {
            case < 4:
                AddDeclaration(into, AnyType());
                break;
            case < 8:
                AddAssignment(into);
                break;
            case 8 or 9 when options.ArrayWrites || options.FieldWrites:
                AddStore(into);
                break;
            case 10 when options.Calls && callables.Count > 0:
                AddCall(into, callables[random.Next(callables.Count)]);
                break;
            case 12 or 13:
                into.Add(RandomIf(depth - 1));
                break;
            case 14:
                AddChain(into, depth - 1);
                break;
            case 15 or 16 when options.Loops:
                AddFor(into, depth - 1);
                break;
            case 17 when options.WhileLoops:
                AddWhile(into, depth - 1);
                break;
            case 18 when options.Exits:
                into.Add(RandomLabelled(depth - 1));
                break;
            case 19:
                into.Add(RandomBlock(depth - 1));
                break;
            default:
                AddAssignment(into);
                break;
        }

        for (var i = before; i < into.Count; i++)
            into[i] = into[i] with { Origin = new($"statement {i} of {_nextLocal};") };
    }

    private Block RandomBlock(int depth, Action<List<Statement>>? first = null)
    {
        var outer = _scope.Count;
        var statements = new List<Statement>();
        first?.Invoke(statements);
        for (var count = random.Next(1, 4); count > 0; count--)
            AddStatement(statements, depth);
        AddLeave(statements, outer);
        _scope.RemoveRange(outer, _scope.Count - outer);
        return new(statements.ToEquatableArray());
    }

    private void AddDeclaration(List<Statement> into, IrType type)
    {
        if (TypeRules.IsSpan(type) && Visible(other => other == type || TypeRules.CanConvert(other, type)).Count == 0)
            AddDeclaration(into, SampleIrTypes.ArrayOf(((ArrayType)type).Element));
        var value = type is ScalarType && Chance(0.1) ? null : StoredValue(type);
        var local = NewLocal(type);
        into.Add(new Declare(local, value));
        _scope.Add(new(local, true));
    }

    private void AddAssignment(List<Statement> into)
    {
        var locals = Assignable(type => options.Aliasing || type is not ArrayType);
        if (Chance(0.5) && Assignable(static type => type is ScalarType { IsFloating: true }) is { Count: > 0 } floating)
            locals = floating;
        if (locals.Count == 0)
        {
            AddDeclaration(into, ScalarType.Double);
            return;
        }

        var local = OneOf(locals).Local;
        into.Add(new Assign(new LocalPlace(local), StoredValue(local.Type)));
    }

    /// <summary>A store to an element or to a field, of a local or of an element.</summary>
    private void AddStore(List<Statement> into)
    {
        var places = new List<Place>();
        if (options.FieldWrites)
            places.AddRange(Assignable(static type => type is StructType).Select(static variable => new LocalPlace(variable.Local)));
        if (options.ArrayWrites)
        {
            places.AddRange(Visible(static type => type is ArrayType { Kind: not ArrayKind.ReadOnlySpan })
                .Select(variable => new ElementPlace(new LocalRead(variable.Local), IndexInto(new LocalRead(variable.Local)))));
        }

        if (places.Count == 0)
        {
            AddAssignment(into);
            return;
        }

        var place = OneOf(places);
        if (place.Type is ArrayType && Chance(0.5))
            place = new ElementPlace(place.Read, IndexInto(place.Read));
        if (place.Type is ArrayType)
        {
            into.Add(new Assign(place, Row()));
            return;
        }

        while (place.Type is StructType structure && options.FieldWrites && (place is LocalPlace || Chance(0.6)))
            place = new FieldPlace(place, random.Next(structure.Fields.Count));
        into.Add(new Assign(place, StoredValue(place.Type)));
    }

    private void AddCall(List<Statement> into, Callable callee)
    {
        if ((_steps + (callee.Steps * _turns) > MostSteps) || (callee.DepthParameter >= 0 && _turns > 1))
        {
            AddAssignment(into);
            return;
        }

        _steps += callee.Steps * _turns;
        var targets = new List<Place?>();
        var arguments = new List<Expression>();
        var taken = new List<Local>();
        for (var i = 0; i < callee.Function.Parameters.Count; i++)
        {
            if (i != callee.DepthParameter)
                arguments.Add(Argument(callee.Function.Parameters[i].Local.Type, into, taken));
            else if (callee == _self)
                arguments.Add(new Binary(BinaryOperator.Subtract, new LocalRead(_self.Function.Parameters[i].Local), Constant.Of(1)));
            else
                arguments.Add(new Binary(BinaryOperator.And, Integer(ScalarType.Int, 1), Constant.Of(3)));
        }

        foreach (var result in callee.Function.Results)
            targets.Add(Chance(0.1) ? null : Target(result, into));
        into.Add(new Call(targets.ToEquatableArray(), callee.Function.Id, arguments.ToEquatableArray()));
    }

    private Place Target(IrType type, List<Statement> into)
    {
        bool Holds(IrType other) => other is ArrayType { Kind: not ArrayKind.ReadOnlySpan } array && array.Element == type;
        if (options.ArrayWrites && Chance(0.15) && Visible(Holds) is { Count: > 0 } arrays)
        {
            var array = new LocalRead(OneOf(arrays).Local);
            return new ElementPlace(array, IndexInto(array));
        }

        if (Chance(0.4) && Assignable(variable => variable == type) is { Count: > 0 } locals)
            return new LocalPlace(OneOf(locals).Local);
        var local = NewLocal(type);
        into.Add(new Declare(local, null));
        _scope.Add(new(local, true));
        return new LocalPlace(local);
    }

    /// <summary>An argument; an array is a visible one, or one declared for the purpose.</summary>
    private Expression Argument(IrType type, List<Statement> into, List<Local> taken)
    {
        if (type is not ArrayType array)
            return StoredValue(type);
        if (!options.Aliasing && TypeRules.IsSpan(type))
        {
            var hidden = NewLocal(SampleIrTypes.ArrayOf(array.Element));
            into.Add(new Declare(hidden, ArrayValue((ArrayType)hidden.Type)));
            return new Convert(type, new LocalRead(hidden));
        }

        var candidates = Visible(other => other == type);
        if (!options.Aliasing)
            candidates.RemoveAll(variable => taken.Contains(variable.Local));
        if (candidates.Count == 0)
        {
            AddDeclaration(into, type);
            candidates = [_scope[^1]];
        }

        var local = OneOf(candidates).Local;
        taken.Add(local);
        return new LocalRead(local);
    }

    /// <summary>A return whose floating results depend on much of what was computed.</summary>
    private Return FinalReturn()
    {
        var values = new List<Expression>();
        foreach (var result in _results)
        {
            values.Add(result switch
            {
                ArrayType => new LocalRead(OneOf(Visible(type => type == result)).Local),
                ScalarType { IsFloating: true } floating => Mixture(floating),
                _ => StoredValue(result),
            });
        }

        return new(values.ToEquatableArray());
    }

    /// <summary>An expression and some of the floating values in scope, each with a factor of its own.</summary>
    private Expression Mixture(ScalarType type)
    {
        var sum = Chance(0.5) ? AtMost(Floating(type, 3), Limit, type).Value : Number(type, 1);
        var count = random.Next(2, 7);
        for (var i = 0; i < count; i++)
        {
            if (Readable(type) is { } read)
                sum = new Binary(BinaryOperator.Add, sum, new Binary(BinaryOperator.Multiply, read, Number(type, 0.3 + (0.2 * i))));
        }

        // At most 2 + 2 * (0.3 + 0.5 + … + 1.3), so that a quarter of it fits.
        return options.MathFunctions && Chance(0.3)
            ? Call(MathFunction.Tanh, type, sum)
            : new Binary(BinaryOperator.Multiply, sum, Number(type, Limit / (Limit + (Limit * 4.8))));
    }
}
