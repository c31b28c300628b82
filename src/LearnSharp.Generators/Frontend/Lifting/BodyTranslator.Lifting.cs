using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Calls that would be translated in place, of methods that call themselves.
internal sealed partial class BodyTranslator
{
    /// <summary>How many functions are lifted out of one method: a method that calls itself on ever other objects has no end.</summary>
    private const int MostLifted = 100;

    private readonly List<LiftedFunction> _lifted = [];
    private readonly List<Function> _liftedFunctions = [];
    private readonly List<(Call Call, IOperation Operation)> _liftedCalls = [];
    private readonly Dictionary<IMethodSymbol, bool> _callsItself = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a method calls itself, directly or through others with source. Where several call each other, one of them is lifted and the others become part
    /// of it: through a function that is being lifted nothing calls itself.
    /// </summary>
    private bool CallsItself(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        var open = _lifted.Where(static lifted => !lifted.IsDone).Select(static lifted => lifted.Method.OriginalDefinition).Where(other => !SymbolEqualityComparer.Default.Equals(other, method)).ToList();
        if (open.Count > 0)
            return Reaches(method, method, new(open, SymbolEqualityComparer.Default));
        if (!_callsItself.TryGetValue(method, out var known))
            _callsItself[method] = known = Reaches(method, method, new(SymbolEqualityComparer.Default));
        return known;
    }

    private bool Reaches(IMethodSymbol from, IMethodSymbol sought, HashSet<IMethodSymbol> seen)
    {
        if (!seen.Add(from) || MethodBodies.Find(from, _compilation, _cancellation) is not { } body)
            return false;
        foreach (var operation in body.Descendants())
        {
            if (operation is not IInvocationOperation { TargetMethod.OriginalDefinition: var called })
                continue;
            if (SymbolEqualityComparer.Default.Equals(called, sought) || Reaches(called, sought, seen))
                return true;
        }

        return false;
    }

    /// <summary>A call of a method that calls itself, as a call of a function that takes what it shares.</summary>
    private ValueBinding? CallLifted(IOperation call, IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer)
    {
        _ownCalls++;
        method = Resolve(method);
        var known = new Binding?[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            known[i] = arguments[i].IsSymbolic ? arguments[i] : null;
        var lifted = _lifted.Find(candidate => candidate.Serves(method, receiver, outer, known)) ?? Lift(call, method, receiver, arguments, outer, known);
        return CallOf(call, lifted, method, arguments);
    }

    private LiftedFunction Lift(IOperation call, IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer, Binding?[] known)
    {
        var where = call.Syntax.GetLocation();
        if (!HasPlainResult(method) || (receiver is LocalBinding && IsHeap(method.ContainingType)) || _lifted.Count >= MostLifted || IsRectangular(method.ReturnType) || method.Parameters.Any(parameter => IsRectangular(parameter.Type)))
        {
            WantHeapBeyond(method, receiver, arguments);
            throw CallingItself(call, method);
        }

        var body = MethodBodies.Find(method, _compilation, _cancellation) ?? throw Silent();
        FindWritten(body);

        var around = _scope;
        _scope = new Scope(method, outer, receiver);
        _scope.SetTypes(method);
        var lifted = new LiftedFunction($"{MethodIds.Of(_method)}/{FunctionName(method)}{_lifted.Count}", method, receiver, outer, known)
        {
            Result = method.ReturnsVoid ? null : HeldType(method.ReturnType, where),
        };
        var bound = new Binding[arguments.Length];
        foreach (var parameter in method.Parameters)
        {
            var i = parameter.Ordinal;
            if (known[i] is { } same)
            {
                bound[i] = same;
                continue;
            }

            var local = NewLocal(HeldType(parameter.Type, where), parameter.Name);
            lifted.Parameters[i] = local;
            bound[i] = IsByReference(parameter) ? new PlaceBinding(new LocalPlace(local)) : new LocalBinding(local);
        }

        _scope = around;
        _lifted.Add(lifted);
        var frame = _frame;
        _frame = null;
        List<Statement> statements;
        Binding? result;
        try
        {
            (statements, result) = Capture(() => Inline(call, method, receiver, bound, outer, () => Statement(body), Returns.In(body)));
        }
        finally
        {
            _frame = frame;
        }

        Finish(call, method, lifted, statements, result);
        return lifted;
    }

    private void Finish(IOperation call, IMethodSymbol method, LiftedFunction lifted, List<Statement> statements, Binding? result)
    {
        var returned = new List<Expression>();
        if (lifted.Result is { } type)
            returned.Add(EndsControl(statements) ? new Default(type) : Coerce(ReadBinding(call, result!), type));
        returned.AddRange(method.Parameters.Where(IsByReference).Select(parameter => new LocalRead(lifted.Parameters[parameter.Ordinal]!)));
        if (!EndsControl(statements))
            statements.Add(new Return(returned.ToEquatableArray()));
        lifted.IsDone = true;
        _liftedFunctions.Add(new(
            lifted.Id,
            FunctionName(method),
            lifted.Parameters.OfType<Local>().Select(static local => new Parameter(local)).ToEquatableArray(),
            returned.Select(static value => value.Type).ToEquatableArray(),
            new(statements.ToEquatableArray())));
    }

    private ValueBinding? CallOf(IOperation operation, LiftedFunction lifted, IMethodSymbol method, Binding[] arguments)
    {
        var passed = new List<Expression>();
        var targets = new List<Place?>();
        var result = lifted.Result is null ? null : NewLocal(lifted.Result, MemberNames.Camel(InlinedName(method)));
        if (result is not null)
        {
            Emit(new Declare(result, null));
            targets.Add(new LocalPlace(result));
        }

        foreach (var parameter in method.Parameters)
        {
            if (lifted.Parameters[parameter.Ordinal] is not { } local)
                continue;
            if (!IsByReference(parameter))
            {
                if (arguments[parameter.Ordinal] is PlaceBinding { Place: not LocalPlace } && (StoresElements(method) || IsCapturing(method)))
                    throw ElementOfRecursion(operation, method);
                passed.Add(Coerce(ReadBinding(operation, arguments[parameter.Ordinal]), local.Type));
                continue;
            }

            var place = arguments[parameter.Ordinal] switch
            {
                PlaceBinding { Place: LocalPlace known } => known,
                LocalBinding known => new LocalPlace(known.Local),
                _ => throw ElementOfRecursion(operation, method),
            };
            if (targets.Contains(place))
                throw Unsupported(operation, $"Passing '{place.Local.Name}' by reference twice to '{method.Name}', which calls itself,", "pass a variable of its own for each parameter");
            passed.Add(parameter.RefKind == RefKind.Out ? new Default(local.Type) : new LocalRead(place.Local));
            targets.Add(place);
        }

        var call = new Call(targets.ToEquatableArray(), lifted.Id, passed.ToEquatableArray()) { Origin = Origins.Of(operation.Syntax) };
        _liftedCalls.Add((call, operation));
        _out.Add(call);
        if (result is null)
            return null;
        _stable.Add(result);
        if (result.Type is ArrayType)
            _shared.Add(result);
        return new ValueBinding(new LocalRead(result) { Origin = Origins.Of(operation.Syntax) });
    }

    /// <summary>Reports the calls that hand over by reference what the function, or one that it calls, shares with the body: one variable under two names.</summary>
    private void CheckReferences(SharedLocals shared)
    {
        foreach (var (call, operation) in _liftedCalls)
        {
            if (!call.Targets.OfType<LocalPlace>().Any(place => shared.Taken(call.Function).Contains(place.Local)))
                continue;
            var name = _lifted.Find(lifted => lifted.Id == call.Function)!.Method.Name;
            Unsupported(operation, $"Passing a variable by reference to '{name}', which uses it as well and calls itself,", "pass it one way only");
        }
    }

    private static bool IsByReference(IParameterSymbol parameter) => parameter.RefKind is RefKind.Ref or RefKind.Out;

    private TranslationException ElementOfRecursion(IOperation operation, IMethodSymbol method) =>
        Unsupported(operation, $"Passing an element or a member by reference to '{method.Name}', which calls itself,", "pass a local variable, and store it afterwards");

    private TranslationException CallingItself(IOperation call, IMethodSymbol method) => method.MethodKind == MethodKind.AnonymousFunction
        ? Unsupported(call, "A function that may call itself", "write it as a method, or as a loop")
        : IsGeneric(method)
        ? Unsupported(call, $"'{method.Name}', which is generic and calls itself,", "write it for a concrete type")
        : Unsupported(call, $"'{method.Name}', which calls itself and shares variables with its caller,", "return what it changes, several values as a tuple, and pass what it uses");
}
