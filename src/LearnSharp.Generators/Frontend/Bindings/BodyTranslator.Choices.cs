using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Functions chosen by a branch or an index: a number says which one it is, and calls branch on it.
internal sealed partial class BodyTranslator
{
    /// <summary>The numbers that elements of arrays of functions are held as.</summary>
    private readonly Dictionary<Local, ChosenFunction> _functions = [];

    private bool IsFunctionArray(ITypeSymbol? type) => type is IArrayTypeSymbol { IsSZArray: true, ElementType: { TypeKind: TypeKind.Delegate } function } && !IsStoredFunction(function);

    private static IReadOnlyList<DelegateBinding> FunctionsOf(DelegateBinding function) => function is ChosenFunction { Functions: var several } ? several : [function];

    private static Expression TagOf(DelegateBinding function) => function is ChosenFunction { Tag: var tag } ? tag : Constant.Of(0);

    private static Expression Later(Expression tag, int by) => tag is Constant { AsLong: var known } ? Constant.Of((int)known + by) : new Binary(BinaryOperator.Add, tag, Constant.Of(by));

    /// <summary>Calls one of several functions.</summary>
    private ValueBinding? ApplyChosen(IOperation call, ChosenFunction function, Binding[] arguments, bool isUsed)
    {
        Binding[] kept = [.. arguments.Select(Keep)];
        var first = function.Functions[0].Method;
        if (!first.ReturnsVoid && !HasPlainResult(first))
            throw Unsupported(call, "A choice between functions that give a function, an object or a list", "let them return numbers or arrays, or call each in a branch of its own");
        var tag = Keep(function.Tag);
        Local? result = null;
        if (!first.ReturnsVoid)
        {
            var around = _scope;
            _scope = function.Functions[0].Outer ?? _scope;
            result = NewLocal(HeldType(first.ReturnType, call.Syntax.GetLocation()), "value");
            _scope = around;
            Emit(new Declare(result, null));
        }

        var blocks = new List<Block>();
        foreach (var one in function.Functions)
        {
            blocks.Add(BlockOf(() =>
            {
                var value = Apply(call, one, [.. kept], isUsed);
                if (result is not null && !EndsControl(_out))
                    Emit(new Assign(new LocalPlace(result), Coerce(ReadBinding(call, value ?? throw Silent()), result.Type)));
            }));
        }

        var code = blocks[blocks.Count - 1];
        for (var i = blocks.Count - 2; i >= 0; i--)
            code = new Block([new If(new Binary(BinaryOperator.Equal, tag, Constant.Of(i)), blocks[i], code) { Origin = _origin }]);
        _out.AddRange(code.Statements);
        if (result is null)
            return null;
        _stable.Add(result);
        return new ValueBinding(new LocalRead(result));
    }

    /// <summary>An array whose elements are functions that are known while translating.</summary>
    private FunctionsBinding FunctionsOf(IOperation array)
    {
        IEnumerable<IOperation> elements = array switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection when collection.Elements.All(static element => element is not ISpreadOperation) => collection.Elements,
            _ => throw Listless(array),
        };
        return new([.. elements.Select(element => Bind(Bare(element)) switch
        {
            ChosenFunction => throw Several(element),
            DelegateBinding known => known,
            _ => throw Unsupported(element, "A delegate that comes from elsewhere", "write the lambda where it is used"),
        })]);
    }

    private TranslationException Listless(IOperation array)
    {
        WantHeap((array.Type as IArrayTypeSymbol)?.ElementType);
        return Unsupported(array, "An array of functions that does not list them", "list them where it is made: [f, g, …]");
    }

    private TranslationException Several(IOperation element)
    {
        WantHeap(element.Type);
        return Unsupported(element, "A function that is one of several, in an array", "list each in the array, and choose by its index");
    }

    private DelegateBinding FunctionAt(IArrayElementReferenceOperation element)
    {
        if (Bind(element.ArrayReference) is not FunctionsBinding { Functions: var functions } || element.Indices is not [var written])
            throw Unsupported(element, "A function out of an array that comes from elsewhere", "list the functions in an array of the method");
        var isFromEnd = written is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        var index = Coerce(Value(isFromEnd ? ((IUnaryOperation)written).Operand : written), ScalarType.Int);
        if (isFromEnd)
            index = index is Constant { AsLong: var back } ? Constant.Of(functions.Count - (int)back) : new Binary(BinaryOperator.Subtract, Constant.Of(functions.Count), index);
        if (index is Constant { AsLong: >= 0 and var known } && known < functions.Count)
            return functions[(int)known];
        var tag = Keep(index);
        Refuse(
            new Binary(BinaryOperator.OrElse, new Binary(BinaryOperator.Less, tag, Constant.Of(0)), new Binary(BinaryOperator.GreaterOrEqual, tag, Constant.Of(functions.Count))),
            "new global::System.IndexOutOfRangeException()");
        return functions.Count == 0 ? throw Silent() : new ChosenFunction(tag, functions);
    }

    /// <summary>Going through an array of functions: their numbers stand for them.</summary>
    private Sequence OfFunctions(FunctionsBinding array) => OfIndexed(ScalarType.Int, new Indexed(
        () => Constant.Of(array.Functions.Count),
        index =>
        {
            var tag = Spill(index, "function");
            _functions[tag] = new ChosenFunction(new LocalRead(tag), array.Functions);
            return new LocalRead(tag);
        }));

    /// <summary>
    /// A variable that is given one of several functions, where which one depends on the path: it holds a number. Null where every path gives the same, or where something else than the name of a
    /// method or a lambda is stored to it.
    /// </summary>
    private ChosenFunction? FunctionVariable(ILocalSymbol symbol, IOperation declaration, IOperation? initializer)
    {
        if (symbol.Type.TypeKind != TypeKind.Delegate || !_written.Contains(symbol))
            return null;
        var root = declaration;
        while (root.Parent is not null)
            root = root.Parent;
        var stores = root.Descendants().OfType<IAssignmentOperation>().Where(store => store.Target is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, symbol)).ToList();
        if (stores.Any(static store => store is not ISimpleAssignmentOperation) || stores.All(store => store.Parent is IExpressionStatementOperation { Parent: IBlockOperation block } && block == BlockAround(declaration)))
            return null;
        var targets = new List<IOperation>();
        foreach (var value in stores.Select(static store => store.Value).Concat(initializer is null ? [] : [initializer]))
        {
            if (!Targets(value, targets))
                return null;
        }

        if (targets.Any(target => FunctionAround(target) != FunctionAround(declaration) || !IsKnownHere(target)))
            return null;
        var functions = new List<DelegateBinding>();
        foreach (var target in targets)
        {
            if (DelegateOf(target) is var function && functions.All(known => !IsSame(known, function)))
                functions.Add(function);
        }

        var tag = NewLocal(ScalarType.Int, symbol.Name);
        var variable = new ChosenFunction(new LocalRead(tag), functions) { Variable = tag };
        var start = initializer is null ? null : TagIn(declaration, variable, (DelegateBinding)Bind(initializer));
        Emit(new Declare(tag, start ?? Constant.Of(0)));
        return variable;
    }

    private static IBlockOperation? BlockAround(IOperation operation)
    {
        var around = operation.Parent;
        while (around is not (null or IBlockOperation))
            around = around.Parent;
        return around as IBlockOperation;
    }

    private static IOperation? FunctionAround(IOperation operation)
    {
        var around = operation.Parent;
        while (around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            around = around.Parent;
        return around;
    }

    /// <summary>The functions that an expression may give; false where it may give anything else.</summary>
    private static bool Targets(IOperation value, List<IOperation> targets)
    {
        switch (value)
        {
            case IParenthesizedOperation parenthesized:
                return Targets(parenthesized.Operand, targets);
            case IConversionOperation { OperatorMethod: null, Operand: IConditionalOperation or ISwitchExpressionOperation or IDelegateCreationOperation } conversion:
                return Targets(conversion.Operand, targets);
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return Targets(choice.WhenTrue, targets) && Targets(whenFalse, targets);
            case ISwitchExpressionOperation choice:
                return choice.Arms.All(arm => arm.Value is IThrowOperation or IConversionOperation { Operand: IThrowOperation } || Targets(arm.Value, targets));
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation or IMethodReferenceOperation { Instance: null } } creation:
                targets.Add(creation.Target);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether all that a lambda shares with the code around it is there already.</summary>
    private bool IsKnownHere(IOperation target) => target is not IAnonymousFunctionOperation lambda || lambda.Body.Descendants().All(operation => operation switch
    {
        ILocalReferenceOperation { Local: { IsConst: false } local } => IsWithin(local, lambda.Symbol) || _scope.Find(local) is not null,
        _ => true,
    });

    private static bool IsSame(DelegateBinding one, DelegateBinding other) =>
        one.Body == other.Body && (one.Body is not null || SymbolEqualityComparer.Default.Equals(one.Method, other.Method));

    /// <summary>The number that a function has among those of a variable.</summary>
    private Expression TagIn(IOperation store, ChosenFunction variable, DelegateBinding given)
    {
        Expression Number(DelegateBinding function)
        {
            for (var i = 0; i < variable.Functions.Count; i++)
            {
                if (IsSame(variable.Functions[i], function))
                    return Constant.Of(i);
            }

            throw Unsupported(store, "Giving a variable a function that is known only here", "name a method, or write a lambda");
        }

        var functions = FunctionsOf(given);
        var number = Number(functions[functions.Count - 1]);
        for (var i = functions.Count - 2; i >= 0; i--)
            number = new Conditional(new Binary(BinaryOperator.Equal, TagOf(given), Constant.Of(i)), Number(functions[i]), number);
        return number;
    }
}
