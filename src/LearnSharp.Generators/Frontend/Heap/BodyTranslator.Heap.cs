using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

// Objects that live in arrays: where which object a variable stands for depends on the path, a reference is a position in the arrays of an arena. Whether a
// class needs that shows only where its objects meet such a variable: the body is translated again then, with all that was found out.
internal sealed partial class BodyTranslator
{
    /// <summary>How often a body is translated again: each time with more known, so that this is never reached but by mistake.</summary>
    private const int MostAttempts = 32;

    private const string NullReference = "new global::System.NullReferenceException()";

    private readonly HeapPlan _plan;
    private readonly HashSet<ISymbol> _wantedTypes = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> _metClasses = [];
    private readonly List<Arena> _arenas = [];

    /// <summary>The arrays of arenas: like those of lists they are replaced when they grow.</summary>
    private readonly HashSet<Local> _arenaItems = [];

    /// <summary>The classes that the object in a stable local may be of, where less is possible than its type says.</summary>
    private readonly Dictionary<Local, IReadOnlyList<INamedTypeSymbol>> _classes = [];

    /// <summary>Stable locals that are known to hold an object, and the code in which that is known; null for everywhere.</summary>
    private readonly Dictionary<Local, Region?> _present = [];

    private readonly List<Statement> _arenaDeclarations = [];

    /// <summary>Whether objects of a type live in arrays.</summary>
    private bool IsHeap(ITypeSymbol? type) => !_plan.IsEmpty && type is not null && Resolve(type) is INamedTypeSymbol named && _plan.Contains(named);

    /// <summary>Whether values of a type are, or hold, objects that live in arrays.</summary>
    private bool HoldsHeap(ITypeSymbol? type) => !_plan.IsEmpty && type is not null && Holds(Resolve(type), _plan);

    private static bool Holds(ITypeSymbol type, HeapPlan plan) => type switch
    {
        IArrayTypeSymbol array => Holds(array.ElementType, plan),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => Holds(element.Type, plan)),
        INamedTypeSymbol { IsAnonymousType: true } anonymous => anonymous.GetMembers().OfType<IPropertySymbol>().Any(property => Holds(property.Type, plan)),
        INamedTypeSymbol named => plan.Contains(named) || named.TypeArguments.Any(argument => Holds(argument, plan)),
        _ => false,
    };

    /// <summary>Whether a method takes or gives objects that live in arrays: its body is translated in place then.</summary>
    private bool TakesHeap(IMethodSymbol method) => !_plan.IsEmpty && (HoldsHeap(method.ReturnType) || method.Parameters.Any(parameter => HoldsHeap(parameter.Type)));

    /// <summary>What is to be known when the body is translated again.</summary>
    private HeapPlan NextPlan() => _plan.With(_wantedTypes, _metClasses, _foundFunctions).With(_wantedCollections, _wantedCounts);

    /// <summary>Notes that which object something stands for depends on the path.</summary>
    private void WantHeap(Binding? binding, ITypeSymbol? declared = null)
    {
        if (binding is ObjectBinding known)
            WantHeap(known.Type);
        else if (binding is null or NullBinding or UnassignedBinding or CollectionBinding or DelegateBinding)
            WantHeap(declared);
    }

    private void WantHeap(ITypeSymbol? given)
    {
        WantCollections(given);
        if (given is null || Resolve(given.WithNullableAnnotation(NullableAnnotation.None)) is not INamedTypeSymbol type || !MayBeHeap(type))
            return;

        // What the caller hands in or takes out is an object of C#.
        var family = HeapPlan.Ancestors(type).Where(HasOwnSource).ToList();
        var wanted = HeapPlan.Empty.With(family, [], []);
        if (Holds(_method.ReturnType, wanted) || _method.Parameters.Any(parameter => Holds(parameter.Type, wanted)) || (!_method.IsStatic && Holds(_method.ContainingType, wanted)))
            return;
        _wantedTypes.UnionWith(family);
    }

    /// <summary>Notes that objects are kept in what C# has for them: arrays, lists and the like.</summary>
    private void WantHeapIn(ITypeSymbol? type)
    {
        foreach (var element in (type as INamedTypeSymbol)?.TypeArguments ?? [])
        {
            // Records of data alone are what C# knows, also in its collections.
            if (DataConstructor(element) is null)
                WantHeap(element);
        }
    }

    private bool MayBeHeap(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface
        ? HasOwnSource(type)
        : type is { TypeKind: TypeKind.Class, IsStatic: false } && type.SpecialType != SpecialType.System_Object && BasesHaveSource(type);

    private bool HasOwnSource(INamedTypeSymbol type) =>
        !type.IsAnonymousType && !type.DeclaringSyntaxReferences.IsEmpty && type.DeclaringSyntaxReferences.All(reference => _compilation.ContainsSyntaxTree(reference.SyntaxTree));

    /// <summary>Notes a class of which an object is made; false where that was not known when the translation began.</summary>
    private bool Meet(INamedTypeSymbol type)
    {
        if (_plan.Classes.Contains(type, SymbolEqualityComparer.Default))
            return true;
        _metClasses.Add(type);
        _failed = true;
        return false;
    }

    /// <summary>Makes an arena for each family of classes: those that a variable of one type may name.</summary>
    private void DeclareArenas()
    {
        var families = new List<(HashSet<ISymbol> Types, List<INamedTypeSymbol> Classes)>();
        foreach (var type in _plan.Classes)
        {
            var joined = new HashSet<ISymbol>(HeapPlan.Ancestors(type).Where(HasOwnSource), SymbolEqualityComparer.Default);
            var classes = new List<INamedTypeSymbol>();
            foreach (var family in families.Where(family => family.Types.Overlaps(joined)).ToList())
            {
                joined.UnionWith(family.Types);
                classes.AddRange(family.Classes);
                families.Remove(family);
            }

            classes.Add(type);
            families.Add((joined, classes));
        }

        foreach (var (_, classes) in families)
            DeclareArena(classes);
        DeclareCollections();
    }

    private void DeclareArena(List<INamedTypeSymbol> classes)
    {
        var root = classes[0];
        while (root.BaseType is { SpecialType: not SpecialType.System_Object } parent && classes.Count > 1)
            root = parent;
        var name = MemberNames.Camel(root.Name);
        var arena = new Arena(NewLocal(ScalarType.Int, name + "Count"), classes.Count > 1 ? NewLocal(new ArrayType(ScalarType.Int, ArrayKind.Array), name + "Class") : null, classes);
        _arenas.Add(arena);
        foreach (var type in classes)
        {
            foreach (var (member, owner, memberType) in MembersOf(type))
            {
                if (arena.Items.Any(items => IsItem(items, member, owner)))
                    continue;
                var memberName = MemberNames.Camel(owner.Name) + MemberNames.Pascal(MemberName(member));
                var parts = IsRectangular(memberType) ? _types.Map(Resolve(memberType), out _) as StructType : null;
                var held = parts is null ? HeldInArray(memberType) : parts.Fields[0].Type;
                arena.Items.Add(new(member.OriginalDefinition, owner, held is null ? null : NewLocal(new ArrayType(held, ArrayKind.Array), memberName))
                {
                    Lengths = parts is null ? [] : LengthNames(memberName, parts).Select(length => NewLocal(new ArrayType(ScalarType.Int, ArrayKind.Array), length)).ToEquatableArray(),
                });
            }
        }

        _arenaDeclarations.Add(new Declare(arena.Count, Constant.Of(1)));
        foreach (var values in ArraysOf(arena))
        {
            _arenaItems.Add(values);
            _arenaDeclarations.Add(new Declare(values, new ArrayNew((ArrayType)values.Type, Constant.Of(FirstCapacity))));
        }
    }

    /// <summary>The type that a member's values have in an array; null for functions, lists and the like.</summary>
    private IrType? HeldInArray(ITypeSymbol type)
    {
        if (MayBeKnown(type) || IsRectangular(type))
            return null;
        var held = NullableOf(type) ?? _types.Map(Resolve(type), out _);
        return held is ArrayType { Kind: not ArrayKind.Array } ? null : held;
    }

    private static IEnumerable<Local> ArraysOf(Arena arena)
    {
        if (arena.Tags is { } tags)
            yield return tags;
        foreach (var items in arena.Items)
        {
            if (items.Values is { } values)
                yield return values;
            foreach (var lengths in items.Lengths)
                yield return lengths;
        }
    }

    private static bool IsItem(ArenaItems items, ISymbol member, INamedTypeSymbol owner) =>
        SymbolEqualityComparer.Default.Equals(items.Member, member.OriginalDefinition) && SymbolEqualityComparer.Default.Equals(items.Owner, owner);

    /// <summary>What an object of a class remembers: its fields, and what primary constructors capture; bases first.</summary>
    private List<(ISymbol Member, INamedTypeSymbol Owner, ITypeSymbol Type)> MembersOf(INamedTypeSymbol type)
    {
        var members = new List<(ISymbol, INamedTypeSymbol, ITypeSymbol)>();
        foreach (var owner in HeapPlan.Ancestors(type).Where(static ancestor => ancestor.TypeKind == TypeKind.Class).Reverse())
        {
            members.AddRange(FieldsOf(owner).Where(field => SymbolEqualityComparer.Default.Equals(field.ContainingType, owner)).Select(field => ((ISymbol)field, owner, field.Type)));
            foreach (var constructor in owner.InstanceConstructors)
            {
                if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is TypeDeclarationSyntax and not RecordDeclarationSyntax)
                    members.AddRange(constructor.Parameters.Where(parameter => Names.AreCaptured(owner, parameter, _cancellation)).Select(parameter => ((ISymbol)parameter, owner, parameter.Type)));
            }
        }

        return members;
    }

    /// <summary>The classes of the objects that a value of a type may name.</summary>
    private IReadOnlyList<INamedTypeSymbol> ClassesOf(ITypeSymbol type)
    {
        var resolved = Resolve(type);
        return [.. _plan.Classes.Where(made => IsKindOf(made, resolved))];
    }

    private bool IsKindOf(ITypeSymbol type, ITypeSymbol wider) =>
        _compilation.ClassifyCommonConversion(type, wider) is { Exists: true, IsImplicit: true, IsUserDefined: false };

    /// <summary>The classes that the object in a value may be of.</summary>
    private IReadOnlyList<INamedTypeSymbol> ClassesOf(Expression reference, ITypeSymbol type)
    {
        var possible = ClassesOf(type);
        return reference is LocalRead { Local: var local } && _classes.TryGetValue(local, out var known)
            ? [.. possible.Where(made => known.Contains(made, SymbolEqualityComparer.Default))]
            : possible;
    }

    private Arena ArenaOf(INamedTypeSymbol type) => _arenas.First(arena => arena.Classes.Contains(type, SymbolEqualityComparer.Default));

    /// <summary>A reference that names an object from here on: what follows is not reached with null.</summary>
    private Expression Required(Expression reference)
    {
        var held = reference is LocalRead ? reference : new LocalRead(Spill(reference, "item"));
        var local = ((LocalRead)held).Local;
        if (IsPresent(local))
            return held;
        Refuse(new Binary(BinaryOperator.Equal, held, Constant.Of(0)), NullReference);
        if (_stable.Contains(local))
            _present[local] = _region.Lasting;
        return held;
    }

    private bool IsPresent(Local local) => _present.TryGetValue(local, out var known) && (known is null || _region.IsWithin(known));

    /// <summary>A reference in a local that nothing changes, which names an object from here on.</summary>
    private LocalRead RequiredOwner(Expression reference) =>
        (LocalRead)Required(reference is LocalRead { Local: var local } && _stable.Contains(local) ? reference : new LocalRead(Spill(reference, "item")));

    /// <summary>What is known of an object is known of every local that takes it over.</summary>
    private void TakeOver(Local local, Expression value)
    {
        if (value is not LocalRead { Local: var source })
            return;
        if (_classes.TryGetValue(source, out var classes))
            _classes[local] = classes;
        if (_present.TryGetValue(source, out var region))
            _present[local] = region;
    }
}
