using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// An object of a class that cannot change is as good as a copy of it: a variable of such a class may stand for one object now and for another later, and
// which of two it is may depend on the path. Only which object it is nobody knows then.
internal sealed partial class BodyTranslator
{
    private readonly HashSet<ObjectBinding> _variables = [];

    /// <summary>Whether no member of an object of a class changes after it is made.</summary>
    private bool IsFrozen(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsRecord)
                continue;
            foreach (var constructor in current.InstanceConstructors)
            {
                if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is TypeDeclarationSyntax
                    && constructor.Parameters.Any(parameter => Names.AreWritten(current, parameter, _cancellation)))
                {
                    return false;
                }
            }
        }

        return FieldsOf(type).All(static field => field.IsReadOnly || field.AssociatedSymbol is IPropertySymbol { SetMethod: null or { IsInitOnly: true } });
    }

    /// <summary>What a variable stands for now, whatever is stored to the variable next.</summary>
    private Binding Detached(Binding binding) => binding is ObjectBinding known && _variables.Contains(known) ? Copied(known, (_, value) => new ValueBinding(Keep(value))) : binding;

    /// <summary>A binding for a variable that may be given another object later.</summary>
    private Binding AsVariable(Binding binding) => binding is ObjectBinding known && IsFrozen(known.Type) ? VariableOf(known) : binding;

    private ObjectBinding VariableOf(ObjectBinding known)
    {
        var variable = Copied(known, (name, value) =>
        {
            var local = NewLocal(value.Type, name);
            Emit(new Declare(local, value));
            return new LocalBinding(local);
        });
        _variables.Add(variable);
        return variable;
    }

    private ObjectBinding Copied(ObjectBinding known, Func<string, Expression, Binding> member)
    {
        var copy = new ObjectBinding(known.Type, _region, IsCopy: true);
        foreach (var pair in known.Members)
        {
            copy.Members[pair.Key] = pair.Value switch
            {
                ObjectBinding inner when IsFrozen(inner.Type) => Copied(inner, member),
                { IsSymbolic: true } shared => shared,
                LocalBinding or PlaceBinding or ValueBinding => member(MemberName(pair.Key), Plain(pair.Value)),
                var unassigned => unassigned,
            };
        }

        return copy;
    }

    private static Expression Plain(Binding binding) => binding switch
    {
        LocalBinding known => new LocalRead(known.Local),
        PlaceBinding known => known.Place.Read,
        _ => ((ValueBinding)binding).Value,
    };

    private static string MemberName(ISymbol member) => MemberNames.Camel(((member as IFieldSymbol)?.AssociatedSymbol ?? member).Name.TrimStart('_'));

    /// <summary>Stores the members of an object to those of a variable.</summary>
    private void Overwrite(IOperation where, ObjectBinding variable, Binding value)
    {
        var stores = new List<(Local Local, Expression Value)>();
        Pair(where, variable, value, stores);
        var kept = stores.Select(store => (store.Local, Value: stores.Count == 1 ? store.Value : Keep(store.Value))).ToList();
        foreach (var (local, stored) in kept)
            Emit(new Assign(new LocalPlace(local), stored));
    }

    private void Pair(IOperation where, ObjectBinding variable, Binding value, List<(Local Local, Expression Value)> stores)
    {
        if (value is not ObjectBinding given || !SymbolEqualityComparer.Default.Equals(given.Type, variable.Type))
            throw Different(where, variable.Type);
        foreach (var pair in variable.Members)
        {
            var stored = given.Members[pair.Key];
            switch (pair.Value)
            {
                case ObjectBinding inner when IsFrozen(inner.Type):
                    Pair(where, inner, stored, stores);
                    break;
                case LocalBinding { Local: var local } when !stored.IsSymbolic:
                    if (local.Type is ArrayType && IsShared(Plain(stored)))
                        _shared.Add(local);
                    stores.Add((local, Plain(stored)));
                    break;
                case var same when same == stored:
                    break;
                default:
                    throw Different(where, variable.Type);
            }
        }
    }

    private TranslationException Different(IOperation where, ITypeSymbol type)
    {
        WantHeap(type);
        return Unsupported(
            where,
            $"One variable for several objects, functions or classes ('{type.Name}')",
            "declare a variable for each, or use a struct or a record whose members cannot change");
    }

    /// <summary>What one of two sides gives: the same on both, or objects of one class that cannot change.</summary>
    private Binding ChooseBinding(IOperation where, Expression condition, Func<Binding> whenTrue, Func<Binding> whenFalse)
    {
        var (trueStatements, trueBinding) = Capture(whenTrue);
        var (falseStatements, falseBinding) = Capture(whenFalse);
        Binding result;
        if (EndsControl(trueStatements) || EndsControl(falseStatements))
        {
            // One side throws: the other goes on after the branch.
            var isTrue = EndsControl(falseStatements);
            Emit(new If(isTrue ? new Unary(UnaryOperator.Not, condition) : condition, new Block((isTrue ? falseStatements : trueStatements).ToEquatableArray()), Block.Empty));
            _out.AddRange(isTrue ? trueStatements : falseStatements);
            return isTrue ? trueBinding : falseBinding;
        }

        if (trueBinding == falseBinding)
        {
            result = trueBinding;
        }
        else if (trueBinding is ObjectBinding shape && IsFrozen(shape.Type))
        {
            var variable = Undeclared(shape, _out);
            trueStatements.AddRange(Capture<object?>(() => Overwritten(where, variable, trueBinding)).Statements);
            falseStatements.AddRange(Capture<object?>(() => Overwritten(where, variable, falseBinding)).Statements);
            result = variable;
        }
        else if (trueBinding is DelegateBinding first && falseBinding is DelegateBinding second)
        {
            var tag = NewLocal(ScalarType.Int, "function");
            Emit(new Declare(tag, null));
            _stable.Add(tag);
            trueStatements.Add(new Assign(new LocalPlace(tag), TagOf(first)) { Origin = _origin });
            falseStatements.Add(new Assign(new LocalPlace(tag), Later(TagOf(second), FunctionsOf(first).Count)) { Origin = _origin });

            // What the functions share with the code that made them is there when they are called.
            trueStatements = Hoisting.All(trueStatements, _out);
            falseStatements = Hoisting.All(falseStatements, _out);
            result = new ChosenFunction(new LocalRead(tag), [.. FunctionsOf(first), .. FunctionsOf(second)]);
        }
        else
        {
            WantHeap(trueBinding is ObjectBinding ? trueBinding : falseBinding, where.Type);
            throw trueBinding is ObjectBinding known
                ? Different(where, known.Type)
                : Unsupported(where, "A choice between functions", "choose between their results: call each in a branch of its own");
        }

        Emit(new If(condition, new Block(trueStatements.ToEquatableArray()), new Block(falseStatements.ToEquatableArray())));
        return result;
    }

    private object? Overwritten(IOperation where, ObjectBinding variable, Binding value)
    {
        Overwrite(where, variable, value);
        return null;
    }

    /// <summary>A variable with the members of an object and no values yet; the declarations go to <paramref name="declarations"/>.</summary>
    private ObjectBinding Undeclared(ObjectBinding shape, List<Statement> declarations) => Copied(shape, (name, value) =>
    {
        var local = NewLocal(value.Type, name);
        declarations.Add(new Declare(local, null) { Origin = _origin });
        return new LocalBinding(local);
    });

    /// <summary><c>r with { … }</c> of a record class.</summary>
    private ObjectBinding With(IWithOperation with, ObjectBinding original)
    {
        var made = new ObjectBinding(original.Type, _region, IsCopy: false);
        foreach (var pair in original.Members)
        {
            if (pair.Value.IsSymbolic || pair.Value is UnassignedBinding)
            {
                made.Members[pair.Key] = Detached(pair.Value);
                continue;
            }

            var value = Plain(pair.Value);
            var local = NewLocal(value.Type, MemberName(pair.Key));
            Emit(new Declare(local, value));
            if (local.Type is ArrayType && IsShared(value))
                _shared.Add(local);
            made.Members[pair.Key] = new LocalBinding(local);
        }

        Initialize(made, with.Initializer);
        return made;
    }

    /// <summary>Whether two objects are one, as far as that is known.</summary>
    private Constant? SameObject(IBinaryOperation operation)
    {
        if (!IsSymbolic(operation.LeftOperand) && !IsSymbolic(operation.RightOperand))
            return null;
        var sides = BindInOrder([() => BindTested(operation.LeftOperand), () => BindTested(operation.RightOperand)]);
        if (sides[0] is ObjectBinding && sides[1] is ObjectBinding && (IsOneOfSeveral(sides[0]) || IsOneOfSeveral(sides[1])) && sides[0] != sides[1])
        {
            WantHeap(sides[0]);
            WantHeap(sides[1]);
            throw Unsupported(operation, "Asking whether two variables name one object of a class that cannot change", "compare their members");
        }

        if (sides.All(static side => side is ObjectBinding or NullBinding))
            return Constant.Of(sides[0].Equals(sides[1]) == (operation.OperatorKind == BinaryOperatorKind.Equals));

        // A collection that the method holds is there; one that is not would have thrown where it came in.
        if (sides.Any(static side => side is NullBinding) && sides.Any(static side => side is ListBinding or MapBinding or PriorityBinding))
            return Constant.Of(operation.OperatorKind == BinaryOperatorKind.NotEquals);
        throw Unsupported(operation, "This comparison", "compare members");
    }

    private Binding BindTested(IOperation operation) => IsNull(Unwrap(operation)) ? new NullBinding() : Bind(Unwrap(operation));

    private static bool IsOneOfSeveral(Binding side) => side is ObjectBinding { IsCopy: true };
}
