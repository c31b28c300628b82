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
    /// <summary>Locals that may name a static array.</summary>
    private readonly HashSet<Local> _shared = [];

    /// <summary>The place that an expression names, for reading or writing.</summary>
    private Place PlaceOf(IOperation operation)
    {
        if (ListElement(operation) is { } listed)
            return listed;
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return PlaceOf(parenthesized.Operand);
            case ILocalReferenceOperation local:
                return PlaceOfVariable(local, local.Local);
            case IParameterReferenceOperation parameter:
                return PlaceOfVariable(parameter, parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when Receiver is { } receiver:
                return PlaceOfBinding(operation, receiver);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when _initialized is { } made:
                return PlaceOfBinding(operation, made);
            case IMemberReferenceOperation { Instance: { } owner } member when IsObject(owner):
                return PlaceOfBinding(operation, MemberOf(member));
            case IInvocationOperation { TargetMethod.RefKind: not RefKind.None } call when IsInPlace(call):
                return PlaceOfBinding(operation, CalledInPlace(call, isUsed: true) ?? throw Silent());
            case IPropertyReferenceOperation { Property.RefKind: not RefKind.None, Instance: { } owner } property when IsHeap(owner.Type):
                return PlaceOfBinding(operation, BindHeapProperty(property));
            case IPropertyReferenceOperation { Property: { RefKind: not RefKind.None, GetMethod: { } getter }, Instance: { } owner } property when IsTranslated(Resolve(getter)):
            {
                var given = BindArguments(getter, property.Arguments, () => BindReceiver(owner, isChanged: false), out var receiver);
                return PlaceOfBinding(operation, Inline(operation, getter, receiver, given, null) ?? throw Silent());
            }

            case IFieldReferenceOperation { Instance: { } owner } member when IsHeap(owner.Type):
                return HeapPlace(member, owner, member.Field);
            case IPropertyReferenceOperation { Instance: { } owner } member when IsHeap(owner.Type) && FieldBehind(member) is { } behind:
                return HeapPlace(member, owner, behind);
            case IConditionalOperation { IsRef: true } choice:
                return ChosenPlace(choice);
            case ISimpleAssignmentOperation { IsRef: true } moved:
                Move(moved);
                return PlaceOf(moved.Target);
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                return ElementOf(element.ArrayReference, element.Indices[0]);
            case IArrayElementReferenceOperation element:
                return RectangularElement(element);
            case IImplicitIndexerReferenceOperation { Instance: { } instance } indexer:
                return ElementOf(instance, indexer.Argument);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } indexer when IsSpanType(span.Type):
                return ElementOf(span, indexer.Arguments[0].Value);
            case IMemberReferenceOperation member when IsMemberOfSet(member):
                return StatePlace(member);
            case IFieldReferenceOperation { Instance: { } instance } field when MemberIndex(instance, field.Field) is var index and >= 0:
                return new FieldPlace(PlaceOf(instance), index);
            case IPropertyReferenceOperation { Instance: { } instance } property when MemberIndex(instance, property.Property) is var index and >= 0:
                return new FieldPlace(PlaceOf(instance), index);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: ILocalReferenceOperation { Type: { } data } } when _types.Map(Resolve(data), out _) is OpaqueType:
                throw Unsupported(operation, $"Changing '{Origins.Line(operation.Syntax)}' by a reference or an operator", "assign the new value: c[i] = c[i] + …");
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                if (((IMemberReferenceOperation)operation).Instance is { } named && Unwrap(named) is ILocalReferenceOperation or IParameterReferenceOperation)
                    WantHeap(named.Type);
                throw Fail(
                    Rules.OutsideState,
                    operation.Syntax.GetLocation(),
                    $"'{Origins.Line(operation.Syntax)}'",
                    "keep the value in a local and return it");
            default:
                throw Unsupported(operation, $"Storing to '{Origins.Line(operation.Syntax)}'", "store to a local, an element of an array, or a member of a struct");
        }
    }

    private ElementPlace ElementOf(IOperation array, IOperation index)
    {
        if (index is IRangeOperation || index.Type is { Name: "Range" })
            throw Unsupported(index, "A range", "pass the start and the length, or copy the part into an array with a loop");
        var fromEnd = index switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => hat.Operand,
            IConversionOperation { Operand: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat } => hat.Operand,
            _ => null,
        };
        var values = Values([array, fromEnd ?? index]);
        if (values[0].Type is not ArrayType)
            throw Unsupported(array.Parent ?? array, $"Indexing '{Origins.Line(array.Syntax)}'", "use an array or a span");
        if (fromEnd is null && index.Type is not { Name: "Index" })
            return new ElementPlace(values[0], ToIndex(index, values[1]));
        var kept = Keep(values[0]);
        if (fromEnd is null)
            return new ElementPlace(kept, new Extern(ScalarType.Int, "{0}.GetOffset({1})", [values[1], new Length(kept)], Purity.Pure));
        return new ElementPlace(kept, new Binary(BinaryOperator.Subtract, new Length(kept), values[1]));
    }

    /// <summary>An index as int: C# takes a long one as well, and throws beyond the array in the same way.</summary>
    private Expression ToIndex(IOperation operation, Expression index) => index.Type switch
    {
        ScalarType { Kind: ScalarKind.Int } => index,
        ScalarType { Kind: ScalarKind.Long } => new Ir.Convert(
            ScalarType.Int,
            new MathCall(MathFunction.Clamp, ScalarType.Long, [index, Constant.Of(-1L), Constant.Of((long)int.MaxValue)])),
        OpaqueType { Name: "uint" } => new Extern(ScalarType.Int, "((int)global::System.Math.Min({0}, 2147483647u))", [index], Purity.Pure),
        OpaqueType { Name: "ulong" } => new Extern(ScalarType.Int, "((int)global::System.Math.Min({0}, 2147483647ul))", [index], Purity.Pure),
        _ => throw Unsupported(operation, "An index that is not an int", "convert it to int"),
    };

    private int MemberIndex(IOperation instance, ISymbol member)
    {
        if (instance.Type is null || _types.Map(Resolve(instance.Type), out _) is not StructType type)
            return -1;
        if (type.Form != StructForm.Tuple)
            return _types.Layout(type).IndexOf(member);
        if (instance.Type.IsAnonymousType)
            return instance.Type.GetMembers().OfType<IPropertySymbol>().ToList().FindIndex(property => property.Name == member.Name);
        var elements = ((INamedTypeSymbol)Resolve(instance.Type)).TupleElements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Name == member.Name || $"Item{i + 1}" == member.Name)
                return i;
        }

        return -1;
    }

    /// <summary>A place that names the same storage whatever happens next.</summary>
    private Place Hold(Place place) => place switch
    {
        ElementPlace { Array: LocalRead { Local: var items } } element when _listItems.ContainsKey(items) || _arenaItems.Contains(items) => new ElementPlace(element.Array, Keep(element.Index)),
        ElementPlace element when PartOf(element.Array) is not null => new ElementPlace(element.Array, Keep(element.Index)),
        ElementPlace element => new ElementPlace(Keep(element.Array), Keep(element.Index)),
        FieldPlace field => new FieldPlace(Hold(field.Struct), field.Index),
        _ => place,
    };

    /// <summary>A place that may be read and then written: indices that are long to compute are computed once.</summary>
    private Place HoldCheaply(Place place) => place switch
    {
        ElementPlace element => new ElementPlace(element.Array is LocalRead || PartOf(element.Array) is not null ? element.Array : Keep(element.Array), IsCheap(element.Index) ? element.Index : Keep(element.Index)),
        FieldPlace field => new FieldPlace(HoldCheaply(field.Struct), field.Index),
        _ => place,
    };

    private static bool IsCheap(Expression index) => index is LocalRead or Constant
        || index is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Left: LocalRead or Constant, Right: LocalRead or Constant };

    private Expression Assignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            Move(assignment);
            return assignment.Parent is IExpressionStatementOperation ? Constant.Of(false) : PlaceOf(assignment.Target).Read;
        }

        if (assignment.Target is IDiscardOperation)
            return Value(assignment.Value);
        if (IsMember(assignment.Target))
            return Read(assignment, StoreTo(assignment, assignment.Target, _ => Bind(assignment.Value)));
        if (IsRectangular(assignment.Target) && assignment.Target is IMemberReferenceOperation { Instance: { } holder } held && IsHeap(holder.Type)
            && (held is IFieldReferenceOperation { Field: var behind } ? behind : FieldBehind((IPropertyReferenceOperation)held)) is { } stored)
        {
            var self = RequiredOwner(Value(holder));
            var array = Keep(Value(assignment.Value));
            StoreItem(assignment, self, stored, new ValueBinding(array));
            return array;
        }

        if (RectangularVariable(assignment.Target) is { } rectangular)
        {
            AssignRectangular(rectangular, Value(assignment.Value));
            return Read(rectangular);
        }

        if (SetByCSharp(assignment) is { } kept)
            return kept;
        var place = PlaceOf(assignment.Target);
        var (statements, value) = Capture(() => Coerce(place is LocalPlace ? Whole(assignment.Value) : Value(assignment.Value), place.Type));
        return Store(assignment, place, statements, value);
    }

    /// <summary>Stores a value whose statements were captured, and gives what was stored.</summary>
    private Expression Store(IOperation operation, Place place, List<Statement> statements, Expression value)
    {
        CheckWritable(place, operation);
        if (statements.Count > 0)
        {
            place = Hold(place);
            _out.AddRange(statements);
        }

        if (EndsControl(_out))
            return new Default(place.Type);
        if (place is LocalPlace { Local: var local })
        {
            if (local.Type is ArrayType && IsShared(value))
                _shared.Add(local);
            Emit(new Assign(place, value));
            return place.Read;
        }

        if (value.Type is ArrayType && IsShared(value))
            throw Fail(Rules.OutsideState, operation.Syntax.GetLocation(), "A static array", "copy it into an array of the method before putting it into another one");

        // Reading an element again could give another value than the one stored, where its index or array changes after.
        var kept = operation.Parent is IExpressionStatementOperation ? value : Keep(value);
        Emit(new Assign(place, kept));
        return kept;
    }

    /// <summary>A static array is shared by everything that reads it: writing to it is an effect outside the method.</summary>
    private void CheckWritable(Place place, IOperation operation)
    {
        switch (place)
        {
            case ElementPlace { Array: LocalRead { Local: var items } } when _listItems.TryGetValue(items, out var list):
                Change(list);
                break;
            case ElementPlace { Array: var stored } when PartOf(stored) is var (arena, self):
                Change(arena, self);
                break;
            case ElementPlace { Array: LocalRead { Local: { Type: ArrayType { Kind: ArrayKind.ReadOnlySpan } } given } } when _given.Contains(given):
                throw Unsupported(operation, "Writing to a list that the caller owns", "copy it: new List<…>(list)");
            case ElementPlace { Array: var array } when IsShared(array):
                throw Fail(
                    Rules.OutsideState,
                    operation.Syntax.GetLocation(),
                    array is LocalRead read && _weightArrays.ContainsValue(read) ? "An array of weights" : "A static array",
                    "copy it into an array of the method before writing to it");
            case FieldPlace field:
                CheckWritable(field.Struct, operation);
                break;
        }
    }

    private bool IsShared(Expression array) => array switch
    {
        Extern => true,
        LocalRead read => _shared.Contains(read.Local),
        Ir.Convert convert => IsShared(convert.Operand),
        Slice slice => IsShared(slice.Array),
        FieldRead field => field.Struct is Extern,
        Element { Type: ArrayType } row => IsShared(row.Array),
        Conditional choice => IsShared(choice.WhenTrue) || IsShared(choice.WhenFalse),
        _ => false,
    };

    /// <summary>The value of an assignment, where it is used.</summary>
    private Expression Read(IOperation operation, Binding stored) =>
        stored.IsSymbolic && operation.Parent is IExpressionStatementOperation ? Constant.Of(false) : ReadBinding(operation, stored);

    private Expression Compound(ICompoundAssignmentOperation compound)
    {
        if (compound.Target is { Type.TypeKind: TypeKind.Delegate } and not IEventReferenceOperation)
            throw Unsupported(compound, "A delegate that stands for several functions", "keep its functions in a list, and call each of them");
        if (IsMember(compound.Target))
            return Read(compound, StoreTo(compound, compound.Target, old => Combined(compound, old)));
        if (IsSymbolic(compound.Target))
        {
            var target = compound.Target;
            Rebind(compound, target, Combined(compound, () => Bind(target)));
            return Constant.Of(false);
        }

        var place = HoldCheaply(PlaceOf(compound.Target));
        var read = place.Read;
        var (statements, operand) = Capture(() => Value(compound.Value));
        if (statements.Count > 0)
        {
            place = Hold(place);
            read = Keep(place.Read);
            _out.AddRange(statements);
        }

        return Store(compound, place, [], Coerce(Combined(compound, read, operand, place.Type), place.Type));
    }

    private Binding Combined(ICompoundAssignmentOperation compound, Func<Binding> target)
    {
        var sides = BindInOrder([target, () => Bind(compound.Value)]);
        if (Target(compound.OperatorMethod, compound.ConstrainedToType) is { } method && sides.Any(static side => side.IsSymbolic))
            return InlineOperator(compound, method, sides);
        var read = ReadBinding(compound, sides[0]);
        return new ValueBinding(Coerce(Combined(compound, read, ReadBinding(compound, sides[1]), read.Type), read.Type));
    }

    private Expression Combined(ICompoundAssignmentOperation compound, Expression read, Expression operand, IrType type)
    {
        Expression value;
        if ((DecimalValues.IsHeld(read) || DecimalValues.IsHeld(operand)) && OperatorOf(compound.OperatorKind) is { } ofDecimals)
            return DecimalArithmetic(compound, ofDecimals, read, operand);
        if (type is StructType nullable && nullable.IsNullable() && compound.OperatorMethod is null)
        {
            value = Lifted(compound, compound.OperatorKind, read, operand, nullable, compound.IsChecked);
        }
        else if (Target(compound.OperatorMethod, compound.ConstrainedToType) is { } method)
        {
            var arguments = new[] { Coerce(read, TypeOf(method.Parameters[0].Type, compound.Syntax.GetLocation())), operand };
            value = IsTranslated(method)
                ? CallOf(compound, method, arguments)!
                : Passive(
                    compound,
                    $"({{0}} {Templates.Binary(OperatorOf(compound.OperatorKind)!.Value)} {{1}})",
                    arguments,
                    IsImmutable(method.ContainingType) ? Purity.Pure : Purity.Effectful);
        }
        else if (compound.Type?.SpecialType == SpecialType.System_String)
        {
            value = Passive(compound, "({0} + {1})", [read, operand], Purity.Pure);
        }
        else
        {
            if (type is OpaqueType && !compound.InConversion.IsIdentity)
                return InOwnType(compound, (OpaqueType)type, read, compound.OperatorKind, operand, compound.IsChecked);
            value = Arithmetic(compound, compound.OperatorKind, Widen(read, operand, compound), operand, compound.IsChecked);
        }

        return value;
    }

    /// <summary>The current value in the type that the operator computes in.</summary>
    private static Expression Widen(Expression read, Expression operand, ICompoundAssignmentOperation compound)
    {
        var isShift = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        return !isShift && read.Type is ScalarType && operand.Type is ScalarType && read.Type != operand.Type ? new Ir.Convert(operand.Type, read) : read;
    }
}
