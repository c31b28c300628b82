using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>Whether an object that is known while translating matches a pattern that asks for its class, or for null.</summary>
    private bool MatchesObject(Binding value, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case IConstantPatternOperation { Value: { } constant } when IsNull(Unwrap(constant)) && value is ObjectBinding or NullBinding:
                return value is NullBinding;
            case INegatedPatternOperation negated:
                return !MatchesObject(value, negated.Pattern);
            case ITypePatternOperation { MatchedType: { } type } when value is ObjectBinding or NullBinding:
                return IsOf(value, type);
            case IDeclarationPatternOperation { MatchedType: { } type, DeclaredSymbol: var variable } declaration when value is ObjectBinding or NullBinding:
            {
                if (!declaration.MatchesNull && !IsOf(value, type))
                    return false;
                if (variable is not null)
                    _scope.Set(variable, value, _region);
                return true;
            }

            default:
                WantHeap(value, pattern.InputType);
                throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}' on an object that the method makes", "ask for its class or for null, and compare its members");
        }
    }

    private bool IsOf(Binding value, ITypeSymbol type) => value is ObjectBinding known && _compilation.HasImplicitConversion(known.Type, type);
}
