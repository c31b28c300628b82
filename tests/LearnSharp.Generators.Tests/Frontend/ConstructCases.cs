using System.Collections.Generic;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Every construct case.</summary>
public static class ConstructCases
{
    /// <summary>The cases, in order.</summary>
    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        .. ArithmeticCases.All, .. FlowCases.All, .. SwitchCases.All, .. OrderCases.All, .. ArrayCases.All, .. StructCases.All, .. CallCases.All, .. PassiveCases.All,
        .. WeightCases.All, .. InliningCases.All, .. ObjectCases.All, .. GenericCases.All, .. NullableCases.All, .. PatternCases.All, .. JumpCases.All, .. NumberCases.All, .. ComplexCases.All,
        .. LinqCases.All, .. ListCases.All, .. RecursionCases.All, .. SpanCases.All, .. FinallyCases.All, .. ParallelCases.All, .. LoopCases.All, .. DecimalCases.All, .. StoredObjectCases.All,
        .. MapCases.All, .. StoredCollectionCases.All, .. StoredFunctionCases.All, .. ProgramCases.All, .. QueryCases.All,
        .. SetCases.All, .. PriorityCases.All, .. SortingCases.All, .. IteratorCases.All, .. ChoiceCases.All, .. ReferenceCases.All, .. PrivateStateCases.All,
        .. ChosenReferenceCases.All, .. HiddenStaticCases.All, .. DataRecordCases.All, .. ExtensionBlockCases.All, .. SharedArrayCases.All,
    ];
}
