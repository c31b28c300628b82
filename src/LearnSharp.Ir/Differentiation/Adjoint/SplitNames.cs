namespace LearnSharp.Ir;

/// <summary>Ids and names of the functions that differentiation makes.</summary>
internal static class SplitNames
{
    /// <summary>The id of the forward sweep of a function.</summary>
    public static string ForwardId(FunctionPlan plan) => plan.Function.Source.Id + "'forward";

    /// <summary>The id of the reverse sweep of a function.</summary>
    public static string ReverseId(FunctionPlan plan) => plan.Function.Source.Id + "'reverse";

    /// <summary>The id of a function in one sweep.</summary>
    public static string JoinedId(FunctionPlan plan) => plan.Function.Source.Id + "'joined";

    /// <summary>The C# name of a function in one sweep.</summary>
    public static string JoinedName(FunctionPlan plan) => plan.Function.Source.Name + "Pullback";

    /// <summary>The C# name of the forward sweep of a function.</summary>
    public static string ForwardName(FunctionPlan plan) => plan.Function.Source.Name + "Forward";

    /// <summary>The C# name of the reverse sweep of a function.</summary>
    public static string ReverseName(FunctionPlan plan) => plan.Function.Source.Name + "Reverse";
}
