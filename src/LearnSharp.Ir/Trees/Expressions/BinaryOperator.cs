namespace LearnSharp.Ir;

/// <summary>Operators with two operands of one type (shifts: the right operand is int). C#'s own semantics throughout.</summary>
public enum BinaryOperator
{
    /// <summary><c>a + b</c>.</summary>
    Add,

    /// <summary><c>a - b</c>.</summary>
    Subtract,

    /// <summary><c>a * b</c>.</summary>
    Multiply,

    /// <summary><c>a / b</c>; integers truncate and throw on zero.</summary>
    Divide,

    /// <summary><c>a % b</c>.</summary>
    Remainder,

    /// <summary><c>a == b</c>; bool result.</summary>
    Equal,

    /// <summary><c>a != b</c>; bool result.</summary>
    NotEqual,

    /// <summary><c>a &lt; b</c>; bool result.</summary>
    Less,

    /// <summary><c>a &lt;= b</c>; bool result.</summary>
    LessOrEqual,

    /// <summary><c>a &gt; b</c>; bool result.</summary>
    Greater,

    /// <summary><c>a >= b</c>; bool result.</summary>
    GreaterOrEqual,

    /// <summary><c>a &amp; b</c> on integers, enums and bools.</summary>
    And,

    /// <summary><c>a | b</c> on integers, enums and bools.</summary>
    Or,

    /// <summary><c>a ^ b</c> on integers, enums and bools.</summary>
    Xor,

    /// <summary><c>a &lt;&lt; b</c> on integers.</summary>
    ShiftLeft,

    /// <summary><c>a >> b</c> on integers, sign-extending.</summary>
    ShiftRight,

    /// <summary><c>a >>> b</c> on integers, zero-filling.</summary>
    ShiftRightUnsigned,

    /// <summary><c>a &amp;&amp; b</c>: the right operand is evaluated only when the left is true.</summary>
    AndAlso,

    /// <summary><c>a || b</c>: the right operand is evaluated only when the left is false.</summary>
    OrElse,

    /// <summary>The value of a with the derivative of b, on floating numbers: b is not there for its value.</summary>
    WithDerivativeOf,
}
