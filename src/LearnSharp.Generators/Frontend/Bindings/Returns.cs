using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

/// <summary>Counts the returns of bodies.</summary>
internal static class Returns
{
    /// <summary>How many returns with a value a body has, those of lambdas and local functions in it not counted.</summary>
    public static int In(IOperation body)
    {
        if (body is IReturnOperation { ReturnedValue: not null })
            return 1;
        var count = 0;
        foreach (var child in body.ChildOperations)
        {
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                count += In(child);
        }

        return count;
    }
}
