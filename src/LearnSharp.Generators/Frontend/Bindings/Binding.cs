namespace LearnSharp.Generators.Frontend;

/// <summary>What a C# variable stands for while a body is translated.</summary>
internal abstract record Binding
{
    /// <summary>What messages call it; null for plain storage and values.</summary>
    public virtual string? Noun => null;

    /// <summary>Whether it is known only while translating: there is no value of it in the generated code.</summary>
    public bool IsSymbolic => Noun is not null;
}
