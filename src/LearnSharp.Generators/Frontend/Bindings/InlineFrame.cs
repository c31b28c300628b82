using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>A call whose callee's body is being translated in its place.</summary>
/// <param name="method">The callee.</param>
/// <param name="end">Where its returns go.</param>
/// <param name="caller">The call around it that is inlined too; null in the method itself.</param>
internal sealed class InlineFrame(IMethodSymbol method, Label end, InlineFrame? caller)
{
    /// <summary>The callee.</summary>
    public IMethodSymbol Method => method;

    /// <summary>Where its returns go.</summary>
    public Label End => end;

    /// <summary>The call around it that is inlined too.</summary>
    public InlineFrame? Caller => caller;

    /// <summary>The local that takes its result; null for a method without one.</summary>
    public Local? Result { get; init; }

    /// <summary>Whether the result may be an array that others share.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether the body of a method is being translated in this call, or in one around it.</summary>
    public bool IsInside(ISymbol body)
    {
        for (var frame = this; frame is not null; frame = frame.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, body.OriginalDefinition))
                return true;
        }

        return false;
    }
}
