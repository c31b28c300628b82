using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private const string WayOut = "call a method with source, or compute the value before and pass it in";

    /// <summary>
    /// A passive value that C# computes. Refused when an operand may carry a derivative; kept in a local at once where evaluating it may have effects.
    /// </summary>
    private Expression Passive(IOperation operation, string template, IReadOnlyList<Expression> operands, Purity purity)
    {
        CheckRectangular(operation, operands);
        if (_throws == 0 && operands.Any(IsActive))
            throw Fail(Rules.NoDerivative, operation.Syntax.GetLocation(), Origins.Line(operation.Syntax), WayOut);
        return Made(operation, TypeOf(operation), template, operands, purity);
    }

    private Expression Made(IOperation operation, IrType type, string template, IReadOnlyList<Expression> operands, Purity purity)
    {
        if (TypeMapper.IsRectangular(type))
            return Given(operation, (StructType)type, template, operands, purity);
        if (type is StructType { Form: not StructForm.Tuple } && TypeMapper.HoldsArray(type))
            throw Unsupported(operation, $"A struct with an array in it that comes from code without source ('{Origins.Line(operation.Syntax)}')", "take its array and its numbers one by one");
        var value = new Extern(type, template, Unheld(operands), purity) { Origin = Origins.Of(operation.Syntax) };
        return purity == Purity.Pure ? value : new LocalRead(Spill(value, "given"));
    }

    /// <summary>Operands as C# code takes them: nullable values in C#'s own type.</summary>
    private EquatableArray<Expression> Unheld(IReadOnlyList<Expression> operands) => operands
        .Select(operand => DecimalValues.IsHeld(operand) ? DecimalValues.ExactOf(operand) : operand.Type.IsNullable() ? Unheld(operand, new OpaqueType(((StructType)operand.Type).Fields[1].Type.CSharpName + "?")) : operand)
        .ToEquatableArray();

    private Expression? ExternCall(IInvocationOperation invocation, bool isUsed)
    {
        var method = invocation.TargetMethod;
        Touch(method);
        var parts = new List<IOperation>();
        var positions = new List<int>();
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } initializer } })
            {
                parts.AddRange(initializer.ElementValues.Select(Unboxed));
                positions.AddRange(initializer.ElementValues.Select((_, i) => argument.Parameter!.Ordinal + i));
                continue;
            }

            parts.Add(Unboxed(argument.Value));
            positions.Add(argument.Parameter!.Ordinal);
        }

        var self = method.IsStatic ? null : invocation.Instance;
        if (self is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && Receiver is null)
            throw Unsupported(invocation, "An instance method", "make it static and pass what it needs");
        CheckEscapes(parts);
        CheckEscapes([invocation]);
        var values = Values(self is null ? parts : [self, .. parts]);
        var offset = self is null ? 0 : 1;
        if (IsNonDifferentiable(method))
        {
            values = [.. values.Select(WithoutDerivative)];
        }
        else
        {
            CheckArrays(invocation, values);
            CheckRectangular(invocation, values);
        }

        var isScalarMember = IsScalarMember(method);
        if (_throws == 0 && values.Any(IsActive))
        {
            var type = method.ReturnsVoid ? null : TypeOf(invocation);
            if (!isScalarMember || type is null || type.IsDifferentiable)
                throw Fail(Rules.NoDerivative, invocation.Syntax.GetLocation(), CalledName(method), WayOutOf(method));
            if (type != ScalarType.Bool && method.Name != "CompareTo")
                WarnLost(invocation, values.First(IsActive), $"the result of '{CalledName(method)}' is '{type}'");
        }

        var arguments = Enumerable.Range(0, parts.Count).OrderBy(i => positions[i]).Select(i => $"{{{i + offset}}}");
        if (!Enumerable.Range(0, parts.Count).Select(i => positions[i]).SequenceEqual(positions.OrderBy(static p => p)))
            values = [.. values.Select(Keep)];
        var types = method.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(CodeName))}>";
        var owner = self is null ? CodeName(method.ContainingType) : "{0}";
        var template = $"{owner}.{method.Name}{types}({string.Join(", ", arguments)})";
        if (method.ReturnsVoid || !isUsed)
        {
            var dropped = method.ReturnsVoid ? new OpaqueType("void") : TypeOf(invocation);
            Emit(new Evaluate(new Extern(dropped, template, Unheld(values), Purity.Effectful) { Origin = Origins.Of(invocation.Syntax) }));
            return method.ReturnsVoid ? null : new Default(dropped);
        }

        var isPure = isScalarMember || (self is not null && IsImmutable(method.ContainingType));
        return Made(invocation, TypeOf(invocation), template, values, isPure ? Purity.Pure : Purity.Effectful);
    }

    /// <summary><c>names[i] = …</c> of a collection of data that a local variable holds: C# stores it; null for any other assignment.</summary>
    private Expression? SetByCSharp(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { IsIndexer: true, RefKind: RefKind.None, SetMethod: not null } indexer, Instance: ILocalReferenceOperation owner } target
            || IsList(owner.Type) || TypeOf(owner) is not OpaqueType || MethodBodies.HasSource(indexer.SetMethod, _compilation, _cancellation))
        {
            return null;
        }

        Touch(indexer);
        var values = Values([owner, .. target.Arguments.Select(static argument => argument.Value), assignment.Value]);
        if (_throws == 0 && values.Any(IsActive))
            throw Fail(Rules.NoDerivative, assignment.Syntax.GetLocation(), Origins.Line(assignment.Target.Syntax), WayOut);
        var value = Keep(values[values.Length - 1]);
        values[values.Length - 1] = value;
        var places = string.Join(", ", Enumerable.Range(1, values.Length - 2).Select(static i => $"{{{i}}}"));
        Emit(new Evaluate(new Extern(new OpaqueType("void"), $"{{0}}[{places}] = {{{values.Length - 1}}}", Unheld(values), Purity.Effectful) { Origin = Origins.Of(assignment.Syntax) }));
        return value;
    }

    private string WayOutOf(IMethodSymbol method) => method is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Struct } owner } && HasOwnSource(owner)
        ? $"make '{owner.Name}' a class: structs hold numbers, arrays and other structs"
        : WayOut;

    /// <summary>Code that is not translated must not change an array: the IR would not know.</summary>
    private void CheckArrays(IInvocationOperation invocation, Expression[] values)
    {
        var first = invocation.TargetMethod.IsStatic ? 0 : 1;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Type is ArrayType { Kind: not ArrayKind.ReadOnlySpan } && !IsShared(values[i]))
            {
                throw Unsupported(
                    (i >= first && i - first < invocation.Arguments.Length ? invocation.Arguments[i - first].Syntax : invocation.Syntax).GetLocation(),
                    $"Handing an array to '{CalledName(invocation.TargetMethod)}', which has no source in this compilation,",
                    "write the loop out, or do it before and pass the result in");
            }
        }
    }

    private static string CalledName(IMethodSymbol method) => $"{method.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{method.Name}";

    /// <summary>Members of the number types, of Math and of Convert that only look at numbers: <c>double.IsNaN</c>, <c>x.ToString()</c>.</summary>
    private static bool IsScalarMember(IMethodSymbol method)
    {
        if (IsConvert(method.ContainingType))
            return method.Parameters.Length == 1 && MathRules.Scalar(method.Parameters[0].Type) is not null;
        if (IsDecimal(method.ContainingType) && !IsDecimal(method.ReturnType))
            return !method.IsStatic || (method.Parameters.Length > 0 && IsDecimal(method.Parameters[0].Type));
        return (MathRules.Scalar(method.ContainingType) is not null || method.ContainingType.ToDisplayString() is "System.Math" or "System.MathF")
            && (method.Name is not ("Parse" or "TryParse" or "ToString" or "TryFormat") || method is { Name: "ToString", IsStatic: false });
    }

    /// <summary>Types whose instance members have no effects and depend on the value alone.</summary>
    private static bool IsImmutable(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_Char or SpecialType.System_DateTime
            or (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
        || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || type.TypeKind == TypeKind.Enum
        || type.ToDisplayString() is "System.TimeSpan" or "System.DateOnly" or "System.TimeOnly" or "System.DateTimeOffset" or "System.Guid" or "System.Index";

    private Extern ExternNew(IObjectCreationOperation creation)
    {
        WantHeapIn(creation.Type);
        if (creation.Constructor is { } constructor)
            Touch(constructor);
        var given = creation.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue).OrderBy(static a => a.Parameter!.Ordinal).Select(static a => Unboxed(a.Value)).ToList();
        var count = given.Count;
        var added = creation.Initializer is { } initializer ? Filled(initializer, given) : "";
        CheckEscapes(given);
        CheckEscapes([creation]);
        var values = Values(given);
        CheckRectangular(creation, values);
        if (_throws == 0 && values.Any(IsActive))
            throw Fail(Rules.NoDerivative, creation.Syntax.GetLocation(), Origins.Line(creation.Syntax), WayOut);
        var operands = string.Join(", ", Enumerable.Range(0, count).Select(static i => $"{{{i}}}"));
        return new Extern(TypeOf(creation), $"new {CodeName(creation.Type!.WithNullableAnnotation(NullableAnnotation.None))}({operands}){added}", Unheld(values), Purity.Effectful)
        {
            Origin = Origins.Of(creation.Syntax),
        };
    }

    /// <summary>What an initializer puts into an object of C#, as C# writes it; the values are added to the operands.</summary>
    private string Filled(IObjectOrCollectionInitializerOperation initializer, List<IOperation> operands)
    {
        var parts = new List<string>();
        foreach (var part in initializer.Initializers)
        {
            parts.Add(part switch
            {
                IInvocationOperation { TargetMethod: { IsStatic: false, Name: "Add" } } add when add.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.Explicit) =>
                    $"{{ {string.Join(", ", add.Arguments.Select(argument => Hole(argument.Value)))} }}",
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer } assignment =>
                    $"[{string.Join(", ", indexer.Arguments.Select(argument => Hole(argument.Value)))}] = {Hole(assignment.Value)}",
                _ => throw Unsupported(part, "This member in an initializer", "pass the value to the constructor, or add it afterwards"),
            });
        }

        return $" {{ {string.Join(", ", parts)} }}";

        string Hole(IOperation value)
        {
            operands.Add(Unboxed(value));
            return $"{{{operands.Count - 1}}}";
        }
    }

    /// <summary>A list of data, which only C# knows, from its elements.</summary>
    private Expression CollectionOfData(ICollectionExpressionOperation collection)
    {
        if (collection.Type is not INamedTypeSymbol { TypeArguments.Length: 1, TypeKind: TypeKind.Class or TypeKind.Interface } type || collection.Elements.Any(static element => element is ISpreadOperation))
            throw Unsupported(collection, $"A collection expression of type '{collection.Type!.ToDisplayString()}'", "make an array, or an empty collection and add to it");
        var operands = collection.Elements.Select(Unboxed).ToList();
        CheckEscapes(operands);
        var values = Values(operands);
        var name = type.TypeKind == TypeKind.Interface ? $"global::System.Collections.Generic.List<{CodeName(type.TypeArguments[0])}>" : CodeName(type.WithNullableAnnotation(NullableAnnotation.None));
        var elements = values.Length == 0 ? "()" : $" {{ {string.Join(", ", values.Select(static (_, i) => $"{{{i}}}"))} }}";
        return Passive(collection, $"new {name}{elements}", values, Purity.Effectful);
    }

    /// <summary>A type as the code of the body names it: what its parameters stand for in their places.</summary>
    private string CodeName(ITypeSymbol type) => MethodIds.QualifiedName(Resolve(type));

    /// <summary>The value under a conversion to object, or of an array to what it is: C# converts it again where the template is printed.</summary>
    private static IOperation Unboxed(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion
        && (conversion.Type?.SpecialType == SpecialType.System_Object || (conversion.Conversion.IsReference && conversion.Operand.Type is IArrayTypeSymbol))
            ? conversion.Operand
            : operation;

    private Expression Concatenation(IBinaryOperation operation)
    {
        CheckEscapes([Unboxed(operation.LeftOperand), Unboxed(operation.RightOperand)]);
        var values = Values([Unboxed(operation.LeftOperand), Unboxed(operation.RightOperand)]);
        foreach (var value in values)
            WarnLost(operation, value, "it becomes text");
        return Made(operation, TypeOf(operation), "({0} + {1})", values, Purity.Pure);
    }

    private Expression Interpolated(IInterpolatedStringOperation text) => Interpolated(text, TypeOf(text), null);

    /// <summary>An interpolated string, or what <paramref name="factory"/> makes of its format and its values.</summary>
    private Expression Interpolated(IInterpolatedStringOperation text, IrType type, string? factory)
    {
        var format = new StringBuilder("\"");
        var parts = new List<IOperation>();
        foreach (var part in text.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation literal:
                    format.Append(Templates.FormatPart((string)literal.Text.ConstantValue.Value!));
                    break;
                case IInterpolationOperation hole:
                    format.Append(Templates.OpenBrace).Append(parts.Count);
                    if (hole.Alignment is { } alignment)
                        format.Append(',').Append(alignment.ConstantValue.Value);
                    if (hole.FormatString is { } specifier)
                        format.Append(':').Append(Templates.FormatPart((string)specifier.ConstantValue.Value!));
                    format.Append(Templates.CloseBrace);
                    parts.Add(Unboxed(hole.Expression));
                    break;
                default:
                    throw Unsupported(part, "This kind of interpolated string", "use string.Format");
            }
        }

        format.Append('"');
        CheckEscapes(parts);
        var values = Values(parts);
        for (var i = 0; i < values.Length; i++)
            WarnLost(parts[i], values[i], "it becomes text");
        var operands = string.Concat(Enumerable.Range(0, values.Length).Select(static i => $", {{{i}}}"));
        var template = values.Length == 0 && factory is null ? format.ToString() : $"{factory ?? "global::System.String.Format"}({format}{operands})";
        return Made(text, type, template, values, Purity.Pure);
    }
}
