using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>Where a derivative is stopped on purpose: <c>Learn.Detach</c> and <c>[NonDifferentiable]</c>.</summary>
internal sealed partial class BodyTranslator
{
    private static bool IsNonDifferentiable(ISymbol symbol) => LearnableShape.Attribute(symbol, KnownNames.NonDifferentiable) is not null;

    /// <summary>Whether a type comes out of this generator (<see cref="GeneratedSurface"/>).</summary>
    private static bool IsGenerated(INamedTypeSymbol? type) =>
        type is not null && LearnableShape.Attribute(type, KnownNames.GeneratedCode)?.ConstructorArguments is [{ Value: "LearnSharp.Generators" }, ..];

    /// <summary>What is read from a member: without its derivative where the member says so.</summary>
    private Expression Read(ISymbol member, Expression value)
    {
        if (!value.Type.IsDifferentiable || !IsNonDifferentiable(member))
            return value;
        return value.Type is ScalarType
            ? new Unary(UnaryOperator.Detach, value) { Origin = value.Origin }
            : throw Unsupported(member.Locations[0], $"'[NonDifferentiable]' on a member of type '{value.Type}'", "mark the numbers in it, or take the derivative off with 'Learn.Detach' where it is read");
    }

    private Expression? NonDifferentiableCall(IInvocationOperation invocation, bool isUsed)
    {
        if (invocation.TargetMethod.MethodKind == MethodKind.LocalFunction)
            throw Unsupported(invocation, "A local function that is marked '[NonDifferentiable]'", "make it a method, or wrap its result in 'Learn.Detach'");
        CheckArguments(invocation);
        return ExternCall(invocation, isUsed);
    }

    /// <summary>A number, or an array that C# is handed, without its derivative.</summary>
    private Expression WithoutDerivative(Expression value) =>
        IsActive(value) && value.Type is ScalarType or ArrayType { IsDifferentiable: true } ? new Unary(UnaryOperator.Detach, value) { Origin = value.Origin } : value;

    private Expression Detached(IInvocationOperation invocation)
    {
        var origin = Origins.Of(invocation.Syntax);
        var value = Value(invocation.Arguments[0].Value);
        if (value.Type is not ArrayType type)
            return new Unary(UnaryOperator.Detach, Coerce(value, TypeOf(invocation))) { Origin = origin };

        // The copy that the method makes, element by element.
        var source = Keep(value);
        var copy = NewLocal(type, "detached");
        var index = NewLocal(ScalarType.Int, "i");
        var read = new LocalRead(index);
        Emit(new Declare(copy, new ArrayNew(type, new Length(source))));
        Emit(new Declare(index, Constant.Of(0)));
        Emit(new Loop(
            NewLabel(),
            NewLabel(),
            new Binary(BinaryOperator.Less, read, new Length(source)),
            new Block([new Assign(new ElementPlace(new LocalRead(copy), read), new Unary(UnaryOperator.Detach, new Element(source, read)))]),
            new Block([new Assign(new LocalPlace(index), new Binary(BinaryOperator.Add, read, Constant.Of(1)))]),
            null));
        _stable.Add(copy);
        return new LocalRead(copy) { Origin = origin };
    }
}
