using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Learn.FixedPoint: the steps are taken without derivatives. Newton's map x + (g(x) - x) / (1 - g'(x)) then stands still at the solution, and its derivatives by everything but x are those of
// the solution: the first after one application, the second after two.
internal sealed partial class BodyTranslator
{
    private const int NewtonSteps = 2;

    private const string DidNotConverge =
        "new global::System.InvalidOperationException(\"The steps of Learn.FixedPoint did not become short enough; start closer, allow more steps or a longer last one, or damp the step.\")";

    private int _fixedPoints;

    private Binary FixedPoint(IInvocationOperation invocation)
    {
        var given = BindArguments(invocation.TargetMethod, invocation.Arguments, null, out _);
        if (given[1] is not DelegateBinding function || function is ChosenFunction)
            throw Unsupported(invocation.Arguments[1], "This way to give the step", "write a lambda, or name a method with source");
        Expression Given(int index) => Keep(ReadBinding(invocation, given[index]));
        var (start, tolerance, most) = (Given(0), Given(2), Given(3));
        var step = StepFunction(invocation, function, out var shared);
        var solution = Solve(step, shared, start, tolerance, most);

        // The solution, as far as its value goes; what Newton's map adds is zero but for its derivatives.
        var along = new NestedCall(step + "'along", step, shared.Select(static _ => false).Prepend(true).ToEquatableArray(), IsForward: true);
        _nested.Add(along);
        _nestedSites.Add(new(along.Id, _method, invocation.Syntax.GetLocation()) { IsNested = true });
        Expression refined = solution;
        for (var i = 0; i < NewtonSteps; i++)
        {
            var (value, slope) = (NewLocal(ScalarType.Double, "stepped"), NewLocal(ScalarType.Double, "slope"));
            Emit(new Declare(value, null));
            Emit(new Declare(slope, null));
            _stable.UnionWith([value, slope]);
            Emit(new Call([new LocalPlace(value), new LocalPlace(slope)], along.Id, [refined, .. Reads(shared), Constant.Of(1.0)]));
            var newton = new Binary(
                BinaryOperator.Divide,
                new Binary(BinaryOperator.Subtract, new LocalRead(value), refined),
                new Binary(BinaryOperator.Subtract, Constant.Of(1.0), new LocalRead(slope)));
            // Where the slope is one there is no such map. What stands in for it is zero as well, and has the infinite slope of a root at zero.
            var still = new Binary(BinaryOperator.Subtract, new LocalRead(value), new Unary(UnaryOperator.Detach, new LocalRead(value)));
            var added = new Conditional(
                new Binary(BinaryOperator.Equal, new LocalRead(slope), Constant.Of(1.0)), new MathCall(MathFunction.Sqrt, ScalarType.Double, [still]), newton);
            refined = new LocalRead(Spill(new Binary(BinaryOperator.Add, refined, added), "refined"));
        }

        return new Binary(BinaryOperator.Add, solution, new Binary(BinaryOperator.Subtract, refined, new Unary(UnaryOperator.Detach, refined))) { Origin = Origins.Of(invocation.Syntax) };
    }

    private static EquatableArray<Expression> Reads(EquatableArray<Local> locals) => locals.Select(static local => (Expression)new LocalRead(local));

    /// <summary>The step as a function of the program: of the number and of everything that it shares with this body.</summary>
    private string StepFunction(IInvocationOperation invocation, DelegateBinding function, out EquatableArray<Local> shared)
    {
        var number = NewLocal(ScalarType.Double, "x");
        var frame = _frame;
        _frame = null;
        Expression next;
        List<Statement> statements;
        try
        {
            (statements, next) = Capture(() =>
                Coerce(ReadBinding(invocation, Apply(invocation, function, [new ValueBinding(new LocalRead(number))], isUsed: true) ?? throw Silent()), ScalarType.Double));
        }
        finally
        {
            _frame = frame;
        }

        statements.Add(new Return([next]));
        var step = new Function($"{MethodIds.Of(_method)}/step{_fixedPoints++}", "Step", [new Parameter(number)], [ScalarType.Double], new Block(statements.ToEquatableArray()));
        var locals = new SharedLocals([.. _liftedFunctions, step]);
        if (locals.Given(step.Id).Count > 0)
            throw Unsupported(invocation.Arguments[1], "A step that changes variables around it", "let it return the next number, and nothing else");
        shared = locals.Taken(step.Id).ToEquatableArray();
        step = step with { Parameters = [.. step.Parameters, .. shared.Select(static local => new Parameter(local))] };
        _liftedFunctions.Add(step);
        return step.Id;
    }

    /// <summary>Emits the steps; the solution, without a derivative.</summary>
    private LocalRead Solve(string step, EquatableArray<Local> shared, Expression start, Expression tolerance, Expression most)
    {
        var at = NewLocal(ScalarType.Double, "at");
        Emit(new Declare(at, new Unary(UnaryOperator.Detach, start)));
        var done = NewLabel();
        var steps = BlockOf(() =>
        {
            Counting(most, _ =>
            {
                var (next, moved) = (NewLocal(ScalarType.Double, "next"), NewLocal(ScalarType.Double, "moved"));
                Emit(new Declare(next, null));
                Emit(new Call([new LocalPlace(next)], step, [new LocalRead(at), .. Reads(shared)]));
                Emit(new Declare(moved, new MathCall(MathFunction.Abs, ScalarType.Double, [new Binary(BinaryOperator.Subtract, new LocalRead(next), new LocalRead(at))])));
                Emit(new Assign(new LocalPlace(at), new LocalRead(next)));
                Emit(new If(new Binary(BinaryOperator.LessOrEqual, new LocalRead(moved), tolerance), new Block([new Exit(done)]), Block.Empty));
            });
            Emit(new Throw(new Extern(new OpaqueType("global::System.InvalidOperationException"), DidNotConverge, [], Purity.Pure)));
        });
        Emit(new Labelled(done, steps));
        return new LocalRead(Spill(new Unary(UnaryOperator.Detach, new LocalRead(at)), "solution"));
    }
}
