using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>Whether an expression names a list that the body made, which list patterns are held against: their elements are looked at as those of an array.</summary>
    private bool IsTestedList(IOperation operation) => ListKindOf(operation.Type) == ListKind.List && IsSymbolic(operation)
        && operation.Parent is { } test && test.Descendants().OfType<IListPatternOperation>().Any(pattern => SymbolEqualityComparer.Default.Equals(pattern.InputType, operation.Type));

    /// <summary>A list pattern on an array or span: its length first, then its elements, from the front and from the end.</summary>
    private Expression MatchesList(Expression value, IListPatternOperation pattern)
    {
        if (value.Type is not ArrayType type)
            throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}'", "compare with an array or a span");
        var isList = IsList(pattern.InputType);
        if (isList && pattern.DeclaredSymbol is not null)
            throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}', which names the whole list,", "name the list itself where the pattern holds");
        var parts = pattern.Patterns;
        var slice = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is ISlicePatternOperation)
                slice = i;
        }

        var count = parts.Length - (slice < 0 ? 0 : 1);
        Expression holds = new Binary(slice < 0 ? BinaryOperator.Equal : BinaryOperator.GreaterOrEqual, new Length(value), Constant.Of(count));
        if (type.Kind == ArrayKind.Array && !isList)
            holds = new Binary(BinaryOperator.AndAlso, new Extern(ScalarType.Bool, "({0} is not null)", [value], Purity.Pure), holds);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is ISlicePatternOperation { Pattern: var rest })
            {
                if (isList && rest is not null and not IDiscardPatternOperation)
                    throw Unsupported(rest, "The rest of a list", "use GetRange, or Skip and Take, where the pattern holds");
                if (rest is not null and not IDiscardPatternOperation)
                    holds = And(holds, () => Matches(PartOf(value, i, new Binary(BinaryOperator.Subtract, new Length(value), Constant.Of(count))), rest));
                continue;
            }

            var (part, index) = (parts[i], slice < 0 || i < slice ? (Expression)Constant.Of(i) : new Binary(BinaryOperator.Subtract, new Length(value), Constant.Of(parts.Length - i)));
            holds = And(holds, () => Matches(Keep(new Element(value, index)), part));
        }

        return pattern.DeclaredSymbol is ILocalSymbol whole ? Declared(value, whole, holds, pattern.InputType, pattern.InputType) : holds;
    }

    /// <summary>What '..' stands for: of an array a copy of the part, of a span the part itself.</summary>
    private Expression PartOf(Expression value, int start, Expression count) => value.Type is ArrayType { Kind: ArrayKind.Array }
        ? Copied(value, Constant.Of(start), Keep(count))
        : Keep(new Slice(value, Constant.Of(start), Keep(count)));
}
