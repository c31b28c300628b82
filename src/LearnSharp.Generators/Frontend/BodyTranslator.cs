using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Translates one body to the IR. Expressions of C# become pure expressions of the IR; what they do on the way is emitted before, as statements, in C#'s own
/// order of evaluation (see <see cref="InOrder"/>).
/// </summary>
internal sealed partial class BodyTranslator
{
    private readonly Compilation _compilation;
    private readonly IMethodSymbol _method;
    private readonly CancellationToken _cancellation;
    private readonly TypeMapper _types;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<CallSite> _calls = [];
    private readonly HashSet<string> _privateTypes = new(StringComparer.Ordinal);

    /// <summary>Structs with hidden fields, whose accessors name the types of the fields.</summary>
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>C# locals and parameters that are written after their declaration.</summary>
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    /// <summary>Locals whose value never changes once they have one: reading them later gives the same.</summary>
    private readonly HashSet<Local> _stable = [];

    /// <summary>Stable locals of a floating type that hold a passive value.</summary>
    private readonly HashSet<Local> _passive = [];

    /// <summary>The parameters that the body declares, in order.</summary>
    private readonly List<Parameter> _inBody = [];

    /// <summary>Weights and choices of callees that calls leave out, each with the parameter that stands for it here.</summary>
    private readonly List<(LearnedSlot Slot, Local Local)> _borrowed = [];

    private Declarations _declarations = null!;
    private List<Statement> _out = [];
    private IrType? _result;
    private Origin _origin;
    private Location _where;
    private int _nextId;
    private int _nextLabel;
    private Region _region = new(null, always: false);
    private bool _failed;
    private bool _saidElsewhere;
    private bool _usesInternals;

    private BodyTranslator(Compilation compilation, IMethodSymbol method, HeapPlan plan, CancellationToken cancellation)
    {
        (_compilation, _method, _plan, _cancellation, _where, _scope) = (compilation, method, plan, cancellation, method.Locations[0], new Scope(method, null, null));
        _types = new(IsHeap);
        _root = _region;
    }

    /// <summary>Translates <paramref name="method"/>, which has its source in <paramref name="compilation"/>.</summary>
    public static BodyTranslation Translate(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var rule = HandWrittenRules.Find(method, compilation);
        TranslatedMethod? translated = null;
        var translator = Settle(
            plan => new BodyTranslator(compilation, method, plan, cancellation),
            attempt => translated = rule is null ? attempt.Run() : attempt.Run(rule));
        return new(translator._failed ? null : translated, [.. translator._calls, .. translator._nestedSites], [.. translator._inlined], translator._diagnostics)
        {
            IsSaidElsewhere = translator._saidElsewhere,
        };
    }

    /// <summary>Translates as often as more about its objects is found out.</summary>
    private static BodyTranslator Settle(Func<HeapPlan, BodyTranslator> start, Action<BodyTranslator> run)
    {
        var plan = HeapPlan.Empty;
        for (var attempt = 1; ; attempt++)
        {
            var translator = start(plan);
            run(translator);
            var next = translator._failed && attempt < MostAttempts ? translator.NextPlan() : plan;
            if (next == plan)
                return translator;
            plan = next;
        }
    }

    private TranslatedMethod? Run()
    {
        var parameters = new List<Parameter>();
        try
        {
            CheckKind();
            if (IsOfSet(_method))
            {
                SetOf(_method.ContainingType);
                _scope = new Scope(_method, null, new SelfBinding(_method.ContainingType));
                FindChanged(_method, []);
            }
            else if (!_method.IsStatic && _method.MethodKind != MethodKind.LocalFunction)
            {
                var self = NewLocal(TypeOf(_method.ContainingType, _method.Locations[0]), "self");
                _stable.Add(self);
                parameters.Add(new(self));
                _scope = new Scope(_method, null, new LocalBinding(self));
            }

            _declarations = Declarations.OfSignature(_method, Report, _types);
            for (var i = 0; i < _method.Parameters.Length; i++)
            {
                var local = DeclareParameter(_method.Parameters[i]);
                if (_method.Parameters[i].RefKind == RefKind.Out)
                    _out.Add(new Declare(local, null));
                else
                    parameters.Add(new(local, _declarations.Roles[i]));
            }

            parameters.AddRange(_lengths);
            if (!_method.ReturnsVoid)
                _result = TypeOf(_method.ReturnType, _method.Locations[0]);
            DeclareReferences();
            DeclareArenas();
        }
        catch (TranslationException)
        {
            return null;
        }

        var body = MethodBodies.Find(_method, _compilation, _cancellation);
        if (body is null)
        {
            _failed = true;
            return null;
        }

        var offset = Receiver is LocalBinding ? 1 : 0;
        FindWritten(body);
        FindDecimals(body);
        foreach (var parameter in RootSignature.Inputs(_method))
        {
            if (_scope.Find(parameter) is LocalBinding { Local: var given } && DeclareChosen(parameter, given.Type, new LocalRead(given)))
                continue;
            var position = parameter.Ordinal - RootSignature.OutsBefore(_method, parameter.Ordinal) + offset;
            if (!_written.Contains(parameter) && !(_method.PartialImplementationPart is { } part && _written.Contains(part.Parameters[parameter.Ordinal])))
            {
                _stable.Add(parameters[position].Local);
                _handedIn.Add(parameters[position].Local);
                if (_scope.Find(parameter) is RectangularBinding parts)
                    _stable.UnionWith(parts.Lengths);
            }
        }

        Statement(body);
        ReturnReferences();
        List<Function> functions = [.. TranslateOwnFunctions(), .. _liftedFunctions];
        _declarations.Finish(
        [
            .. _method.Parameters.Select(static p => p.RefKind == RefKind.Out ? "out_" + p.Name : p.Name),
            .. _lengths.Select(static p => "length_" + p.Local.Name),
            .. _inBody.Select(static p => p.Local.Name),
        ]);
        if (_failed)
            return null;
        var shared = new SharedLocals(functions);
        CheckReferences(shared);
        if (_failed)
            return null;
        var lifted = Lifted(functions, shared);
        int Position(int parameter) => parameter - RootSignature.OutsBefore(_method, parameter) + offset;
        var function = new Function(
            MethodIds.Of(_method),
            FunctionName(_method),
            [.. parameters, .. _inBody, .. _borrowed.Select(static borrowed => new Parameter(borrowed.Local))],
            _returned is not null ? [_returned] : _result is null ? [] : [_result],
            shared.Calling(new Block(_weightArrayDeclarations.Concat(_arenaDeclarations).Concat(_out).ToEquatableArray())));
        return new TranslatedMethod(
            function,
            _declarations.Weights.Select(weight => weight with { Parameter = Position(weight.Parameter) }),
            _declarations.Choices.Select(choice => choice with { Parameter = Position(choice.Parameter) }),
            _calls.Select(static call => call.Id).Concat(lifted.Select(static one => one.Function.Id)).Distinct().ToEquatableArray(),
            MethodBodies.ContainingTypes(_method),
            _privateTypes.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(),
            _borrowed.Select(static borrowed => borrowed.Slot).ToEquatableArray(),
            _sets.ToEquatableArray(),
            IsOfSet(_method))
        {
            Lifted = lifted,
            Nested = _nested.ToEquatableArray(),
            UsesInternals = _usesInternals,
            IsReshaped = _lengths.Count > 0 || _given.Count > 0 || IsRectangular(_method.ReturnType) || _returned is not null,
            TakesSequences = _given.Count > 0 || _returned is not null,
        };
    }

    private static string FunctionName(IMethodSymbol method)
    {
        var name = method.MethodKind switch
        {
            // That of an indexer is a word there.
            MethodKind.PropertyGet => method.AssociatedSymbol!.MetadataName,
            MethodKind.UserDefinedOperator or MethodKind.Conversion => method.Name.Substring("op_".Length),
            _ => method.Name,
        };

        // An explicit implementation has that of its interface in front.
        return name.Substring(name.LastIndexOf('.') + 1);
    }

    private void CheckKind()
    {
        var where = _method.Locations[0];
        if (_method.IsAsync)
            throw Unsupported(where, "An async method", "compute the value before, and pass it in");
        if (_method.IsGenericMethod || _method.ContainingType.IsGenericType)
            throw Unsupported(where, "Generic code", "write the method for a concrete type");
        if (_method.ReturnsByRef || _method.ReturnsByRefReadonly)
            throw Fail(Rules.ReferenceParameter, where, "The result");
        foreach (var parameter in _method.Parameters)
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In) && ReferenceProblem(parameter) is { } problem)
                throw Fail(Rules.ReferenceParameter, parameter.Locations[0], $"The parameter '{parameter.Name}'{problem}");
        }
    }

    private Local DeclareParameter(IParameterSymbol parameter)
    {
        if (ElementOfGiven(parameter.Type) is { } element)
            return DeclareGiven(parameter, element);
        var type = TypeOf(parameter.Type, parameter.Locations.FirstOrDefault() ?? _method.Locations[0]);
        var binding = IsRectangular(parameter.Type) ? DeclareRectangular(parameter, (StructType)type) : (Binding)new LocalBinding(NewLocal(type, parameter.Name));
        _scope.Set(parameter, binding, _region);

        // The body of a partial method names the parameters of the part that has it.
        if (_method.PartialImplementationPart is { } implementation)
            _scope.Set(implementation.Parameters[parameter.Ordinal], binding, _region);
        return binding is RectangularBinding parts ? parts.Elements : ((LocalBinding)binding).Local;
    }

    /// <summary>Collects the locals and parameters that are written after their declaration.</summary>
    private void FindWritten(IOperation body)
    {
        FindReferences(body);
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAssignmentOperation assignment:
                    MarkWritten(assignment.Target);
                    break;
                case IIncrementOrDecrementOperation step:
                    MarkWritten(step.Target);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    MarkWritten(argument.Value);
                    break;
                case IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } declarator when declarator.GetVariableInitializer() is { } reference:
                    MarkWritten(reference.Value);
                    break;
                case IInvocationOperation { Instance: { } changed } invocation when changed.Type is ITypeParameterSymbol || ChangesReceiver(invocation.TargetMethod):
                    MarkWritten(changed);
                    break;
            }
        }
    }

    private void MarkWritten(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { IsDeclaration: false } local:
                _written.Add(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                _written.Add(parameter.Parameter);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    MarkWritten(element);
                break;
            case IMemberReferenceOperation { Instance: { } self } member when IsThis(self):
                _written.Add(member.Member);
                break;
            case IFieldReferenceOperation { Instance: { Type.IsValueType: true } instance }:
                MarkWritten(instance);
                break;
            case IPropertyReferenceOperation { Instance: { Type.IsValueType: true } owner }:
                MarkWritten(owner);
                break;
        }
    }

    private Local NewLocal(IrType type, string name)
    {
        CheckGroup(type);
        return new(_nextId++, type, name);
    }

    private Label NewLabel() => new(_nextLabel++);

    private void Emit(Statement statement)
    {
        NoteArray(statement);
        _out.Add(statement with { Origin = _origin });
    }

    /// <summary>Runs <paramref name="translate"/> with an output of its own.</summary>
    /// <param name="translate">Gives the value, and emits what it does.</param>
    /// <param name="always">Whether it runs once wherever control comes here: not in a branch, and not in a loop.</param>
    private (List<Statement> Statements, T Value) Capture<T>(Func<T> translate, bool always = false)
    {
        var (outer, region) = (_out, _region);
        _out = [];
        _region = new Region(region, always);
        try
        {
            var value = translate();
            return (_out, value);
        }
        finally
        {
            (_out, _region) = (outer, region);
        }
    }

    /// <summary>
    /// Translates parts that C# evaluates one after another. Where a later part has effects, the earlier ones are kept in locals first, so that their values
    /// (and the exceptions they throw) come before.
    /// </summary>
    private Expression[] InOrder(params Func<Expression>[] parts)
    {
        var values = new Expression[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var (statements, value) = Capture(parts[i], always: true);
            if (statements.Count > 0)
            {
                for (var j = 0; j < i; j++)
                    values[j] = Keep(values[j]);
                _out.AddRange(statements);
            }

            values[i] = value;
        }

        return values;
    }

    private Expression[] Values(IEnumerable<IOperation> operations) =>
        InOrder([.. operations.Select<IOperation, Func<Expression>>(operation => () => Value(operation))]);

    /// <summary>An expression that gives the value <paramref name="value"/> has now, whatever happens next.</summary>
    private Expression Keep(Expression value) => value switch
    {
        _ when IsStable(value) => value,

        // The parts belong together only while translating.
        StructNew made when TypeMapper.IsRectangular(made.Type) => TypeMapper.Rectangular(Keep(made.Fields[0]), made.Fields.Skip(1).Select(Keep)),
        _ => new LocalRead(Spill(value, "kept")),
    };

    private bool IsStable(Expression value) => value switch
    {
        Constant => true,
        Default => true,
        LocalRead read => _stable.Contains(read.Local),
        _ => false,
    };

    /// <summary>Stores a value in a new local that is never written again.</summary>
    private Local Spill(Expression value, string name)
    {
        var local = NewLocal(value.Type, name);
        Emit(new Declare(local, value));
        MarkStable(local, value);
        return local;
    }

    private void MarkStable(Local local, Expression value)
    {
        _stable.Add(local);
        if (value is ArrayNew made)
            _made[local] = made.Length;
        TakeOver(local, value);
        if (local.Type is ArrayType && IsShared(value))
            _shared.Add(local);
        if (local.Type is not ArrayType && local.Type.IsDifferentiable && !IsActive(value))
            _passive.Add(local);
    }

    /// <summary>The IR type of a C# type; an error at <paramref name="where"/> when it has none.</summary>
    private IrType TypeOf(ITypeSymbol declared, Location where)
    {
        var type = Resolve(declared);
        if (!HoldsHeap(type))
            Touch(type);
        var mapped = _types.Map(type, out var problem);
        if (mapped is StructType { Access: not null } hidden && _touched.Add(hidden.Name))
        {
            foreach (var member in _types.Layout(hidden).Members)
                TypeOf(StructLayout.TypeOf(member), where);
        }

        if (mapped is not null)
            return mapped;
        WantHeapDeep(type);
        throw Fail(Rules.UnsupportedType, where, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), problem);
    }

    private IrType TypeOf(IOperation operation) => TypeOf(operation.Type!, operation.Syntax.GetLocation());

    /// <summary>Notes that the generated code names a symbol, which may be private to a type.</summary>
    private void Touch(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                && current.ContainingType is { } owner)
            {
                _privateTypes.Add(MethodIds.Of(owner));
            }

            _usesInternals |= current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal;
        }
    }
}
