using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>A call; null only for a method without a result.</summary>
    private Expression? Invocation(IInvocationOperation invocation, bool isUsed)
    {
        var method = Target(invocation);
        if (Markers.Is(method))
            throw Fail(Rules.MarkerPosition, invocation.Syntax.GetLocation(), method.Name, "stands where no local is declared");
        if (Markers.IsDetach(method))
            return Detached(invocation);
        if (Markers.IsFixedPoint(method))
            return FixedPoint(invocation);
        if (IsNonDifferentiable(method))
            return NonDifferentiableCall(invocation, isUsed);
        if (IsGenerated(method.ContainingType))
            return GeneratedCall(invocation, isUsed);
        if (ParallelFor(invocation))
            return null;
        switch (CollectionOf(invocation))
        {
            case ListBinding list:
                return ListCall(list, invocation);
            case MapBinding map:
                return MapCall(map, invocation);
            case PriorityBinding queue:
                return QueueCall(queue, invocation);
        }

        if (PartCall(invocation) is { } part)
            return part;
        if (LookupCall(invocation) is { } isThere)
            return isThere;
        if (SamePosition(invocation) is { } same)
            return same;
        if (IsArraySearch(invocation))
            return ArraySearch(invocation);
        if ((ComparisonCall(invocation) ?? NumberEquals(invocation)) is { } compared)
            return compared;

        if (IsInPlace(invocation))
        {
            var result = CalledInPlace(invocation, isUsed);
            if (isUsed)
                return ReadBinding(invocation, result ?? throw Silent());

            // What is dropped may throw.
            if (result is ValueBinding)
                Keep(result);
            return null;
        }

        if (NumberConversion(invocation) is { } number)
            return number;
        if (MathRules.TryMap(method, out var function, out var overload))
            return MathOf(invocation, function, overload);
        if (ComposedMath(invocation) is { } composed)
            return composed;
        if (method is { Name: "SequenceEqual", ContainingType.Name: "MemoryExtensions" } && Argument(invocation, "comparer") is null)
            return SequenceEqual(invocation);
        if (ConvertedCall(invocation) is { } converted)
            return converted;
        if (DecimalCall(invocation) is { } ofDecimals)
            return ofDecimals;
        if (SpanCall(invocation) is { } span)
            return span;
        if (RectangularCall(invocation) is { } measured)
            return measured;
        if (ArrayCall(invocation) is { } moved)
            return moved;
        if (NullableCall(invocation) is { } nullable)
            return nullable;
        if (RecordEquals(invocation) is { } equal)
            return equal;
        if (IsLinq(method))
            return Linq(invocation);
        if (Guard(invocation))
            return null;
        if (OutCall(invocation) is { } several)
            return several;
        CheckArguments(invocation);
        if (EmbeddedPrograms.Find(method, _compilation) is { Problem: { } problem })
            throw Unsupported(invocation, $"Calling '{method.Name}', whose program in '{method.ContainingAssembly.Name}' cannot be read ({problem.TrimEnd('.')}),", "build both assemblies with the same version of LearnSharp");
        if (IsTranslated(method) && IsOfSet(method))
            CheckReceiver(invocation, method, invocation.Instance);
        if (IsTranslated(method) && !IsLeftToCSharp(method))
        {
            var (self, arguments) = Arguments(invocation);
            CheckShared(invocation, arguments);
            return CallOf(invocation, method, self is null ? arguments : [self, .. arguments], isUsed);
        }

        return ExternCall(invocation, isUsed);
    }

    /// <summary>
    /// Whether a method's source is translated: static methods, local functions, and methods of structs that do not change the struct. Or its assembly brings the translation.
    /// </summary>
    private bool IsTranslated(IMethodSymbol method)
    {
        if (HandWrittenRules.Has(method, _compilation))
            return true;
        if (EmbeddedPrograms.Find(method, _compilation) is not null)
            return true;
        var hasSource = MethodBodies.HasSource(method, _compilation, _cancellation);
        return hasSource && !IsNonDifferentiable(method) && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction || IsOfSet(method) || IsStructMethod(method) || IsOfExtension(method));
    }

    /// <summary>Whether a method stands in an extension block: what it extends is a parameter of the block.</summary>
    private static bool IsOfExtension(IMethodSymbol method) => method.ContainingType is { IsExtension: true };

    private bool IsStructMethod(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Struct
        && (_types.Map(Resolve(method.ContainingType), out _) is StructType || method.ContainingType.GetMembers().OfType<IFieldSymbol>().All(static field => field.IsStatic));

    private void CheckArguments(IInvocationOperation invocation)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is not { } parameter)
                throw Unsupported(argument, "A variable number of untyped arguments", "call a method with typed parameters");
            if (parameter.RefKind is not (RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter) && !IsTranslated(Target(invocation)))
                throw Fail(Rules.ReferenceParameter, argument.Syntax.GetLocation(), $"The argument '{Origins.Line(argument.Syntax)}'");
            if (IsBorrowed(argument) && !IsTranslated(Target(invocation)))
            {
                throw Fail(
                    Rules.CalleeWeights,
                    invocation.Syntax.GetLocation(),
                    invocation.TargetMethod.Name,
                    parameter.Name,
                    $"pass '{parameter.Name}' explicitly, as a weight or choice of the calling method");
            }
        }
    }

    /// <summary>A static array may only be handed where it is not written to: it has no derivative, and others read it too.</summary>
    private void CheckShared(IInvocationOperation invocation, Expression[] arguments)
    {
        foreach (var argument in invocation.Arguments)
        {
            var parameter = argument.Parameter!;
            if (arguments[parameter.Ordinal].Type is not ArrayType { Kind: not ArrayKind.ReadOnlySpan } type || !IsShared(arguments[parameter.Ordinal])
                || ReadArrays.IsOnlyRead(Target(invocation).Parameters[parameter.Ordinal], _compilation, _inlined, _cancellation))
            {
                continue;
            }

            throw Fail(
                Rules.OutsideState,
                argument.Syntax.GetLocation(),
                $"A static array that '{invocation.TargetMethod.Name}' could write to",
                $"declare its parameter '{parameter.Name}' as 'ReadOnlySpan<{type.Element}>'");
        }
    }

    /// <summary>The receiver of an instance method and the arguments in the parameters' order, evaluated in the order they are written.</summary>
    private (Expression? Self, Expression[] Arguments) Arguments(IInvocationOperation invocation)
    {
        var method = Target(invocation);
        var self = method.IsStatic || method.MethodKind == MethodKind.LocalFunction || (IsOfSet(method) && IsTranslated(method)) ? null : invocation.Instance;
        var written = invocation.Arguments.ToList();
        var parts = written.Select<IArgumentOperation, Func<Expression>>(argument => () => IsBorrowed(argument) ? Borrow(method, argument.Parameter!) : Value(argument.Value));
        var values = InOrder(self is null ? [.. parts] : [() => Value(self), .. parts]);
        var offset = self is null ? 0 : 1;
        var arguments = new Expression[method.Parameters.Length];
        for (var i = 0; i < written.Count; i++)
        {
            var parameter = written[i].Parameter!;
            arguments[parameter.Ordinal] = IsRectangular(parameter.Type) ? values[i + offset] : Coerce(values[i + offset], TypeOf(parameter.Type, written[i].Syntax.GetLocation()));
        }

        return (self is null ? null : values[0], Spread(method, arguments));
    }

    /// <summary>Whether a call leaves out a weight or choice of the called method: it belongs to that method's own set then.</summary>
    private static bool IsBorrowed(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter } && Declarations.IsLearned(parameter);

    /// <summary>The parameter that brings a weight or choice of a callee here; the same for every call that leaves it out.</summary>
    private LocalRead Borrow(IMethodSymbol method, IParameterSymbol parameter)
    {
        var self = method.IsStatic || method.MethodKind == MethodKind.LocalFunction || IsOfSet(method) ? 0 : 1;
        return Borrow(new(MethodIds.Of(method), parameter.Ordinal + self), TypeOf(parameter.Type, _where), parameter.Name);
    }

    private LocalRead Borrow(LearnedSlot slot, IrType type, string name, bool isWritten = false)
    {
        var known = _borrowed.FindIndex(borrowed => borrowed.Slot == slot);
        if (known >= 0)
            return new LocalRead(_borrowed[known].Local);
        var local = NewLocal(type, name);
        if (!isWritten)
            _stable.Add(local);
        _borrowed.Add((slot, local));
        return new LocalRead(local);
    }

    private Expression? CallOf(IOperation operation, IMethodSymbol method, Expression[] arguments, bool isUsed = true)
    {
        var where = operation.Syntax.GetLocation();
        if (!IsOfSet(method) && ChangesReceiver(method))
            throw Unsupported(operation, $"'{method.Name}', which changes the struct it is called on,", "return the changed struct instead");
        if (IsGeneric(method) || TakesHeap(method) || IsOfExtension(method))
        {
            var self = method.IsStatic || method.MethodKind == MethodKind.LocalFunction ? null : new LocalBinding(Spill(arguments[0], "self"));
            Binding[] given = [.. arguments.Skip(self is null ? 0 : 1).Select(static argument => new ValueBinding(argument))];
            return Inline(operation, method, self, given, OuterScope(method)) is { } inlined ? ReadBinding(operation, inlined) : null;
        }

        var id = MethodIds.Of(method);
        _calls.Add(new(id, method, where));
        var origin = Origins.Of(operation.Syntax);
        if (method.ReturnsVoid)
        {
            Emit(new Call([], id, arguments.ToEquatableArray()));
            return null;
        }

        var type = TypeOf(method.ReturnType, where);
        var local = isUsed ? NewLocal(type, MemberNames.Camel(FunctionName(method))) : null;
        if (local is not null)
            Emit(new Declare(local, null));
        _out.Add(new Call([local is null ? null : new LocalPlace(local)], id, arguments.ToEquatableArray()) { Origin = _origin.Text is null ? origin : _origin });
        if (local is null)
            return null;
        _stable.Add(local);
        return new LocalRead(local) { Origin = origin };
    }

    private MathCall MathOf(IInvocationOperation invocation, MathFunction function, ScalarType overload)
    {
        var (_, arguments) = Arguments(invocation);
        var call = new MathCall(function, overload, arguments.ToEquatableArray()) { Origin = Origins.Of(invocation.Syntax) };
        if (function is MathFunction.Round or MathFunction.RoundTo or MathFunction.Floor or MathFunction.Ceiling or MathFunction.Truncate or MathFunction.Sign)
            WarnLost(invocation, arguments[0], StepReason(function.CSharpName()));
        return call;
    }
}
