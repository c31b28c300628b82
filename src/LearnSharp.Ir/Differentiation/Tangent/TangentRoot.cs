using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Writes the root of a pushforward, with the original's own parameters and results: structs are taken apart at its start and put together at its end.</summary>
internal sealed class TangentRoot
{
    private readonly TangentLocals _tangents;
    private readonly ForwardOptions _options;
    private readonly List<Local> _parameters = [];
    private readonly List<Declare> _leaves = [];
    private readonly List<Statement> _before = [];
    private readonly List<Statement> _after = [];

    private TangentRoot(TangentLocals tangents, ForwardOptions options) => (_tangents, _options) = (tangents, options);

    private FlatFunction Flat => _tangents.Function;

    private FunctionFacts Facts => _tangents.Facts;

    /// <summary>The pushforward of a root.</summary>
    public static Function Write(TangentLocals tangents, IReadOnlyDictionary<string, TangentLocals> functions, ForwardOptions options)
    {
        var root = new TangentRoot(tangents, options);
        root.AddParameters();
        return root.Finish(TangentWriter.Write(tangents, functions));
    }

    private void AddParameters()
    {
        var source = Flat.Source.Parameters;
        _parameters.AddRange(source.Select(static parameter => parameter.Local));
        for (var i = 0; i < source.Count; i++)
        {
            var parameter = source[i].Local;
            var leaves = Enumerable.Range(0, Flat.Parameters.Count).Where(k => Flat.ParameterSources[k] == i).Select(k => Flat.Parameters[k]).ToList();
            var tangent = _options.Independent[i] && parameter.Type.IsDifferentiable ? _tangents.New(parameter) : null;
            if (tangent is not null)
                _parameters.Add(tangent);
            if (parameter.Type is StructType)
                TakeApart(parameter, tangent, leaves);
            else if (tangent is not null)
                _tangents.Set(parameter, tangent);

            // An array that comes without tangents may still be written: those of its elements start at zero and are not handed back.
            foreach (var array in leaves.Where(leaf => leaf.Type is ArrayType && Facts.IsActive(leaf) && tangent is null))
            {
                var zeros = _tangents.Of(array);
                _before.Add(new Declare(zeros, TangentWriter.Fresh(_tangents, array, zeros.Name, _before)));
                _before.AddRange(ArrayLevels.Rows(_tangents.Ids, new LocalRead(array), new LocalRead(zeros), isRented: _tangents.IsRented(array, inLoop: false)));
            }
        }
    }

    private void TakeApart(Local parameter, Local? tangent, List<Local> leaves)
    {
        var values = StructShape.Reads(new LocalRead(parameter));
        for (var k = 0; k < leaves.Count; k++)
            _leaves.Add(new Declare(leaves[k], values[k]));
        if (tangent is null)
            return;
        var tangents = StructShape.Reads(new LocalRead(tangent));
        for (var k = 0; k < leaves.Count; k++)
        {
            if (leaves[k].Type is ScalarType && Facts.IsActive(leaves[k]))
                _leaves.Add(new Declare(_tangents.Of(leaves[k]), tangents[k]));
        }
    }

    private Function Finish(EquatableArray<Statement> body)
    {
        var source = Flat.Source;
        var values = new List<Expression>();
        var derivatives = new List<Expression>();
        var leaf = 0;
        foreach (var type in source.Results)
        {
            var leaves = Flat.Results.GetRange(leaf, StructShape.Count(type));
            leaf += leaves.Count;
            values.Add(Assembled(type, leaves.ConvertAll<Expression>(static result => new LocalRead(result))));
            if (type.IsDifferentiable)
                derivatives.Add(Assembled(type, leaves.ConvertAll(TangentOf)));
        }

        _after.AddRange(values.Count == 0 ? [] : [new Return([.. values, .. derivatives])]);
        var rest = new List<Statement>([.. _before, .. body, .. _after]);
        var read = Reads.Of(rest).Locals;
        return new Function(
            source.Id + "'pushforward",
            source.Name + "Pushforward",
            _parameters.Select(static local => new Parameter(local)).ToEquatableArray(),
            [.. source.Results, .. derivatives.Select(static derivative => derivative.Type)],
            new Block([.. _leaves.Where(declared => read.Contains(declared.Local)), .. rest]));
    }

    private Expression TangentOf(Local result)
    {
        if (Facts.IsActive(result))
            return new LocalRead(_tangents.Of(result));
        if (result.Type is not ArrayType { IsDifferentiable: true } array)
            return _tangents.None(result.Type);
        var zeros = _tangents.New(result);
        var memory = (ArrayType)_tangents.Carrier(array with { Kind = ArrayKind.Array });
        var length = new Length(new LocalRead(result));
        _after.Add(new Declare(zeros, _options.LendsResults && !ArrayLevels.IsJagged(memory) ? new ArrayRent(memory, length) : new ArrayNew(memory, length)));
        _after.AddRange(ArrayLevels.Rows(_tangents.Ids, new LocalRead(result), new LocalRead(zeros), isRented: false));
        return new LocalRead(zeros);
    }

    private static Expression Assembled(IrType type, List<Expression> leaves)
    {
        var position = 0;
        return StructShape.Assemble(type, leaves, ref position);
    }
}
