using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Finds the IR type of a C# type, or the reason why it has none.</summary>
/// <remarks>Not thread-safe: one for each body that is translated.</remarks>
/// <param name="isReference">Whether objects of a class or interface are positions in arrays; null where none are.</param>
internal sealed class TypeMapper(System.Func<ITypeSymbol, bool>? isReference = null)
{
    private readonly Dictionary<ITypeSymbol, (IrType? Type, string Problem)> _known = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<string, StructLayout> _layouts = new(System.StringComparer.Ordinal);

    /// <summary>The IR type, or null with the reason and the way out in <paramref name="problem"/>.</summary>
    public IrType? Map(ITypeSymbol type, out string problem)
    {
        if (!_known.TryGetValue(type, out var found))
        {
            // A struct that contains itself does not compile; the entry only ends the recursion on such code.
            _known[type] = (null, "it contains itself");
            found = (Create(type, out var reason), reason);
            _known[type] = found;
        }

        problem = found.Problem;
        return found.Type;
    }

    /// <summary>The layout of a struct of this mapper.</summary>
    public StructLayout Layout(StructType type) => _layouts[type.Name];

    private IrType? Create(ITypeSymbol type, out string problem)
    {
        problem = "";
        if (MathRules.Scalar(type) is { } scalar)
            return scalar;
        switch (type)
        {
            case IArrayTypeSymbol { IsSZArray: true } array:
                return Sequence(array.ElementType, ArrayKind.Array, out problem);
            case IArrayTypeSymbol array:
                return Sequence(array.ElementType, ArrayKind.Array, out problem) is { } elements ? Rectangular(elements, array.Rank) : null;
            case ITypeParameterSymbol:
                problem = "generic code is not translated yet; write the method for a concrete type";
                return null;
            case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate } when isReference?.Invoke(type) == true:
                return ScalarType.Int;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration:
                return EnumOf(enumeration);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                return Tuple(tuple, out problem);
            case INamedTypeSymbol { IsAnonymousType: true } anonymous:
                return Anonymous(anonymous, out problem);
            case INamedTypeSymbol named when IsSpan(named, out var kind):
                return Sequence(named.TypeArguments[0], kind, out problem);
            case INamedTypeSymbol named when HoldsFloating(named):
                problem = IsSequence(named)
                    ? "collections of numbers are taken as lists, arrays and spans, and returned as arrays; make others in the method"
                    : "it may hold a number that carries a derivative, and its code is not looked into; use the number itself";
                return null;
            case INamedTypeSymbol { TypeKind: TypeKind.Struct } structure:
                return Struct(structure, out problem);
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol or IDynamicTypeSymbol:
                problem = "only types that the compiler can check are translated; use an array or a span";
                return null;
            default:
                return new OpaqueType(MethodIds.QualifiedName(type));
        }
    }

    private static bool IsSpan(INamedTypeSymbol type, out ArrayKind kind)
    {
        kind = type.Name == "Span" ? ArrayKind.Span : ArrayKind.ReadOnlySpan;
        return type is { Name: "Span" or "ReadOnlySpan", TypeArguments.Length: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
    }

    private static bool IsSequence(INamedTypeSymbol type) =>
        type.AllInterfaces.Add(type).Any(static member => member.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);

    private static bool HoldsFloating(INamedTypeSymbol type) =>
        type.TypeArguments.Length == 1
        && type.SpecialType != SpecialType.System_Nullable_T
        && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
        && type.TypeArguments[0].SpecialType is SpecialType.System_Double or SpecialType.System_Single
        && type.Locations.All(static location => !location.IsInSource);

    /// <summary>Whether a struct of another assembly is made of floating-point numbers: its private fields are not to be seen, its constructors are.</summary>
    private static bool IsMadeOfFloating(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.None
        && type.InstanceConstructors.Any(static constructor => constructor.DeclaredAccessibility == Accessibility.Public
            && constructor.Parameters.Any(static parameter => parameter.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single));

    private static EnumType EnumOf(INamedTypeSymbol type)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue)
            .Select(static field => new EnumMember(field.Name, Constants.ToLong(field.ConstantValue!)));
        return new EnumType(MethodIds.QualifiedName(type), members.ToEquatableArray());
    }

    // The value that stands for an array of several dimensions: its elements row by row, and its lengths.
    private static StructType Rectangular(ArrayType elements, int rank)
    {
        StructField[] fields = [new(ElementsField, elements), .. Enumerable.Range(0, rank).Select(static dimension => new StructField($"Length{dimension}", ScalarType.Int))];
        return new StructType($"({string.Join(", ", fields.Select(static field => $"{field.Type.CSharpName} {field.Name}"))})", StructForm.Tuple, fields.ToEquatableArray());
    }

    /// <summary>The value that stands for an array of several dimensions.</summary>
    public static StructNew Rectangular(Expression elements, IEnumerable<Expression> lengths)
    {
        Expression[] parts = [elements, .. lengths];
        return new StructNew(Rectangular((ArrayType)elements.Type, parts.Length - 1), parts.ToEquatableArray());
    }

    /// <summary>Whether a type stands for an array of several dimensions.</summary>
    public static bool IsRectangular(IrType type) => type is StructType { Form: StructForm.Tuple, Fields: { Count: > 2 } fields } && fields[0].Name == ElementsField && fields[1].Name == "Length0";

    private const string ElementsField = "Elements";

    private ArrayType? Sequence(ITypeSymbol element, ArrayKind kind, out string problem)
    {
        if (Map(element, out problem) is not { } mapped)
            return null;
        if (mapped is ArrayType && kind != ArrayKind.Array)
        {
            problem = "spans of arrays are not translated; use an array of arrays";
            return null;
        }

        if (mapped is StructType && HoldsArray(mapped))
        {
            problem = "arrays inside the structs or tuples of an array are not translated; use an array of arrays";
            return null;
        }

        return new ArrayType(mapped, kind);
    }

    /// <summary>Whether a value of a type is or has an array.</summary>
    public static bool HoldsArray(IrType type) => type is ArrayType || (type is StructType structure && structure.Fields.Any(static field => HoldsArray(field.Type)));

    private StructType? Tuple(INamedTypeSymbol tuple, out string problem)
    {
        problem = "";
        var fields = new List<StructField>();
        foreach (var element in tuple.TupleElements)
        {
            if (Map(element.Type, out problem) is not { } mapped)
                return null;
            if (IsRectangular(mapped))
            {
                problem = "arrays of several dimensions inside tuples are not translated; keep each in a variable of its own";
                return null;
            }

            fields.Add(new(element.Name, mapped));
        }

        // Where an element is a position, the type's own name would say something else.
        var isNamed = isReference is null || !tuple.TupleElements.Any(element => HoldsReference(element.Type));
        var name = isNamed ? MethodIds.QualifiedName(tuple) : $"({string.Join(", ", fields.Select(static field => $"{field.Type.CSharpName} {field.Name}"))})";
        return new StructType(name, StructForm.Tuple, fields.ToEquatableArray());
    }

    private bool HoldsReference(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HoldsReference(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => HoldsReference(element.Type)),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate } named => isReference?.Invoke(named) == true,
        _ => false,
    };

    /// <summary>Objects of an anonymous type never change: a tuple of their members is as good.</summary>
    private StructType? Anonymous(INamedTypeSymbol type, out string problem)
    {
        problem = "";
        var fields = new List<StructField>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (Map(property.Type, out problem) is not { } mapped)
                return null;
            fields.Add(new($"Item{fields.Count + 1}", mapped));
        }

        // C# has no tuple of one.
        while (fields.Count < 2)
            fields.Add(new($"Item{fields.Count + 1}", ScalarType.Bool));
        return new StructType($"({string.Join(", ", fields.Select(static field => field.Type.CSharpName))})", StructForm.Tuple, fields.ToEquatableArray());
    }

    /// <summary>The type of an entry of a dictionary.</summary>
    /// <param name="definition">C#'s own generic type.</param>
    /// <param name="key">The type of its key.</param>
    /// <param name="value">The type of its value.</param>
    public StructType Pair(INamedTypeSymbol definition, IrType key, IrType value)
    {
        var name = $"global::System.Collections.Generic.KeyValuePair<{key.CSharpName}, {value.CSharpName}>";
        _layouts[name] = new StructLayout(
            StructForm.Positional,
            [.. definition.GetMembers().OfType<IPropertySymbol>().OrderBy(static property => property.Name, System.StringComparer.Ordinal)],
            definition.InstanceConstructors.First(static constructor => constructor.Parameters.Length == 2));
        return new StructType(name, StructForm.Positional, [new("Key", key), new("Value", value)]);
    }

    /// <summary>An entry of a dictionary, where its parts are translated.</summary>
    private StructType? Pair(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.ToDisplayString() != "System.Collections.Generic.KeyValuePair<TKey, TValue>"
            || Map(type.TypeArguments[0].WithNullableAnnotation(NullableAnnotation.None), out _) is not { } key
            || Map(type.TypeArguments[1], out _) is not { } value
            || HoldsArray(key) || HoldsArray(value))
        {
            return null;
        }

        return Pair(type.OriginalDefinition, key, value);
    }

    private StructType Complex(INamedTypeSymbol type)
    {
        ISymbol[] members = [type.GetMembers("Real")[0], type.GetMembers("Imaginary")[0]];
        var constructor = type.InstanceConstructors.First(static constructor => constructor.Parameters.Length == 2);
        var result = new StructType(MethodIds.QualifiedName(type), StructForm.Positional, members.Select(static member => new StructField(member.Name, ScalarType.Double)).ToEquatableArray());
        _layouts[result.Name] = new StructLayout(StructForm.Positional, members, constructor);
        return result;
    }

    private IrType? Struct(INamedTypeSymbol type, out string problem)
    {
        problem = "";
        if (Pair(type) is { } pair)
            return pair;
        if (LibraryPrograms.Knows(type))
            return Complex(type);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.DeclaringSyntaxReferences.IsEmpty)
        {
            if (type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T && (StructLayout.HoldsFloating(type) || IsMadeOfFloating(type)))
            {
                problem = "it is a struct of another assembly that holds floating-point numbers; use a struct or tuple of your own";
                return null;
            }

            return new OpaqueType(MethodIds.QualifiedName(type));
        }

        var layout = StructLayout.Find(type, out var reason);
        if (layout is null or { Form: StructForm.Accessed } && !StructLayout.HoldsFloating(type, withArrays: true))
            return new OpaqueType(MethodIds.QualifiedName(type));
        if (layout is null)
        {
            problem = reason;
            return null;
        }

        var fields = new List<StructField>();
        foreach (var member in layout.Members)
        {
            if (HoldsReference(StructLayout.TypeOf(member)))
            {
                problem = $"its member '{member.Name}' is an object that the method makes; use a tuple or a class";
                return null;
            }

            if (Map(StructLayout.TypeOf(member), out problem) is not { } mapped)
                return null;
            if (IsRectangular(mapped))
            {
                problem = $"its member '{member.Name}' is an array of several dimensions; pass it beside the struct";
                return null;
            }

            fields.Add(new(StructLayout.NameOf(member), mapped));
        }

        var result = new StructType(MethodIds.QualifiedName(type), layout.Form, fields.ToEquatableArray()) { Access = layout.Access };
        _layouts[result.Name] = layout;
        return result;
    }
}
