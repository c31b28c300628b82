using System;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Learn.FixedPoint over several numbers: an array, or a tuple, which is one for the step. I - J is inverted by elimination with partial pivoting (Golub and Van Loan, "Matrix
// Computations", 4th edition, section 3.4): exact for any step, where an iteration would need one that contracts, and the columns of J cost one direction each.
internal sealed partial class BodyTranslator
{
    private const string OtherCount = "The step of Learn.FixedPoint must return as many numbers as it is given.";

    private const string Singular =
        "Learn.FixedPoint has no derivative here: at the solution, I - ∂step/∂x has no inverse, so that the solution is not a function of what the step reads.";

    private static readonly ArrayType Numbers = new(ScalarType.Double, ArrayKind.Array);

    private Expression FixedPointOfSeveral(IInvocationOperation invocation, DelegateBinding function, Expression start, Expression tolerance, Expression most)
    {
        var tuple = start.Type as StructType;
        Expression Point(Expression array) => tuple is null
            ? array
            : new StructNew(tuple, Enumerable.Range(0, tuple.Fields.Count).Select(index => (Expression)new Element(array, Constant.Of(index))).ToEquatableArray());
        string Step(string suffix, bool copies, out EquatableArray<Local> shared)
        {
            var point = NewLocal(Numbers, "x");
            _stable.Add(point);
            return StepFunction(
                invocation, function, suffix, point, array => Keep(Point(array)), (given, next) => Returned(given, Keep(Coerce(next, start.Type)), copies), Numbers, out shared);
        }

        var plain = Step("plain", copies: false, out var shared);
        var solution = Call(SolveSeveral(plain, shared, start.Type), "solution", Numbers, [Detached(start), .. shared.Select(Detached), tolerance, most]);
        if (shared.Any(local => IsActive(new LocalRead(local))))
        {
            var step = Step("", copies: true, out shared);
            solution = Call(RefinementOfSeveral(step, Along(invocation, step, shared), shared), "refined", Numbers, [solution, .. Reads(shared)]);
        }

        return Point(solution) with { Origin = Origins.Of(invocation.Syntax) };
    }

    /// <summary>What a step gives: in an array of its own where derivatives go through it, and as it is where it is only read.</summary>
    private LocalRead Returned(Expression point, Expression next, bool copies)
    {
        if (next.Type is not StructType)
        {
            Emit(new If(new Binary(BinaryOperator.NotEqual, new Length(next), new Length(point)), new Block([Thrown("ArgumentException", OtherCount)]), Block.Empty));
            if (!copies)
                return (LocalRead)next;
        }

        var copy = NewLocal(Numbers, "next");
        Emit(new Declare(copy, new ArrayNew(Numbers, new Length(point))));
        Store(copy, next);
        return new LocalRead(copy);
    }

    /// <summary>Emits stores of all numbers of an array or a tuple.</summary>
    private void Store(Local array, Expression numbers)
    {
        if (numbers.Type is StructType tuple)
        {
            for (var i = 0; i < tuple.Fields.Count; i++)
                Emit(new Assign(new ElementPlace(new LocalRead(array), Constant.Of(i)), new FieldRead(numbers, i)));
        }
        else
        {
            Counting(new Length(new LocalRead(array)), index => Emit(new Assign(new ElementPlace(new LocalRead(array), index), new Element(numbers, index))));
        }
    }

    private string SolveSeveral(string step, EquatableArray<Local> shared, IrType type)
    {
        var (start, tolerance, most) = (NewLocal(type, "start"), NewLocal(ScalarType.Double, "tolerance"), NewLocal(ScalarType.Int, "maxSteps"));
        return OwnFunction(step + "'solve", "Solve", [start, .. shared, tolerance, most], () =>
        {
            var local = NewLocal(Numbers, "at");
            var at = new LocalRead(local);
            Emit(new Declare(local, new ArrayNew(Numbers, type is StructType tuple ? Constant.Of(tuple.Fields.Count) : new Length(new LocalRead(start)))));
            Store(local, new LocalRead(start));
            Steps(new LocalRead(most), done =>
            {
                var far = NewLocal(ScalarType.Bool, "isFar");
                var next = Call(step, "next", Numbers, [at, .. Reads(shared)]);
                Emit(new Declare(far, Constant.Of(false)));
                Counting(new Length(at), index =>
                {
                    var value = new Element(next, index);
                    var moved = new MathCall(MathFunction.Abs, ScalarType.Double, [new Binary(BinaryOperator.Subtract, value, new Element(at, index))]);
                    var isNear = new Binary(BinaryOperator.LessOrEqual, moved, new LocalRead(tolerance));
                    Emit(new If(isNear, Block.Empty, new Block([new Assign(new LocalPlace(far), Constant.Of(true))])));
                    Emit(new Assign(new ElementPlace(at, index), new Unary(UnaryOperator.Detach, value)));
                });
                Emit(new If(new LocalRead(far), Block.Empty, new Block([new Exit(done)])));
            });
            return at;
        });
    }

    private string RefinementOfSeveral(string step, string along, EquatableArray<Local> shared)
    {
        var inverse = InverseOf(step, along, shared);
        var point = NewLocal(Numbers, "x");
        return OwnFunction(step + "'refined", "Refined", [point, .. shared], isRefinement: true, emit: () =>
        {
            var x = new LocalRead(point);
            var count = new LocalRead(Spill(new Length(x), "count"));
            var refined = NewLocal(Numbers, "refined");
            var solved = Call(inverse, "inverse", Numbers, [Detached(x), .. shared.Select(Detached)]);
            var next = Call(step, "stepped", Numbers, [x, .. Reads(shared)]);
            Emit(new Declare(refined, new ArrayNew(Numbers, count)));
            Counting(count, row =>
            {
                var sum = NewLocal(ScalarType.Double, "moved");
                Emit(new Declare(sum, Constant.Of(0.0)));
                Counting(count, column =>
                {
                    var factor = new Unary(UnaryOperator.Detach, new Element(solved, Plus(Times(row, Times(count, Constant.Of(2))), Plus(count, column))));
                    var rest = new Binary(BinaryOperator.Subtract, new Element(next, column), new Element(x, column));
                    Emit(new Assign(new LocalPlace(sum), Plus(new LocalRead(sum), Times(factor, rest))));
                });
                var there = new Element(x, row);
                Emit(new Assign(new ElementPlace(new LocalRead(refined), row), new Binary(BinaryOperator.WithDerivativeOf, there, Plus(there, new LocalRead(sum)))));
            });
            return new LocalRead(refined);
        });
    }

    /// <summary>A function that gives, row by row, I and the inverse of I - J side by side.</summary>
    private string InverseOf(string step, string along, EquatableArray<Local> shared)
    {
        var point = NewLocal(Numbers, "x");
        return OwnFunction(step + "'inverse", "Inverse", [point, .. shared], () =>
        {
            var count = new LocalRead(Spill(new Length(new LocalRead(point)), "count"));
            var width = new LocalRead(Spill(Times(count, Constant.Of(2)), "width"));
            var (matrix, unit) = (NewLocal(Numbers, "matrix"), NewLocal(Numbers, "direction"));
            Expression At(Expression row, Expression column) => new Element(new LocalRead(matrix), Plus(Times(row, width), column));
            void Set(Expression row, Expression column, Expression value) => Emit(new Assign(new ElementPlace(new LocalRead(matrix), Plus(Times(row, width), column)), value));
            Emit(new Declare(matrix, new ArrayNew(Numbers, Times(count, width))));
            Emit(new Declare(unit, new ArrayNew(Numbers, count)));
            Counting(count, column =>
            {
                var slopes = NewLocal(Numbers, "slopes");
                Emit(new Assign(new ElementPlace(new LocalRead(unit), column), Constant.Of(1.0)));
                Emit(new Declare(slopes, null));
                Emit(new Call([null, new LocalPlace(slopes)], along, [new LocalRead(point), .. Reads(shared), new LocalRead(unit)]));
                Emit(new Assign(new ElementPlace(new LocalRead(unit), column), Constant.Of(0.0)));
                Counting(count, row => Set(row, column, new Unary(UnaryOperator.Negate, new Unary(UnaryOperator.Detach, new Element(new LocalRead(slopes), row)))));
                Set(column, column, Plus(At(column, column), Constant.Of(1.0)));
                Set(column, Plus(count, column), Constant.Of(1.0));
            });
            Counting(count, pivot => Eliminate(pivot, count, width, At, Set));
            return new LocalRead(matrix);
        });
    }

    /// <summary>Emits one turn of the elimination: the largest number of a column goes to the diagonal and becomes one, and the others become zero.</summary>
    private void Eliminate(Expression pivot, Expression count, Expression width, Func<Expression, Expression, Expression> at, Action<Expression, Expression, Expression> set)
    {
        static MathCall Abs(Expression value) => new(MathFunction.Abs, ScalarType.Double, [value]);
        var largest = NewLocal(ScalarType.Int, "largest");
        Emit(new Declare(largest, pivot));
        Counting(count, row => Emit(new If(
            new Binary(
                BinaryOperator.AndAlso,
                new Binary(BinaryOperator.Greater, row, pivot),
                new Binary(BinaryOperator.Greater, Abs(at(row, pivot)), Abs(at(new LocalRead(largest), pivot)))),
            new Block([new Assign(new LocalPlace(largest), row)]),
            Block.Empty)));
        var divisor = new LocalRead(Spill(at(new LocalRead(largest), pivot), "divisor"));
        var isUsable = new Binary(
            BinaryOperator.AndAlso,
            new Binary(BinaryOperator.Greater, Abs(divisor), Constant.Of(0.0)),
            new Binary(BinaryOperator.LessOrEqual, Abs(divisor), Constant.Of(double.MaxValue)));
        Emit(new If(isUsable, Block.Empty, new Block([Thrown("InvalidOperationException", Singular)])));
        Counting(width, column =>
        {
            var swapped = new LocalRead(Spill(at(new LocalRead(largest), column), "swapped"));
            set(new LocalRead(largest), column, at(pivot, column));
            set(pivot, column, new Binary(BinaryOperator.Divide, swapped, divisor));
        });
        Counting(count, row => Emit(new If(
            new Binary(BinaryOperator.NotEqual, row, pivot),
            BlockOf(() =>
            {
                var factor = new LocalRead(Spill(at(row, pivot), "factor"));
                Counting(width, column => set(row, column, new Binary(BinaryOperator.Subtract, at(row, column), Times(factor, at(pivot, column)))));
            }),
            Block.Empty)));
    }

    private static Binary Plus(Expression left, Expression right) => new(BinaryOperator.Add, left, right);
}
