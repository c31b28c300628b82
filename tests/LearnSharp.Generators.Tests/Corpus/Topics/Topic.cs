using System.Collections.Generic;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// A part of the language that random methods are drawn from, as templates. In a template <c>$D</c> stands for an expression, <c>$V</c> for a number that can be assigned, <c>$A</c> for an array, <c>$1</c> for a
/// name that is new, and <c>$Kind</c> for a variable of a kind (<see cref="MethodWriter"/> has them all); lines that start with <c>@</c> declare what the lines before made, or stand for a block.
/// </summary>
/// <param name="Members">The types and methods that the templates use, one a line.</param>
/// <param name="Statements">Statements.</param>
/// <param name="Values">Expressions of numbers, that may change things on the way.</param>
/// <param name="Leaves">Short expressions of numbers.</param>
internal sealed record Topic(string Members, IReadOnlyList<string> Statements, IReadOnlyList<string> Values, IReadOnlyList<string> Leaves)
{
    /// <summary>All parts.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        TableTopics.Rows, TableTopics.Grids, ReferenceTopics.References, ReferenceTopics.Views, TypeTopics.Structs, TypeTopics.Records, TypeTopics.Classes, TypeTopics.Hierarchies, FunctionTopics.Functions,
        FunctionTopics.Recursion, CollectionTopics.Lists, CollectionTopics.Maps, CollectionTopics.Queues, CollectionTopics.Pipelines, ControlTopics.Loops, ControlTopics.Exits, ControlTopics.Patterns,
        PassiveTopics.Numbers, PassiveTopics.Texts, PassiveTopics.Tuples,
    ];
}
