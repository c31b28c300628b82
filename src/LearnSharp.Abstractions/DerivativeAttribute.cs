using System;

namespace LearnSharp;

/// <summary>
/// Marks a static method as the hand-written derivative of another: its pullback or its pushforward, whichever its signature is. Learnable methods that call the other one use it and do not look into
/// that one's body, which may hold what is not translated, or have no source here. For <c>static double F(double x, int n, double[] a)</c>:
/// <code>
/// [Derivative(nameof(F))] static double FPullback(double x, int n, double[] a, double seed, double[] dA)   // returns the derivative by x, adds those by a to dA; both times seed
/// [Derivative(nameof(F))] static double FPushforward(double x, double tX, int n, double[] a, double[] tA)   // returns how fast the result moves
/// </code>
/// Derivatives by several numbers come back as a tuple. One of the two is enough; the other mode makes do with it where it can.
/// </summary>
/// <param name="method">The name of the method, in the same type or in the one that <see cref="DerivativesOfAttribute"/> names.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DerivativeAttribute(string method) : Attribute
{
    /// <summary>The name of the method whose derivative this is.</summary>
    public string Method { get; } = method;
}
