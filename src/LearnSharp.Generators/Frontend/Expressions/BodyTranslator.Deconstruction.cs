using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary><c>(a, b) = value</c>: the targets' indices, then the value, then the stores, left to right.</summary>
    private Constant Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var targets = new List<(IOperation Operation, Place? Place)>();
        CollectTargets(deconstruction.Target, targets);
        var (statements, values) = Capture(() => Parts(deconstruction.Value, deconstruction.Target));
        if (statements.Count > 0)
            HoldAll(targets);
        for (var i = 0; i < targets.Count; i++)
        {
            if (targets[i].Place is not { } place)
                continue;

            // Which storage a target names is decided, and checked to be there, before the values are computed and before the first store.
            var earlier = targets.Take(i).Select(static target => target.Place).OfType<Place>().ToList();
            if (statements.Count == 0 && earlier.Any(written => PlaceReads.MayMove(place, written)))
                targets[i] = (targets[i].Operation, Hold(place));
            if (place is ElementPlace && (statements.Count > 0 || earlier.Any(static written => written is ElementPlace)) && !values.Any(value => PlaceReads.Reads(value, place)))
                Spill(targets[i].Place!.Read, "there");
        }

        _out.AddRange(statements);

        // All values are taken before the first store: that is what makes a swap work.
        if (targets.Count > 1)
            values = [.. values.Select((value, i) => targets[i].Place is null && targets[i].Operation is not IDiscardOperation && i == values.Count - 1 && RectangularVariable(targets[i].Operation) is null ? value : Keep(value))];
        var stored = new List<Expression>();
        for (var i = 0; i < targets.Count; i++)
            StorePart(targets[i].Operation, targets[i].Place, values[i], stored);
        return deconstruction.Parent is IExpressionStatementOperation || deconstruction.Type is null
            ? Constant.Of(false)
            : throw Unsupported(deconstruction, "The value of a deconstruction", "use the parts");
    }

    /// <summary>Stores the parts of a value that is already kept: the variables of a foreach.</summary>
    private void Distribute(IOperation target, Expression value, ITypeSymbol? type)
    {
        var targets = new List<(IOperation Operation, Place? Place)>();
        CollectTargets(target, targets);
        var parts = new List<Expression>();
        Split(value, type, target, target, parts);
        for (var i = 0; i < targets.Count; i++)
            StorePart(targets[i].Operation, targets[i].Place, parts[i], []);
    }

    private void HoldAll(List<(IOperation Operation, Place? Place)> targets)
    {
        for (var i = 0; i < targets.Count; i++)
            targets[i] = (targets[i].Operation, targets[i].Place is { } place ? Hold(place) : null);
    }

    private void CollectTargets(IOperation target, List<(IOperation Operation, Place? Place)> targets)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                CollectTargets(declaration.Expression, targets);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    CollectTargets(element, targets);
                break;
            case IDiscardOperation:
                targets.Add((target, null));
                break;
            case var variable when RectangularVariable(variable) is not null:
                targets.Add((target, null));
                break;
            case ILocalReferenceOperation { IsDeclaration: true }:
                targets.Add((target, null));
                break;
            default:
                var (statements, place) = Capture(() => PlaceOf(target));
                if (statements.Count > 0)
                {
                    HoldAll(targets);
                    _out.AddRange(statements);
                }

                targets.Add((target, place));
                break;
        }
    }

    private void StorePart(IOperation target, Place? place, Expression value, List<Expression> stored)
    {
        stored.Add(value);
        switch (target)
        {
            case IDiscardOperation:
                break;
            case var variable when RectangularVariable(variable) is { } rectangular:
                AssignRectangular(rectangular, value);
                break;
            case ILocalReferenceOperation { IsDeclaration: true, Local: { Type: var type } rows } declared when IsRectangular(type):
                DeclareRectangular(rows, (StructType)TypeOf(type, declared.Syntax.GetLocation()), value);
                break;
            case ILocalReferenceOperation { IsDeclaration: true } declared:
            {
                var type = HeldType(declared.Local.Type, declared.Syntax.GetLocation());
                DeclareLocal(declared.Local, type, Coerce(value, type));
                break;
            }

            default:
                CheckWritable(place!, target);
                Emit(new Assign(place!, Coerce(value, place!.Type)));
                break;
        }
    }

    /// <summary>The parts of a value that a target takes apart.</summary>
    private List<Expression> Parts(IOperation value, IOperation target)
    {
        var unwrapped = value;
        while (unwrapped is IConversionOperation { IsImplicit: true } conversion && conversion.Operand is ITupleOperation)
            unwrapped = conversion.Operand;
        if (target is IDeclarationExpressionOperation declaration)
            return Parts(value, declaration.Expression);
        var parts = new List<Expression>();
        if (unwrapped is ITupleOperation written && target is ITupleOperation { Elements.Length: var count } && written.Elements.Length == count
            && !((ITupleOperation)target).Elements.Any(static e => e is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation }))
        {
            parts.AddRange(Values(written.Elements));
            return parts;
        }

        if (IsSymbolic(value) && Bind(value) is ObjectBinding made)
            TakeApart(Deconstruction(value.Type!, target) ?? throw NotTakenApart(value), made, target, value, parts);
        else
            Split(Keep(Value(value)), value.Type, target, value, parts);
        return parts;
    }

    private void Split(Expression value, ITypeSymbol? written, IOperation target, IOperation where, List<Expression> parts)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            Split(value, written, declaration.Expression, where, parts);
            return;
        }

        if (target is not ITupleOperation tuple)
        {
            parts.Add(value);
            return;
        }

        if (value.Type is StructType type && type.Fields.Count == tuple.Elements.Length && IsPositional(type))
        {
            var named = written is null ? null : Resolve(written) as INamedTypeSymbol;
            for (var i = 0; i < tuple.Elements.Length; i++)
                Split(new FieldRead(value, i), named is { IsTupleType: true } ? named.TupleElements[i].Type : null, tuple.Elements[i], where, parts);
            return;
        }

        if (IsHeap(written))
        {
            var owner = RequiredOwner(value);
            if (Deconstruction(written!, tuple) is { } own)
            {
                TakeApart(own, new LocalBinding(owner.Local), tuple, where, parts);
                return;
            }

            var members = PositionsOf(where, Resolve(written!), tuple.Elements.Length);
            for (var i = 0; i < members.Count; i++)
                Split(Keep(HeapMember(where, owner, written!, members[i])), ((IPropertySymbol)members[i]).Type, tuple.Elements[i], where, parts);
            return;
        }

        if (written is null || Deconstruction(written, tuple) is not { } method)
            throw NotTakenApart(where);
        TakeApart(method, new LocalBinding(Spill(value, "whole")), tuple, where, parts);
    }

    private TranslationException NotTakenApart(IOperation where)
    {
        WantHeap(where.Type);
        return Unsupported(where, $"Taking apart '{Origins.Line(where.Syntax)}'", "read its members one by one");
    }

    /// <summary>The <c>Deconstruct</c> with source that takes a value of a type apart; null where there is none.</summary>
    private IMethodSymbol? Deconstruction(ITypeSymbol type, IOperation target)
    {
        var count = target is IDeclarationExpressionOperation { Expression: ITupleOperation declared } ? declared.Elements.Length : ((ITupleOperation)target).Elements.Length;
        for (var current = Resolve(type); current is not null; current = current.BaseType)
        {
            foreach (var method in current.GetMembers("Deconstruct").OfType<IMethodSymbol>())
            {
                if (!method.IsStatic && method.Parameters.Length == count && method.Parameters.All(static parameter => parameter.RefKind == RefKind.Out) && MethodBodies.HasSource(method, _compilation, _cancellation))
                    return method;
            }
        }

        return null;
    }

    private void TakeApart(IMethodSymbol method, Binding self, IOperation target, IOperation where, List<Expression> parts)
    {
        var tuple = (ITupleOperation)(target is IDeclarationExpressionOperation declaration ? declaration.Expression : target);
        var given = TakenApart(method, self, where);
        for (var i = 0; i < given.Count; i++)
            Split(given[i], method.Parameters[i].Type, tuple.Elements[i], where, parts);
    }

    /// <summary>Calls a <c>Deconstruct</c> in place: what it gives.</summary>
    private List<LocalRead> TakenApart(IMethodSymbol method, Binding self, IOperation where)
    {
        var given = new List<Local>();
        foreach (var parameter in method.Parameters)
        {
            var local = NewLocal(HeldType(parameter.Type, where.Syntax.GetLocation()), parameter.Name);
            Emit(new Declare(local, null));
            given.Add(local);
        }

        Inline(where, method, self, [.. given.Select(static local => new PlaceBinding(new LocalPlace(local)))], null);
        _stable.UnionWith(given);
        return given.ConvertAll(static local => new LocalRead(local));
    }

    /// <summary>Whether a struct is taken apart into its members in order: tuples, and records without a Deconstruct of their own.</summary>
    private bool IsPositional(StructType type) =>
        type.Form == StructForm.Tuple
        || (type.Form == StructForm.Positional && _types.Layout(type).Constructor is { ContainingType: var owner }
            && (owner.DeclaringSyntaxReferences.IsEmpty || owner.IsRecord)
            && owner.GetMembers("Deconstruct").OfType<IMethodSymbol>().All(m => m.IsImplicitlyDeclared || owner.DeclaringSyntaxReferences.IsEmpty));
}
