using System;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Spans of parts of arrays.
internal sealed partial class BodyTranslator
{
    /// <summary><c>array.AsSpan()</c>, <c>span.Slice(1, 2)</c> and the like; null for any other call.</summary>
    private Expression? SpanCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var arguments = invocation.Arguments;
        if (invocation.Instance is { } span && method.Name == "Slice" && IsSpanType(method.ContainingType))
            return SliceOf(span, arguments[0].Value, arguments.Length > 1 ? arguments[1].Value : null);
        if (method is not { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" } || method.Parameters[0].Type is not IArrayTypeSymbol)
            return null;
        var array = arguments[0].Value;
        return arguments.Length switch
        {
            1 => new Ir.Convert(TypeOf(invocation), Value(array)),
            2 when arguments[1].Value is IRangeOperation range && IsOfInts(range) => SliceOf(array, range),
            2 when method.Parameters[1].Type.SpecialType != SpecialType.System_Int32 =>
                throw Unsupported(arguments[1], "A range or an index that is not written as one", "write the start and the length as ints"),
            _ => SliceOf(array, arguments[1].Value, arguments.Length > 2 ? arguments[2].Value : null),
        };
    }

    private Slice SliceOf(IOperation span, IOperation from, IOperation? length)
    {
        var values = Array.ConvertAll(Values([span, from, .. length is null ? Array.Empty<IOperation>() : [length]]), Keep);
        var array = AsSpan(values[0]);
        var start = values[1];
        var count = length is null ? Keep(new Binary(BinaryOperator.Subtract, new Length(array), start)) : values[2];
        RequireRange(array, start, count, OutOfRange);
        return new Slice(array, start, count);
    }

    private Slice SliceOf(IOperation span, IRangeOperation range)
    {
        var (array, start, count) = RangeOf(span, range);
        return new Slice(AsSpan(array), start, count);
    }

    /// <summary>A span of a whole array: of one that is null it is empty.</summary>
    private Expression AsSpan(Expression array) => array.Type is ArrayType { Kind: ArrayKind.Array } type
        ? new LocalRead(Spill(new Ir.Convert(type with { Kind = ArrayKind.Span }, array), "span"))
        : array;

    private static bool IsOnStack(SyntaxNode syntax) => syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;

    /// <summary>The array that stands for one on the stack: nothing tells them apart.</summary>
    private Expression StackArray(IOperation operation)
    {
        var element = operation.Syntax is StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { ElementType: var written } }
            ? operation.SemanticModel!.GetTypeInfo(written).Type
            : operation.ChildOperations.Last().Type;
        var type = new ArrayType(TypeOf(element!, operation.Syntax.GetLocation()), ArrayKind.Array);
        var parts = operation.ChildOperations.ToList();
        var hasInitializer = operation.Syntax is not StackAllocArrayCreationExpressionSyntax { Initializer: null };
        if (!hasInitializer)
            return new ArrayNew(type, Value(parts[0])) { Origin = Origins.Of(operation.Syntax) };
        var elements = Values(parts.Skip(1)).Select(value => Coerce(value, type.Element));
        return new ArrayLiteral(type, elements.ToEquatableArray()) { Origin = Origins.Of(operation.Syntax) };
    }
}
