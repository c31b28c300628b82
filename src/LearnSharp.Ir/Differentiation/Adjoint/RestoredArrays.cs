using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Which arrays a reverse sweep takes back to what they held before: those whose elements it restores, itself or in a function that it reverses, arrays among them that such a function makes and
/// returns.
/// </summary>
/// <param name="plans">The plans of all functions; the passes have run.</param>
internal sealed class RestoredArrays(IReadOnlyDictionary<string, FunctionPlan> plans)
{
    private readonly HashSet<(FunctionPlan Plan, Local Of)> _seen = [];

    /// <summary>Whether elements of a class of arrays are restored in a function.</summary>
    public bool Has(FunctionPlan plan, Local of) => _seen.Add((plan, of))
        && plan.Body.Actions.Any(action => (action.Restores && action.Written.Contains(of)) || (action is { IsReversibleCall: true, Statement: Call call } && Returns(plan, call, of)));

    private bool Returns(FunctionPlan plan, Call call, Local of)
    {
        var callee = plans[call.Function];
        return call.Targets.Where((target, k) => target is LocalPlace { Local: { Type: ArrayType } local }
            && ArrayLevels.Of(local).Zip(ArrayLevels.Of(callee.Function.Results[k]), (own, returned) => (own, returned))
                .Any(level => plan.Facts.Classes.Of(level.own).Equals(of) && Has(callee, callee.Facts.Classes.Of(level.returned)))).Any();
    }
}
