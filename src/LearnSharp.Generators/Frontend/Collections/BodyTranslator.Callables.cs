using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The function that an argument of a delegate type stands for.</summary>
    private Callable CallableOf(IOperation argument)
    {
        var function = FunctionOf(argument);
        if (_types.Map(function.Method.ReturnType, out _) is null)
            WantHeapDeep(function.Method.ReturnType);
        return new Callable(
            [.. function.Method.Parameters.Select(static parameter => parameter.Name)],
            _types.Map(function.Method.ReturnType, out _),
            values => Apply(argument, function, [.. values.Select(Standing)], isUsed: true) is { } result
                ? ReadBinding(argument, result)
                : throw Unsupported(argument, "A function without a result", "return a value"));
    }

    private DelegateBinding FunctionOf(IOperation argument) => Bind(argument) switch
    {
        DelegateBinding known => known,
        ValueBinding { Value: var reference } when IsStoredFunction(argument.Type) => new StoredDelegate(Keep(reference), (INamedTypeSymbol)Resolve(argument.Type!)),
        _ => throw Unsupported(argument, "A delegate that comes from elsewhere", "write the lambda where it is used"),
    };

    private static IOperation Bare(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null } conversion when conversion.Conversion.IsReference || conversion.Conversion.IsIdentity:
                    operation = conversion.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The sequence that a lambda returns: its body is one expression, for which the lambda's statements are emitted first.</summary>
    private Sequence SequenceReturned(IOperation argument, DelegateBinding function, Expression value)
    {
        var operations = (function.Body as IBlockOperation)?.Operations;
        if (operations?.LastOrDefault() is not IReturnOperation { ReturnedValue: { } returned } last || Within(function.Body!).Any(operation => operation is IReturnOperation && operation != last))
            throw Unsupported(argument, "A function that returns a sequence from several places", "return one sequence at its end, in a lambda");
        var (around, caller) = (_scope, _frame);
        try
        {
            (_scope, _frame) = (new Scope(function.Method, function.Outer, null), new InlineFrame(function.Method, NewLabel(), _frame));
            BindParameter(function.Method.Parameters[0], new ValueBinding(value), TypeOf(function.Method.Parameters[0].Type, argument.Syntax.GetLocation()));
            Statements(operations.Value.Take(operations.Value.Length - 1));
            return SequenceOf(returned);
        }
        finally
        {
            (_scope, _frame) = (around, caller);
        }
    }

    /// <summary>The operations of a body without those of the functions inside it.</summary>
    private static IEnumerable<IOperation> Within(IOperation body)
    {
        foreach (var child in body.ChildOperations)
        {
            yield return child;
            if (child is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            foreach (var inner in Within(child))
                yield return inner;
        }
    }
}
