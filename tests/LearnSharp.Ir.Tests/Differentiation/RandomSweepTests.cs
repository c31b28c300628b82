using System;
using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Reverse mode on random programs whose turns go over arrays of their own, in full, in part, shifted, under conditions: what the passes over arrays look for, and what only looks like it.</summary>
public class RandomSweepTests
{
    private const int Programs = 400;

    [Fact]
    public void Reverse_mode_agrees_with_dual_numbers_on_loops_over_arrays()
    {
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = ProgramOf(seed);
            foreach (var (values, turns) in new (double[], int)[] { ([0.7, -0.4, 1.3, 0.2], 3), ([0.9], 2), ([0.8, -1.1, 0.6], 1), ([0.5, 0.3], 0) })
            {
                if (PullbackCheck.Problem(program, [values, turns], seedWritten: true) is { } problem)
                    Assert.Fail($"seed {seed}, {values.Length} values, {turns} turns: {problem}\n{CSharpPrinter.PrintFunctions(program, new PrintOptions())}\n{Printed(program)}");
            }
        }
    }

    [Theory]
    [InlineData("Rows")]
    [InlineData("workspace.PushElements")]
    public void The_programs_are_of_all_kinds(string text) =>
        Enumerable.Range(0, 300).Count(seed => Printed(ProgramOf(seed)).Contains(text, StringComparison.Ordinal)).ShouldBeGreaterThan(5);

    /// <summary>The program of a seed.</summary>
    internal static IrProgram ProgramOf(int seed) => new Sweeps(seed).Program();

    private static string Printed(IrProgram program) => CSharpPrinter.PrintFunctions(ReverseMode.Pullback(program, ReverseMode.AllIndependent(program)), new PrintOptions());

    private sealed class Sweeps(int seed)
    {
        private static readonly Local Values = Doubles(0, "values");
        private static readonly Local Turns = Int(1, "turns");
        private static readonly Local Size = Int(2, "size");
        private static readonly Local Sum = Double(3, "sum");
        private readonly Random _random = new(seed);
        private readonly List<Local> _arrays = [];
        private int _next = 10;
        private bool _isOwn;

        public IrProgram Program()
        {
            var statements = new List<Statement> { Let(Size, new Length(Read(Values))), Let(Sum, Of(0.0)) };
            for (var i = _random.Next(2, 5); i > 0; i--)
            {
                var array = Doubles(_next++, "abcdef"[_arrays.Count].ToString());
                Expression size = _random.Next(15) == 0 ? Add(Read(Size), Of(1)) : _random.Next(3) == 0 ? new Length(Read(Values)) : Read(Size);
                statements.Add(Let(array, _arrays.Count > 0 && _random.Next(10) == 0 ? Read(_arrays[^1]) : new ArrayNew((ArrayType)array.Type, size)));
                _arrays.Add(array);
            }

            // In most programs every turn stores most arrays before it reads them.
            _isOwn = _random.Next(3) > 0;
            var turn = Counted("turn", Of(0), Read(Turns), _ => [.. _isOwn ? _arrays.Select(First) : [], .. Several(3, 7)]);
            statements.Add(_random.Next(2) == 0 ? turn : Counted("pass", Of(0), Of(2), _ => [.. Some(_isOwn ? 9 : 3), turn, .. Some(_isOwn ? 9 : 3)]));
            if (_random.Next(_isOwn ? 9 : 3) == 0)
                statements.Add(Over(0, i => Set(Sum, Add(Read(Sum), Operand(i)))));
            return Build.Program([Values, Turns], [.. statements, Return(Multiply(Of(0.5), Read(Sum)))]);
        }

        private Statement First(Local array, int position) => _random.Next(15) == 0
            ? Sweep()
            : Over(0, i => Store(array, i, Multiply(Of(1.2), position == 0 || _random.Next(3) == 0 ? new Element(Read(Values), i) : new Element(Read(_arrays[_random.Next(position)]), i))));

        private Statement[] Several(int from, int to) => Enumerable.Range(0, _random.Next(from, to)).Select(_ => Sweep()).ToArray();

        private Statement[] Some(int outOf) => _random.Next(outOf) == 0 ? [Sweep()] : [];

        private Statement Sweep()
        {
            var array = _arrays[_random.Next(_arrays.Count)];
            switch (_random.Next(_isOwn ? 10 : 12))
            {
                case 0 or 1 or 2 or 3:
                    return Over(0, i => Store(array, i, Value(i)));
                case 4:
                    return Over(0, i => Store(array, i, Value(i)), i => Store(_arrays[_random.Next(_arrays.Count)], i, Add(new Element(Read(array), i), Value(i))));
                case 5:
                    return Over(0, i => Store(array, i, Add(new Element(Read(array), i), Value(i))));
                case 10:
                    return Do(Store(array, Of(0), Value(Of(0))), Over(1, i => Store(array, i, Multiply(Value(i), Item(Subtract(i, Of(1)))))));
                case 7:
                    return Over(1, i => Store(array, i, Multiply(Operand(i), Item(Subtract(i, Of(1))))));
                case 8:
                    return If(Greater(new Element(Read(Values), Of(0)), Of(0.6)), Do(Over(0, i => Store(array, i, Value(i)))));
                case 9:
                    return Over(0, i => If(Greater(new Element(Read(Values), i), Of(0.4)), Do(Store(array, i, Value(i)))));
                case 11:
                    return Store(array, Of(0), Value(Of(0)));
                default:
                    return Over(0, i => Set(Sum, Add(Read(Sum), Multiply(Operand(i), Item(i)))));
            }
        }

        private Block Over(int start, params Func<Expression, Statement>[] body) => Counted("i", Of(start), _random.Next(4) == 0 ? new Length(Read(Values)) : Read(Size), i => body.Select(statement => statement(i)).ToArray());

        private Block Counted(string name, Expression start, Expression bound, Func<Expression, Statement[]> body)
        {
            var counter = Int(_next++, name);
            var label = _next;
            _next += 2;
            return Do(Let(counter, start), For(counter, bound, label, body(Read(counter))));
        }

        private static Assign Store(Local array, Expression index, Expression value) => new(new ElementPlace(Read(array), index), value);

        private Element Item(Expression index) => new(Read(_arrays[_random.Next(_arrays.Count)]), index);

        private Element Operand(Expression index) => _random.Next(3) == 0 ? new Element(Read(Values), index) : Item(index);

        private Expression Value(Expression index) => _random.Next(5) switch
        {
            0 => Multiply(Operand(index), Operand(index)),
            1 => Add(Operand(index), Multiply(Of(0.5), Operand(index))),
            2 => Subtract(new Element(Read(Values), index), Multiply(Of(0.3), Item(index))),
            3 => Math(MathFunction.Sin, Operand(index)),
            _ => Operand(index),
        };
    }
}
