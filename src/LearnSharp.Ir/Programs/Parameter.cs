namespace LearnSharp.Ir;

/// <summary>What a parameter is to the trainer.</summary>
public enum ParameterRole
{
    /// <summary>Data.</summary>
    Input,

    /// <summary>A continuous weight.</summary>
    Weight,

    /// <summary>A discrete choice.</summary>
    Choice,
}

/// <summary>A parameter of a function.</summary>
/// <param name="Local">The local that holds the argument; it may be assigned.</param>
/// <param name="Role">What it is to the trainer; <see cref="ParameterRole.Input"/> for callees.</param>
public sealed record Parameter(Local Local, ParameterRole Role = ParameterRole.Input);
