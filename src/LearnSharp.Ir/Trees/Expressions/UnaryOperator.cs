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

    /// <summary>The value of a number, or of an array that C# is handed, without its derivative: printed as the operand itself.</summary>
    Detach,
}
