using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Parallel.For, as the loop that it is where its turns do not depend on each other.
internal sealed partial class BodyTranslator
{
    /// <summary>What array locals were given; null for those that were given several.</summary>
    private readonly Dictionary<Local, Expression?> _arrayValues = [];

    private const string ParallelWayOut = "let each turn write only to variables of its own and to its own element of an array, and add up after the loop; or write an ordinary loop";

    /// <summary><c>Parallel.For(from, to, i =&gt; …)</c>; false for any other call.</summary>
    private bool ParallelFor(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod is not { Name: "For", ContainingType: { Name: "Parallel", ContainingNamespace.Name: "Tasks" } } method)
            return false;
        if (method.Parameters.Length != 3 || method.Parameters[0].Type.SpecialType != SpecialType.System_Int32
            || method.Parameters[2].Type is not INamedTypeSymbol { TypeArguments.Length: 1 })
        {
            throw Unsupported(invocation, "This overload of 'Parallel.For'", "use 'Parallel.For(from, to, i => …)' with int bounds, and write an ordinary loop where turns share anything");
        }

        if (invocation.Parent is not IExpressionStatementOperation)
            throw Unsupported(invocation, "The result of 'Parallel.For'", "drop it: a loop that cannot be stopped always completes");
        var given = BindArguments(method, invocation.Arguments, null, out _);
        if (given[2] is not DelegateBinding function)
            throw Unsupported(invocation.Arguments[2], "A delegate that comes from elsewhere", "write the lambda where it is used");
        var from = ReadBinding(invocation, given[0]);
        var to = Keep(ReadBinding(invocation, given[1]));
        Emit(BlockOf(() =>
        {
            var counter = NewLocal(ScalarType.Int, function.Method.Parameters[0].Name);
            Emit(new Declare(counter, from));
            _stable.Add(counter);
            if (from is Constant { AsLong: >= 0 })
                _below[counter] = to;
            var body = BlockOf(() => Apply(invocation, function, [new ValueBinding(new LocalRead(counter))], isUsed: false));
            CheckTurns(invocation, body, counter);
            Emit(new Loop(NewLabel(), NewLabel(), new Binary(BinaryOperator.Less, new LocalRead(counter), to), body, new Block([Incremented(counter)]), null));
        }));
        return true;
    }

    /// <summary>Remembers what an array local names.</summary>
    private void NoteArray(Statement statement)
    {
        if (statement is Declare { Local: { Type: ArrayType } declared, Value: { } value })
            _arrayValues[declared] = _arrayValues.ContainsKey(declared) ? null : value;
        else if (statement is Assign { Target: LocalPlace { Local: { Type: ArrayType } stored } } assign)
            _arrayValues[stored] = _arrayValues.ContainsKey(stored) ? null : assign.Value;
    }

    private void CheckTurns(IInvocationOperation invocation, Block body, Local counter)
    {
        if (_failed)
            throw Silent();
        if (new Turns(counter, body, new TurnFacts(this)).Problem is not var (origin, construct))
            return;
        var tree = invocation.Syntax.SyntaxTree;
        var where = origin.Length > 0 && origin.Path == tree.FilePath ? Location.Create(tree, new(origin.Start, origin.Length)) : invocation.Syntax.GetLocation();
        throw Unsupported(where, construct, ParallelWayOut);
    }

    private sealed class TurnFacts(BodyTranslator translator) : ITurnFacts
    {
        public bool IsBelow(Expression index, Expression bound) => translator.IsBelow(index, bound);

        public bool IsList(Local local) => translator._listItems.ContainsKey(local);

        public Expression? NamedBy(Local local) => !translator._arrayValues.TryGetValue(local, out var value) ? new Default(local.Type) : value;

        public IEnumerable<int> WrittenBy(Call call)
        {
            var callee = translator._calls.First(site => site.Id == call.Function).Callee;
            var offset = callee.IsStatic || callee.MethodKind == MethodKind.LocalFunction || IsOfSet(callee) ? 0 : 1;
            for (var i = 0; i < call.Arguments.Count; i++)
            {
                if (call.Arguments[i].Type is not ArrayType { Kind: not ArrayKind.ReadOnlySpan })
                    continue;
                if (i - offset >= callee.Parameters.Length || !translator.OnlyReads(callee, callee.Parameters[i - offset]))
                    yield return i;
            }
        }
    }

    /// <summary>Whether a method does nothing to an array that it is handed but read elements and the length of it.</summary>
    private bool OnlyReads(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (MethodBodies.Find(method, _compilation, _cancellation) is not { } body)
            return false;
        foreach (var use in body.Descendants().OfType<IParameterReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Parameter.OriginalDefinition, parameter.OriginalDefinition)))
        {
            var isRead = use.Parent switch
            {
                IArrayElementReferenceOperation element => element.ArrayReference == use && IsRead(element),
                IPropertyReferenceOperation property => property.Property.Name == "Length" || (property.Property.IsIndexer && property.Instance == use && IsRead(property)),
                IConversionOperation { Parent: IForEachLoopOperation } or IForEachLoopOperation => true,
                _ => false,
            };
            if (!isRead)
                return false;
        }

        return true;
    }

    private static bool IsRead(IOperation element) => element.Type is { IsValueType: true } && element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != element,
        IIncrementOrDecrementOperation => false,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.None or RefKind.In,
        IMemberReferenceOperation or IInvocationOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => false,
        ITupleOperation => false,
        _ => true,
    };
}
