using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The object whose initializer is being translated.</summary>
    private Binding? _initialized;

    /// <summary>Whether objects of a class are made of their members here: all of its code has source.</summary>
    private bool IsObjectType(ITypeSymbol? given)
    {
        var type = given is null ? null : Resolve(given);
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } named && type.SpecialType != SpecialType.System_Object && BasesHaveSource(named) && !IsHeap(named);
    }

    private bool BasesHaveSource(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            if (!HasOwnSource(current))
                return false;
        }

        return true;
    }

    /// <summary>Whether a value of a type may be known only while translating.</summary>
    private bool MayBeSymbolic(ITypeSymbol? type) =>
        type is not null && !IsHeap(type) && (Resolve(type) is { TypeKind: TypeKind.Delegate } or { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.Length: > 0 } || IsObjectType(type));

    /// <summary>The instance fields of a class and its bases, bases first; what a primary constructor captures is not among them.</summary>
    private static List<IFieldSymbol> FieldsOf(INamedTypeSymbol type)
    {
        var fields = new List<IFieldSymbol>();
        for (var current = type; current is not null; current = current.BaseType)
            fields.InsertRange(0, current.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsStatic: false, IsConst: false } and ({ IsImplicitlyDeclared: false } or { AssociatedSymbol: IPropertySymbol })));
        return fields;
    }

    /// <summary><c>new C(…) { … }</c> of a class with source.</summary>
    private ObjectBinding Create(IObjectCreationOperation creation)
    {
        var type = (INamedTypeSymbol)Resolve(creation.Type!.WithNullableAnnotation(NullableAnnotation.None));
        var constructor = Resolve(creation.Constructor ?? throw Silent());
        var made = Create(creation, type, constructor, BindArguments(constructor, creation.Arguments, null, out _));
        Initialize(made, creation.Initializer);
        return made;
    }

    /// <summary><c>new T()</c> in generic code, of a class with source.</summary>
    private ObjectBinding Create(ITypeParameterObjectCreationOperation creation)
    {
        var type = (INamedTypeSymbol)Resolve(creation.Type!.WithNullableAnnotation(NullableAnnotation.None));
        var made = Create(creation, type, type.InstanceConstructors.First(static constructor => constructor.Parameters.IsEmpty), []);
        Initialize(made, creation.Initializer);
        return made;
    }

    private ObjectBinding Create(IOperation creation, INamedTypeSymbol type, IMethodSymbol constructor, Binding[] given)
    {
        var made = new ObjectBinding(type, _region, IsCopy: false);
        foreach (var field in FieldsOf(type))
            made.Members[field.OriginalDefinition] = EmptyMember(field, creation);
        Construct(creation, constructor, made, given);
        return made;
    }

    /// <summary>A member before anything is stored to it.</summary>
    private Binding EmptyMember(IFieldSymbol field, IOperation where)
    {
        if (MayBeKnown(field.Type) || _types.Map(Resolve(field.Type), out _) is null)
            return new NullBinding();
        var local = NewLocal(HeldType(field.Type, where.Syntax.GetLocation()), MemberNames.Camel((field.AssociatedSymbol ?? field).Name.TrimStart('_')));
        Emit(new Declare(local, null));
        return new LocalBinding(local);
    }

    /// <summary>Translates the members of an object initializer.</summary>
    private void Initialize(Binding made, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
            return;
        var outer = _initialized;
        _initialized = made;
        try
        {
            foreach (var member in initializer.Initializers)
            {
                switch (member)
                {
                    case ISimpleAssignmentOperation assignment:
                        Effect(assignment);
                        break;
                    case IMemberInitializerOperation nested:
                        Initialize(
                            nested.InitializedMember.Type is { IsValueType: true } ? new PlaceBinding(Hold(PlaceOf(nested.InitializedMember)))
                            : IsStored(nested.InitializedMember.Type) ? StoredOf(nested.InitializedMember)!
                            : IsHeap(nested.InitializedMember.Type) ? new LocalBinding(RequiredOwner(Value(nested.InitializedMember)).Local) : Bind(nested.InitializedMember), nested.Initializer);
                        break;
                    case IInvocationOperation added when made is CollectionBinding || MethodBodies.HasSource(added.TargetMethod, _compilation, _cancellation):
                        Effect(added);
                        break;
                    default:
                        throw Unsupported(member, "This member in an initializer", "set fields and properties only");
                }
            }
        }
        finally
        {
            _initialized = outer;
        }
    }

    /// <summary>Runs a constructor: initializers of members, the constructor of the base class, the body.</summary>
    private void Construct(IOperation call, IMethodSymbol constructor, Binding made, Binding[] given)
    {
        if (StoresAtOnce(call, constructor, made, given))
            return;
        var syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);
        foreach (var parameter in constructor.OriginalDefinition.Parameters)
        {
            if (syntax is TypeDeclarationSyntax && Names.AreWritten(constructor.ContainingType, parameter, _cancellation))
                _written.Add(parameter);
        }

        if (syntax is ConstructorDeclarationSyntax && OperationOf(syntax) is { } code)
            FindWritten(code);
        Inline(call, constructor, made, given, null, () =>
        {
            if (syntax is TypeDeclarationSyntax && made is ObjectBinding known)
            {
                foreach (var parameter in constructor.OriginalDefinition.Parameters)
                    known.Members[parameter] = _scope.Find(parameter)!;
            }
            else if (syntax is TypeDeclarationSyntax && constructor.ContainingType.IsValueType)
            {
                StoreRemembered(call, made, constructor);
            }
            else if (syntax is TypeDeclarationSyntax and not RecordDeclarationSyntax)
            {
                StoreCaptured(call, (LocalRead)ReadBinding(call, made), constructor.ContainingType, constructor.OriginalDefinition.Parameters);
            }

            var body = syntax is ConstructorDeclarationSyntax ? (IConstructorBodyOperation)OperationOf(syntax)! : null;
            var next = Unwrapped(body?.Initializer);
            if (next is { TargetMethod: { IsImplicitlyDeclared: true, Parameters.IsEmpty: true, ContainingType.IsValueType: true } })
                next = null;
            if (next is null || !SymbolEqualityComparer.Default.Equals(next.TargetMethod.ContainingType.OriginalDefinition, constructor.ContainingType.OriginalDefinition))
                InitializeMembers(call, constructor.ContainingType, made);
            if (next is null && syntax is TypeDeclarationSyntax { BaseList.Types: var bases } && bases.FirstOrDefault() is PrimaryConstructorBaseTypeSyntax primary)
                next = OperationOf(primary) as IInvocationOperation ?? throw Silent();
            if (next is not null)
                Construct(call, Resolve(next.TargetMethod), made, BindArguments(next.TargetMethod, next.Arguments, null, out _));
            else if (Resolve(constructor).ContainingType is { IsValueType: false, BaseType: var parent } && parent is { SpecialType: not SpecialType.System_Object })
                Construct(call, parent.InstanceConstructors.FirstOrDefault(static c => c.Parameters.IsEmpty) ?? throw Silent(), made, []);
            if ((body?.BlockBody ?? body?.ExpressionBody) is { } block)
                Statements(block.Operations);
        });
    }

    private static IInvocationOperation? Unwrapped(IOperation? initializer) =>
        initializer is IExpressionStatementOperation { Operation: IInvocationOperation invocation } && invocation.TargetMethod.ContainingType.SpecialType != SpecialType.System_Object ? invocation : null;

    private IOperation? OperationOf(Microsoft.CodeAnalysis.SyntaxNode syntax) => _compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, _cancellation);

    /// <summary>Stores what fields and properties say they start as, in the order they are written.</summary>
    private void InitializeMembers(IOperation call, INamedTypeSymbol type, Binding made)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst))
        {
            ISymbol member = field.AssociatedSymbol ?? field;
            if (TypeSets.IsMarked(member))
            {
                // What the initializer says is where learning starts: every object that is made has what was learned.
                var weight = WeightOf(SetOf(type.OriginalDefinition), member.OriginalDefinition);
                StoreMember(call, made, field, new ValueBinding(made is PlaceBinding && weight.Type is ArrayType ? Copied(weight, Constant.Of(0), new Length(weight)) : weight));
                continue;
            }

            switch (member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation))
            {
                case ParameterSyntax:
                {
                    var parameter = _scope.Method.OriginalDefinition.Parameters.First(parameter => parameter.Name == member.Name);
                    StoreMember(call, made, field, _scope.Find(parameter)!);
                    break;
                }

                case VariableDeclaratorSyntax { Initializer: { } initializer } when OperationOf(initializer) is ISymbolInitializerOperation { Value: { } value }:
                    FindWritten(value);
                    StoreMember(call, made, field, Bind(value));
                    break;
                case PropertyDeclarationSyntax { Initializer: { } initializer } when OperationOf(initializer) is ISymbolInitializerOperation { Value: { } value }:
                    FindWritten(value);
                    StoreMember(call, made, field, Bind(value));
                    break;
            }
        }
    }

    private void StoreMember(IOperation operation, Binding owner, IFieldSymbol field, Binding value)
    {
        if (owner is ObjectBinding known)
            StoreMember(operation, known, field, value);
        else if (owner is PlaceBinding { Place: { Type: StructType type } place })
            StoreField(operation, place, type, field, value);
        else
            StoreItem(operation, ReadBinding(operation, owner), field, value);
    }

    /// <summary>Stores to a member of an object.</summary>
    private void StoreMember(IOperation operation, ObjectBinding owner, IFieldSymbol field, Binding value)
    {
        var member = field.OriginalDefinition;
        if (!value.IsSymbolic && owner.Members[member] is LocalBinding { Local: var local })
        {
            Store(operation, new LocalPlace(local), [], Coerce(ReadBinding(operation, value), local.Type));
            return;
        }

        if (value is DelegateBinding function && IsStoredFunction(field.Type) && owner.Members[member] is LocalBinding { Local: var held })
        {
            Store(operation, new LocalPlace(held), [], FunctionValue((operation as IAssignmentOperation)?.Value ?? operation, function, field.Type));
            return;
        }

        if (!_region.IsCertainIn(owner.Region))
        {
            WantHeap(value.IsSymbolic ? value : null, field.Type);
            throw Unsupported(
                operation,
                $"Giving '{(field.AssociatedSymbol ?? field).Name}' {(value.Noun ?? "a value").ToLowerInvariant()} on one path only",
                "store it where the object is made");
        }

        if (owner.Members[member] is not NullBinding and LocalBinding)
            throw Escaping(operation, value);
        owner.Members[member] = value.IsSymbolic ? Detached(value) : new LocalBinding(Stored(field, operation, ReadBinding(operation, value)));
    }

    private Local Stored(IFieldSymbol field, IOperation where, Expression value)
    {
        var type = HeldType(field.Type, where.Syntax.GetLocation());
        var local = NewLocal(type, MemberNames.Camel((field.AssociatedSymbol ?? field).Name.TrimStart('_')));
        Emit(new Declare(local, Coerce(value, type)));
        return local;
    }
}
