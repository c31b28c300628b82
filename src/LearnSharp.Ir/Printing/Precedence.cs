namespace LearnSharp.Ir;

/// <summary>How tightly a printed expression holds together, loosest first: the order of C#'s operator table.</summary>
internal enum Precedence
{
    /// <summary>Anything: the expression stands alone.</summary>
    Lowest,

    /// <summary><c>?:</c>.</summary>
    Conditional,

    /// <summary><c>||</c>.</summary>
    OrElse,

    /// <summary><c>&amp;&amp;</c>.</summary>
    AndAlso,

    /// <summary><c>|</c>.</summary>
    Or,

    /// <summary><c>^</c>.</summary>
    Xor,

    /// <summary><c>&amp;</c>.</summary>
    And,

    /// <summary><c>==</c> and <c>!=</c>.</summary>
    Equality,

    /// <summary><c>&lt;</c> and its kin.</summary>
    Relational,

    /// <summary>Shifts.</summary>
    Shift,

    /// <summary><c>+</c> and <c>-</c>.</summary>
    Additive,

    /// <summary><c>*</c>, <c>/</c> and <c>%</c>.</summary>
    Multiplicative,

    /// <summary>Signs, <c>!</c>, <c>~</c> and casts.</summary>
    Unary,

    /// <summary>Names, literals, calls, members, elements.</summary>
    Primary,
}
