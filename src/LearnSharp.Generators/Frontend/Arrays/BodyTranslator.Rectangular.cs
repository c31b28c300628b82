using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Arrays of several dimensions. A variable of such a type is one array of all elements, row by row, and one int for each dimension; what methods return is a tuple of these; parameters
// take the elements as a span, and the lengths behind all other parameters of the signature.
internal sealed partial class BodyTranslator
{
    private const string NegativeLength = "global::System.OverflowException";

    /// <summary>Ints below a length: counters of loops, which need no test of their own where they index a dimension of that length.</summary>
    private readonly Dictionary<Local, Expression> _below = [];

    /// <summary>The lengths of the parameters that are arrays of several dimensions, in the order of the parameters.</summary>
    private readonly List<Parameter> _lengths = [];

    private static bool IsRectangular(ITypeSymbol? type) => type is IArrayTypeSymbol { IsSZArray: false };

    private static bool IsRectangular(IOperation operation) => IsRectangular(operation.Type);

    /// <summary>The parameter that takes the elements; those of the lengths are collected.</summary>
    private RectangularBinding DeclareRectangular(IParameterSymbol parameter, StructType type)
    {
        var elements = NewLocal(SpanOfElements(type), parameter.Name);
        var lengths = LengthNames(parameter.Name, type).Select(name => NewLocal(ScalarType.Int, name)).ToEquatableArray();
        _lengths.AddRange(lengths.Select(static length => new Parameter(length)));
        return new(elements, lengths);
    }

    private static ArrayType SpanOfElements(StructType type) => ((ArrayType)type.Fields[0].Type) with { Kind = ArrayKind.Span };

    private static IEnumerable<string> LengthNames(string name, StructType type) => type.Fields.Count == 3
        ? [name + "Rows", name + "Columns"]
        : Enumerable.Range(0, type.Fields.Count - 1).Select(dimension => $"{name}Length{dimension}");

    /// <summary>The value of a variable: its parts, which belong together only while translating.</summary>
    private static StructNew Read(RectangularBinding binding) => TypeMapper.Rectangular(
        new LocalRead(binding.Elements), binding.Lengths.Select(static length => (Expression)new LocalRead(length)));

    /// <summary>The elements and lengths of an array of several dimensions.</summary>
    private (Expression Elements, Expression[] Lengths) Parts(Expression array)
    {
        if (array is StructNew made)
            return (made.Fields[0], [.. made.Fields.Skip(1)]);
        var type = (StructType)array.Type;
        var kept = Keep(array);
        return (Keep(new FieldRead(kept, 0)), [.. Enumerable.Range(1, type.Fields.Count - 1).Select(field => Keep(new FieldRead(kept, field)))]);
    }

    /// <summary>A variable for an array of several dimensions; one that never changes goes by the names of what it is given.</summary>
    private void DeclareRectangular(ISymbol symbol, StructType type, Expression? value)
    {
        if (value is null)
        {
            var empty = new RectangularBinding(NewLocal(type.Fields[0].Type, symbol.Name), LengthNames(symbol.Name, type).Select(name => NewLocal(ScalarType.Int, name)).ToEquatableArray());
            foreach (var part in (IEnumerable<Local>)[empty.Elements, .. empty.Lengths])
                Emit(new Declare(part, new Default(part.Type)));
            _scope.Set(symbol, empty, _region);
            return;
        }

        var (elements, lengths) = Parts(value is Default ? throw NotNull(symbol.Name) : value);
        var isFixed = !_written.Contains(symbol);
        Local Named(Expression part, string name)
        {
            if (isFixed && part is LocalRead read && _stable.Contains(read.Local))
                return read.Local;
            var local = NewLocal(part.Type, name);
            Emit(new Declare(local, part));
            if (isFixed)
                MarkStable(local, part);
            else if (local.Type is ArrayType && IsShared(part))
                _shared.Add(local);
            return local;
        }

        var names = LengthNames(symbol.Name, type).ToList();
        _scope.Set(symbol, new RectangularBinding(Named(elements, symbol.Name), lengths.Select((length, i) => Named(length, names[i])).ToEquatableArray()), _region);
    }

    private TranslationException NotNull(string name) => Unsupported(_where, $"Starting '{name}', an array of several dimensions, as null", "give it an array");

    private TranslationException KeptOfCaller() => Unsupported(_where, "Returning or keeping an array of several dimensions that the caller owns", "make a copy with Clone");

    /// <summary>Gives a variable another array.</summary>
    private void AssignRectangular(RectangularBinding target, Expression value)
    {
        var (elements, lengths) = Parts(value);
        Expression[] parts = [elements, .. lengths];
        Local[] locals = [target.Elements, .. target.Lengths];
        if (elements.Type is ArrayType { Kind: not ArrayKind.Array } && target.Elements.Type is ArrayType { Kind: ArrayKind.Array })
            throw KeptOfCaller();
        for (var i = 1; i < parts.Length; i++)
            parts[i] = Keep(parts[i]);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is LocalRead same && same.Local == locals[i])
                continue;
            if (i == 0 && IsShared(parts[0]))
                _shared.Add(locals[0]);
            Emit(new Assign(new LocalPlace(locals[i]), Coerce(parts[i], locals[i].Type)));
        }
    }

    /// <summary>The variable that an expression names, where it is an array of several dimensions.</summary>
    private RectangularBinding? RectangularVariable(IOperation target) => target switch
    {
        IParenthesizedOperation parenthesized => RectangularVariable(parenthesized.Operand),
        ILocalReferenceOperation local when IsRectangular(local) => _scope.Find(local.Local) as RectangularBinding,
        IParameterReferenceOperation parameter when IsRectangular(parameter) => _scope.Find(parameter.Parameter) as RectangularBinding,
        _ => null,
    };

    /// <summary><c>new double[n, m]</c>, with or without elements.</summary>
    private StructNew RectangularOf(IArrayCreationOperation creation, string name)
    {
        var type = (StructType)TypeOf(creation);
        var array = (ArrayType)type.Fields[0].Type;
        if (creation.Initializer is { } initializer)
        {
            var sizes = new List<int>();
            var elements = new List<IOperation>();
            Collect(initializer, 0, sizes, elements);
            var values = Values(elements).Select(element => Coerce(element, array.Element)).ToArray();
            var literal = new ArrayLiteral(array, values.ToEquatableArray()) { Origin = Origins.Of(creation.Syntax) };
            return TypeMapper.Rectangular(new LocalRead(Spill(literal, name)), sizes.Select(static size => (Expression)Constant.Of(size)));
        }

        var lengths = Array.ConvertAll(Values(creation.DimensionSizes), Keep);
        if (lengths.FirstOrDefault(static length => length.Type != ScalarType.Int) is not null)
            throw Unsupported(creation, "A length that is not an int", "convert it to int");
        var negative = lengths.Where(static length => length is not (Constant { AsLong: >= 0 } or Length))
            .Select(static length => (Expression)new Binary(BinaryOperator.Less, length, Constant.Of(0)))
            .Aggregate((Expression?)null, static (all, test) => all is null ? test : new Binary(BinaryOperator.OrElse, all, test));
        if (negative is not null && lengths.Length > 1)
            Emit(new If(negative, new Block([new Throw(new Extern(new OpaqueType(NegativeLength), $"new {NegativeLength}()", [], Purity.Pure)) { Origin = _origin }]), Block.Empty));
        var count = lengths.Aggregate(static (product, length) => new Binary(BinaryOperator.Multiply, product, length, Checked: true));
        var made = new ArrayNew(array, count) { Origin = Origins.Of(creation.Syntax) };
        return TypeMapper.Rectangular(new LocalRead(Spill(made, name)), lengths);
    }

    private static void Collect(IArrayInitializerOperation initializer, int depth, List<int> sizes, List<IOperation> elements)
    {
        if (sizes.Count == depth)
            sizes.Add(initializer.ElementValues.Length);
        foreach (var element in initializer.ElementValues)
        {
            if (element is IArrayInitializerOperation inner)
                Collect(inner, depth + 1, sizes, elements);
            else
                elements.Add(element);
        }
    }

    /// <summary><c>a[i, j]</c>: row by row, an index of -1 where one lies outside its dimension, which throws what C# throws.</summary>
    private ElementPlace RectangularElement(IArrayElementReferenceOperation reference)
    {
        var values = Values([reference.ArrayReference, .. reference.Indices]);
        var (elements, lengths) = Parts(values[0]);
        Expression? inside = null;
        void And(Expression test) => inside = inside is null ? test : new Binary(BinaryOperator.AndAlso, inside, test);
        Expression? index = null;
        for (var dimension = 0; dimension < lengths.Length; dimension++)
        {
            var at = ToIndex(reference.Indices[dimension], values[dimension + 1]);
            if (!IsCheap(at))
                at = Keep(at);
            var length = lengths[dimension];
            if (!IsBelow(at, length))
            {
                if (at is not Constant { AsLong: >= 0 })
                    And(new Binary(BinaryOperator.GreaterOrEqual, at, Constant.Of(0)));
                And(new Binary(BinaryOperator.Less, at, length));
            }

            index = index is null ? at : new Binary(BinaryOperator.Add, Times(index, length), at);
        }

        if (inside is not null)
            index = new LocalRead(Spill(new Conditional(inside, index!, Constant.Of(-1)), "at"));
        return new ElementPlace(elements is LocalRead or Extern { Purity: Purity.Pure } ? elements : Keep(elements), index!);
    }

    private static Expression Times(Expression index, Expression length) =>
        index is Constant { AsLong: 0 } ? index : new Binary(BinaryOperator.Multiply, index, length);

    // Constants of an initializer's own lengths, and counters of loops up to the very length.
    private bool IsBelow(Expression index, Expression length) => index switch
    {
        Constant { AsLong: >= 0 and var at } when length is Constant { AsLong: var end } => at < end,
        LocalRead read when _below.TryGetValue(read.Local, out var bound) => bound.Equals(length) || (bound is Constant { AsLong: var most } && length is Constant { AsLong: var end } && most <= end),
        _ => false,
    };

    /// <summary>Notes a counter <c>for (var i = 0; i &lt; n; i++)</c> that nothing in the loop changes, below an <c>n</c> that nothing changes.</summary>
    private void NoteCounter(IForLoopOperation loop, Expression? condition)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var symbol } declarator] }] }]
            || declarator.GetVariableInitializer()?.Value.ConstantValue is not { HasValue: true, Value: >= 0 }
            || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } step }]
            || step.Target is not ILocalReferenceOperation { Local: var stepped } || !SymbolEqualityComparer.Default.Equals(stepped, symbol)
            || condition is not Binary { Operator: BinaryOperator.Less, Left: LocalRead { Local: var counter }, Right: var bound }
            || !(bound is Constant || (bound is LocalRead read && _stable.Contains(read.Local)))
            || _scope.Find(symbol) is not LocalBinding { Local: var declared } || declared != counter
            || loop.Body.Descendants().Any(operation => Writes(operation, symbol)))
        {
            return;
        }

        _below[counter] = bound;
    }

    private static bool Writes(IOperation operation, ISymbol symbol)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => argument.Value,
            IVariableDeclaratorOperation { Symbol.IsRef: true } declarator => declarator.GetVariableInitializer()?.Value,
            // What such a function does to the variable is not followed.
            IAnonymousFunctionOperation or ILocalFunctionOperation => operation,
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } => operation,
            _ => null,
        };
        return target is not null && (ReferenceEquals(target, operation) || IsPartOf(target, symbol));
    }

    /// <summary>Whether a target is a variable or a part of it; what indices are computed of is only read.</summary>
    private static bool IsPartOf(IOperation target, ISymbol symbol) => target switch
    {
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } => false,
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
        _ => target.ChildOperations.Any(child => IsPartOf(child, symbol)),
    };

    /// <summary><c>a.GetLength(0)</c> and its like, and <c>Clone</c>; null for any other call.</summary>
    private Expression? RectangularCall(IInvocationOperation invocation)
    {
        if (invocation.Instance is not { } instance || !IsRectangular(instance) || invocation.TargetMethod.ContainingType.SpecialType != SpecialType.System_Array)
            return null;
        if (invocation.TargetMethod is { Name: "Clone" })
        {
            var (source, sizes) = Parts(Value(instance));
            source = Keep(source);
            return TypeMapper.Rectangular(Copied(source, Constant.Of(0), new Length(source)), sizes.Select(Keep));
        }

        if (invocation.TargetMethod.Name is not ("GetLength" or "GetUpperBound" or "GetLowerBound" or "GetLongLength"))
            return null;
        if (invocation.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: int dimension } || dimension < 0 || dimension >= ((IArrayTypeSymbol)instance.Type!).Rank)
            throw Unsupported(invocation.Arguments[0], "A dimension that is not one of the array's, written as a number", "write the number of the dimension");
        var length = Parts(Value(instance)).Lengths[dimension];
        return invocation.TargetMethod.Name switch
        {
            "GetLength" => length,
            "GetUpperBound" => new Binary(BinaryOperator.Subtract, length, Constant.Of(1)),
            "GetLongLength" => new Ir.Convert(ScalarType.Long, length),
            _ => Constant.Of(0),
        };
    }

    /// <summary>The elements of an operand of <c>Array.Clear</c>, <c>Array.Copy</c> and the like, which take them row by row.</summary>
    private Expression ElementsOf(IOperation operand) => IsRectangular(operand) ? Parts(Value(operand)).Elements : Value(operand);

    /// <summary>What a call hands over: the elements of an array of several dimensions in its place, the lengths behind all else.</summary>
    private Expression[] Spread(IMethodSymbol method, Expression[] arguments)
    {
        if (!method.Parameters.Any(static parameter => IsRectangular(parameter.Type)))
            return arguments;
        var lengths = new List<Expression>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!IsRectangular(method.Parameters[i].Type))
                continue;
            var (elements, sizes) = Parts(arguments[i] is Default ? throw NotNull(method.Parameters[i].Name) : arguments[i]);
            arguments[i] = Coerce(elements, ((ArrayType)elements.Type) with { Kind = ArrayKind.Span });
            lengths.AddRange(sizes);
        }

        return [.. arguments, .. lengths];
    }

    /// <summary>An array of several dimensions that other C# hands over, a static table: read in its own place.</summary>
    private StructNew Given(IOperation operation, StructType type, string template, IReadOnlyList<Expression> operands, Purity purity)
    {
        Expression array = new Extern(new OpaqueType(MethodIds.QualifiedName(operation.Type!)), template, operands.ToEquatableArray(), purity) { Origin = Origins.Of(operation.Syntax) };
        if (purity != Purity.Pure)
            array = new LocalRead(Spill(array, "given"));
        var span = ((ArrayType)type.Fields[0].Type) with { Kind = ArrayKind.ReadOnlySpan };
        return TypeMapper.Rectangular(
            new Extern(span, Templates.ElementsOf(span.Element.CSharpName), [array], Purity.Pure),
            Enumerable.Range(0, type.Fields.Count - 1).Select(dimension => (Expression)new Extern(ScalarType.Int, $"{{0}}.GetLength({dimension})", [array], Purity.Pure)));
    }

    private void CheckRectangular(IOperation operation, IEnumerable<Expression> operands)
    {
        if (operands.Any(static operand => TypeMapper.IsRectangular(operand.Type)))
            throw Unsupported(operation, "Handing an array of several dimensions to code without source", "write the loop out, or do it before and pass the result in");
    }
}
