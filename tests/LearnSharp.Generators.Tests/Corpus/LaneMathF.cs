using System;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary><see cref="MathF"/> as rows have it: the function of doubles, rounded.</summary>
public static class LaneMathF
{
#pragma warning disable CS1591 // the members of System.MathF
    public static float Sin(float x) => (float)LaneMath.Sin(x);

    public static float Tanh(float x) => (float)LaneMath.Tanh(x);

    public static float Exp(float x) => (float)LaneMath.Exp(x);

    public static float Sqrt(float x) => MathF.Sqrt(x);

    public static float FusedMultiplyAdd(float x, float y, float z) => MathF.FusedMultiplyAdd(x, y, z);

    public static float Abs(float x) => MathF.Abs(x);
#pragma warning restore CS1591
}
