using System;
using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// x?.Member, x?[i] and x?.Call().
internal sealed partial class BodyTranslator
{
    /// <summary>What the accesses around are made on, innermost last.</summary>
    private readonly Stack<Binding> _accessed = new();

    /// <summary>The value of an access, or null where there is nothing to access.</summary>
    private Expression Accessed(IConditionalAccessOperation access)
    {
        var type = HeldType(access);
        Expression nothing = type is OpaqueType ? new Extern(type, "null", [], Purity.Pure) : new Default(type);
        if (Subject(access, out var known) is not { } isThere)
            return known is NullBinding ? nothing : Present(access, known, type);
        return Choose(isThere, () => Present(access, known, type), () => nothing, type);
    }

    /// <summary>An access whose value nobody uses.</summary>
    private void AccessedEffect(IConditionalAccessOperation access)
    {
        if (Subject(access, out var known) is not { } isThere)
        {
            if (known is not NullBinding)
                OnSubject(known, () => Effect(access.WhenNotNull));
            return;
        }

        var (statements, _) = Capture<object?>(() =>
        {
            OnSubject(known, () => Effect(access.WhenNotNull));
            return null;
        });
        Emit(new If(isThere, new Block(statements.ToEquatableArray()), Block.Empty));
    }

    /// <summary>Whether what is accessed is there, and what it is; null where that is known while translating.</summary>
    private Expression? Subject(IConditionalAccessOperation access, out Binding subject)
    {
        var operand = access.Operation;
        if (IsSymbolic(operand))
        {
            subject = Bind(operand);
            return null;
        }

        if (NullableOf(operand.Type) is { } nullable)
        {
            var (has, some) = Halves(Value(operand), nullable);
            subject = new ValueBinding(Keep(some));
            return Keep(has);
        }

        var value = Value(operand);
        if (IsHeap(operand.Type))
        {
            var item = Keep(value);
            subject = new ValueBinding(item);
            return new Binary(BinaryOperator.NotEqual, item, Constant.Of(0));
        }

        if (value.Type is not (OpaqueType or ArrayType))
            throw Unsupported(access, "'?.'", "test for null with 'if'");
        var kept = Keep(value);
        var name = kept.Type.CSharpName;
        subject = new ValueBinding(kept.Type is OpaqueType && name.EndsWith("?", StringComparison.Ordinal) ? new Extern(new OpaqueType(name.Substring(0, name.Length - 1)), "{0}!", [kept], Purity.Pure) : kept);
        return new Extern(ScalarType.Bool, "({0} is not null)", [kept], Purity.Pure);
    }

    private Expression Present(IConditionalAccessOperation access, Binding subject, IrType type)
    {
        Expression? value = null;
        OnSubject(subject, () => value = Value(access.WhenNotNull));
        return type is StructType nullable && type.IsNullable() ? AsNullable(value!, nullable) : Coerce(value!, type);
    }

    private void OnSubject(Binding subject, Action translate)
    {
        _accessed.Push(subject);
        try
        {
            translate();
        }
        finally
        {
            _accessed.Pop();
        }
    }
}
