using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private Scope _scope;

    /// <summary>What the receiver stands for; null where there is none.</summary>
    private Binding? Receiver => _scope.Receiver;

    /// <summary>The value of a variable.</summary>
    private Expression ReadVariable(IOperation operation, ISymbol symbol) => ReadBinding(operation, Find(symbol) ?? throw Missing(operation, symbol));

    private Expression ReadBinding(IOperation operation, Binding binding) => binding switch
    {
        LocalBinding known => new LocalRead(known.Local),
        PlaceBinding known => known.Place.Read,
        ValueBinding known => known.Value,
        RectangularBinding known => Read(known),
        DelegateBinding known when IsStoredFunction(operation.Type) => FunctionValue(operation, known, operation.Type!),
        ObjectBinding known when AsData(known) is { } data => data,
        _ => throw Escaping(operation, binding),
    };

    /// <summary>The place of a variable.</summary>
    private Place PlaceOfVariable(IOperation operation, ISymbol symbol) => PlaceOfBinding(operation, Find(symbol) ?? throw Missing(operation, symbol));

    private Place PlaceOfBinding(IOperation operation, Binding binding) => binding switch
    {
        RectangularBinding => throw Unsupported(operation, "An array of several dimensions that is handed over by reference", "return the new array instead"),
        LocalBinding known => new LocalPlace(known.Local),
        PlaceBinding known => known.Place,
        _ => throw Escaping(operation, binding),
    };

    /// <summary>A variable without a meaning: its declaration failed, which is said already, or it belongs to a body that is not being translated.</summary>
    private TranslationException Missing(IOperation operation, ISymbol symbol) => _scope.Of(symbol.ContainingSymbol) is not null
        ? Silent()
        : Unsupported(operation, $"A local function that uses '{symbol.Name}' of the method around it", $"pass '{symbol.Name}' as an argument");

    /// <summary>Something that is known only while translating is used as a value.</summary>
    private TranslationException Escaping(IOperation operation, Binding binding)
    {
        WantHeap(binding is ObjectBinding ? binding : null, operation.Type);
        return binding is UnassignedBinding
            ? Silent()
            : Unsupported(operation, $"{binding.Noun ?? "A constant"} that is stored, returned or handed to code without source", "keep it in a local variable, and pass it to methods with source");
    }

    /// <summary>Whether an expression stands for something that is known only while translating, and has no value in the generated code.</summary>
    private bool IsSymbolic(IOperation operation) => IsViewed(operation) || IsWidened(operation) || (Peek(operation) is { } known ? known.IsSymbolic : operation switch
    {
        IParenthesizedOperation parenthesized => IsSymbolic(parenthesized.Operand),
        _ when IsFunctionArray(operation.Type) => true,
        IArrayElementReferenceOperation { ArrayReference: var functions } when IsFunctionArray(functions.Type) => true,
        _ when IsFreshList(operation) || IsFreshMap(operation) || IsFreshQueue(operation) => true,
        IPropertyReferenceOperation part when IsPartOfMap(part) => true,
        _ when MakesLookup(operation) || IsLookedUp(operation) => true,
        IConversionOperation { IsImplicit: true, Operand: ICollectionExpressionOperation or IObjectCreationOperation } made when IsFreshList(made.Operand) => IsSymbolic(made.Operand),
        ITranslatedQueryOperation query => IsSymbolic(query.Operation),
        IInvocationOperation { TargetMethod: var stage } when IsStage(stage) => true,
        IConversionOperation { OperatorMethod: { } method } => IsMadeBy(method),
        IConversionOperation conversion when KeepsObject(conversion) => IsSymbolic(conversion.Operand),
        IConversionOperation boxing when BoxedType(boxing) is not null => true,
        IDelegateCreationOperation => true,
        IObjectCreationOperation creation => IsObjectType(creation.Type),
        ITypeParameterObjectCreationOperation creation => IsObjectType(creation.Type),
        IInvocationOperation invocation => MayBeKnown(invocation.Type)
            && (invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke || IsTranslated(Target(invocation)) || (invocation.Instance is { } instance && (IsObject(instance) || IsHeap(instance.Type)))),
        IMemberReferenceOperation { Instance: { } instance } => MayBeKnown(operation.Type) && (IsObject(instance) || IsComputed(operation)),
        IPropertyReferenceOperation { Instance: null, Property.GetMethod: { } getter } => MayBeKnown(operation.Type) && IsTranslated(getter),
        IWithOperation with => IsSymbolic(with.Operand),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => IsSymbolic(choice.WhenTrue) || IsSymbolic(whenFalse),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => IsSymbolic(arm.Value)),
        IBinaryOperation { OperatorMethod: { } method } => IsMadeBy(method),
        IUnaryOperation { OperatorMethod: { } method } => IsMadeBy(method),
        ISimpleAssignmentOperation assignment => IsSymbolic(assignment.Value),
        _ => false,
    });

    /// <summary>Whether an expression names a property, of an object that lives in arrays, that is code.</summary>
    private bool IsComputed(IOperation operation) =>
        operation is IPropertyReferenceOperation { Instance: { } instance } property && IsHeap(instance.Type) && !IsStored(instance.Type) && FieldBehind(property) is null;

    /// <summary>The struct with source that a conversion names by an interface with source, or null.</summary>
    private INamedTypeSymbol? BoxedType(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, Type: { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.Length: > 0 }, Operand.Type: { IsValueType: true } operand }
            ? Resolve(operand) as INamedTypeSymbol
            : null;

    private bool IsMadeBy(IMethodSymbol method) => MayBeKnown(method.ReturnType) && IsTranslated(method);

    /// <summary>What an expression stands for: the function or object that a variable stands for, or a value.</summary>
    private Binding Bind(IOperation operation)
    {
        if (!IsSymbolic(operation))
            return new ValueBinding(Value(operation));
        if (IsViewed(operation))
            return ListFrom(operation);
        if (IsWidened(operation))
            return StoredOf(((IConversionOperation)operation).Operand)!;
        if (Peek(operation) is { } known)
            return known is ChosenFunction chosen ? chosen with { Tag = Keep(chosen.Tag), Variable = null } : Detached(known);
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Bind(parenthesized.Operand);
            case IArrayCreationOperation or ICollectionExpressionOperation when IsFunctionArray(operation.Type):
                return FunctionsOf(operation);
            case IArrayElementReferenceOperation element:
                return FunctionAt(element);
            case ITranslatedQueryOperation query:
                return Bind(query.Operation);
            case IInvocationOperation stage when IsStage(stage.TargetMethod):
                return new QueryBinding(StageOf(stage));
            case var list when IsFreshList(list):
                return ListFrom(list);
            case var map when IsFreshMap(map):
                return MapFrom(map);
            case var queue when IsFreshQueue(queue):
                return QueueFrom(queue);
            case IInvocationOperation lookup when MakesLookup(lookup):
                return LookupFrom(lookup);
            case IPropertyReferenceOperation element when IsLookedUp(element):
                return new QueryBinding(LookedUp(element));
            case IPropertyReferenceOperation part when IsPartOfMap(part):
                return new QueryBinding(PartOf(part));
            case IConversionOperation { OperatorMethod: { } method } conversion:
                return InlineOperator(conversion, method, [conversion.Operand]);
            case IConversionOperation boxing when BoxedType(boxing) is { } boxed:
            {
                var value = Value(boxing.Operand);
                var copy = NewLocal(value.Type, "boxed");
                Emit(new Declare(copy, value));
                return new BoxBinding(boxed, copy);
            }

            case IConversionOperation conversion:
                return Bind(conversion.Operand);
            case IDelegateCreationOperation creation:
                return DelegateOf(creation.Target);
            case IObjectCreationOperation creation:
                return Create(creation);
            case ITypeParameterObjectCreationOperation creation:
                return Create(creation);
            case IInvocationOperation invocation:
                return CalledInPlace(invocation, isUsed: true) ?? throw Silent();
            case IPropertyReferenceOperation { Instance: null, Property.GetMethod: { } getter }:
                return Inline(operation, getter, null, [], null) ?? throw Silent();
            case IPropertyReferenceOperation computed when IsComputed(computed):
                return BindHeapProperty(computed);
            case IMemberReferenceOperation reference:
                return Detached(MemberOf(reference));
            case IWithOperation with:
                return With(with, ObjectOf(with.Operand));
            case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool taken } } choice:
                return Bind(taken ? choice.WhenTrue : choice.WhenFalse!);
            case IConditionalOperation choice:
                return ChooseBinding(choice, Condition(choice.Condition), () => Bind(choice.WhenTrue), () => Bind(choice.WhenFalse!));
            case ISwitchExpressionOperation choice:
                return BindArm(choice, 0, Keep(Value(choice.Value)));
            case IBinaryOperation { OperatorMethod: { } method } binary:
                return InlineOperator(binary, method, [binary.LeftOperand, binary.RightOperand]);
            case IUnaryOperation { OperatorMethod: { } method } unary:
                return InlineOperator(unary, method, [unary.Operand]);
            case ISimpleAssignmentOperation assignment:
            {
                var value = Bind(assignment.Value);
                Rebind(assignment, assignment.Target, value);
                return value;
            }

            default:
                throw Silent();
        }
    }

    private Binding BindArm(ISwitchExpressionOperation choice, int index, Expression value)
    {
        var arm = choice.Arms[index];
        var condition = ArmCondition(value, arm);
        return condition is Constant { IsTrue: true } || index == choice.Arms.Length - 1
            ? Bind(arm.Value)
            : ChooseBinding(choice, condition, () => Bind(arm.Value), () => BindArm(choice, index + 1, value));
    }

    /// <summary>A call of an operator on objects.</summary>
    private Binding InlineOperator(IOperation operation, IMethodSymbol method, IOperation[] operands) =>
        InlineOperator(operation, method, BindInOrder([.. operands.Select<IOperation, Func<Binding>>(operand => () => Bind(operand))]));

    private Binding InlineOperator(IOperation operation, IMethodSymbol method, Binding[] operands) => MethodBodies.HasSource(method, _compilation, _cancellation)
        ? Inline(operation, method, null, operands, null) ?? throw Silent()
        : throw Unsupported(operation, $"The operator of '{Origins.Line(operation.Syntax)}'", "compare or combine the members one by one");

    /// <summary>A variable gets something that is known only while translating: allowed where every path from its declaration on comes through here.</summary>
    private void Rebind(IOperation assignment, IOperation target, Binding binding)
    {
        ISymbol? symbol = target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (symbol is null && IsMember(target))
        {
            StoreTo(assignment, target, _ => binding);
            return;
        }

        if (binding is DelegateBinding given && IsStoredFunction(target.Type) && (symbol is null || Find(symbol) is LocalBinding or PlaceBinding))
        {
            var place = PlaceOf(target);
            Store(assignment, place, [], FunctionValue((assignment as IAssignmentOperation)?.Value ?? assignment, given, target.Type!));
            return;
        }

        if (symbol is not null && Find(symbol) is ChosenFunction { Variable: { } tag } several && binding is DelegateBinding chosen)
        {
            Emit(new Assign(new LocalPlace(tag), TagIn(assignment, several, chosen)));
            return;
        }

        if (symbol is null || Find(symbol) is PlaceBinding || (Find(symbol) is LocalBinding && !_scope.IsDeclaredIn(symbol, _region)))
            WantHeap(binding, target.Type);
        if (symbol is null || Find(symbol) is PlaceBinding)
            throw Escaping(assignment, binding);
        if (Find(symbol) is ObjectBinding variable && _variables.Contains(variable))
        {
            Overwrite(assignment, variable, binding);
            return;
        }

        if (Find(symbol) is CollectionBinding old && !_scope.IsDeclaredIn(symbol, _region) && Replace(assignment, old, binding))
            return;
        if (!_scope.Rebind(symbol, binding, _region))
        {
            WantHeap(binding, target.Type);
            throw Unsupported(
                assignment,
                $"Giving '{symbol.Name}' {(binding.Noun ?? "a value").ToLowerInvariant()} on one path only",
                "declare a variable for each, and decide where it is used");
        }
    }

    /// <summary>A binding that means the same whatever happens next.</summary>
    private Binding Keep(Binding binding) => binding switch
    {
        ValueBinding known => new ValueBinding(Keep(known.Value)),
        PlaceBinding known => new PlaceBinding(Hold(known.Place)),
        _ => binding,
    };

    /// <summary>Binds parts that C# evaluates one after another; where a later one has effects, the earlier ones are kept first.</summary>
    private Binding[] BindInOrder(List<Func<Binding>> parts)
    {
        var bindings = new Binding[parts.Count];
        for (var i = 0; i < bindings.Length; i++)
        {
            var (statements, binding) = Capture(parts[i], always: true);
            if (statements.Count > 0)
            {
                for (var j = 0; j < i; j++)
                    bindings[j] = Keep(bindings[j]);
                _out.AddRange(statements);
            }

            bindings[i] = binding;
        }

        return bindings;
    }

    /// <summary>The storage that a ref, out or in argument, or the initializer of a ref local, names.</summary>
    private PlaceBinding BindReference(IOperation operation, IrType type)
    {
        switch (operation)
        {
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared }:
                return DeclareOut(declared);
            case ILocalReferenceOperation { IsDeclaration: true } declared:
                return DeclareOut(declared);
            case IDiscardOperation:
            {
                var dropped = NewLocal(type, "dropped");
                Emit(new Declare(dropped, null));
                return new(new LocalPlace(dropped));
            }

            default:
            {
                var place = Hold(PlaceOf(operation));
                CheckWritable(place, operation);
                return place.Type == type
                    ? new(place)
                    : throw Unsupported(operation, $"Passing a '{place.Type}' by reference as '{type}'", "use a variable of that very type");
            }
        }
    }

    /// <summary>A variable that is declared where it is handed over: what comes after a branch that does so reads it, as with those of patterns.</summary>
    private PlaceBinding DeclareOut(ILocalReferenceOperation declared)
    {
        var local = DeclareLocal(declared.Local, HeldType(declared.Local.Type, declared.Syntax.GetLocation()), null);
        _patternLocals.Add(local);
        return new(new LocalPlace(local));
    }

    private Binding BindReferenceLocal(ILocalSymbol symbol, IOperation reference)
    {
        if (_moving.Contains(symbol))
            return DeclareMoving(symbol, reference);
        var type = HeldType(symbol.Type, reference.Syntax.GetLocation());
        return symbol.RefKind == RefKind.RefReadOnly ? BindReadOnly(reference, type) : BindReference(reference, type);
    }

    /// <summary>The storage that an argument taken by read-only reference names; a value where it names none.</summary>
    private Binding BindReadOnly(IOperation operation, IrType type)
    {
        if (operation.ConstantValue.HasValue || !IsStorage(operation))
            return new ValueBinding(Coerce(Value(operation), type));
        var place = PlaceOf(operation);
        return IsStable(place.Read) || place.Type != type ? new ValueBinding(Coerce(place.Read, type)) : new PlaceBinding(Hold(place));
    }

    private bool IsStorage(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => _scope.Find(local) is LocalBinding or PlaceBinding,
        IParameterReferenceOperation { Parameter: var parameter } => _scope.Find(parameter) is LocalBinding or PlaceBinding,
        IInstanceReferenceOperation => Receiver is LocalBinding or PlaceBinding,
        IArrayElementReferenceOperation => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance } => IsStorage(instance),
        IFieldReferenceOperation { Field: { IsReadOnly: false, IsStatic: false }, Instance: { } owner } => IsObject(owner) || IsHeap(owner.Type),
        IPropertyReferenceOperation { Property: { RefKind: not RefKind.None, GetMethod: { } getter }, Instance: { } owner } =>
            IsSpanType(owner.Type) || IsHeap(owner.Type) || IsObject(owner) || IsTranslated(Resolve(getter)),
        IImplicitIndexerReferenceOperation { Instance.Type: var type } => type is IArrayTypeSymbol || IsSpanType(type),
        IInvocationOperation { TargetMethod.RefKind: not RefKind.None } call => IsInPlace(call),
        IConditionalOperation { IsRef: true } => true,
        IParenthesizedOperation parenthesized => IsStorage(parenthesized.Operand),
        _ => false,
    };

    /// <summary>Gives a parameter of an inlined body what the call passes.</summary>
    private void BindParameter(IParameterSymbol parameter, Binding given, IrType? type)
    {
        var binding = given;
        if (given is ValueBinding { Value: var array } && IsRectangular(parameter.Type))
        {
            DeclareRectangular(parameter, (StructType)type!, array);
            return;
        }

        if (given is ValueBinding { Value: var value })
        {
            var passed = Coerce(value, type ?? value.Type);
            if (DeclareChosen(parameter, passed.Type, passed))
                return;
            if (!_written.Contains(parameter) && passed is Constant)
            {
                binding = new ValueBinding(passed);
            }
            else if (!_written.Contains(parameter) && passed is LocalRead read && _stable.Contains(read.Local))
            {
                binding = new LocalBinding(read.Local);
            }
            else
            {
                var local = NewLocal(passed.Type, parameter.Name);
                Emit(new Declare(local, passed));
                if (local.Type is ArrayType && IsShared(passed))
                    _shared.Add(local);
                if (!_written.Contains(parameter))
                    MarkStable(local, passed);
                binding = new LocalBinding(local);
            }
        }

        _scope.Set(parameter, _written.Contains(parameter) ? AsVariable(binding) : binding, _region);
    }
}
