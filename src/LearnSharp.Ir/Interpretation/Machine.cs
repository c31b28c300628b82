using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace LearnSharp.Ir;

/// <summary>
/// Runs a program by walking its trees: the reference semantics, slow and plain. Values are boxed: bool, int, long (also enums),
/// <typeparamref name="T"/> for floating values, <see cref="IrArray"/> for arrays and spans, <see cref="IrStruct"/>, and the host's objects for
/// opaque ones. Here: statements; expressions and places in the files beside.
/// </summary>
internal sealed partial class Machine<T>(IrProgram program, IAlgebra<T> algebra, InterpreterOptions options)
    where T : notnull
{
    private readonly Dictionary<string, Function> _functions = Index(program);
    private readonly Dictionary<IrType, Stack<object?>> _saved = [];
    private Dictionary<int, object?> _locals = [];
    private long _fuel = options.Fuel;
    private int _exitTarget;
    private object?[] _returned = [];

    private enum Flow
    {
        Next,
        Exit,
        Return,
    }

    /// <summary>The number of values pushed and not popped.</summary>
    public int LeftOnWorkspace
    {
        get
        {
            var count = 0;
            foreach (var stack in _saved.Values)
                count += stack.Count;
            return count;
        }
    }

    /// <summary>Runs the root.</summary>
    public object?[] Run(object?[] arguments) => Invoke(program.Root, arguments);

    private static Dictionary<string, Function> Index(IrProgram program)
    {
        var functions = new Dictionary<string, Function> { [program.Root.Id] = program.Root };
        foreach (var callee in program.Callees)
            functions[callee.Id] = callee;
        return functions;
    }

    private object?[] Invoke(Function function, object?[] arguments)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (function.Derivative is not null && typeof(T) == typeof(Dual))
            throw new InvalidOperationException($"The derivative of {function.Id} is written by hand; dual numbers do not see it.");
        var caller = _locals;
        _locals = [];
        for (var i = 0; i < arguments.Length; i++)
            _locals[function.Parameters[i].Local.Id] = arguments[i];
        var flow = Execute(function.Body);
        _locals = caller;
        if (flow == Flow.Return)
            return _returned;
        if (!function.Results.IsEmpty)
            throw new InvalidOperationException($"{function.Id} ended without its results; verify programs before running them.");
        return [];
    }

    private Flow Execute(Block block)
    {
        foreach (var statement in block.Statements.AsSpan())
        {
            var flow = Execute(statement);
            if (flow != Flow.Next)
                return flow;
        }

        return Flow.Next;
    }

    private Flow Execute(Statement statement)
    {
        Burn();
        switch (statement)
        {
            case Block s:
                return Execute(s);
            case Labelled s:
                return Caught(Execute(s.Body), s.Label);
            case Declare s:
                _locals[s.Local.Id] = s.Value is null ? DefaultOf(s.Local.Type) : Evaluate(s.Value);
                return Flow.Next;
            case Assign s:
            {
                var place = Resolve(s.Target);
                place.Write(Evaluate(s.Value));
                return Flow.Next;
            }

            case Call s:
                Execute(s);
                return Flow.Next;
            case If s:
                return Execute((bool)Evaluate(s.Condition)! ? s.Then : s.Else);
            case Loop s:
                return Execute(s);
            case Exit s:
                _exitTarget = s.Target.Id;
                return Flow.Exit;
            case Return s:
                _returned = EvaluateAll(s.Values);
                return Flow.Return;
            case Throw s:
                throw Thrown((Extern)s.Exception);
            case Evaluate s:
                Evaluate(s.Value);
                return Flow.Next;
            case Push s:
                Saved(s.Value.Type).Push(Evaluate(s.Value));
                return Flow.Next;
            case Pop s:
            {
                var place = Resolve(s.Target);
                if (!Saved(s.Target.Type).TryPop(out var value))
                    throw new InvalidOperationException($"Pop of {s.Target.Type}, but no such value is saved.");
                place.Write(value);
                return Flow.Next;
            }

            case PushElements s:
            {
                var (items, start, end) = Stretch(s.Array, s.Start, s.End);
                for (var i = start; i < end; i++)
                    Saved(((ArrayType)s.Array.Type).Element).Push(items[i]);
                return Flow.Next;
            }

            case PopElements s:
            {
                var (items, start, end) = Stretch(s.Array, s.Start, s.End);
                for (var i = end - 1; i >= start; i--)
                {
                    if (!Saved(((ArrayType)s.Array.Type).Element).TryPop(out items[i]))
                        throw new InvalidOperationException($"Pop of elements of {s.Array.Type}, but no such value is saved.");
                }

                return Flow.Next;
            }

            case Comment:
                return Flow.Next;
            default:
                throw new InvalidOperationException($"The interpreter does not know {statement.GetType().Name}.");
        }
    }

    private Flow Execute(Loop loop)
    {
        while (loop.Condition is null || (bool)Evaluate(loop.Condition)!)
        {
            Burn();
            var flow = Caught(Execute(loop.Body), loop.Continue);
            if (flow == Flow.Next)
                flow = Execute(loop.Step);
            if (flow != Flow.Next)
                return Caught(flow, loop.Break);
            if (loop.While is not null && !(bool)Evaluate(loop.While)!)
                break;
        }

        return Flow.Next;
    }

    private Flow Caught(Flow flow, Label label) => flow == Flow.Exit && _exitTarget == label.Id ? Flow.Next : flow;

    private void Execute(Call call)
    {
        var targets = new ResolvedPlace?[call.Targets.Count];
        for (var i = 0; i < targets.Length; i++)
            targets[i] = call.Targets[i] is { } target ? Resolve(target) : null;
        var results = Invoke(_functions[call.Function], EvaluateAll(call.Arguments));
        for (var i = 0; i < targets.Length; i++)
            targets[i]?.Write(results[i]);
    }

    private IrThrownException Thrown(Extern exception)
    {
        var operands = EvaluateAll(exception.Operands);
        var make = options.Resolve(exception);
        return new(exception.Template, make?.Invoke(Boundary<T>.Export(operands, exception.Operands, algebra)) as Exception);
    }

    private Stack<object?> Saved(IrType type)
    {
        // One stack for all references: the workspace does not tell them apart either.
        var key = type is ArrayType ? new OpaqueType("object") : type;
        if (!_saved.TryGetValue(key, out var stack))
            _saved[key] = stack = [];
        return stack;
    }

    private (object?[] Items, int Start, int End) Stretch(Expression array, Expression start, Expression end)
    {
        var items = ((IrArray)Evaluate(array)!).Items;
        return (items, Math.Max(0, (int)Evaluate(start)!), Math.Min(items.Length, (int)Evaluate(end)!));
    }

    private void Burn()
    {
        if (--_fuel < 0)
            throw new FuelExhaustedException(options.Fuel);
    }
}
