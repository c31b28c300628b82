using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Functions that are elements of collections or members of stored objects. A reference to one is a position; there is which function it is, and what it took
// along of the variables around it, where nothing changes those: calls branch on that.
internal sealed partial class BodyTranslator
{
    private readonly Dictionary<string, FunctionArena> _functionArenas = new(StringComparer.Ordinal);

    /// <summary>The code of the whole method: what is declared there is there until its end.</summary>
    private readonly Region _root;

    /// <summary>Whether functions of a delegate type live in arrays.</summary>
    private bool IsStoredFunction(ITypeSymbol? type) => !_plan.Collections.IsEmpty && type is not null && Resolve(type) is INamedTypeSymbol named && _plan.IsFunctionType(named);

    private void DeclareFunctions(string key, INamedTypeSymbol type)
    {
        var ints = new ArrayType(ScalarType.Int, ArrayKind.Array);
        var arena = new FunctionArena(type, NewLocal(ScalarType.Int, "functionCount"), NewLocal(ints, "functionNumber"), NewLocal(ints, "functionPosition"));
        _functionArenas.Add(key, arena);
        DeclareGrowing(arena.Count, 1, [arena.Numbers, arena.Positions]);
    }

    private void DeclareGrowing(Local count, int start, IReadOnlyList<Local> arrays)
    {
        _arenaDeclarations.Add(new Declare(count, Constant.Of(start)));
        foreach (var array in arrays)
        {
            _arenaItems.Add(array);
            _arenaDeclarations.Add(new Declare(array, new ArrayNew((ArrayType)array.Type, Constant.Of(FirstCapacity))));
        }
    }

    /// <summary>Takes the next position of arrays that move to longer ones when they are full.</summary>
    private LocalRead NextPosition(Local count, List<Local> arrays, string name)
    {
        Emit(new If(new Binary(BinaryOperator.Equal, new LocalRead(count), new Length(new LocalRead(arrays[0]))), BlockOf(() => GrowAll(count, arrays)), Block.Empty));
        var next = new LocalRead(Spill(new LocalRead(count), name));
        Increment(count);
        return next;
    }

    /// <summary>A function as a value.</summary>
    private Expression FunctionValue(IOperation where, DelegateBinding function, ITypeSymbol type)
    {
        if (function is StoredDelegate { Reference: var known })
            return known;
        if (function is not ChosenFunction chosen)
            return FunctionMade(where, function, _functionArenas[HeapPlan.Key(Resolve(type))]);
        var tag = Keep(chosen.Tag);
        var result = Variable(ScalarType.Int, "function", null);
        for (var i = 0; i < chosen.Functions.Count; i++)
        {
            var one = chosen.Functions[i];
            Emit(new If(new Binary(BinaryOperator.Equal, tag, Constant.Of(i)), BlockOf(() => Set(result, FunctionValue(where, one, type))), Block.Empty));
        }

        return Final(result);
    }

    private LocalRead FunctionMade(IOperation where, DelegateBinding function, FunctionArena arena)
    {
        arena.IsRefused = true;
        var taken = Taken(where, function);
        arena.IsRefused = false;
        var number = arena.Functions.FindIndex(known => IsSame(known.Function, function) && IsWithinSame(known.Function.Outer, function.Outer) && TakesSame(known, taken));
        if (number < 0)
        {
            if (arena.IsCalled)
                throw Unsupported(where, "A function that is stored after functions of its type are called", "store all functions before the first call");
            var arrays = taken.Select(one => (one.Symbol, NewLocal(new ArrayType(one.Value.Type, ArrayKind.Array), one.Symbol?.Name ?? "self"))).ToList();
            var count = taken.Count == 0 ? null : NewLocal(ScalarType.Int, "taken");
            if (count is not null)
                DeclareGrowing(count, 0, [.. arrays.Select(static array => array.Item2)]);
            number = arena.Functions.Count;
            arena.Functions.Add(new(function, arrays, count));
        }

        var stored = arena.Functions[number];
        Expression position = Constant.Of(0);
        if (stored.Count is { } taking)
        {
            var arrays = stored.Captured.Select(static one => one.Values).ToList();
            position = NextPosition(taking, arrays, "taken");
            for (var i = 0; i < arrays.Count; i++)
                Emit(new Assign(new ElementPlace(new LocalRead(arrays[i]), position), Coerce(taken[i].Value, ((ArrayType)arrays[i].Type).Element)));
        }

        var self = NextPosition(arena.Count, [arena.Numbers, arena.Positions], "function");
        _present[self.Local] = null;
        Emit(new Assign(new ElementPlace(new LocalRead(arena.Numbers), self), Constant.Of(number)));
        Emit(new Assign(new ElementPlace(new LocalRead(arena.Positions), self), position));
        return self;
    }

    private static bool TakesSame(StoredFunction known, List<(ISymbol? Symbol, Expression Value)> taken) =>
        known.Captured.Select(static one => ((ArrayType)one.Values.Type).Element).SequenceEqual(taken.Select(static one => one.Value.Type));

    /// <summary>Whether two functions are written within the same methods, with the same type arguments.</summary>
    private static bool IsWithinSame(Scope? one, Scope? other)
    {
        while (one is not null && other is not null && SymbolEqualityComparer.Default.Equals(one.Method, other.Method))
            (one, other) = (one.Outer, other.Outer);
        return one is null && other is null;
    }

    /// <summary>What a function takes along: the values of variables around it that nothing changes. What is there as long as the method runs it shares.</summary>
    private List<(ISymbol? Symbol, Expression Value)> Taken(IOperation where, DelegateBinding function)
    {
        var taken = new List<(ISymbol?, Expression)>();
        var outer = function.Outer;
        if (function.Receiver is { } receiver)
            Take(where, null, receiver, isRoot: false, receiver is ObjectBinding known ? known.Type : null, taken);
        if (outer is null)
            return taken;
        var usesThis = false;
        var symbols = new List<ISymbol>();
        Used(function.Body ?? MethodBodies.Find(function.Method, _compilation, _cancellation), function.Method, symbols, ref usesThis, new(SymbolEqualityComparer.Default));
        foreach (var symbol in symbols)
        {
            var isRoot = outer.IsDeclaredIn(symbol, _root);
            if (outer.Find(symbol) is not { } binding)
                continue;
            if (!isRoot && !binding.IsSymbolic && _written.Contains(symbol))
                throw Unsupported(where, $"A stored function that uses '{symbol.Name}', which changes and is declared in a block,", $"copy '{symbol.Name}' to a variable that stays, and use that in the function");
            Take(where, symbol, binding, isRoot, (symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type, taken);
        }

        if (usesThis && outer.Receiver is { } self)
            Take(where, null, self, isRoot: false, self is ObjectBinding made ? made.Type : null, taken);
        return taken;
    }

    private void Take(IOperation where, ISymbol? symbol, Binding binding, bool isRoot, ITypeSymbol? type, List<(ISymbol?, Expression)> taken)
    {
        if (isRoot || binding is SelfBinding)
            return;
        if (!binding.IsSymbolic)
        {
            taken.Add((symbol, Keep(ReadBinding(where, binding))));
            return;
        }

        if (binding is ObjectBinding { Region: var region } && region == _root)
            return;
        WantHeap(type);
        throw Unsupported(where, $"A stored function that uses {(symbol is null ? "an object" : $"'{symbol.Name}'")} of the block around it", "use numbers and arrays in it, or pass what it needs as an argument");
    }

    /// <summary>The variables of the code around that a function, or a local function that it calls, uses.</summary>
    private void Used(IOperation? body, IMethodSymbol function, List<ISymbol> symbols, ref bool usesThis, HashSet<ISymbol> searched)
    {
        foreach (var operation in body?.Descendants() ?? [])
        {
            switch (operation)
            {
                case ILocalReferenceOperation { Local: { IsConst: false } local } when !IsWithin(local, function) && searched.Add(local):
                    symbols.Add(local);
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when !IsWithin(parameter, function) && searched.Add(parameter):
                    symbols.Add(parameter);
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    usesThis = true;
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } when !IsWithin(called, function) && searched.Add(called):
                    Used(MethodBodies.Find(called, _compilation, _cancellation), called, symbols, ref usesThis, searched);
                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } when !IsWithin(named, function) && searched.Add(named):
                    Used(MethodBodies.Find(named, _compilation, _cancellation), named, symbols, ref usesThis, searched);
                    break;
            }
        }
    }

    /// <summary>Calls one of the functions that live in arrays.</summary>
    private ValueBinding? ApplyStored(IOperation call, StoredDelegate function, Binding[] arguments, bool isUsed)
    {
        var arena = _functionArenas[HeapPlan.Key(function.Type)];
        var invoke = function.Method;
        if (!invoke.ReturnsVoid && !HasPlainResult(invoke))
            throw Unsupported(call, "A stored function that gives a sequence or the like", "let it return a number, an array, an object or a list");
        if (arena.Functions.Count == 0)
            throw arena.IsRefused ? Silent() : Unsupported(call, "A call through a delegate", "call the method by its name");
        arena.IsCalled = true;
        var self = RequiredOwner(function.Reference);
        Binding[] kept = [.. arguments.Select(Keep)];
        if (_plan.IsFunction(invoke) && kept.All(static argument => argument is ValueBinding))
            return CallOwn(call, invoke, new LocalBinding(self.Local), kept, null);
        var around = _dispatched;
        _dispatched = invoke;
        try
        {
            return Branched(call, arena, self, invoke, kept, isUsed);
        }
        finally
        {
            _dispatched = around;
        }
    }

    /// <summary>The call of a stored function that is being translated.</summary>
    private IMethodSymbol? _dispatched;

    /// <summary>Translates the function that calls one of the functions of a type.</summary>
    private void Dispatch(OwnFunction function)
    {
        var type = function.Method.ContainingType;
        var result = Branched(
            function.Call,
            _functionArenas[HeapPlan.Key(type)],
            new LocalRead(function.Self!),
            function.Method,
            [.. function.Parameters.Select(static parameter => new ValueBinding(new LocalRead(parameter)))],
            isUsed: true);
        Emit(result is null ? new Return([]) : new Return([Coerce(result.Value, function.Result!)]));
    }

    private ValueBinding? Branched(IOperation call, FunctionArena arena, LocalRead self, IMethodSymbol invoke, Binding[] kept, bool isUsed)
    {
        var result = invoke.ReturnsVoid ? null : Variable(HeldType(invoke.ReturnType, call.Syntax.GetLocation()), "value", null);
        var number = Keep(new Element(new LocalRead(arena.Numbers), self));
        var blocks = arena.Functions.ConvertAll(one => BlockOf(() =>
        {
            var value = Apply(call, With(one, arena, self), [.. kept], isUsed);
            if (result is not null && !EndsControl(_out))
                Set(result, Coerce(ReadBinding(call, value ?? throw Silent()), result.Type));
        }));
        var code = blocks[blocks.Count - 1];
        for (var i = blocks.Count - 2; i >= 0; i--)
            code = new Block([new If(new Binary(BinaryOperator.Equal, number, Constant.Of(i)), blocks[i], code) { Origin = _origin }]);
        _out.AddRange(code.Statements);
        return result is null ? null : new ValueBinding(Final(result));
    }

    /// <summary>A function with what it took along when it was made.</summary>
    private DelegateBinding With(StoredFunction stored, FunctionArena arena, Expression self)
    {
        var function = stored.Function;
        if (stored.Captured.Count == 0)
            return function;
        var position = Keep(new Element(new LocalRead(arena.Positions), self));
        var values = stored.Captured.Select(one => (one.Symbol, Binding: new LocalBinding(Spill(new Element(new LocalRead(one.Values), position), one.Symbol?.Name ?? "self")))).ToList();
        var receiver = values.Find(static value => value.Symbol is null).Binding;
        if (function.Outer is not { } outer)
            return function with { Receiver = receiver };
        var scope = new Scope(outer.Method, outer, receiver);
        foreach (var (symbol, binding) in values)
        {
            if (symbol is not null)
                scope.Set(symbol, binding, _region);
        }

        return function with { Outer = scope, Receiver = function.Receiver is null ? null : receiver };
    }
}
