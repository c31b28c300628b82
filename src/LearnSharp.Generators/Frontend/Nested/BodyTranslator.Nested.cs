using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>Calls of generated derivatives: <c>GProgram.Gradient(…)</c>, <c>Pullback</c> and <c>Pushforward</c> over the parameters of a static method.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>The derivatives that the body calls, each once.</summary>
    private readonly List<NestedCall> _nested = [];

    private readonly List<CallSite> _nestedSites = [];

    /// <summary>Stable locals that hold arrays which the body makes, with their lengths.</summary>
    private readonly Dictionary<Local, Expression> _made = [];

    /// <summary>Parameters that always hold what the caller handed over.</summary>
    private readonly HashSet<Local> _handedIn = [];

    private Expression? GeneratedCall(IInvocationOperation invocation, bool isUsed)
    {
        var method = invocation.TargetMethod;
        if (DerivativeShape.MethodOf(method.ContainingType) is not { } learnable || DerivativeShape.Of(learnable, _types) is not { } shape
            || method.Name is not ("Gradient" or "Pullback" or "Pushforward"))
        {
            throw Unsupported(
                invocation,
                $"A call of '{method.ContainingType.Name}.{method.Name}', which is generated,",
                "call 'Gradient', 'Pullback' or 'Pushforward' of a static method; or put it into a method of its own, and give that one a derivative by hand, or mark it '[NonDifferentiable]'");
        }

        var count = shape.Independent.Count(static asked => asked);
        if (method.Parameters.Length != shape.Types.Count + count + (method.Name == "Pullback" ? 1 : 0))
        {
            throw Unsupported(
                invocation,
                $"'{method.ContainingType.Name}.{method.Name}' over records, or of a method that writes to its arguments,",
                "hand over the parameters one by one, and let the method return what it writes");
        }

        if (!IsTranslated(learnable))
            throw Unsupported(invocation, $"'{method.ContainingType.Name}.{method.Name}', whose assembly does not bring the program of '{learnable.Name}',", "make what that method uses public");
        var isForward = method.Name == "Pushforward";
        var nested = new NestedCall(MethodIds.Of(learnable) + (isForward ? "'along" : "'gradient"), MethodIds.Of(learnable), shape.Independent, isForward);
        if (!_nested.Contains(nested))
            _nested.Add(nested);
        _nestedSites.Add(new(nested.Id, learnable, invocation.Syntax.GetLocation()) { IsNested = true });
        return isForward ? ForwardCall(invocation, shape, nested.Id, isUsed) : ReverseCall(invocation, shape, nested.Id);
    }

    /// <summary>What each parameter of a call stands for, evaluated in the order in which the arguments are written.</summary>
    private Binding[] GivenTo(IInvocationOperation invocation)
    {
        var written = invocation.Arguments.ToList();
        var bindings = BindInOrder([.. written.Select<IArgumentOperation, Func<Binding>>(argument => () =>
        {
            var type = TypeOf(argument.Parameter!.Type, argument.Syntax.GetLocation());
            return argument.Parameter.RefKind == RefKind.Out ? BindReference(argument.Value, type) : new ValueBinding(Coerce(Value(argument.Value), type));
        })]);
        var given = new Binding[bindings.Length];
        for (var i = 0; i < written.Count; i++)
            given[written[i].Parameter!.Ordinal] = bindings[i];
        return given;
    }

    private LocalRead ReverseCall(IInvocationOperation invocation, DerivativeShape shape, string id)
    {
        var given = GivenTo(invocation);
        var parameters = shape.Types.Count;
        var values = new List<Expression>();
        foreach (var binding in given.OfType<ValueBinding>())
            values.Add(Keep(binding.Value));
        var arguments = values.GetRange(0, parameters);
        var first = parameters;
        if (invocation.TargetMethod.Name == "Pullback")
            arguments.Add(values[first++]);
        else
            arguments.Add(Constant.Floating(shape.Result, 1));
        var buffers = values.GetRange(first, values.Count - first);
        var arrays = Enumerable.Range(0, parameters).Where(index => shape.Independent[index] && shape.Types[index] is ArrayType).ToList();
        for (var k = 0; k < buffers.Count; k++)
        {
            CheckWritable(new ElementPlace(buffers[k], Constant.Of(0)), invocation);
            CheckBuffer(invocation, shape, values, arrays[k], buffers[k]);
        }

        arguments.AddRange(buffers);

        var origin = Origins.Of(invocation.Syntax);
        var value = NewLocal(shape.Result, MemberNames.Camel(FunctionName(shape.Method)));
        var places = given.OfType<PlaceBinding>().Select(static binding => binding.Place).ToList();
        var numbers = Enumerable.Range(0, parameters).Where(index => shape.Independent[index] && shape.Types[index] is not ArrayType).ToList();
        var derivatives = numbers.ConvertAll(index => NewLocal(shape.Types[index], "d" + MemberNames.Pascal(shape.Method.Parameters[index].Name)));
        foreach (var local in derivatives.Prepend(value))
            Emit(new Declare(local, null));
        _out.Add(new Call(derivatives.Prepend(value).Select(static local => (Place?)new LocalPlace(local)).ToEquatableArray(), id, arguments.ToEquatableArray()) { Origin = _origin.Text is null ? origin : _origin });
        for (var k = 0; k < places.Count; k++)
            Emit(new Assign(places[k], new LocalRead(derivatives[k])));
        _stable.Add(value);
        return new LocalRead(value) { Origin = origin };
    }

    private StructNew? ForwardCall(IInvocationOperation invocation, DerivativeShape shape, string id, bool isUsed)
    {
        var values = GivenTo(invocation).Select(static binding => ((ValueBinding)binding).Value).ToList();
        var arguments = new List<Expression>();
        var tangents = new List<Expression>();
        var next = 0;
        for (var index = 0; index < shape.Types.Count; index++)
        {
            arguments.Add(Keep(values[next++]));
            if (!shape.Independent[index])
                continue;
            tangents.Add(Keep(values[next++]));
            if (shape.Types[index] is ArrayType)
                CheckLength(tangents[tangents.Count - 1], arguments[index], TangentsOf(invocation, next - 1, index));
        }

        var origin = Origins.Of(invocation.Syntax);
        var name = MemberNames.Camel(FunctionName(shape.Method));
        Local[] results = [NewLocal(shape.Result, name), NewLocal(shape.Result, "t" + MemberNames.Pascal(name))];
        foreach (var local in results)
        {
            Emit(new Declare(local, null));
            _stable.Add(local);
        }

        _out.Add(new Call(results.Select<Local, Place?>(static local => new LocalPlace(local)).ToEquatableArray(), id, [.. arguments, .. tangents]) { Origin = _origin.Text is null ? origin : _origin });
        return isUsed ? new StructNew((StructType)TypeOf(invocation), results.Select<Local, Expression>(static local => new LocalRead(local)).ToEquatableArray()) { Origin = origin } : null;
    }

    private static string TangentsOf(IInvocationOperation invocation, int tangent, int of) =>
        $"The tangents {invocation.TargetMethod.Parameters[tangent].Name} have \" + {{0}} + \" elements, but {invocation.TargetMethod.Parameters[of].Name} has \" + {{1}} + \"";

    /// <summary>The checks that come before a derivative: a buffer has its array's length, and memory of its own.</summary>
    private void CheckBuffer(IInvocationOperation invocation, DerivativeShape shape, List<Expression> values, int index, Expression buffer)
    {
        var names = invocation.TargetMethod.Parameters;
        var position = shape.Types.Count + (invocation.TargetMethod.Name == "Pullback" ? 1 : 0) + Enumerable.Range(0, index).Count(other => shape.Independent[other]);
        var (name, of) = (names[position].Name, names[index].Name);
        CheckLength(buffer, values[index], $"The buffer {name} has \" + {{0}} + \" elements, but {of} has \" + {{1}} + \"; give it the length of {of}.");
        for (var other = 0; other < shape.Types.Count; other++)
        {
            if (shape.Types[other] is not ArrayType { Element: ScalarType element } || !element.Equals(((ArrayType)buffer.Type).Element) || IsApart(buffer, values[other]))
                continue;
            var overlap = new Extern(
                ScalarType.Bool,
                $"global::System.MemoryExtensions.Overlaps<{element.CSharpName}>((global::System.ReadOnlySpan<{element.CSharpName}>){{0}}, {{1}})",
                [buffer, values[other]],
                Purity.Pure);
            Emit(new If(overlap, Thrown($"\"The buffer {name} overlaps the input {names[other].Name}; give it memory of its own.\"", []), Block.Empty));
        }
    }

    private void CheckLength(Expression array, Expression of, string problem)
    {
        if (array is LocalRead { Local: var made } && _made.TryGetValue(made, out var length) && length is Length { Array: LocalRead { Local: var measured } }
            && of is LocalRead { Local: var other } && measured == other && _stable.Contains(measured))
        {
            return;
        }

        Emit(new If(new Binary(BinaryOperator.NotEqual, new Length(array), new Length(of)), Thrown($"\"{problem}\"", [new Length(array), new Length(of)]), Block.Empty));
    }

    // What the body made is no other array that it made, and none that it was handed; another name of it has no entry.
    private bool IsApart(Expression buffer, Expression other) => buffer is LocalRead { Local: var made } && _made.ContainsKey(made)
        && other is LocalRead { Local: var against } && against != made && (_made.ContainsKey(against) || _handedIn.Contains(against));

    private static Block Thrown(string message, EquatableArray<Expression> operands) =>
        new([new Throw(new Extern(new OpaqueType("global::System.ArgumentException"), $"new global::System.ArgumentException({message})", operands, Purity.Effectful))]);
}
