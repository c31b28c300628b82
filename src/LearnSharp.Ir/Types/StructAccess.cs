namespace LearnSharp.Ir;

/// <summary>The fields of a struct that only its own code may name: generated code reaches them with accessors that the runtime fills in.</summary>
/// <param name="Hidden">For each field of the struct the name of the field behind it; empty where all code may read and write the member.</param>
/// <param name="Generic">How the struct is declared; null for one that is not generic.</param>
public sealed record StructAccess(EquatableArray<string> Hidden, GenericStruct? Generic);
