using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>How many calls are translated in place in one method: beyond, the code grows without bounds.</summary>
    private const int MostInlined = 1000;

    /// <summary>How many such calls may be inside one another.</summary>
    private const int DeepestInlined = 50;

    /// <summary>The methods whose bodies were translated in place.</summary>
    private readonly HashSet<IMethodSymbol> _inlined = new(SymbolEqualityComparer.Default);

    private InlineFrame? _frame;
    private int _inlinedCalls;

    /// <summary>Whether the body of a callee is translated in place of the call: because it shares storage with the caller.</summary>
    private bool IsInlined(IInvocationOperation invocation)
    {
        var method = Target(invocation);
        return invocation.Arguments.Any(argument => IsSymbolic(argument.Value)) || IsCapturing(method) || IsGeneric(method) || TakesHeap(method) || IsOfExtension(method)
            || MayBeKnown(method.ReturnType) || method.RefKind != RefKind.None || IsSpanType(method.ReturnType) || HandsDecimals(method) || HandsNullables(method) || method.Parameters.Any(static parameter => parameter.RefKind is RefKind.Ref or RefKind.Out)
            || (ChangesReceiver(method) && invocation.Instance is not null) || ChangesSelf(invocation) || IsOnStruct(method, invocation.Instance) || ReadsWhatItStores(invocation, method);
    }

    /// <summary>Whether a call is of a function or on an object that is known only while translating, or shares storage with its caller.</summary>
    private bool IsInPlace(IInvocationOperation invocation) => invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke
        || IsInterfaceCode(invocation)
        || (invocation.Instance is { } instance && (IsObject(instance) || IsHeap(instance.Type)))
        || (IsTranslated(Target(invocation)) && !HandWrittenRules.Has(invocation.TargetMethod, _compilation) && IsInlined(invocation));

    private Binding? CalledInPlace(IInvocationOperation invocation, bool isUsed) => invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke
        ? DelegateCall(invocation, isUsed)
        : invocation.Instance is not { } instance ? InlineCall(invocation)
        : IsInterfaceCode(invocation) ? InlineInterfaceCode(invocation)
        : IsObject(instance) ? ObjectCall(invocation)
        : IsHeap(instance.Type) ? HeapCall(invocation) : InlineCall(invocation);

    /// <summary>A call whose callee's body is translated in its place; null for a method without a result.</summary>
    private Binding? InlineCall(IInvocationOperation invocation)
    {
        var method = Target(invocation);
        CheckOwnSet(invocation);
        var hasReceiver = !method.IsStatic && method.MethodKind != MethodKind.LocalFunction;
        Func<Binding> self = () => Receiver is SelfBinding && IsThis(invocation.Instance) ? Receiver : BindReceiver(invocation.Instance!, ChangesReceiver(method));
        var given = BindArguments(method, invocation.Arguments, hasReceiver ? self : null, out var receiver);
        return Inline(invocation, method, receiver, given, OuterScope(method));
    }

    /// <summary>Whether generic code calls a method that an interface has code for, on a struct that has none of its own.</summary>
    private bool IsInterfaceCode(IInvocationOperation invocation) =>
        invocation.Instance is { Type: ITypeParameterSymbol } instance && Resolve(instance.Type).IsValueType
        && Target(invocation) is { IsStatic: false, IsAbstract: false, ContainingType.TypeKind: TypeKind.Interface } method && MethodBodies.HasSource(method, _compilation, _cancellation);

    // C# boxes the struct: the method works on a copy.
    private Binding? InlineInterfaceCode(IInvocationOperation invocation)
    {
        var method = Target(invocation);
        var given = BindArguments(method, invocation.Arguments, () => new ValueBinding(Value(invocation.Instance!)), out var self);
        var value = ReadBinding(invocation, self!);
        var copy = NewLocal(value.Type, "boxed");
        Emit(new Declare(copy, value));
        return Inline(invocation, method, new BoxBinding((INamedTypeSymbol)Resolve(invocation.Instance!.Type!), copy), given, null);
    }

    private Binding BindArgument(IArgumentOperation argument)
    {
        var parameter = argument.Parameter!;
        if (parameter.RefKind is RefKind.None)
            return IsNull(argument.Value) && IsObjectType(parameter.Type) ? new NullBinding() : Bind(argument.Value);
        var type = HeldType(parameter.Type, argument.Syntax.GetLocation());
        return parameter.RefKind is RefKind.Ref or RefKind.Out ? BindReference(argument.Value, type) : BindReadOnly(argument.Value, type);
    }

    /// <summary>The receiver of a call; a method that changes it works on the storage itself, and where C# makes a copy on that.</summary>
    private Binding BindReceiver(IOperation instance, bool isChanged)
    {
        if (!isChanged)
            return BindReadOnly(instance, TypeOf(instance));
        if (IsVariable(instance))
            return new PlaceBinding(Hold(PlaceOf(instance)));
        var value = Value(instance);
        var copy = NewLocal(value.Type, "copy");
        Emit(new Declare(copy, value));
        return new PlaceBinding(new LocalPlace(copy));
    }

    /// <summary>Whether an expression names storage that may be changed; of anything else a method that changes its struct gets a copy.</summary>
    private bool IsVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.RefReadOnly } => false,
        IInstanceReferenceOperation => !_scope.Method.IsReadOnly,
        ILocalReferenceOperation or IArrayElementReferenceOperation => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter } => false,
        IParameterReferenceOperation => true,
        IFieldReferenceOperation { Field.IsReadOnly: true, Instance: IInstanceReferenceOperation } when _scope.Method.MethodKind == MethodKind.Constructor => true,
        IFieldReferenceOperation { Field.IsReadOnly: true } => false,
        IFieldReferenceOperation { Instance: { } instance } => !instance.Type!.IsValueType || IsVariable(instance),
        IPropertyReferenceOperation { Property.ReturnsByRef: true } or IInvocationOperation { TargetMethod.ReturnsByRef: true } => true,
        IParenthesizedOperation parenthesized => IsVariable(parenthesized.Operand),
        IConditionalOperation { IsRef: true } => true,
        _ => false,
    };

    /// <summary>The scope that a callee's body sees around its own: for a local function that of the body it is declared in.</summary>
    private Scope? OuterScope(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? _scope.Of(method.ContainingSymbol) : null;

    /// <summary>Weights and choices belong to the method that declares them: a body that is translated in place has none.</summary>
    private void CheckOwnSet(IInvocationOperation invocation)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (IsBorrowed(argument))
                throw OwnSet(invocation, invocation.TargetMethod, argument.Parameter!.Name, "which is translated as part of its caller");
        }
    }

    private TranslationException OwnSet(IOperation call, IMethodSymbol method, string name, string why) => Fail(
        Rules.CalleeWeights,
        call.Syntax.GetLocation(),
        method.Name,
        name,
        $"'{method.Name}', {why}, cannot have a set: declare '{name}' in the calling method and pass it in");

    /// <summary>Translates the body of <paramref name="method"/> in place of a call; the value of the call, null for a method without a result.</summary>
    /// <param name="call">The call.</param>
    /// <param name="method">The callee, which has a body in source.</param>
    /// <param name="receiver">What <c>this</c> stands for; null where there is none.</param>
    /// <param name="arguments">What each parameter stands for, values included.</param>
    /// <param name="outer">The scope of the body that a lambda or local function is written in.</param>
    /// <param name="code">The body of a lambda; null for what has its body elsewhere.</param>
    private Binding? Inline(IOperation call, IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer, IOperation? code = null)
    {
        if (code is null && IsIterator(method))
            return IteratorOf(call, method, receiver, arguments, outer);
        if (code is null)
        {
            var resolved = Resolve(method);
            var isOwn = CanBeFunction(resolved, receiver, arguments, outer);
            if (isOwn && _plan.IsFunction(method))
                return CallOwn(call, resolved, receiver, arguments, outer);
            if (_foundFunctions.Contains(method.OriginalDefinition))
                return Unknown(call, resolved);
            if (CallsItself(method))
                return isOwn ? Found(call, resolved) : CallLifted(call, method, receiver, arguments, outer);
        }

        var body = code ?? MethodBodies.Find(method, _compilation, _cancellation) ?? throw Silent();
        FindWritten(body);
        FindDecimals(body);
        return Inline(call, method, receiver, arguments, outer, () => Statement(body), Returns.In(body));
    }

    private Binding? Inline(IOperation call, IMethodSymbol method, Binding? receiver, Binding[] arguments, Scope? outer, Action translate, int returns = 0)
    {
        method = Resolve(method);
        var where = call.Syntax.GetLocation();
        var extended = method is { IsStatic: false, ContainingType: { IsExtension: true, ExtensionParameter: { } given } } && receiver is not null ? given : null;

        // The types of a lambda or local function are those of the code that it is written in.
        var calling = _scope;
        _scope = outer ?? _scope;
        IrType? result;
        List<IrType?> types;
        try
        {
            result = method.ReturnsVoid || !HasPlainResult(method) ? null : HeldType(method.ReturnType, where);
            if (extended is not null && receiver is { IsSymbolic: false })
                receiver = new ValueBinding(Coerce(ReadBinding(call, receiver), HeldType(extended.Type, where)));
            types = [.. method.Parameters.Select(parameter => arguments[parameter.Ordinal] is ValueBinding ? HeldType(parameter.Type, where) : null)];
        }
        finally
        {
            _scope = calling;
        }

        var frame = new InlineFrame(method, NewLabel(), _frame)
        {
            Result = result is null ? null : NewLocal(result, MemberNames.Camel(InlinedName(method))),
            Returns = returns,
            Receiver = receiver,
            Arguments = arguments,
            Outer = outer,
        };
        if (frame.IsRecursive() || (receiver is not ObjectBinding && SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, _method.OriginalDefinition)) || frame.Depth > DeepestInlined)
        {
            if (CanBeFunction(method, receiver, arguments, outer))
                return Found(call, method);
            if (_dispatched is { } invoke)
                _foundFunctions.Add(invoke.OriginalDefinition);
            WantHeapBeyond(method, receiver, arguments);
            throw CallingItself(call, method);
        }

        if (++_inlinedCalls > MostInlined)
            throw Unsupported(call, $"A method with more than {MostInlined} calls that share variables with their callers", "return the values instead, several as a tuple");
        _inlined.Add(method.OriginalDefinition);

        var (around, caller) = (_scope, _frame);
        var known = new HashSet<string>(_privateTypes);
        var failed = _failed;
        _failed = false;
        List<Statement> statements;
        try
        {
            (_scope, _frame) = (new Scope(method, outer, extended is null ? receiver : null), frame);
            if (method.MethodKind != MethodKind.AnonymousFunction)
                _scope.SetTypes(method);
            (statements, _) = Capture<object?>(
                () =>
                {
                    frame.Region = _region;
                    if (extended is not null)
                        BindParameter(extended.OriginalDefinition, receiver!, null);
                    var declared = (method.PartialImplementationPart ?? method).OriginalDefinition.Parameters;
                    for (var i = 0; i < declared.Length; i++)
                        BindParameter(declared[i], arguments[i], types[i]);
                    translate();
                    return null;
                },
                always: true);
        }
        finally
        {
            (_scope, _frame) = (around, caller);
        }

        CheckReach(call, method, known);
        if (_failed)
            throw new TranslationException();
        _failed = failed;
        return Returned(statements, frame);
    }

    /// <summary>Whether a method's result has a value in the generated code, whatever it returns.</summary>
    private bool HasPlainResult(IMethodSymbol method) => !MayBeKnown(method.ReturnType) && method.RefKind == RefKind.None;

    private static string InlinedName(IMethodSymbol method) => method.MethodKind == MethodKind.AnonymousFunction ? "value" : FunctionName(method);

    /// <summary>Emits an inlined body, and gives its value.</summary>
    private Binding? Returned(List<Statement> statements, InlineFrame frame)
    {
        if (frame.Binding is not null)
            statements = Hoisting.Nested(statements, frame.Declarations);
        _out.AddRange(frame.Declarations);
        if (TailExits.Remove(statements, frame.End) is { } straight)
        {
            // Where the result is stored once, as the last thing, it needs no local.
            if (straight.Count > 0 && straight[straight.Count - 1] is Assign { Target: LocalPlace { Local: var stored }, Value: var value } && stored == frame.Result
                && straight.Take(straight.Count - 1).All(statement => !Assignments.StoresTo(statement, stored)))
            {
                straight.RemoveAt(straight.Count - 1);
                _out.AddRange(straight);
                return new ValueBinding(value);
            }

            DeclareResult(frame);
            _out.AddRange(straight);
        }
        else
        {
            DeclareResult(frame);
            if (statements[statements.Count - 1] is Exit { Target: var target } && target == frame.End)
                statements.RemoveAt(statements.Count - 1);
            if (frame.Binding is not null)
            {
                List<Statement> declarations = [];
                statements = Hoisting.All(statements, declarations);
                _out.AddRange(declarations);
            }

            Emit(new Labelled(frame.End, new Block(statements.ToEquatableArray())));
        }

        return frame.Binding ?? (frame.Result is null ? null : new ValueBinding(new LocalRead(frame.Result)));
    }

    private void DeclareResult(InlineFrame frame)
    {
        if (frame.Result is not { } result)
            return;
        Emit(new Declare(result, null));
        _stable.Add(result);
        if (frame.IsShared)
            _shared.Add(result);
    }

    /// <summary>Generated code stands in the method's own type: what an inlined body uses must be within reach there.</summary>
    private void CheckReach(IOperation call, IMethodSymbol method, HashSet<string> known)
    {
        var within = MethodBodies.ContainingTypes(_method);
        foreach (var type in _privateTypes)
        {
            if (!known.Contains(type) && !within.Contains(type))
                Report(Rules.InaccessibleMember, call.Syntax.GetLocation(), method.Name, type, _method.ContainingType.Name);
        }
    }

    /// <summary>A return inside a body that is translated in place: stores the result and goes to the end.</summary>
    private void ReturnInlined(InlineFrame frame, IReturnOperation statement)
    {
        if (frame.Method.ReturnsVoid)
        {
            if (statement.ReturnedValue is { } effect)
                Effect(effect);
            if (!statement.IsImplicit)
                Leave(frame);
            return;
        }

        if (frame.Result is not { } result)
        {
            ReturnBinding(frame, statement.ReturnedValue!);
            return;
        }

        var value = Coerce(Value(statement.ReturnedValue!), result.Type);
        frame.IsShared |= value.Type is ArrayType && IsShared(value);
        if (EndsControl(_out))
            return;
        Emit(new Assign(new LocalPlace(result), value));
        Leave(frame);
    }

    private void Leave(InlineFrame frame)
    {
        frame.Region!.IsLeft = true;
        if (!EndsControl(_out))
            Emit(new Exit(frame.End));
    }

    /// <summary>Returns what may be known only while translating: the same everywhere, or one of several objects that cannot change.</summary>
    private void ReturnBinding(InlineFrame frame, IOperation returned)
    {
        if (frame.Method.RefKind != RefKind.None && frame.Returns > 1)
        {
            ReturnReference(frame, returned);
            return;
        }

        if (frame.Method.RefKind != RefKind.None)
        {
            var place = new PlaceBinding(Hold(PlaceOf(returned)));
            if (frame.Binding is not null && !frame.Binding.Equals(place))
                throw Unsupported(returned, "A reference to one of several places", "return an index, or return it from one place only");
            frame.Binding = place;
            Leave(frame);
            return;
        }

        var binding = Keep(IsNull(Unwrap(returned)) ? new NullBinding() : Bind(returned));
        if (EndsControl(_out))
            return;

        // A local of the body ends with it: the collection that it names is nobody else's then.
        var made = binding as CollectionBinding;
        if (made?.Names == 1 && returned is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, frame.Method))
            made.Names = 0;
        if (frame.Returns > 1 && made is not null && Variables(made) is not null)
        {
            if (frame.Binding is null)
            {
                var (declarations, variable) = Capture(() => Unmade(made));
                frame.Declarations.AddRange(declarations);
                frame.Binding = variable;
            }

            if (frame.Binding is not CollectionBinding result || !Replace(returned, result, made))
                throw Different(returned, frame.Method.ReturnType);
        }
        else if (frame.Returns > 1 && binding is ObjectBinding known && IsFrozen(known.Type))
        {
            frame.Binding ??= Undeclared(known, frame.Declarations);
            if (frame.Binding is not ObjectBinding variable)
                throw Different(returned, frame.Method.ReturnType);
            Overwrite(returned, variable, known);
        }
        else if (frame.Binding is not null && frame.Binding != binding)
        {
            throw Different(returned, frame.Method.ReturnType);
        }
        else
        {
            frame.Binding = binding;
        }

        Leave(frame);
    }
}
