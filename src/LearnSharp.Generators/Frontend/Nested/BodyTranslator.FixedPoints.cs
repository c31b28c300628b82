using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Learn.FixedPoint: the steps are taken without derivatives. What the solution then goes through, x + (I - J)⁻¹ (g(x) - x) with J = ∂g/∂x as a constant, stands still there, and its
// derivatives by everything but x are those of the solution; "Refinements" says when that is needed, and how often. Here: one number; several of them in the file beside.
internal sealed partial class BodyTranslator
{
    private const string DidNotConverge = "The steps of Learn.FixedPoint did not become short enough; start closer, allow more steps or a longer last one, or damp the step.";

    private int _fixedPoints;

    private Expression FixedPoint(IInvocationOperation invocation)
    {
        var given = BindArguments(invocation.TargetMethod, invocation.Arguments, null, out _);
        if (given[1] is not DelegateBinding function || function is ChosenFunction)
            throw Unsupported(invocation.Arguments[1], "This way to give the step", "write a lambda, or name a method with source");
        Expression Given(int index) => Keep(ReadBinding(invocation, given[index]));
        var (start, tolerance, most) = (Given(0), Given(2), Given(3));
        if (start.Type is not ScalarType)
            return FixedPointOfSeveral(invocation, function, start, tolerance, most);
        string Step(string suffix, out EquatableArray<Local> shared) => StepFunction(
            invocation, function, suffix, NewLocal(ScalarType.Double, "x"), static number => number, (_, next) => Coerce(next, ScalarType.Double), ScalarType.Double, out shared);
        var plain = Step("plain", out var shared);
        var solution = Call(Solve(plain, shared), "solution", ScalarType.Double, [Detached(start), .. shared.Select(Detached), tolerance, most]);
        if (!shared.Any(local => IsActive(new LocalRead(local))))
            return solution;
        var step = Step("", out shared);
        return Call(Refinement(step, Along(invocation, step, shared), shared), "refined", ScalarType.Double, [solution, .. Reads(shared)]) with { Origin = Origins.Of(invocation.Syntax) };
    }

    private static EquatableArray<Expression> Reads(EquatableArray<Local> locals) => locals.Select(static local => (Expression)new LocalRead(local));

    private static Expression Detached(Local local) => Detached(new LocalRead(local));

    private static Expression Detached(Expression value) => value.Type switch
    {
        ScalarType { IsFloating: true } or ArrayType { IsDifferentiable: true } => new Unary(UnaryOperator.Detach, value),
        StructType { Form: StructForm.Tuple } tuple => new StructNew(tuple, Enumerable.Range(0, tuple.Fields.Count).Select(index => Detached(new FieldRead(value, index))).ToEquatableArray()),
        _ => value,
    };

    /// <summary>A call of a function with one result.</summary>
    private LocalRead Call(string function, string name, IrType type, EquatableArray<Expression> arguments)
    {
        var result = NewLocal(type, name);
        Emit(new Declare(result, null));
        Emit(new Call([new LocalPlace(result)], function, arguments));
        _stable.Add(result);
        return new LocalRead(result);
    }

    /// <summary>
    /// The step as a function of the program: of the point and of everything that it shares with this body. The way to the solution has one of its own, so that nobody takes it for one that
    /// is differentiated.
    /// </summary>
    private string StepFunction(
        IInvocationOperation invocation,
        DelegateBinding function,
        string suffix,
        Local point,
        Func<Expression, Expression> argument,
        Func<Expression, Expression, Expression> result,
        IrType type,
        out EquatableArray<Local> shared)
    {
        var frame = _frame;
        _frame = null;
        Expression next;
        List<Statement> statements;
        try
        {
            (statements, next) = Capture(() =>
                result(new LocalRead(point), ReadBinding(invocation, Apply(invocation, function, [new ValueBinding(argument(new LocalRead(point)))], isUsed: true) ?? throw Silent())));
        }
        finally
        {
            _frame = frame;
        }

        statements.Add(new Return([next]));
        var step = new Function($"{MethodIds.Of(_method)}/step{_fixedPoints++}{suffix}", "Step", [new Parameter(point)], [type], new Block(statements.ToEquatableArray()));
        var locals = new SharedLocals([.. _liftedFunctions, step]);
        if (locals.Given(step.Id).Count > 0)
            throw Unsupported(invocation.Arguments[1], "A step that changes variables around it", "let it return what comes next, and nothing else");
        shared = locals.Taken(step.Id).ToEquatableArray();
        if (suffix.Length == 0 && ElementStores.To([point, .. shared], step.Body))
            throw Unsupported(invocation.Arguments[1], "A step that writes to arrays that it is given or shares", "let it write to a new array, and return that");
        step = step with { Parameters = [.. step.Parameters, .. shared.Select(static local => new Parameter(local))] };
        _liftedFunctions.Add(step);
        return step.Id;
    }

    /// <summary>The step along one direction, with everything but the point as it is.</summary>
    private string Along(IInvocationOperation invocation, string step, EquatableArray<Local> shared)
    {
        var along = new NestedCall(step + "'along", step, shared.Select(static _ => false).Prepend(true).ToEquatableArray(), IsForward: true) { IsConstant = true };
        _nested.Add(along);
        _nestedSites.Add(new(along.Id, _method, invocation.Syntax.GetLocation()) { IsNested = true });
        return along.Id;
    }

    /// <summary>A function whose body is <paramref name="emit"/>.</summary>
    private string OwnFunction(string id, string name, EquatableArray<Local> parameters, Func<Expression> emit, bool isRefinement = false)
    {
        var (statements, result) = Capture(emit);
        statements.Add(new Return([result]));
        _liftedFunctions.Add(new Function(id, name, parameters.Select(static local => new Parameter(local)), [result.Type], new Block(statements.ToEquatableArray())) { IsRefinement = isRefinement });
        return id;
    }

    private string Refinement(string step, string along, EquatableArray<Local> shared)
    {
        var number = NewLocal(ScalarType.Double, "x");
        return OwnFunction(step + "'refined", "Refined", [number, .. shared], isRefinement: true, emit: () =>
        {
            var x = new LocalRead(number);
            var slope = NewLocal(ScalarType.Double, "slope");
            Emit(new Declare(slope, null));
            Emit(new Call([null, new LocalPlace(slope)], along, [Detached(x), .. shared.Select(Detached), Constant.Of(1.0)]));
            var value = Call(step, "stepped", ScalarType.Double, [x, .. Reads(shared)]);
            var constant = new Unary(UnaryOperator.Detach, new LocalRead(slope));
            var newton = new Binary(BinaryOperator.Divide, new Binary(BinaryOperator.Subtract, value, x), new Binary(BinaryOperator.Subtract, Constant.Of(1.0), constant));

            // Where the slope is one there is no such map. What stands in for it is zero as well, and has the infinite slope of a root at zero.
            var still = new Binary(BinaryOperator.Subtract, value, new Unary(UnaryOperator.Detach, value));
            var added = new Conditional(
                new Binary(BinaryOperator.Equal, constant, Constant.Of(1.0)), new MathCall(MathFunction.Sqrt, ScalarType.Double, [still]), newton);
            return new Binary(BinaryOperator.WithDerivativeOf, x, new Binary(BinaryOperator.Add, x, added));
        });
    }

    /// <summary>A function that takes the steps: from where to begin, what the step shares, the longest last step and the most steps.</summary>
    private string Solve(string step, EquatableArray<Local> shared)
    {
        var (start, tolerance, most) = (NewLocal(ScalarType.Double, "start"), NewLocal(ScalarType.Double, "tolerance"), NewLocal(ScalarType.Int, "maxSteps"));
        return OwnFunction(step + "'solve", "Solve", [start, .. shared, tolerance, most], () =>
        {
            var at = NewLocal(ScalarType.Double, "at");
            Emit(new Declare(at, new LocalRead(start)));
            Steps(new LocalRead(most), done =>
            {
                var moved = NewLocal(ScalarType.Double, "moved");
                var next = Call(step, "next", ScalarType.Double, [new LocalRead(at), .. Reads(shared)]);
                Emit(new Declare(moved, new MathCall(MathFunction.Abs, ScalarType.Double, [new Binary(BinaryOperator.Subtract, next, new LocalRead(at))])));
                Emit(new Assign(new LocalPlace(at), next));
                Emit(new If(new Binary(BinaryOperator.LessOrEqual, new LocalRead(moved), new LocalRead(tolerance)), new Block([new Exit(done)]), Block.Empty));
            });
            return new Unary(UnaryOperator.Detach, new LocalRead(at));
        });
    }

    /// <summary>Emits steps until one of them leaves; an exception where none does.</summary>
    private void Steps(Expression most, Action<Label> step)
    {
        var done = NewLabel();
        var steps = BlockOf(() =>
        {
            Counting(most, _ => step(done));
            Emit(Thrown("InvalidOperationException", DidNotConverge));
        });
        Emit(new Labelled(done, steps));
    }

    private static Throw Thrown(string exception, string message) =>
        new(new Extern(new OpaqueType("global::System." + exception), $"new global::System.{exception}(\"{message}\")", [], Purity.Pure));
}
