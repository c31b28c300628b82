using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>hello: a square and its derivative.</summary>
internal static partial class HelloModule
{
    [Learnable]
    internal static double Square(double x) => x * x;

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var x = input.GetDouble();
        var result = 0.0;
        return function switch
        {
            "square" => new(() => result = Square(x), json => json.WriteNumberValue(result)),
            "double" => new(() => SquareProgram.Gradient(x, out result), json => json.WriteNumberValue(result)),
            _ => null,
        };
    }
}
