using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// What compares two values: CompareTo, comparisons and comparers that sorts and searches take.
internal sealed partial class BodyTranslator
{
    private const string ComparerWayOut = "pass a comparison: (a, b) => a.CompareTo(b)";

    /// <summary><c>a.CompareTo(b)</c> and <c>Comparer&lt;T&gt;.Default.Compare(a, b)</c> of what has an order here; null for any other call.</summary>
    private Conditional? ComparisonCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        IOperation[]? sides = (method.Name, invocation.Instance) switch
        {
            ("CompareTo", { } instance) when invocation.Arguments.Length == 1 && IsOrdered(instance.Type)
                && SymbolEqualityComparer.Default.Equals(Resolve(instance.Type!), Resolve(method.Parameters[0].Type)) => [instance, invocation.Arguments[0].Value],
            ("Compare", { } instance) when IsDefaultComparer(instance) && IsOrdered(method.Parameters[0].Type) => [invocation.Arguments[0].Value, invocation.Arguments[1].Value],
            _ => null,
        };
        if (sides is null)
            return null;
        var values = Values(sides);
        var (a, b) = (Keep(values[0]), Keep(Coerce(values[1], values[0].Type)));
        return new Conditional(IsLess(a, b), Constant.Of(-1), new Conditional(IsLess(b, a), Constant.Of(1), Constant.Of(0)));
    }

    private bool IsOrdered(ITypeSymbol? type) => type is not null && MathRules.Scalar(Resolve(type)) is not null;

    private static bool IsDefaultComparer(IOperation operation) =>
        Bare(operation) is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType: { Name: "Comparer", ContainingNamespace.Name: "Generic" } } };

    /// <summary>The comparison that an argument stands for; null for C#'s default order.</summary>
    private Callable? ComparisonOf(IOperation argument)
    {
        var given = Bare(argument);
        if (given.ConstantValue is { HasValue: true, Value: null } || IsDefaultComparer(given))
            return null;
        if (given is IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "Comparer" }, Arguments: [var made] })
            return CallableOf(made.Value);
        if (given.Type?.TypeKind == TypeKind.Delegate)
            return CallableOf(given);
        throw Unsupported(argument, "A comparer", ComparerWayOut);
    }
}
