using System.ComponentModel;

namespace LearnSharp.Runtime;

/// <summary>
/// Elementary functions of blocks of 8 doubles or 16 floats, called by generated row code.
/// </summary>
/// <remarks>
/// The bits of a lane depend on its argument alone: not on the other lanes, nor on the machine or the width of its registers. Every operation is
/// an IEEE operation that rounds once (fused multiply-adds are written out, none is left to the compiler); the same polynomials run in 512, 256 or
/// 128 bits, without vector hardware too, if slowly.
/// Results are within 2 ulp (<c>Pow</c> 4), over the whole range, subnormal numbers included; NaN, infinities and signed zeros are treated as
/// in <see cref="System.Math"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath;
