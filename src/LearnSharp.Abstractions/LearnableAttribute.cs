using System;

namespace LearnSharp;

/// <summary>
/// Marks a method (or a type whose fields hold weights) that can be learned. The containing types are partial; the generator adds to them a program,
/// <c>{Method}Program</c>, that can be differentiated and fitted, and the learned face, <c>{Method}Learned</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class LearnableAttribute : Attribute
{
    /// <summary>
    /// The name used instead of the method's own for everything that is generated (<c>{Name}Program</c>, <c>{Name}Learned</c>) and for the artefact.
    /// Needed where two overloads are learnable.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the body is translated so that it can be differentiated; true unless said otherwise. With false only the weights and choices that the
    /// signature declares are known, and the method is trained by search alone: for simulators and other people's code.
    /// </summary>
    public bool Gradients { get; set; } = true;

    /// <summary>
    /// Whether the program can give second derivatives too, <c>HessianVectorProduct</c> and <c>Hessian</c>; false unless said otherwise, since they take a third more generated
    /// code. For methods whose result is one floating number.
    /// </summary>
    public bool SecondOrder { get; set; }

    /// <summary>
    /// The bytes that <c>Gradient</c> and <c>Pullback</c> may take for what they record of a run; 0, no limit, unless said otherwise. Loops whose records do not fit run with checkpoints: their state is kept now
    /// and then, and turns are run again on the way back. Loops that fit record as ever. For methods with loops of millions of turns: <c>MemoryLimit = 32 &lt;&lt; 20</c>.
    /// </summary>
    public long MemoryLimit { get; set; }
}
