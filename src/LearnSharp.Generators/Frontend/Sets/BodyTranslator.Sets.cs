using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The sets of types that the body reads, in the order of their first use.</summary>
    private readonly List<LearnedSet> _sets = [];

    /// <summary>Arrays of weights, each made once for the whole body.</summary>
    private readonly Dictionary<ISymbol, LocalRead> _weightArrays = new(SymbolEqualityComparer.Default);

    /// <summary>What makes them: it stands before everything else.</summary>
    private readonly List<Statement> _weightArrayDeclarations = [];

    /// <summary>Whether a method belongs to an object of which only the weight set is known: its members come as parameters, not in an object.</summary>
    private static bool IsOfSet(IMethodSymbol method) =>
        !method.IsStatic && method.MethodKind != MethodKind.LocalFunction && TypeSets.Has(method.ContainingType);

    /// <summary>Whether a method runs on a struct with a weight set that the body at hand holds as a value: the struct brings its weights along.</summary>
    private bool IsOnStruct(IMethodSymbol method, IOperation? instance) =>
        method.ContainingType.IsValueType && IsOfSet(method) && instance is not null && !(Receiver is SelfBinding && IsThis(instance));

    private static bool IsThis(IOperation? instance) => instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    /// <summary>Whether a member is read or written through 'this' in code of a type with a weight set.</summary>
    private bool IsMemberOfSet(IMemberReferenceOperation reference) => IsThis(reference.Instance) && Receiver is SelfBinding;

    private INamedTypeSymbol SelfType => ((SelfBinding)Receiver!).Type;

    private LearnedSet SetOf(INamedTypeSymbol type)
    {
        var id = MethodIds.Of(type);
        if (_sets.Find(set => set.Id == id) is { } known)
            return known;

        // What is wrong with the members is reported where they are declared.
        var set = TypeSets.Read(type, _compilation, _types, report: null, _cancellation);
        if (set is null)
        {
            _saidElsewhere = true;
            throw Silent();
        }

        _sets.Add(set);
        return set;
    }

    /// <summary>A member read through 'this' in a method of a type with a weight set.</summary>
    private LocalRead SetMember(IMemberReferenceOperation reference)
    {
        var member = reference.Member;
        var origin = Origins.Of(reference.Syntax);
        if (!TypeSets.IsMarked(member))
            return new LocalRead(State(reference)) { Origin = origin };
        if (!SymbolEqualityComparer.Default.Equals(member.ContainingType, SelfType))
        {
            throw Unsupported(
                reference, $"A weight or choice of the base type '{member.ContainingType.Name}'", $"declare it in '{SelfType.Name}', or call a method of the base type that reads it");
        }

        var set = SetOf(member.ContainingType);
        return WeightOf(set, member) with { Origin = origin };
    }

    /// <summary>The local that holds a member of a type's set: one parameter, or an array made of one for each element.</summary>
    private LocalRead WeightOf(LearnedSet set, ISymbol member)
    {
        var places = set.Type!.Places;
        var first = Enumerable.Range(0, places.Count).First(index => places[index].Member == member.Name);
        if (places[first].Element < 0)
            return Borrow(new(set.Id, first), set.Locals[first].Type, set.Locals[first].Name);
        if (_weightArrays.TryGetValue(member, out var known))
            return known;
        var elements = Enumerable.Range(first, places.Count - first).TakeWhile(index => places[index].Member == member.Name)
            .Select(index => (Expression)Borrow(new(set.Id, index), set.Locals[index].Type, set.Locals[index].Name)).ToEquatableArray();
        var type = new ArrayType(elements[0].Type, ArrayKind.Array);
        var local = NewLocal(type, MemberNames.Camel(MemberNames.Pascal(member.Name)));
        _weightArrayDeclarations.Add(new Declare(local, new ArrayLiteral(type, elements)));
        _stable.Add(local);
        _shared.Add(local);
        return _weightArrays[member] = new LocalRead(local);
    }

    /// <summary>The local that holds what the object remembers in a member that is neither weight nor choice.</summary>
    private Local State(IMemberReferenceOperation reference)
    {
        var member = reference.Member;
        if (member is not (IFieldSymbol { IsConst: false } or IPropertySymbol { IsIndexer: false, GetMethod: not null }) || (member is IPropertySymbol property && !TypeSets.IsAutomatic(property)))
            throw Fail(Rules.OutsideState, reference.Syntax.GetLocation(), $"'{member.Name}', which is neither a weight nor a choice,", "pass it in as an argument");
        var type = TypeOf(reference);
        var name = MethodIds.QualifiedName(reference.Type!);
        Touch(member);
        var set = SetOf(SelfType);
        var isWritten = _written.Contains(member);
        return Borrow(new(set.Id, -1, new(member.Name, name, member.ContainingType.GetMembers().IndexOf(member.OriginalDefinition))), type, MemberNames.Camel(MemberNames.Pascal(member.Name)), isWritten).Local;
    }

    /// <summary>A member of the object that is written.</summary>
    private LocalPlace StatePlace(IMemberReferenceOperation reference)
    {
        if (TypeSets.IsMarked(reference.Member))
        {
            throw Fail(
                Rules.OutsideState, reference.Syntax.GetLocation(), $"'{reference.Member.Name}', which is learned and not computed,", "keep the value in a local or in a member that is not marked");
        }

        if (_method.MethodKind == MethodKind.LocalFunction)
            throw Unsupported(reference, $"Changing '{reference.Member.Name}' in a local function", "change it in the method around it");
        var place = new LocalPlace(State(reference));
        if (place.Type is ArrayType && reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
            throw Unsupported(reference, $"Giving '{reference.Member.Name}' another array", "copy the elements into the one that is there");
        return place;
    }

    /// <summary>A method of a type with a weight set is called on the object itself, whose set is known.</summary>
    private void CheckReceiver(IOperation call, IMethodSymbol method, IOperation? instance)
    {
        if (!IsThis(instance))
        {
            throw Unsupported(
                call, $"Calling '{method.Name}' on another object, whose type has a weight set,", "make the object in the learnable method, with 'new', or call the method on 'this'");
        }

        if (method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed))
            throw Unsupported(call, $"'{method.Name}', which a derived type may replace,", "make it non-virtual");
    }

    /// <summary>Whether a call on the object itself changes what the object remembers: it is translated in place then.</summary>
    private bool ChangesSelf(IInvocationOperation invocation) =>
        Receiver is SelfBinding && IsThis(invocation.Instance) && IsOfSet(invocation.TargetMethod) && FindChanged(invocation.TargetMethod, []);

    /// <summary>Notes the members of the object that a method, or one that it calls on the same object, writes; whether there are any.</summary>
    private bool FindChanged(IMethodSymbol method, HashSet<ISymbol> seen)
    {
        if (!seen.Add(method) || MethodBodies.Find(method, _compilation, _cancellation) is not { } body)
            return false;
        var found = false;
        foreach (var operation in body.DescendantsAndSelf())
        {
            foreach (var member in MembersIn(Changed(operation)))
            {
                _written.Add(member);
                found = true;
            }

            found |= operation switch
            {
                IInvocationOperation call when IsThis(call.Instance) || call.TargetMethod.MethodKind == MethodKind.LocalFunction => FindChanged(call.TargetMethod, seen),
                IPropertyReferenceOperation { Property.GetMethod: { } getter } property when IsThis(property.Instance) => FindChanged(getter, seen),
                _ => false,
            };
        }

        return found;
    }

    /// <summary>The members of the object itself that a target stores to; elements of arrays are no part of a member.</summary>
    private static IEnumerable<ISymbol> MembersIn(IOperation? target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(MembersIn),
        IParenthesizedOperation parenthesized => MembersIn(parenthesized.Operand),
        IMemberReferenceOperation { Instance: { } owner } member when IsThis(owner) => [member.Member],
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } owner } => MembersIn(owner),
        IPropertyReferenceOperation { Instance: { Type.IsValueType: true } owner } => MembersIn(owner),
        _ => [],
    };
}
