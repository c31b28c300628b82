using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>What <see cref="Turns"/> asks of the code around a loop.</summary>
internal interface ITurnFacts
{
    /// <summary>Whether an index is certainly at least zero and below a bound.</summary>
    bool IsBelow(Expression index, Expression bound);

    /// <summary>Whether a local holds the elements of a list.</summary>
    bool IsList(Local local);

    /// <summary>What an array local was declared with; the local itself where that is an array of its own or a parameter, null where it may be one of several.</summary>
    Expression? NamedBy(Local local);

    /// <summary>The positions of the arguments whose elements a call may write to.</summary>
    IEnumerable<int> WrittenBy(Call call);
}
