using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Objects that are chosen, stored and linked, compiled with the generator; their gradients against dual numbers and differences.</summary>
public sealed class StoredObjectTests
{
    [Theory]
    [InlineData(0.4, 1.7, 0.8, 2.5)]
    [InlineData(0.9, 0.3)]
    [InlineData(3.0, 1.2, 0.2, 0.6, 1.9, 0.7)]
    public void Objects_in_a_list_one_of_them_chosen(params double[] sizes) =>
        GradientCheck.Agrees<ChosenShapesProgram, ChosenShapesProgram.Input, ChosenShapesProgram.Weights, ChosenShapesProgram.Choices>(new(sizes), (object)sizes);

    [Theory]
    [InlineData(0.4, -1.6, 0.8)]
    [InlineData(0.9)]
    [InlineData(0.3, 0.2, -0.5, 0.6, 0.1, 0.7, -0.4)]
    public void Linked_objects(params double[] values) =>
        GradientCheck.Agrees<LinkedNodesProgram, LinkedNodesProgram.Input, LinkedNodesProgram.Weights, LinkedNodesProgram.Choices>(new(values), (object)values);

    [Theory]
    [InlineData(0.4, -1.6, 0.8)]
    [InlineData(0.9)]
    [InlineData(0.3, 0.2, -0.5, 0.6, 0.1, 0.75, -0.4)]
    public void Trees_that_methods_grow_and_walk_recursively(params double[] values) =>
        GradientCheck.Agrees<GrownTreeProgram, GrownTreeProgram.Input, GrownTreeProgram.Weights, GrownTreeProgram.Choices>(new(values), (object)values);
}
