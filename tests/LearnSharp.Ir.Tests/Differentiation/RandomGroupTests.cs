using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Random programs whose turns hand on a sum: their pullbacks give the same side by side as one by one, and both what dual numbers give.</summary>
public class RandomGroupTests
{
    private const int Programs = 300;

    [Fact]
    public void Turns_side_by_side_give_what_turns_one_by_one_give()
    {
        var grouped = 0;
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = new Turns(seed).Program();
            var single = ReverseMode.Pullback(program, ReverseMode.AllIndependent(program));
            var together = GroupedTurns.Run(single);
            if (ReferenceEquals(together, single))
                continue;
            grouped++;
            Verifier.Verify(together).ShouldBeEmpty();
            foreach (var (size, turns) in new[] { (4, 19), (1, 16), (3, 33), (2, 15), (0, 17) })
            {
                var (expected, actual) = (Run(single, size, turns), Run(together, size, turns));
                var text = $"seed {seed}, {size} values, {turns} turns\n{CSharpPrinter.PrintFunctions(program, new PrintOptions())}\n{CSharpPrinter.PrintFunctions(together, new PrintOptions())}";
                HostValues.Describe(actual.Value).ShouldBe(HostValues.Describe(expected.Value), text);
                // Several statements of a turn may add to one element: then the terms come in another order.
                var scale = expected.Gradient.Select(System.Math.Abs).Append(1).Max();
                for (var i = 0; i < expected.Gradient.Length; i++)
                    (actual.Gradient[i].Equals(expected.Gradient[i]) || System.Math.Abs(actual.Gradient[i] - expected.Gradient[i]) <= 1e-11 * scale).ShouldBeTrue(text);
            }
        }

        grouped.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void The_programs_agree_with_dual_numbers()
    {
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = new Turns(seed).Program();
            if (PullbackCheck.Problem(program, [Numbers(3, 2), Numbers(2, 3), 2]) is { } problem)
                Assert.Fail($"seed {seed}: {problem}\n{CSharpPrinter.PrintFunctions(program, new PrintOptions())}");
        }
    }

    private static double[] Numbers(int count, int seed) => Enumerable.Range(1, count).Select(i => System.Math.Sin(7 * i + seed)).ToArray();

    private static (object? Value, double[] Gradient) Run(IrProgram pullback, int size, int turns)
    {
        var (dValues, dPoints) = (new double[size], new double[turns]);
        try
        {
            return (Interpreter.Run(pullback, [Numbers(size, 2), Numbers(turns, 3), turns, 1.0, dValues, dPoints]).Results[0], [.. dValues, .. dPoints]);
        }
        catch (IndexOutOfRangeException thrown)
        {
            return (thrown.GetType().Name, [.. dValues, .. dPoints]);
        }
    }

    private sealed class Turns(int seed)
    {
        private static readonly Local Values = Doubles(0, "values");
        private static readonly Local Points = Doubles(1, "points");
        private static readonly Local Count = Int(2, "turns");
        private static readonly Local Size = Int(3, "size");
        private static readonly Local Sum = Double(4, "sum");
        private static readonly Local Turn = Int(5, "turn");
        private static readonly Local Part = Double(6, "part");
        private readonly Random _random = new(seed);
        private readonly List<Local> _arrays = [];
        private int _next = 10;

        private static Element Point => new(Read(Points), Read(Turn));

        public IrProgram Program()
        {
            var statements = new List<Statement> { Let(Size, new Length(Read(Values))), Let(Sum, Of(0.0)) };
            for (var i = _random.Next(1, 4); i > 0; i--)
            {
                var array = Doubles(_next++, "abc"[_arrays.Count].ToString());
                statements.Add(Let(array, new ArrayNew((ArrayType)array.Type, Read(Size))));
                _arrays.Add(array);
            }

            Statement[] turn =
            [
                .. _arrays.Select((array, position) => Over(0, i => Store(array, i, position == 0 ? Multiply(ValueAt(i), Point) : Add(ItemOf(_arrays[position - 1], i), Multiply(ValueAt(i), Of(0.7)))))),
                Let(Part, Of(0.0)),
                .. Enumerable.Range(0, _random.Next(2, 6)).Select(_ => Sweep()),
                Set(Sum, Add(Read(Sum), Math(MathFunction.Sin, Read(Part)))),
            ];
            return Build.Program([Values, Points, Count], [.. statements, Do(Let(Turn, Of(0)), For(Turn, Read(Count), 1, turn)), Return(Multiply(Of(0.5), Read(Sum)))]);
        }

        private Statement Sweep()
        {
            var array = _arrays[_random.Next(_arrays.Count)];
            switch (_random.Next(11))
            {
                case 0:
                    return Over(0, i => Store(array, i, Add(new Element(Read(array), i), Term(i))));
                case 1:
                    return Over(1, i => Store(array, i, Add(new Element(Read(array), i), Multiply(ValueAt(i), Item(Subtract(i, Of(1)))))));
                case 2:
                    return Over(0, i => Store(array, i, Term(i)));
                case 3:
                    return If(Greater(Point, Of(0.2)), Do(Over(0, i => Adds(Term(i)))), Do(Adds(Point)));
                case 4:
                    return If(Greater(Read(Count), Of(17)), Do(Over(0, i => Adds(Term(i)))));
                case 5:
                    return Over(0, i => If(Greater(Item(i), Of(0.1)), Do(Adds(Term(i)))));
                case 6:
                    return Set(Part, Multiply(Read(Part), Point));
                case 7:
                {
                    var at = Int(_next++, "at");
                    return Do(Let(at, Of(0)), Over(0, i => Store(array, i, Add(new Element(Read(array), i), Multiply(ValueAt(Read(at)), Point))), _ => Set(at, Add(Read(at), Of(1)))));
                }

                case 8:
                    return Over(0, i => Over(0, j => Store(array, j, Add(new Element(Read(array), j), Multiply(Multiply(ValueAt(i), Of(0.1)), Item(i))))));
                case 9:
                    return Over(0, i => Set(Part, Math(MathFunction.Max, Read(Part), Item(i))));
                default:
                    return Over(0, i => Adds(Term(i)));
            }
        }

        private static Statement Adds(Expression term) => Set(Part, Add(Read(Part), term));

        private static Assign Store(Local array, Expression index, Expression value) => new(new ElementPlace(Read(array), index), value);

        private static Element ValueAt(Expression index) => new(Read(Values), index);

        private static Element ItemOf(Local array, Expression index) => new(Read(array), index);

        private Element Item(Expression index) => ItemOf(_arrays[_random.Next(_arrays.Count)], index);

        private Expression Term(Expression index) => _random.Next(4) switch
        {
            0 => Multiply(ValueAt(index), Item(index)),
            1 => Subtract(Item(index), Multiply(Of(0.3), ValueAt(index))),
            2 => Math(MathFunction.Sin, Multiply(Item(index), Point)),
            _ => Multiply(Of(0.4), Item(index)),
        };

        private Block Over(int start, params Func<Expression, Statement>[] body)
        {
            var counter = Int(_next++, "i");
            var label = _next;
            _next += 2;
            return Do(Let(counter, Of(start)), For(counter, Read(Size), label, body.Select(statement => statement(Read(counter))).ToArray()));
        }
    }
}
