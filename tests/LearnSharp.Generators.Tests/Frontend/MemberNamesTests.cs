using LearnSharp.Generators.Frontend;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Names of members of Input, Weights and Choices.</summary>
public sealed class MemberNamesTests
{
    [Theory]
    [InlineData("perKm", "PerKm")]
    [InlineData("_greed", "Greed")]
    [InlineData("input weights choices equals class", "InputValue WeightsValue ChoicesValue EqualsValue Class")]
    [InlineData("x X", "XValue X")]
    [InlineData("X x", "X XValue")]
    [InlineData("x _x __x", "X XValue XValueValue")]
    [InlineData("toString getHashCode deconstruct", "ToStringValue GetHashCodeValue DeconstructValue")]
    [InlineData("_ _1", "Value Value1")]
    [InlineData("rest item1 Item2 items item2b", "RestValue Item1Value Item2Value Items Item2b")]
    public void Are_pascal_case_and_differ(string parameters, string members) =>
        string.Join(' ', MemberNames.Assign(parameters.Split(' '))).ShouldBe(members);
}
