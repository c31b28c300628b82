using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// A loop over doubles whose turns keep to elements side by side, so that several turns can run at once in the lanes of a vector: <c>for (i = a; i &lt; b; i++) y[i] = x[i + k] * c;</c>. Every
/// lane computes what its turn would, bit for bit, and sums are taken in the order of the turns; only those of a reverse sweep are taken in another one.
/// </summary>
internal sealed class LaneLoop
{
    private readonly HashSet<Local> _changed;
    private readonly HashSet<Local> _steps = [];
    private readonly HashSet<Local> _vectors = [];
    private readonly HashSet<Local> _sums = [];
    private readonly Dictionary<Local, Expression> _written = [];
    private readonly List<Element> _elements = [];
    private readonly List<Expression> _factors = [];

    private LaneLoop(Loop loop, Local counter)
    {
        Loop = loop;
        Counter = counter;
        _changed = AssignedLocals.Of(loop.Body);
        _changed.Add(counter);
    }

    /// <summary>The loop.</summary>
    public Loop Loop { get; }

    /// <summary>Its counter.</summary>
    public Local Counter { get; }

    /// <summary>What the counter stays below.</summary>
    public Expression Bound => ((Binary)Loop.Condition!).Right;

    /// <summary>The locals that take one value per lane.</summary>
    public IReadOnlyCollection<Local> Vectors => _vectors;

    /// <summary>The locals outside the loop that it adds to.</summary>
    public IReadOnlyList<Local> Sums => [.. _sums.OrderBy(static local => local.Id)];

    /// <summary>The statements of a turn but those that step further indexes.</summary>
    public IReadOnlyList<Statement> Turn { get; private set; } = [];

    /// <summary>The further indexes, which go up by one a turn.</summary>
    public IReadOnlyCollection<Local> Steps => _steps;

    /// <summary>The values that are the same in all turns and can be had before the first one.</summary>
    public IReadOnlyList<Expression> Factors => _factors;

    /// <summary>The elements side by side that the turns touch.</summary>
    public IReadOnlyList<Element> Elements => _elements;

    /// <summary>The loop as lanes, or null.</summary>
    public static LaneLoop? Of(Loop loop, Declare counter)
    {
        if (!loop.IsSeparate || loop.While is not null || counter.Local.Type != ScalarType.Int
            || loop.Condition is not Binary { Operator: BinaryOperator.Less, Left: LocalRead { Local: var tested } } || !tested.Equals(counter.Local)
            || loop.Step.Statements is not [Assign step] || !IsIncrement(step, counter.Local))
        {
            return null;
        }

        var lanes = new LaneLoop(loop, counter.Local);
        return lanes.IsInvariant(lanes.Bound) && lanes.Reads() ? lanes : null;
    }

    /// <summary>Whether an expression has the same value in all turns.</summary>
    public bool IsInvariant(Expression expression)
    {
        var reads = LearnSharp.Ir.Reads.Of(expression);
        return Cost.IsRecomputable(expression) && !reads.Locals.Any(local => _changed.Contains(local) || _vectors.Contains(local)) && !reads.Elements.Any(_written.ContainsKey);
    }

    /// <summary>Whether an index goes up by one from turn to turn.</summary>
    public bool IsSideBySide(Expression index) => index switch
    {
        LocalRead read => read.Local.Equals(Counter) || _steps.Contains(read.Local),
        Binary { Operator: BinaryOperator.Add } sum => (IsSideBySide(sum.Left) && IsInvariant(sum.Right)) || (IsInvariant(sum.Left) && IsSideBySide(sum.Right)),
        Binary { Operator: BinaryOperator.Subtract } difference => IsSideBySide(difference.Left) && IsInvariant(difference.Right),
        _ => false,
    };

    /// <summary>Whether dividing by a constant is multiplying by another, to the bit: a power of two.</summary>
    public static bool HasExactReciprocal(Constant divisor)
    {
        const long Fraction = (1L << 52) - 1;
        var exponent = (System.BitConverter.DoubleToInt64Bits(divisor.AsDouble) >> 52) & 0x7ff;
        return (System.BitConverter.DoubleToInt64Bits(divisor.AsDouble) & Fraction) == 0 && exponent is > 1 and < 2045;
    }

    private static bool IsIncrement(Assign step, Local local) =>
        step.Target is LocalPlace target && target.Local.Equals(local) && local.Type == ScalarType.Int
        && step.Value is Binary { Operator: BinaryOperator.Add, Left: LocalRead { Local: var read }, Right: Constant { AsLong: 1 } } && read.Equals(local);

    private bool Reads()
    {
        var turn = Loop.Body.Statements.Where(static statement => statement is not Comment).ToList();
        while (turn.Count > 0 && turn[turn.Count - 1] is Assign { Target: LocalPlace { Local: var local } } step && IsIncrement(step, local) && !_steps.Contains(local))
        {
            _steps.Add(local);
            turn.RemoveAt(turn.Count - 1);
        }

        Turn = [.. Loop.Body.Statements.Take(Loop.Body.Statements.Count - _steps.Count)];
        foreach (var store in turn.OfType<Assign>())
        {
            if (store.Target is not ElementPlace { Array: LocalRead { Local: var array } } place)
                continue;
            if (_written.TryGetValue(array, out var index) && !index.Equals(place.Index))
                return false;
            _written[array] = place.Index;
        }

        var assigned = AssignedLocals.Of(new Block(turn.ToEquatableArray()));
        if (_steps.Overlaps(assigned) || _written.Keys.Any(assigned.Contains))
            return false;
        return turn.Count > 0 && turn.TrueForAll(Takes) && _elements.Count > 0;
    }

    private bool Takes(Statement statement)
    {
        switch (statement)
        {
            case Declare { Value: { } value } s when s.Local.Type == ScalarType.Double && Takes(value):
                _vectors.Add(s.Local);
                return true;
            case Assign { Target: LocalPlace { Local: var local } } s when _vectors.Contains(local):
                return Takes(s.Value);
            case Assign { Target: LocalPlace { Local: var local }, Value: Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Left: LocalRead left, Right: var added } }
                when local.Type == ScalarType.Double && left.Local.Equals(local):
                // In order, a turn adds once, and what it adds has to be worth computing side by side.
                return ((_sums.Add(local) && added is not Element) || Loop.HasFreeSums) && Takes(added);
            case Assign { Target: ElementPlace { Array: LocalRead } place } s when place.Type == ScalarType.Double:
                return Takes(new Element(place.Array, place.Index)) && Takes(s.Value);
            default:
                return false;
        }
    }

    private bool Takes(Expression expression)
    {
        if (expression.Type != ScalarType.Double)
            return false;
        if (IsInvariant(expression))
        {
            if (LearnSharp.Ir.Reads.Of(expression).Elements.Count == 0 && !_factors.Contains(expression))
                _factors.Add(expression);
            return true;
        }

        switch (expression)
        {
            case LocalRead e:
                return _vectors.Contains(e.Local);
            case Element { Array: LocalRead { Local: var array } } e:
                if (!IsSideBySide(e.Index) || (_written.TryGetValue(array, out var index) && !index.Equals(e.Index)))
                    return false;
                if (!_elements.Contains(e))
                    _elements.Add(e);
                return true;
            case Unary { Operator: UnaryOperator.Negate } e:
                return Takes(e.Operand);
            case Binary { Operator: BinaryOperator.Divide, Right: Constant divisor } e when HasExactReciprocal(divisor):
                return Takes(e.Left) && Takes(Constant.Of(1 / divisor.AsDouble));
            case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide } e:
                return Takes(e.Left) && Takes(e.Right);
            case MathCall { Function: MathFunction.Sqrt } e:
                return Takes(e.Arguments[0]);
            default:
                return false;
        }
    }
}
