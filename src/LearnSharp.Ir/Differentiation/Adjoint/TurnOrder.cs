using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Whether the turns of a reversed loop may run in any order: each only adds to what it shares with others, or keeps to elements of its own.</summary>
internal sealed class TurnOrder : Walker
{
    private readonly FunctionPlan _plan;
    private readonly Local _counter;
    private readonly List<(Local Class, bool IsShadow, Local Array, Expression Index, bool IsAdd, bool IsWrite)> _elements = [];
    private readonly HashSet<Local> _own = [];
    private readonly HashSet<Local> _sums = [];
    private readonly HashSet<Local> _read = [];
    private bool _fixed;
    private bool _unknown;

    private TurnOrder(FunctionPlan plan, Local counter) => (_plan, _counter) = (plan, counter);

    /// <summary>Whether turns made of the statements may run in any order.</summary>
    public static bool IsFree(List<Statement> turn, Local counter, FunctionPlan plan)
    {
        var order = new TurnOrder(plan, counter);
        order.Read(turn);
        return !order._fixed && !order._unknown && !order._sums.Overlaps(order._read) && !order._read.Any(local => order._changed.Contains(local) && !order._own.Contains(local)) && order.ElementsAreFree();
    }

    /// <summary>Whether array locals of different names hold different elements, if any is written.</summary>
    public static bool IsSeparate(IEnumerable<Statement> turn, FunctionPlan plan)
    {
        var order = new TurnOrder(plan, new Local(-1, ScalarType.Int, ""));
        order.Read(turn);
        return !order._unknown && order._elements.GroupBy(static element => (element.Class, element.IsShadow))
            .All(group => !group.Any(static element => element.IsWrite)
                || (group.All(element => element.Array.Equals(group.First().Array)) && (group.Key.IsShadow || !IsHandedIn(group.Key.Class, plan))));
    }

    // What a caller hands to a root it may hand to it twice.
    private static bool IsHandedIn(Local of, FunctionPlan plan) =>
        plan.Facts.IsRoot && plan.Function.Parameters.Any(parameter => parameter.Type is ArrayType && plan.Facts.Classes.Of(parameter).Equals(of));

    /// <summary>Whether all that happens to an array is that something is added to its elements.</summary>
    public static bool IsOnlyAddedTo(IEnumerable<Statement> turn, Local array, FunctionPlan plan)
    {
        var order = new TurnOrder(plan, new Local(-1, ScalarType.Int, ""));
        order.Read(turn);
        var key = order.Key(array);
        return !order._unknown && order._elements.Where(element => (element.Class, element.IsShadow).Equals(key)).All(static element => element.IsAdd) && !order._read.Contains(array);
    }

    private readonly HashSet<Local> _changed = [];

    private void Read(IEnumerable<Statement> turn)
    {
        foreach (var statement in turn)
            Visit(statement);
    }

    private bool ElementsAreFree() => _elements.GroupBy(static element => (element.Class, element.IsShadow)).All(group =>
        !group.Any(static element => element.IsWrite) || group.All(static element => element.IsAdd)
        || (IsOwn(group.First().Index) && group.All(element => element.Array.Equals(group.First().Array) && element.Index.Equals(group.First().Index))));

    // i, i + n, n + i: another turn has another element.
    private bool IsOwn(Expression index) => index switch
    {
        LocalRead read => read.Local.Equals(_counter),
        Binary { Operator: BinaryOperator.Add } sum => (IsOwn(sum.Left) && IsSame(sum.Right)) || (IsOwn(sum.Right) && IsSame(sum.Left)),
        Binary { Operator: BinaryOperator.Subtract } difference => IsOwn(difference.Left) && IsSame(difference.Right),
        _ => false,
    };

    private bool IsSame(Expression expression)
    {
        var reads = Reads.Of(expression);
        return reads.Elements.Count == 0 && !reads.Locals.Any(local => local.Equals(_counter) || _changed.Contains(local) || _own.Contains(local));
    }

    private (Local Class, bool IsShadow) Key(Local array) => (_plan.Facts.Classes.Of(_plan.Unshadowed(array)), _plan.IsShadow(array));

    private void Note(Expression array, Expression index, bool isAdd, bool isWrite)
    {
        if (Reads.Root(array) is { } root)
        {
            var (of, isShadow) = Key(root);
            _elements.Add((of, isShadow, root, index, isAdd, isWrite));
        }
        else
        {
            _unknown = true;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Comment:
                break;
            case Declare s:
                _own.Add(s.Local);
                _unknown |= s.Local.Type is ArrayType;
                if (s.Value is not null)
                    Visit(s.Value);
                break;
            case Assign { Target: LocalPlace { Local: var local } } s:
                _changed.Add(local);
                if (_own.Contains(local))
                {
                    Visit(s.Value);
                }
                else if (ElementSums.Added(s) is { } sum)
                {
                    _sums.Add(local);
                    Visit(sum.Right);
                }
                else
                {
                    _fixed = true;
                    Visit(s.Value);
                }

                break;
            case Pop { Target: LocalPlace { Local: var popped } }:
                _changed.Add(popped);
                _fixed = true;
                break;
            case Assign { Target: ElementPlace { Array: LocalRead } place } s:
            {
                var added = ElementSums.Added(s);
                Note(place.Array, place.Index, added is not null, isWrite: true);
                Visit(place.Index);
                Visit(added is null ? s.Value : added.Right);
                break;
            }

            default:
                _unknown = true;
                break;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case LocalRead read:
                _read.Add(read.Local);
                break;
            case Element { Array: LocalRead } element:
                Note(element.Array, element.Index, isAdd: false, isWrite: false);
                Visit(element.Index);
                break;
            default:
                _unknown |= expression is Element or Extern { Purity: Purity.Effectful };
                base.Visit(expression);
                break;
        }
    }
}
