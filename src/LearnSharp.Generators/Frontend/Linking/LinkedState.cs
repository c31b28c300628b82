namespace LearnSharp.Generators.Frontend;

/// <summary>A root's parameter that receives what its object remembers.</summary>
/// <param name="Parameter">The position among the root's parameters.</param>
/// <param name="Member">The member of the object.</param>
internal sealed record LinkedState(int Parameter, StateMember Member);
