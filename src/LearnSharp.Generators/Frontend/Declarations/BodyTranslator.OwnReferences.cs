using System.Linq;
using LearnSharp.Generators.Emission;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>A learnable method's own parameters by <c>ref</c> and <c>out</c>: what they hold in the end is returned with its result (<see cref="RootSignature"/>).</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>What the function returns where the method gives something back through parameters.</summary>
    private IrType? _returned;

    private EquatableArray<Local> _references = [];

    /// <summary>Why a parameter is not supported, as it goes on after its name; null where it is.</summary>
    private string? ReferenceProblem(IParameterSymbol parameter)
    {
        if (!_method.IsStatic || _method.MethodKind != MethodKind.Ordinary)
            return " of an instance method";
        if (parameter.RefKind is not (RefKind.Ref or RefKind.Out))
            return ", which is 'ref readonly',";
        return _types.Map(parameter.Type, out _) is ScalarType or EnumType or StructType && !IsRectangular(parameter.Type) && !Leaf.HoldsArrays(_types.Map(parameter.Type, out _)!)
            ? null
            : $" of type '{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
    }

    private void DeclareReferences()
    {
        if (!RootSignature.HasReferences(_method))
            return;
        _references = RootSignature.References(_method).Select(parameter => ((LocalBinding)_scope.Find(parameter)!).Local).ToEquatableArray();
        var fields = RootSignature.Results(_method).Select(part => new StructField(part.Name, TypeOf(part.Type, _method.Locations[0]))).ToEquatableArray();
        _returned = fields.Count == 1 ? fields[0].Type : new StructType(RootSignature.ResultName(_method), StructForm.Tuple, fields);
    }

    /// <summary>Lets every return of the method give what its parameters hold there, behind its own value, if it has one.</summary>
    private void ReturnReferences()
    {
        if (_returned is null)
            return;
        if (_result is null && !EndsControl(_out))
            Emit(new Return([]));
        _out = [.. new ReferenceReturns(_returned, _references).Visit(new Block(_out.ToEquatableArray())).Statements];
    }

    private sealed class ReferenceReturns(IrType type, EquatableArray<Local> references) : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement)
        {
            if (statement is not Return leaving)
                return base.Visit(statement);
            EquatableArray<Expression> values = [.. leaving.Values, .. references.Select(static local => (Expression)new LocalRead(local))];
            return [leaving with { Values = type is StructType tuple && values.Count > 1 ? [new StructNew(tuple, values)] : values }];
        }
    }
}
