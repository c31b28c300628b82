using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Conversions of objects that live in arrays, and questions about their class.
internal sealed partial class BodyTranslator
{
    private const string InvalidCast = "new global::System.InvalidCastException()";

    /// <summary>A conversion from or to a type whose objects live in arrays; null for any other.</summary>
    private Expression? HeapConversion(IConversionOperation conversion)
    {
        if (_plan.IsEmpty || (!HoldsHeap(conversion.Operand.Type) && !HoldsHeap(conversion.Type)))
            return null;
        var operand = conversion.Operand;
        if (IsHeap(conversion.Type) && IsNull(operand))
            return Constant.Of(0);
        if (!IsHeap(operand.Type) && !IsHeap(conversion.Type) && HoldsHeap(operand.Type) == HoldsHeap(conversion.Type))
            return null;
        if (!IsHeap(operand.Type) || !IsHeap(conversion.Type))
        {
            // Two unrelated families meet here: they are one from now on.
            WantHeap(operand.Type);
            WantHeap(conversion.Type);
            throw EscapingHeap(conversion);
        }

        var value = Value(operand);
        var target = Resolve(conversion.Type!);
        if (IsKindOf(Resolve(operand.Type!), target))
            return value;
        var kept = Keep(value);
        var holds = Test(kept, operand.Type!, target);
        if (conversion.IsTryCast)
            return holds is Constant ? holds.Equals(Constant.Of(true)) ? kept : Constant.Of(0) : new Conditional(holds, kept, Constant.Of(0));
        if (holds is Constant { IsTrue: true })
            return kept;
        Refuse(new Binary(BinaryOperator.AndAlso, new Binary(BinaryOperator.NotEqual, kept, Constant.Of(0)), new Unary(UnaryOperator.Not, holds)), InvalidCast);
        return kept;
    }

    /// <summary>The variable of a foreach takes the elements as they are.</summary>
    private void CheckNarrowing(IForEachLoopOperation loop)
    {
        if (!_plan.IsEmpty && loop.Syntax is CommonForEachStatementSyntax syntax && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.Type: var type } && IsHeap(type)
            && _compilation.GetSemanticModel(syntax.SyntaxTree).GetForEachStatementInfo(syntax) is { ElementConversion: { IsExplicit: true } })
        {
            throw Unsupported(loop.LoopControlVariable, "'foreach' that converts its elements", "test each element with 'is' in the loop");
        }
    }

    /// <summary>Whether an object is there and of a type.</summary>
    private Expression Test(Expression value, ITypeSymbol input, ITypeSymbol type)
    {
        if (IsStored(input) || IsStored(type))
        {
            if (!IsStored(input) || !IsStored(type) || HeapPlan.Key(Resolve(input)) != HeapPlan.Key(Resolve(type)))
                throw Unsupported(_where, $"Asking whether a collection is a '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'", "give its variable that type");
            return value is LocalRead { Local: var there } && IsPresent(there) ? Constant.Of(true) : new Binary(BinaryOperator.NotEqual, value, Constant.Of(0));
        }

        var possible = ClassesOf(value, input);
        var wanted = ClassesOf(type).Where(made => possible.Contains(made, SymbolEqualityComparer.Default)).ToList();
        if (wanted.Count == 0)
            return Constant.Of(false);
        if (wanted.Count == possible.Count)
            return value is LocalRead { Local: var local } && IsPresent(local) ? Constant.Of(true) : new Binary(BinaryOperator.NotEqual, value, Constant.Of(0));
        return IsOneOf(ArenaOf(wanted[0]), value, wanted);
    }

    /// <summary>Whether an object, or null, matches a pattern.</summary>
    private Expression MatchesHeap(Expression value, IPatternOperation pattern, ITypeSymbol input)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value: var constant } when IsNull(constant):
                return new Binary(BinaryOperator.Equal, value, Constant.Of(0));
            case ITypePatternOperation { MatchedType: var type }:
                return Test(value, input, Resolve(type));
            case IDeclarationPatternOperation { MatchedType: { } type } declaration:
                return DeclaredHeap(value, declaration.DeclaredSymbol, Test(value, input, Resolve(type)), type);
            case IRecursivePatternOperation recursive:
                return RecursiveHeap(value, recursive, input);
            default:
                throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}'", PatternWayOut);
        }
    }

    /// <summary>A pattern's variable names the object; it is read only where the pattern holds.</summary>
    private Expression DeclaredHeap(Expression value, ISymbol? symbol, Expression holds, ITypeSymbol type)
    {
        if (symbol is not ILocalSymbol variable)
            return holds;
        var local = DeclareLocal(variable, ScalarType.Int, value);
        _patternLocals.Add(local);
        if (_stable.Contains(local))
        {
            _classes[local] = ClassesOf(value, type);
            _present[local] = null;
        }

        return holds;
    }

    private Expression RecursiveHeap(Expression value, IRecursivePatternOperation pattern, ITypeSymbol input)
    {
        var matched = Resolve(pattern.MatchedType);
        var holds = Test(value, input, matched);
        var owner = new LocalRead(Spill(value, "matched"));
        _patternLocals.Add(owner.Local);
        _classes[owner.Local] = ClassesOf(value, matched);
        _present[owner.Local] = null;
        var positions = pattern.DeconstructionSubpatterns;
        var parts = positions.IsEmpty ? [] : PositionsOf(pattern, matched, positions.Length);
        for (var i = 0; i < positions.Length; i++)
        {
            var (property, inner) = (parts[i], positions[i]);
            holds = And(holds, () => Matches(Keep(HeapMember(pattern, owner, matched, property)), inner));
        }

        foreach (var part in pattern.PropertySubpatterns)
        {
            if (part.Member is not IMemberReferenceOperation { Member: var member })
                throw Unsupported(part, $"The pattern '{Origins.Line(part.Syntax)}'", PatternWayOut);
            holds = And(holds, () => Matches(Keep(HeapMember(part, owner, matched, member)), part.Pattern));
        }

        return DeclaredHeap(value, pattern.DeclaredSymbol, holds, matched);
    }

    /// <summary>The value of a member of an object that is there.</summary>
    private Expression HeapMember(IOperation where, LocalRead owner, ITypeSymbol type, ISymbol member)
    {
        if (IsStored(type) && member.Name == "Count")
            return CountOf(where, Open(owner, type));
        if (member is IFieldSymbol field)
            return ReadField(where, owner, field);
        var property = Resolved((IPropertySymbol)member);
        return ReadBinding(where, GetHeap(where, owner, property, null, [], type) ?? throw Silent());
    }

    /// <summary>The properties that a record is taken apart into.</summary>
    private List<ISymbol> PositionsOf(IOperation where, ITypeSymbol type, int count)
    {
        var own = type as INamedTypeSymbol;
        var deconstruct = own?.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count);
        if (own is not { IsRecord: true } || deconstruct is not { IsImplicitlyDeclared: true })
            throw Unsupported(where, $"Taking apart '{type.Name}'", "name the members: '{ X: … }'");

        // A record declares no property for what its base has already.
        ISymbol Position(IParameterSymbol parameter) => HeapPlan.Ancestors(own).SelectMany(ancestor => ancestor.GetMembers(parameter.Name)).First(static member => member is IPropertySymbol or IFieldSymbol);
        return [.. deconstruct.Parameters.Select(Position)];
    }
}
