using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>What a lambda or the name of a method stands for.</summary>
    private DelegateBinding DelegateOf(IOperation target)
    {
        switch (target)
        {
            case IAnonymousFunctionOperation lambda:
                return new(lambda.Symbol, lambda.Body, _scope, null);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                return new(function, null, OuterScope(function), null);
            case IMethodReferenceOperation { Method.IsStatic: true, Instance: null } reference:
                return new(reference.Method, null, null, null);
            case IMethodReferenceOperation { Instance: { } instance, Method.IsStatic: false } reference when IsTranslated(reference.Method):
                return new(reference.Method, null, null, Keep(instance.Type!.IsValueType ? new ValueBinding(Keep(Value(instance))) : Bind(instance)));
            case IMethodReferenceOperation { Instance: { } instance, Method.IsStatic: false } reference when IsObject(instance):
            {
                var owner = ObjectOf(instance);
                return new(Dispatch(Resolve(reference.Method), owner.Type, instance), null, null, owner);
            }

            case IMethodReferenceOperation { Instance: { } instance, Method.IsStatic: false } reference when IsHeap(instance.Type) && !IsStored(instance.Type):
                return MethodOf(reference, RequiredOwner(Value(instance)), instance);
            default:
                throw Unsupported(target, "This way to make a delegate", "write a lambda");
        }
    }

    /// <summary>A method of an object that lives in arrays, where it is the same for all that it may be.</summary>
    private DelegateBinding MethodOf(IMethodReferenceOperation reference, LocalRead self, IOperation instance)
    {
        var method = Resolve(reference.Method);
        var found = ClassesOf(self, instance.Type!).Select(made => Dispatch(method, made, instance)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToList();
        return found.Count <= 1
            ? new(found.Count == 0 ? method : found[0], null, null, new LocalBinding(self.Local))
            : throw Unsupported(reference, $"'{method.Name}' as a function, which differs by the class of the object,", "write a lambda that calls it");
    }

    /// <summary>A call of a function that is known while translating.</summary>
    private Binding? DelegateCall(IInvocationOperation invocation, bool isUsed)
    {
        var given = BindArguments(invocation.TargetMethod, invocation.Arguments, () => BindFunction(invocation), out var bound);
        var function = (DelegateBinding)bound!;
        return Apply(invocation, function, given, isUsed);
    }

    private DelegateBinding BindFunction(IInvocationOperation invocation) => Bind(invocation.Instance!) switch
    {
        DelegateBinding function => function,
        ValueBinding { Value: var reference } when IsStoredFunction(invocation.Instance!.Type) => new StoredDelegate(Keep(reference), (INamedTypeSymbol)Resolve(invocation.Instance.Type!)),
        UnassignedBinding => throw Silent(),
        _ => throw Unsupported(invocation, "A call through a delegate", "call the method by its name"),
    };

    /// <summary>Applies a known function to arguments.</summary>
    private Binding? Apply(IOperation call, DelegateBinding function, Binding[] arguments, bool isUsed)
    {
        if (function is ChosenFunction chosen)
            return ApplyChosen(call, chosen, arguments, isUsed);
        if (function is StoredDelegate stored)
            return ApplyStored(call, stored, arguments, isUsed);
        var method = function.Method;
        if (function.Body is { } body)
            return Inline(call, method, null, arguments, function.Outer, body);
        if (MethodBodies.HasSource(method, _compilation, _cancellation))
        {
            if (function.Receiver is null && arguments.All(static argument => argument is ValueBinding) && !IsCapturing(method) && HasPlainResult(method))
                return CallOf(call, method, Passed(call, method, arguments), isUsed) is { } result ? new ValueBinding(result) : null;
            return Inline(call, method, function.Receiver, arguments, function.Outer);
        }

        if (MathRules.TryMap(method, out var math, out var overload))
            return new ValueBinding(new MathCall(math, overload, Passed(call, method, arguments).ToEquatableArray()) { Origin = Origins.Of(call.Syntax) });
        if (method is { IsStatic: true, IsGenericMethod: false, ReturnsVoid: false, ContainingType.TypeKind: TypeKind.Class or TypeKind.Struct } && arguments.All(argument => argument is ValueBinding { Value: var value } && !IsActive(value) && value.Type is not ArrayType))
            return new ValueBinding(Foreign(call, method, arguments));
        throw Unsupported(call, $"A call of '{CalledName(method)}' through a delegate", "call it by its name, in a lambda");
    }

    /// <summary>A call, through a delegate, of a method without source that takes only data.</summary>
    private LocalRead Foreign(IOperation call, IMethodSymbol method, Binding[] arguments)
    {
        Touch(method);
        var holes = string.Join(", ", arguments.Select(static (_, i) => $"{{{i}}}"));
        var made = new Extern(
            TypeOf(method.ReturnType, call.Syntax.GetLocation()),
            $"{CodeName(method.ContainingType)}.{method.Name}({holes})",
            Passed(call, method, arguments).ToEquatableArray(),
            Purity.Effectful) { Origin = Origins.Of(call.Syntax) };
        return new LocalRead(Spill(made, MemberNames.Camel(method.Name)));
    }

    private Expression[] Passed(IOperation call, IMethodSymbol method, Binding[] arguments) =>
        Spread(method, [.. arguments.Select((argument, i) => IsRectangular(method.Parameters[i].Type)
            ? ReadBinding(call, argument)
            : Coerce(ReadBinding(call, argument), TypeOf(method.Parameters[i].Type, call.Syntax.GetLocation())))]);

    /// <summary>Whether a local function uses variables of the method around it: its body is translated in place then.</summary>
    private bool IsCapturing(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction && IsCapturing(method, new(SymbolEqualityComparer.Default) { method });

    private bool IsCapturing(IMethodSymbol method, HashSet<IMethodSymbol> searched)
    {
        if (method.IsStatic || MethodBodies.Find(method, _compilation, _cancellation) is not { } body)
            return false;
        foreach (var operation in body.Descendants())
        {
            var captures = operation switch
            {
                ILocalReferenceOperation { Local: { IsConst: false } local } => !IsWithin(local, method),
                IParameterReferenceOperation { Parameter: var parameter } => !IsWithin(parameter, method),
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
                IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } =>
                    !IsWithin(called, method) && searched.Add(called) && IsCapturing(called, searched),
                IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } =>
                    !IsWithin(named, method) && searched.Add(named) && IsCapturing(named, searched),
                _ => false,
            };
            if (captures)
                return true;
        }

        return false;
    }

    private static bool IsWithin(ISymbol symbol, IMethodSymbol method)
    {
        for (var around = symbol.ContainingSymbol; around is not null; around = around.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(around.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return false;
    }
}
