using System.Collections.Generic;

namespace LearnSharp.Ir.Tests.RandomPrograms;

internal sealed partial class FunctionBuilder
{
    private If RandomIf(int depth) => new(Condition(2), RandomBlock(depth), Chance(0.5) ? RandomBlock(depth) : Block.Empty);

    /// <summary>What a C# switch is lowered to: a temporary and a chain of comparisons, with breaks out of the whole.</summary>
    private void AddChain(List<Statement> into, int depth)
    {
        var type = options.Enums && Chance(0.5) ? (IrType)SampleIrTypes.Mode : ScalarType.Int;
        var local = NewLocal(type);
        into.Add(new Declare(local, type is EnumType ? StoredValue(type) : new Binary(BinaryOperator.And, Integer(ScalarType.Int, 2), Constant.Of(3))));
        _scope.Add(new(local, false));
        var tail = RandomBlock(depth);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var label = type is EnumType ? EnumConstant() : Constant.Of(i);
            tail = new([new If(new Binary(BinaryOperator.Equal, new LocalRead(local), label), RandomBlock(depth), tail)]);
        }

        into.AddRange(tail.Statements);
    }

    private Labelled RandomLabelled(int depth)
    {
        var label = NewLabel();
        _exits.Add((label, false));
        var body = RandomBlock(depth);
        _exits.RemoveAt(_exits.Count - 1);
        return new(label, body);
    }

    /// <summary>A counted loop: up or down, by one or two, to a constant, a length or a bound that its body may change.</summary>
    private void AddFor(List<Statement> into, int depth)
    {
        const int most = 4;
        if (_turns * most > 64)
        {
            AddAssignment(into);
            return;
        }

        var counter = NewLocal(ScalarType.Int);
        var read = new LocalRead(counter);
        Expression bound = random.Next(4) switch
        {
            0 when Visible(static type => type is ArrayType) is { Count: > 0 } arrays => new Length(new LocalRead(OneOf(arrays).Local)),
            1 => new Binary(BinaryOperator.And, Integer(ScalarType.Int, 1), Constant.Of(3)),
            2 => new MathCall(MathFunction.Clamp, ScalarType.Int, [Integer(ScalarType.Int, 1), Constant.Of(0), Constant.Of(3)]),
            _ => Constant.Of(random.Next(1, most + 1)),
        };
        var isDown = Chance(0.3);
        var first = isDown ? new Binary(BinaryOperator.Subtract, bound, Constant.Of(1)) : (Expression)Constant.Of(0);
        var condition = isDown
            ? new Binary(BinaryOperator.GreaterOrEqual, read, Constant.Of(0))
            : new Binary(BinaryOperator.Less, read, bound);
        var step = new Assign(new LocalPlace(counter), new Binary(
            isDown ? BinaryOperator.Subtract : BinaryOperator.Add, read, Constant.Of(Chance(0.2) ? 2 : 1)));
        into.Add(new Block([new Declare(counter, first), LoopOver(counter, condition, depth, most, step: step)]));
    }

    /// <summary>A loop that tests a changing condition first or last, and ends when its fuel does.</summary>
    private void AddWhile(List<Statement> into, int depth)
    {
        const int most = 4;
        if (_turns * most > 64)
        {
            AddAssignment(into);
            return;
        }

        var fuel = NewLocal(ScalarType.Int);
        var read = new LocalRead(fuel);
        var burn = new Assign(new LocalPlace(fuel), new Binary(BinaryOperator.Subtract, read, Constant.Of(1)));
        var hasFuel = new Binary(BinaryOperator.Greater, read, Constant.Of(0));
        var condition = new Binary(BinaryOperator.AndAlso, hasFuel, Condition(1));
        into.Add(new Declare(fuel, Constant.Of(random.Next(1, most + 1))));
        _scope.Add(new(fuel, false));
        var loop = random.Next(3) switch
        {
            0 => LoopOver(null, null, depth, most, first: burn, last: condition),
            1 => LoopOver(null, null, depth, most, step: burn, last: condition),
            _ => LoopOver(null, condition, depth, most, first: burn),
        };
        into.Add(loop);
    }

    private Loop LoopOver(
        Local? counter, Expression? condition, int depth, int most, Statement? first = null, Statement? step = null, Expression? last = null)
    {
        var (exit, next) = (NewLabel(), NewLabel());
        var outer = _scope.Count;
        if (counter is not null)
            _scope.Add(new(counter, false));
        _turns *= most;
        _exits.Add((exit, true));
        _exits.Add((next, true));
        var body = RandomBlock(depth, statements =>
        {
            if (first is not null)
                statements.Add(first);
        });
        _exits.RemoveRange(_exits.Count - 2, 2);
        _turns /= most;
        _scope.RemoveRange(outer, _scope.Count - outer);
        return new(exit, next, condition, body, step is null ? Block.Empty : new([step]), last);
    }

    /// <summary>
    /// Now and then a way out: under a condition anywhere in the block (but behind its first statement, which burns the fuel of a loop), or without
    /// one at its end.
    /// </summary>
    private void AddLeave(List<Statement> statements, int outer)
    {
        // In the middle stands what needs no local of the block itself: those may be declared further down.
        var hidden = _scope.GetRange(outer, _scope.Count - outer);
        var isLast = Chance(0.25);
        if (!isLast)
            _scope.RemoveRange(outer, hidden.Count);
        var condition = Condition(2);
        var leave = Leave();
        if (!isLast)
            _scope.AddRange(hidden);
        if (leave is null)
            return;
        if (isLast)
            statements.Add(leave);
        else
            statements.Insert(random.Next(System.Math.Min(1, statements.Count), statements.Count + 1), new If(condition, new([leave]), Block.Empty));
    }

    private Statement? Leave()
    {
        if (options.Exits && _exits.Count > 0 && Chance(0.5))
            return new Exit(OneOf(_exits).Label);
        if (options.EarlyReturns && Chance(0.12))
            return FinalReturn();
        return options.Throws && Chance(0.1)
            ? new Throw(new Extern(
                new OpaqueType("global::System.InvalidOperationException"), "new global::System.InvalidOperationException(\"left\")", [], Purity.Pure))
            : null;
    }
}
