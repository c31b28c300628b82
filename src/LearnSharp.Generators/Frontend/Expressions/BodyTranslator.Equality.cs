using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// What the compiler writes into a record struct: == and Equals compare its members, each with its type's own Equals.
internal sealed partial class BodyTranslator
{
    /// <summary>A comparison that the compiler wrote for a record struct; null for any other operator.</summary>
    private Expression? RecordComparison(IBinaryOperation operation, IMethodSymbol method)
    {
        if (!method.IsImplicitlyDeclared || operation.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || !IsRecordStruct(method.ContainingType) || operation.IsLifted)
            return null;
        var values = Values([operation.LeftOperand, operation.RightOperand]);
        var equal = SameValue(operation, Keep(values[0]), Keep(values[1]), method.ContainingType);
        return operation.OperatorKind == BinaryOperatorKind.Equals ? equal : new Unary(UnaryOperator.Not, equal);
    }

    /// <summary><c>a.Equals(b)</c> of two values of one record struct; null for any other call.</summary>
    private Expression? RecordEquals(IInvocationOperation invocation)
    {
        if (invocation is not { TargetMethod: { Name: "Equals", IsImplicitlyDeclared: true, Parameters.Length: 1 } method, Instance: { } instance } || !IsRecordStruct(method.ContainingType)
            || !SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, method.ContainingType))
        {
            return null;
        }

        var values = Values([instance, invocation.Arguments[0].Value]);
        return SameValue(invocation, Keep(values[0]), Keep(values[1]), method.ContainingType);
    }

    /// <summary><c>a.Equals(b)</c> and <c>EqualityComparer&lt;T&gt;.Default.Equals(a, b)</c> of two numbers of one type; null for any other call.</summary>
    private Expression? NumberEquals(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        IOperation[]? sides = (method.Name, invocation.Instance) switch
        {
            ("Equals", { } instance) when method.Parameters.Length == 1 && IsOrdered(instance.Type)
                && SymbolEqualityComparer.Default.Equals(Resolve(instance.Type!), Resolve(method.Parameters[0].Type)) => [instance, invocation.Arguments[0].Value],
            ("Equals", { } instance) when method.Parameters.Length == 2 && IsDefaultEquality(instance) && IsOrdered(method.Parameters[0].Type)
                => [invocation.Arguments[0].Value, invocation.Arguments[1].Value],
            _ => null,
        };
        if (sides is null)
            return null;
        var values = Values(sides);
        return SameValue(invocation, Keep(values[0]), Keep(Coerce(values[1], values[0].Type)), type: null);
    }

    private static bool IsDefaultEquality(IOperation operation) =>
        Bare(operation) is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType: { Name: "EqualityComparer", ContainingNamespace.Name: "Generic" } } };

    private bool IsRecordStruct(INamedTypeSymbol type) => type is { IsRecord: true, IsValueType: true } && _types.Map(Resolve(type), out _) is StructType
        && type.GetMembers("Equals").OfType<IMethodSymbol>().All(static method => method.IsImplicitlyDeclared);

    /// <summary>Whether two values are the same as <c>Equals</c> has it: not a number is the same as itself.</summary>
    private Expression SameValue(IOperation where, Expression left, Expression right, ITypeSymbol? type)
    {
        switch (left.Type)
        {
            case ScalarType { IsFloating: true }:
                return new Binary(
                    BinaryOperator.OrElse,
                    new Binary(BinaryOperator.Equal, left, right),
                    new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.NotEqual, left, left), new Binary(BinaryOperator.NotEqual, right, right)));
            case ScalarType or EnumType:
                return new Binary(BinaryOperator.Equal, left, right);
            case OpaqueType opaque:
                return Passive(where, $"global::System.Collections.Generic.EqualityComparer<{opaque.CSharpName}>.Default.Equals({{0}}, {{1}})", [left, right], Purity.Pure);
            case StructType { Form: StructForm.Tuple } tuple when !tuple.IsNullable():
                return AllSame(where, left, right, tuple);
            case StructType record when type is INamedTypeSymbol named && IsRecordStruct(named):
                return AllSame(where, left, right, record);
            default:
                throw Unsupported(where, $"The comparison of values of type '{left.Type}'", "compare the members one by one");
        }
    }

    private Expression AllSame(IOperation where, Expression left, Expression right, StructType type)
    {
        Expression? all = null;
        for (var i = 0; i < type.Fields.Count; i++)
        {
            var member = type.Form == StructForm.Tuple ? null : StructLayout.TypeOf(_types.Layout(type).Members[i]);
            var one = SameValue(where, new FieldRead(left, i), new FieldRead(right, i), member);
            all = all is null ? one : new Binary(BinaryOperator.AndAlso, all, one);
        }

        return all ?? Constant.Of(true);
    }
}
