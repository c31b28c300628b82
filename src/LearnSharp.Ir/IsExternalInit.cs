#if NET
namespace System.Runtime.CompilerServices;

/// <summary>
/// What the compiler marks <c>init</c> accessors with. Declared here for net10.0 too, as PolySharp does for netstandard2.0: the mark is part of a member's
/// identity, and code compiled against one of the two builds of this assembly (the generator) then runs with the other (in tests).
/// </summary>
internal static class IsExternalInit;
#endif
