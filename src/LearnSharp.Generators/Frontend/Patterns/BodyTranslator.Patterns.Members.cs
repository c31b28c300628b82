using System;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private const string PatternWayOut = "compare values with constants, relations, members, 'and', 'or', 'not' and 'when'";

    /// <summary>A pattern on a nullable value that is there or not: null, or what the value inside matches.</summary>
    private Expression MatchesNullable(Expression has, Expression some, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value: var constant } when IsNull(constant):
                return new Unary(UnaryOperator.Not, has);
            case IConstantPatternOperation or IRelationalPatternOperation or IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation:
                // What the value is where there is none is never looked at.
                return ShortCircuit(has, () => MatchesOwn(some, pattern, NullableValues.Inner(pattern.InputType)!), isAnd: true);
            default:
                throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}'", PatternWayOut);
        }
    }

    /// <summary>A pattern that tests the type and members of a value that is there.</summary>
    private Expression MatchesOwn(Expression value, IPatternOperation pattern, ITypeSymbol input)
    {
        if (value.Type is ArrayType && IsList(input))
        {
            return pattern is IListPatternOperation elements
                ? MatchesList(value, elements)
                : throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}' beside list patterns", "write list patterns alone, or compare the list's Count and elements");
        }

        if (IsHeap(input))
            return MatchesHeap(value, pattern, input);
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return EqualsConstant(value, constant);
            case IRelationalPatternOperation relational:
                return Compared(relational, OperatorOf(relational.OperatorKind)!.Value, value, relational.Value);
            case ITypePatternOperation type:
                return IsOfType(pattern, value, input, type.MatchedType);
            case IDeclarationPatternOperation { MatchedType: { } matched } declaration:
                return Declared(value, declaration.DeclaredSymbol, IsOfType(pattern, value, input, matched), matched, input);
            case IListPatternOperation list:
                return MatchesList(value, list);
            case IRecursivePatternOperation recursive:
                return Recursive(value, recursive, input);
            default:
                throw Unsupported(pattern, $"The pattern '{Origins.Line(pattern.Syntax)}'", PatternWayOut);
        }
    }

    /// <summary>Whether a value is of a type; a constant where that is known.</summary>
    private Expression IsOfType(IOperation test, Expression value, ITypeSymbol input, ITypeSymbol type)
    {
        if (input.IsValueType)
        {
            return SymbolEqualityComparer.Default.Equals(input, type)
                ? Constant.Of(true)
                : throw Unsupported(test, $"The type test '{Origins.Line(test.Syntax)}'", "test for the value's own type, or pass a bool or an enum in");
        }

        if (value.Type is not OpaqueType)
            throw Unsupported(test, $"The type test '{Origins.Line(test.Syntax)}'", "decide outside, and pass a bool or an enum in");
        Touch(type);
        return new Extern(ScalarType.Bool, $"({{0}} is {CodeName(type.WithNullableAnnotation(NullableAnnotation.None))})", [value], Purity.Pure);
    }

    /// <summary><c>x is T</c>.</summary>
    private Expression TypeTest(IIsTypeOperation test)
    {
        var value = Keep(Value(test.ValueOperand));
        var input = test.ValueOperand.Type!;
        if (IsHeap(input))
            return test.IsNegated ? new Unary(UnaryOperator.Not, Test(value, input, Resolve(test.TypeOperand))) : Test(value, input, Resolve(test.TypeOperand));
        var result = NullableOf(input) is { } nullable && SymbolEqualityComparer.Default.Equals(NullableValues.Inner(input), test.TypeOperand)
            ? Halves(value, nullable).Has
            : IsOfType(test, value, input, test.TypeOperand);
        return test.IsNegated ? new Unary(UnaryOperator.Not, result) : result;
    }

    /// <summary>A pattern's variable gets the value, where the pattern holds; elsewhere nobody reads it.</summary>
    private Expression Declared(Expression value, ISymbol? symbol, Expression holds, ITypeSymbol type, ITypeSymbol input)
    {
        if (symbol is not ILocalSymbol local)
            return holds;
        var own = input.IsValueType ? value.Type : TypeOf(type, _where);
        if (input.IsValueType || (value.Type is ArrayType && value.Type.Equals(own)))
        {
            DeclarePattern(local, value.Type, value);
            return holds;
        }

        var name = CodeName(type.WithNullableAnnotation(NullableAnnotation.None));
        var template = type.IsValueType ? $"({{0}} is {name} ? ({name}){{0}} : default)" : $"({{0}} as {name})!";
        DeclarePattern(local, own, new Extern(own, template, [value], Purity.Pure));
        return holds;
    }

    /// <summary>A positional or property pattern.</summary>
    private Expression Recursive(Expression value, IRecursivePatternOperation pattern, ITypeSymbol input)
    {
        var matched = pattern.MatchedType;
        var isSame = SymbolEqualityComparer.Default.Equals(matched.WithNullableAnnotation(NullableAnnotation.None), input.WithNullableAnnotation(NullableAnnotation.None));
        var holds = input.IsValueType || !isSame
            ? IsOfType(pattern, value, input, matched)
            : new Extern(ScalarType.Bool, "({0} is not null)", [value], Purity.Pure);
        var own = value;
        if (!input.IsValueType && !isSame)
        {
            var type = TypeOf(matched, pattern.Syntax.GetLocation());
            var name = CodeName(matched.WithNullableAnnotation(NullableAnnotation.None));
            own = Keep(new Extern(type, matched.IsValueType ? $"({{0}} is {name} ? ({name}){{0}} : default)" : $"({{0}} as {name})!", [value], Purity.Pure));
        }

        var parts = pattern.DeconstructionSubpatterns;
        if (parts.Length > 0)
        {
            var taken = TakenApart(own, matched, pattern);
            for (var i = 0; i < parts.Length; i++)
            {
                var (part, inner) = (taken[i], parts[i]);
                holds = And(holds, () => Matches(Keep(part), inner));
            }
        }

        foreach (var part in pattern.PropertySubpatterns)
            holds = And(holds, () => Matches(Keep(MemberOf(own, matched, part)), part.Pattern));
        return pattern.DeclaredSymbol is null ? holds : Declared(value, pattern.DeclaredSymbol, holds, matched, input);
    }

    /// <summary>The values that a positional pattern looks at. A Deconstruct with source runs at once: it only shows what is there.</summary>
    private Expression[] TakenApart(Expression own, ITypeSymbol matched, IRecursivePatternOperation pattern)
    {
        if (own.Type is StructType structure && structure.Fields.Count == pattern.DeconstructionSubpatterns.Length && IsTakenApart(matched, structure))
            return [.. Enumerable.Range(0, structure.Fields.Count).Select(i => new FieldRead(own, i))];
        if (own.Type is StructType && pattern.DeconstructSymbol is IMethodSymbol { IsStatic: false } method && MethodBodies.HasSource(method, _compilation, _cancellation))
            return [.. TakenApart(method, new LocalBinding(Spill(own, "whole")), pattern)];
        throw Unsupported(pattern, $"The positional pattern '{Origins.Line(pattern.Syntax)}'", "name the members: '{ X: … }'");
    }

    private Expression And(Expression left, Func<Expression> right) => left is Constant { IsTrue: true } ? right() : ShortCircuit(left, right, isAnd: true);

    private static bool IsTakenApart(ITypeSymbol type, StructType structure) =>
        structure.Form == StructForm.Tuple || (type is INamedTypeSymbol { IsRecord: true } record
            && record.GetMembers("Deconstruct").OfType<IMethodSymbol>().All(static method => method.IsImplicitlyDeclared));

    private Expression MemberOf(Expression owner, ITypeSymbol type, IPropertySubpatternOperation part)
    {
        if (part.Member is not IMemberReferenceOperation { Member: var member } reference)
            throw Unsupported(part, $"The pattern '{Origins.Line(part.Syntax)}'", PatternWayOut);
        if (owner.Type is StructType && IndexOf(type, member) is var index and >= 0)
            return new FieldRead(owner, index) { Origin = Origins.Of(part.Syntax) };
        if (owner.Type is ArrayType && member.Name == "Length")
            return new Length(owner);
        if (member is IPropertySymbol { GetMethod: { } getter } && IsTranslated(getter))
            return CallOf(reference, getter, [owner])!;
        Touch(member);
        return Passive(reference, $"{{0}}.{member.Name}", [owner], IsImmutable(member.ContainingType) ? Purity.Pure : Purity.Effectful);
    }

    private int IndexOf(ITypeSymbol type, ISymbol member)
    {
        if (_types.Map(type, out _) is not StructType structure)
            return -1;
        if (structure.Form != StructForm.Tuple)
            return _types.Layout(structure).IndexOf(member);
        var elements = ((INamedTypeSymbol)type).TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Name == member.Name || $"Item{i + 1}" == member.Name)
                return i;
        }

        return -1;
    }

    /// <summary><c>==</c> and <c>!=</c> of tuples: both sides first, then element by element.</summary>
    private Expression TupleComparison(ITupleBinaryOperation comparison)
    {
        if (HoldsValueEquality(comparison.LeftOperand.Type) || HoldsValueEquality(comparison.RightOperand.Type))
            throw Unsupported(comparison, $"The comparison '{Origins.Line(comparison.Syntax)}'", "compare the elements one by one");
        var values = Values([comparison.LeftOperand, comparison.RightOperand]);
        var equal = EqualTuples(comparison, Keep(values[0]), Keep(values[1]));
        return comparison.OperatorKind == BinaryOperatorKind.Equals ? equal : new Unary(UnaryOperator.Not, equal);
    }

    private Expression EqualTuples(ITupleBinaryOperation comparison, Expression left, Expression right)
    {
        if (left.Type is StructType { Form: StructForm.Tuple } first && !first.IsNullable() && right.Type is StructType { Form: StructForm.Tuple } second && first.Fields.Count == second.Fields.Count)
        {
            Expression? all = null;
            for (var i = 0; i < first.Fields.Count; i++)
            {
                var one = EqualTuples(comparison, new FieldRead(left, i), new FieldRead(right, i));
                all = all is null ? one : new Binary(BinaryOperator.AndAlso, all, one);
            }

            return all!;
        }

        if (left.Type is ScalarType { Kind: not ScalarKind.Bool } a && right.Type is ScalarType { Kind: not ScalarKind.Bool } b && a != b)
        {
            var wider = a.Kind > b.Kind ? a : b;
            (left, right) = (left.Type == wider ? left : new Ir.Convert(wider, left), right.Type == wider ? right : new Ir.Convert(wider, right));
        }

        if (left.Type is StructType || right.Type is StructType || left.Type is ArrayType || right.Type is ArrayType)
            throw Unsupported(comparison, $"The comparison '{Origins.Line(comparison.Syntax)}'", "compare the elements one by one");
        return Arithmetic(comparison, BinaryOperatorKind.Equals, left, right, isChecked: false);
    }
}
