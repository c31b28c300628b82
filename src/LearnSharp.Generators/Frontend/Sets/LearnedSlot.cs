namespace LearnSharp.Generators.Frontend;

/// <summary>One weight or choice, wherever it is used: a place in the set it belongs to. Or what the root's object remembers, which is handed down in the same way.</summary>
/// <param name="Owner">The id of the function or type that the set is of.</param>
/// <param name="Parameter">The position in it: a parameter of the function, or a place among the marked members of the type; -1 for <paramref name="State"/>.</param>
/// <param name="State">The member of the object that is no weight or choice; null for a weight or choice.</param>
internal sealed record LearnedSlot(string Owner, int Parameter, StateMember? State = null);
