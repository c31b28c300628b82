using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>What translating one body gave: the cacheable result, and what only the current compilation can use.</summary>
/// <param name="Method">The translation, or null where there was an error.</param>
/// <param name="Calls">The methods called and where, in program order.</param>
/// <param name="Inlined">The methods whose bodies are part of the translation.</param>
/// <param name="Diagnostics">What was found, in program order.</param>
internal sealed record BodyTranslation(TranslatedMethod? Method, IReadOnlyList<CallSite> Calls, IReadOnlyList<IMethodSymbol> Inlined, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether what is wrong is reported elsewhere: where the members of a weight set are declared.</summary>
    public bool IsSaidElsewhere { get; init; }
}

/// <summary>A call in a translated body.</summary>
/// <param name="Id">The id of the callee's function.</param>
/// <param name="Callee">The method called.</param>
/// <param name="Where">The call's span.</param>
internal sealed record CallSite(string Id, IMethodSymbol Callee, Location Where)
{
    /// <summary>Whether it is not the method that is called, but a derivative of it.</summary>
    public bool IsNested { get; init; }
}
