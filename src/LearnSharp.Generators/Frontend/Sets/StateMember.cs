namespace LearnSharp.Generators.Frontend;

/// <summary>A field or automatic property of an object that is neither weight nor choice: what the object remembers.</summary>
/// <param name="Name">Its identifier.</param>
/// <param name="TypeName">Its type as C#.</param>
/// <param name="Order">Its place among the members of the type.</param>
internal sealed record StateMember(string Name, string TypeName, int Order);
