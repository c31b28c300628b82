namespace LearnSharp.Ir;

/// <summary>Operators with one operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>-x</c>.</summary>
    Negate,

    /// <summary><c>!x</c> of a bool.</summary>
    Not,

    /// <summary><c>~x</c> of an integer.</summary>
    Complement,
}
