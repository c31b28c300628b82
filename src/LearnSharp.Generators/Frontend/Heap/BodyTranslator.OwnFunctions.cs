using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Methods that call themselves and share arrays with the body: they cannot be translated in place of a call, and become functions that only this body calls.
internal sealed partial class BodyTranslator
{
    /// <summary>Methods that turned out to call themselves: the body is translated again with functions for them.</summary>
    private readonly HashSet<ISymbol> _foundFunctions = new(SymbolEqualityComparer.Default);

    /// <summary>How many functions a body may have of its own: generic methods may call themselves with ever new types.</summary>
    private const int MostOwnFunctions = 50;

    private readonly List<OwnFunction> _ownFunctions = [];

    /// <summary>The method whose function is being translated; null in the body itself.</summary>
    private IMethodSymbol? _ownFunction;

    /// <summary>Whether a call that leads to itself can be a call of a function: all it takes and gives are values.</summary>
    private bool CanBeFunction(IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation or MethodKind.UserDefinedOperator
        && (receiver is LocalBinding ? IsHeap(method.ContainingType) : receiver is null && (outer is null || CapturesValues(method, outer, new(SymbolEqualityComparer.Default))))
        && (receiver is not null || TakesHeap(method))
        && arguments.All(static argument => argument is ValueBinding)
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None && !IsRectangular(parameter.Type))
        && HasPlainResult(method) && !IsRectangular(method.ReturnType);

    /// <summary>Whether all that a local function uses of the code around it are values, which it can be handed.</summary>
    private bool CapturesValues(IMethodSymbol method, Scope outer, HashSet<ISymbol> searched)
    {
        if (!searched.Add(method) || MethodBodies.Find(method, _compilation, _cancellation) is not { } body)
            return true;
        return body.Descendants().All(operation => operation switch
        {
            ILocalReferenceOperation { Local: { IsConst: false } local } => IsWithin(local, method) || outer.Find(local) is null or LocalBinding or ValueBinding { Value: Constant },
            IParameterReferenceOperation { Parameter: var parameter } => IsWithin(parameter, method) || outer.Find(parameter) is null or LocalBinding or ValueBinding { Value: Constant },
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => CapturesValues(called, outer, searched),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } => CapturesValues(named, outer, searched),
            _ => true,
        });
    }

    /// <summary>Notes a method that calls itself.</summary>
    private ValueBinding? Found(IOperation call, IMethodSymbol method)
    {
        _foundFunctions.Add(method.OriginalDefinition);
        return Unknown(call, method);
    }

    /// <summary>Notes that there is no end of the objects that a method which calls itself works on, as long as each is told from the others.</summary>
    private void WantHeapBeyond(IMethodSymbol method, Binding? receiver, Binding[] arguments)
    {
        if (receiver is ObjectBinding)
            WantHeap(receiver);
        if (!HasPlainResult(method))
            WantHeap(method.ReturnType);
        foreach (var parameter in method.Parameters.Where(parameter => arguments[parameter.Ordinal] is ObjectBinding or NullBinding or CollectionBinding))
            WantHeap(arguments[parameter.Ordinal], parameter.Type);
    }

    /// <summary>What a call gives where the body will be translated again.</summary>
    private ValueBinding? Unknown(IOperation call, IMethodSymbol method)
    {
        _failed = true;
        return method.ReturnsVoid ? null : new ValueBinding(new Default(HeldType(method.ReturnType, call.Syntax.GetLocation())));
    }

    private ValueBinding? CallOwn(IOperation call, IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer)
    {
        _ownCalls++;
        var function = OwnFunctionOf(call, method, receiver is not null, outer);
        Expression[] values =
        [
            .. receiver is null ? Array.Empty<Expression>() : [ReadBinding(call, receiver)],
            .. arguments.Select((argument, i) => Coerce(ReadBinding(call, argument), function.Parameters[i].Type)),
        ];
        var local = function.Result is null ? null : NewLocal(function.Result, MemberNames.Camel(FunctionName(method)));
        if (local is not null)
            Emit(new Declare(local, null));
        Emit(new Call(local is null ? [] : [new LocalPlace(local)], function.Id, values.ToEquatableArray()));
        if (local is null)
            return null;
        _stable.Add(local);
        return new ValueBinding(new LocalRead(local));
    }

    private OwnFunction OwnFunctionOf(IOperation call, IMethodSymbol method, bool hasReceiver, Scope? outer)
    {
        var where = call.Syntax.GetLocation();
        var id = $"{MethodIds.Of(_method)}'{(method.MethodKind == MethodKind.LocalFunction ? MethodIds.Of(method) : method.ToDisplayString())}";
        if (_ownFunctions.Find(known => known.Outer == outer && (known.Id == id || known.Id.StartsWith(id + "@", StringComparison.Ordinal))) is { } function)
            return function;

        // A local function of a method that is translated in place more than once is another one each time.
        if (_ownFunctions.Any(known => known.Id == id))
            id += "@" + _ownFunctions.Count.ToString(CultureInfo.InvariantCulture);
        if (_ownFunctions.Count == MostOwnFunctions)
            throw Unsupported(call, $"A method with more than {MostOwnFunctions} methods that call themselves", "write the recursion as a loop");
        var self = hasReceiver ? NewLocal(ScalarType.Int, MemberNames.Camel(method.ContainingType.Name)) : null;
        var parameters = method.Parameters.Select(parameter => NewLocal(HeldType(parameter.Type, where), parameter.Name));
        function = new(id, method, outer, self, parameters.ToEquatableArray(), method.ReturnsVoid ? null : HeldType(method.ReturnType, where), call);
        _ownFunctions.Add(function);
        return function;
    }

    /// <summary>Translates the functions that the body calls, and those that they call in turn.</summary>
    private List<Function> TranslateOwnFunctions()
    {
        var functions = new List<Function>();
        for (var i = 0; i < _ownFunctions.Count; i++)
            functions.Add(Translate(_ownFunctions[i]));
        return functions;
    }

    private Function Translate(OwnFunction function)
    {
        var method = function.Method;
        var body = IsStoredFunction(method.ContainingType) ? null : MethodBodies.Find(method, _compilation, _cancellation)!;
        var around = (_scope, _out, _region, _result, _ownFunction);
        var known = new HashSet<string>(_privateTypes);
        if (body is not null)
        {
            FindWritten(body);
            _inlined.Add(method.OriginalDefinition);
        }

        try
        {
            (_out, _region, _result, _ownFunction) = ([], new Region(null, always: false), function.Result, method);
            _scope = new Scope(method, function.Outer, function.Self is null ? null : new LocalBinding(function.Self));
            _scope.SetTypes(method);
            if (function.Self is { } self)
            {
                _stable.Add(self);
                _present[self] = null;
            }

            var declared = (method.PartialImplementationPart ?? method).OriginalDefinition.Parameters;
            for (var i = 0; i < declared.Length; i++)
            {
                _scope.Set(declared[i], new LocalBinding(function.Parameters[i]), _region);
                if (!_written.Contains(declared[i]))
                    _stable.Add(function.Parameters[i]);
            }

            if (body is null)
                Dispatch(function);
            else
                Statement(body);
            CheckReach(function.Call, method, known);
            var parameters = (function.Self is null ? function.Parameters : [function.Self, .. function.Parameters]).Select(static local => new Parameter(local));
            return new Function(function.Id, FunctionName(method), parameters, function.Result is null ? [] : [function.Result], new Block(_out.ToEquatableArray()));
        }
        finally
        {
            (_scope, _out, _region, _result, _ownFunction) = around;
        }
    }

    /// <summary>The functions, those that are lifted among them, with all that they share.</summary>
    private EquatableArray<TranslatedMethod> Lifted(IReadOnlyList<Function> functions, SharedLocals shared) =>
        functions.Select(function => Lifted(shared.Shared(function, NewLabel()))).ToEquatableArray();

    private TranslatedMethod Lifted(Function function)
    {
        var called = CalledFunctions.Ids(function);
        var callees = called.Where(id => !_nested.Any(nested => nested.Id == id)).ToEquatableArray();
        return new(function, [], [], callees, MethodBodies.ContainingTypes(_method), [], [], [], IsOfSet: false)
        {
            Nested = _nested.Where(nested => called.Contains(nested.Id)).ToEquatableArray(),
        };
    }
}
