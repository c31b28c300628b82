using System;

namespace LearnSharp;

/// <summary>
/// Marks a discrete choice: an optional parameter of a learnable method (its default is the starting option), or a field or property of a learnable type.
/// Without options a bool chooses between false and true and an enum among all its members; <c>[Choice(1, 2, 4)]</c> names a set;
/// <c>[Choice(Min = 1, Max = 8)]</c> a range of integers, both ends included.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class ChoiceAttribute : Attribute
{
    /// <summary>A choice among <paramref name="options"/>, or among all values of the type when there are none.</summary>
    /// <param name="options">The options, each a constant of the type of what is marked.</param>
    public ChoiceAttribute(params object[] options) => Options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>The options that were named; empty for all values of the type or for a range.</summary>
    public object[] Options { get; }

    /// <summary>The first integer of a range; used together with <see cref="Max"/>.</summary>
    public int Min { get; set; }

    /// <summary>The last integer of a range; used together with <see cref="Min"/>.</summary>
    public int Max { get; set; }
}
