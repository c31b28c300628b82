using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Collections that methods make, compiled with the generator; their gradients against dual numbers and differences.</summary>
public sealed class CollectionTests
{
    private static readonly double[] Xs = [0.3, 1.1, -0.4, 2.0, 0.8, -1.5];

    [Fact]
    public void Lists_that_grow_shrink_and_are_written() =>
        GradientCheck.Agrees<ListFilledAndReadProgram, ListFilledAndReadProgram.Input, ListFilledAndReadProgram.Weights, ListFilledAndReadProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Lists_sorted_by_active_elements() =>
        GradientCheck.Agrees<ListSortedProgram, ListSortedProgram.Input, ListSortedProgram.Weights, ListSortedProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Lists_of_tuples_replaced_in_each_turn() =>
        GradientCheck.Agrees<ListOfStructsProgram, ListOfStructsProgram.Input, ListOfStructsProgram.Weights, ListOfStructsProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Stacks() =>
        GradientCheck.Agrees<StackMachineProgram, StackMachineProgram.Input, StackMachineProgram.Weights, StackMachineProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Queues() =>
        GradientCheck.Agrees<QueueWindowProgram, QueueWindowProgram.Input, QueueWindowProgram.Weights, QueueWindowProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Dictionaries_by_texts() =>
        GradientCheck.Agrees<DictionaryOfSumsProgram, DictionaryOfSumsProgram.Input, DictionaryOfSumsProgram.Weights, DictionaryOfSumsProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Dictionaries_by_tuples_replaced_in_each_turn() =>
        GradientCheck.Agrees<DictionaryOfStatesProgram, DictionaryOfStatesProgram.Input, DictionaryOfStatesProgram.Weights, DictionaryOfStatesProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Dictionaries_that_entries_are_taken_out_of() =>
        GradientCheck.Agrees<DictionaryRemovalsProgram, DictionaryRemovalsProgram.Input, DictionaryRemovalsProgram.Weights, DictionaryRemovalsProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Sorted_dictionaries_by_active_keys() =>
        GradientCheck.Agrees<SortedDictionaryByActiveKeysProgram, SortedDictionaryByActiveKeysProgram.Input, SortedDictionaryByActiveKeysProgram.Weights, SortedDictionaryByActiveKeysProgram.Choices>(
            new(Xs), (object)Xs);

    [Fact]
    public void Sorted_lists_by_index() =>
        GradientCheck.Agrees<SortedListByRankProgram, SortedListByRankProgram.Input, SortedListByRankProgram.Weights, SortedListByRankProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Sets_of_tuples_and_sorted_sets_of_active_elements() =>
        GradientCheck.Agrees<SetsOfVisitedProgram, SetsOfVisitedProgram.Input, SetsOfVisitedProgram.Weights, SetsOfVisitedProgram.Choices>(new(Xs), (object)Xs);

    [Fact]
    public void Priority_queues_by_active_priorities() =>
        GradientCheck.Agrees<PriorityOfEventsProgram, PriorityOfEventsProgram.Input, PriorityOfEventsProgram.Weights, PriorityOfEventsProgram.Choices>(new(Xs), (object)Xs);
}
