using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// What a turn of a loop takes from before it and hands on, to the next turn and past the loop. All that a turn is counts: its step as well as its body, and what is done by the functions that
/// it calls. Read off the nodes; only <see cref="Restores"/> asks what the passes have decided.
/// </summary>
internal sealed class LoopTurn
{
    private readonly LoopNode _loop;
    private readonly FunctionPlan _plan;
    private readonly HashSet<Local> _declared;
    private readonly List<Local> _handedOn;
    private readonly List<Local> _arrays;

    /// <summary>Describes the turns of a loop (<see cref="FunctionPlan.TurnOf"/>).</summary>
    public LoopTurn(LoopNode loop, FunctionPlan plan)
    {
        (_loop, _plan) = (loop, plan);
        _declared = [.. loop.Turn.Actions.Select(static action => (action.Statement as Declare)?.Local).OfType<Local>()];
        var mentioned = plan.Primal.Where(loop.Mentions).OrderBy(static local => local.Id).ToList();
        _arrays = mentioned.FindAll(local => local.Type is ArrayType && !plan.IsShadow(local));
        var outside = mentioned.FindAll(local => !_declared.Contains(local));
        _handedOn = outside.FindAll(loop.Killed.Contains);
        Sums = _handedOn.FindAll(local => local.Type is ScalarType && plan.Facts.IsActive(local));
        Taken = outside.FindAll(local => !loop.Killed.Contains(local) && plan.Facts.IsActive(local));
        // By whichever name: also a parameter's buffer goes by those of its array.
        var classes = new HashSet<Local>(_arrays.SelectMany(ArrayLevels.Of).Select(plan.Facts.Classes.Of));
        Lent = [.. plan.Lent.Keys.Where(parameter => ArrayLevels.Of(parameter).Any(level => classes.Contains(plan.Facts.Classes.Of(level)))).OrderBy(static local => local.Id)];
    }

    /// <summary>The active numbers that live longer than a turn and that the turns assign: sums, where <see cref="HandsOnOnlySums"/>.</summary>
    public IReadOnlyList<Local> Sums { get; }

    /// <summary>The active numbers and arrays that are there before the loop and that no turn assigns: derivatives are taken to them.</summary>
    public IReadOnlyList<Local> Taken { get; }

    /// <summary>The parameters whose shadows the caller lends and that turns may add to.</summary>
    public IReadOnlyList<Local> Lent { get; }

    /// <summary>Whether a turn hands on no derivative but that of sums, and nothing that happens after it is needed to reverse it: it can be reversed before the loop steps on.</summary>
    public bool HandsOnOnlySums => _loop.HasWholeTurns && _loop.Step.Written.Count == 0 && !_loop.Step.Killed.Any(_plan.Facts.IsActive)
        && _handedOn.TrueForAll(static local => local.Type is ScalarType or EnumType) && Sums.All(sum => EarlyAdjoint.OnlyAdds(_loop, sum));

    /// <summary>Whether arrays of arrays are written, or may have derivatives.</summary>
    public bool HasRows => Lent.Any(static parameter => ArrayLevels.IsJagged(parameter.Type)) || _loop.Written.Any(_plan.HasRows)
        || _arrays.Exists(array => ArrayLevels.IsJagged(array.Type) && _plan.Facts.IsActive(array));

    /// <summary>Whether what derivatives are taken to is still the same thing at the end: what is added to a number later, say, would get those as well.</summary>
    /// <param name="rest">What runs after the loop.</param>
    public bool TakesToWhatStays(IReadOnlyList<Node> rest) => !Taken.Any(local =>
        rest.Any(node => node.Killed.Contains(local) || (local.Type is ArrayType && node.Written.Contains(_plan.Facts.Classes.Of(local)))));

    /// <summary>Whether every turn has the arrays of a class for itself: it makes them, or stores all elements before it reads any, and nobody sees what the last turn leaves.</summary>
    /// <param name="of">The class.</param>
    /// <param name="rest">What runs after the loop.</param>
    public bool IsOwn(Local of, IReadOnlyList<Node> rest)
    {
        var outside = _plan.Primal.Where(local => IsOf(local) && !_declared.Contains(local)).ToList();
        return outside.Count == 0 || (OwnArrays.IsOwn(_loop, of, _plan) && !_plan.Function.Parameters.Any(IsOf) && !_plan.Function.Results.Any(IsOf)
            && !_plan.Primal.Any(local => IsOf(local) && rest.Any(node => node.Mentions(local))));

        bool IsOf(Local local) => local.Type is ArrayType && !_plan.IsShadow(local) && _plan.Facts.Classes.Of(local).Equals(of);
    }

    /// <summary>Whether reversing a turn right behind it would take back what the next turns, or <paramref name="rest"/>, start from.</summary>
    /// <param name="rest">What runs after the loop.</param>
    public bool Restores(IReadOnlyList<Node> rest) => _loop.Turn.Actions.Any(action =>
        ((action.Save || action.Invert) && action.Killed.Any(local => !_declared.Contains(local))) || (action.Restores && action.Written.Any(array => !IsOwn(array, rest))));
}
