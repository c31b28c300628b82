using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>det: the determinant of a small matrix, expanded by minors.</summary>
internal static partial class DetModule
{
    [Learnable]
    internal static double Determinant(double[] a, int ell) => Minor(a, ell, 0, 0);

    // The determinant of the rows from the given one on, without the columns whose bits are set.
    private static double Minor(double[] a, int ell, int row, int crossed)
    {
        if (row == ell)
            return 1;
        var sum = 0.0;
        var sign = 1.0;
        for (var column = 0; column < ell; column++)
        {
            if ((crossed & (1 << column)) == 0)
            {
                sum += sign * a[row * ell + column] * Minor(a, ell, row + 1, crossed | (1 << column));
                sign = -sign;
            }
        }

        return sum;
    }

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var a = Numbers.Flat(input, "A");
        var ell = Numbers.Int(input, "ell");
        var (value, dA) = (0.0, new double[a.Length]);
        return function switch
        {
            "primal" => new(() => value = Determinant(a, ell), json => json.WriteNumberValue(value)),
            "gradient" => new(
                () =>
                {
                    Array.Clear(dA);
                    DeterminantProgram.Gradient(a, ell, dA);
                },
                json => Numbers.Write(json, dA)),
            _ => null,
        };
    }
}
