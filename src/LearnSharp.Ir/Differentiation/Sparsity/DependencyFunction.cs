using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>A function with sets of columns in place of numbers that nobody knows.</summary>
/// <param name="facts">What is known of it.</param>
/// <param name="unknown">What nobody knows.</param>
internal sealed class DependencyFunction(FunctionFacts facts, UnknownValues unknown)
{
    /// <summary>What the ids of such functions end with.</summary>
    public const string IdSuffix = "'dependencies";

    /// <summary>What is known of the function.</summary>
    public FunctionFacts Facts { get; } = facts;

    /// <summary>What nobody knows.</summary>
    public UnknownValues Unknown { get; } = unknown;

    /// <summary>The locals that hold the sets.</summary>
    public TangentLocals Locals { get; } = new(facts, ScalarType.Int);

    /// <summary>The object that knows them.</summary>
    public Local Sets { get; } = facts.Function.Ids.Local(new OpaqueType(DependencyMode.Sets), "dependencies");

    /// <summary>The id of what is written.</summary>
    public string Id => Facts.Function.Source.Id + IdSuffix;

    /// <summary>Whether anything unknown goes in: otherwise the function is called as it is.</summary>
    public bool IsMixed => Facts.Function.Parameters.Any(parameter => Unknown.Has(Facts, parameter));

    /// <summary>Whether a parameter or result is handed over itself: an array for its length, and what is known.</summary>
    public bool IsHandedOver(Local local) => local.Type is ArrayType || !Unknown.Has(Facts, local);

    /// <summary>The union of two sets.</summary>
    public Expression Union(Expression first, Expression second) => first.Equals(second)
        ? first
        : new Extern(ScalarType.Int, "{0}.Union({1}, {2})", [new LocalRead(Sets), first, second], Purity.Pure);

    /// <summary>New, empty sets, one for each element of an array.</summary>
    public Expression Fresh(Local array, List<Statement> written)
    {
        var type = (ArrayType)Locals.Carrier(array.Type);
        var memory = type with { Kind = ArrayKind.Array };
        var fresh = new ArrayNew(memory, new Length(new LocalRead(array)));
        if (type.Kind == ArrayKind.Array)
            return fresh;
        var local = Locals.Ids.Local(memory, "sets");
        written.Add(new Declare(local, fresh));
        return new Convert(type, new LocalRead(local));
    }

    /// <summary>The function for calls.</summary>
    public Function WriteCallee(IReadOnlyDictionary<string, DependencyFunction> functions)
    {
        var function = Facts.Function;
        var results = function.Results.Where(IsHandedOver).Concat(function.Results.Where(Facts.IsActive).Select(Locals.Of)).ToList();
        var body = DependencyWriter.Write(this, functions).Statements.ToList();
        if (results.Count > 0)
            body.Add(new Return(results.Select(static result => (Expression)new LocalRead(result)).ToEquatableArray()));
        return new Function(
            Id,
            function.Source.Name + "Dependencies",
            function.Parameters.Where(IsHandedOver).Concat(function.Parameters.Where(Facts.IsActive).Select(Locals.Of)).Prepend(Sets).Select(static local => new Parameter(local)).ToEquatableArray(),
            results.Select(static result => result.Type).ToEquatableArray(),
            new Block(body.ToEquatableArray()));
    }

    /// <summary>The root: with the original's own parameters.</summary>
    public Function WriteRoot(IReadOnlyDictionary<string, DependencyFunction> functions, EquatableArray<bool> independent)
    {
        var (function, source) = (Facts.Function, Facts.Function.Source);
        var parameters = source.Parameters.Select(static parameter => parameter.Local).Prepend(Sets).ToList();
        var leaves = new List<Declare>();
        var statements = new List<Statement>();
        for (var i = 0; i < source.Parameters.Count; i++)
        {
            var parameter = source.Parameters[i].Local;
            var moves = independent[i] && parameter.Type.IsDifferentiable;
            if (moves)
            {
                var sets = Locals.New(parameter);
                parameters.Add(sets);
                Locals.Set(parameter, sets);
            }

            var flat = function.Parameters.Where((_, k) => function.ParameterSources[k] == i).ToList();
            if (parameter.Type is StructType)
                leaves.AddRange(StructShape.Reads(new LocalRead(parameter)).Select((read, k) => new Declare(flat[k], read)));
            foreach (var array in flat.Where(leaf => !moves && leaf.Type is ArrayType && Facts.IsActive(leaf)))
                statements.Add(new Declare(Locals.Of(array), Fresh(array, statements)));
        }

        statements.AddRange(DependencyWriter.Write(this, functions).Statements);
        var results = function.Results.Select(result => Result(result, statements)).ToList();
        statements.Add(new Return(results.ToEquatableArray()));
        var read = Reads.Of(statements).Locals;
        return new Function(
            Id,
            source.Name + "Dependencies",
            parameters.Select(static local => new Parameter(local)).ToEquatableArray(),
            results.Select(static result => result.Type).ToEquatableArray(),
            new Block([.. leaves.Where(leaf => read.Contains(leaf.Local)), .. statements]));
    }

    private Expression Result(Local result, List<Statement> written)
    {
        if (Facts.IsActive(result))
            return new LocalRead(Locals.Of(result));
        if (result.Type is not ArrayType)
            return Constant.Of(0);
        var none = Locals.Ids.Local(new ArrayType(ScalarType.Int, ArrayKind.Array), "none");
        written.Add(new Declare(none, new ArrayNew((ArrayType)none.Type, new Length(new LocalRead(result)))));
        return new LocalRead(none);
    }
}
