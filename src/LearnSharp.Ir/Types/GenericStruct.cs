namespace LearnSharp.Ir;

/// <summary>The declaration of a generic struct: its accessors are as generic as it is.</summary>
/// <param name="Name">Its name with its type parameters, fully qualified: <c>global::Shop.Box&lt;T&gt;</c>.</param>
/// <param name="Parameters">The type parameters alone: <c>&lt;T&gt;</c>.</param>
/// <param name="Arguments">What they are here: <c>&lt;double&gt;</c>.</param>
/// <param name="Constraints">Their constraints, as C# writes them behind a class; empty for none.</param>
/// <param name="FieldTypes">The types of the fields in terms of the type parameters.</param>
public sealed record GenericStruct(string Name, string Parameters, string Arguments, string Constraints, EquatableArray<string> FieldTypes);
