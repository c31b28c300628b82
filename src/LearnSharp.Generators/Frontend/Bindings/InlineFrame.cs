using System;
using System.Collections.Generic;
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

    /// <summary>How many returns the body has.</summary>
    public int Returns { get; init; }

    /// <summary>What is returned where that is known only while translating.</summary>
    public Binding? Binding { get; set; }

    /// <summary>The variables of a returned object that several returns may give.</summary>
    public List<Statement> Declarations { get; } = [];

    /// <summary>What <c>this</c> stands for in it.</summary>
    public Binding? Receiver { get; init; }

    /// <summary>What its parameters stand for.</summary>
    public IReadOnlyList<Binding> Arguments { get; init; } = [];

    /// <summary>The scope around a lambda or local function.</summary>
    public Scope? Outer { get; init; }

    /// <summary>What happens to each element that an iterator gives; null for what is none.</summary>
    public Action<IOperation>? Sink { get; set; }

    /// <summary>The code of the body.</summary>
    public Region? Region { get; set; }

    /// <summary>How many calls it is inside.</summary>
    public int Depth => 1 + (caller?.Depth ?? 0);

    /// <summary>Whether the result may be an array that others share.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether the same body is being translated in a call around: on the same object, with the same functions and the same variables around it.</summary>
    public bool IsRecursive()
    {
        for (var frame = caller; frame is not null; frame = frame.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, method.OriginalDefinition)
                && (Receiver is not ObjectBinding || Receiver.Equals(frame.Receiver))
                && Outer == frame.Outer
                && TakesSameFunctions(frame))
            {
                return true;
            }
        }

        return false;
    }

    // Another function is another body: the integral of an integral is no recursion, nor is going through a sequence that is made by the same method.
    private bool TakesSameFunctions(InlineFrame other)
    {
        for (var i = 0; i < Arguments.Count; i++)
        {
            if (Arguments[i] is DelegateBinding { Body: { } body } && !(other.Arguments[i] is DelegateBinding known && known.Body == body))
                return false;
            if ((Arguments[i] is QueryBinding || other.Arguments[i] is QueryBinding) && !ReferenceEquals(Arguments[i], other.Arguments[i]))
                return false;
        }

        return true;
    }
}
