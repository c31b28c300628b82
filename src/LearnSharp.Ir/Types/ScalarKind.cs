namespace LearnSharp.Ir;

/// <summary>The primitive types a program computes with.</summary>
public enum ScalarKind
{
    /// <summary><see cref="bool"/>.</summary>
    Bool,

    /// <summary><see cref="int"/>, 32 bits, two's complement.</summary>
    Int,

    /// <summary><see cref="long"/>, 64 bits, two's complement.</summary>
    Long,

    /// <summary><see cref="float"/>, IEEE 754 binary32.</summary>
    Float,

    /// <summary><see cref="double"/>, IEEE 754 binary64.</summary>
    Double,
}
