using System.Collections.Generic;
using System.Linq;

namespace LearnSharp;

/// <summary>Every combination: the starting one first, then in order, the last choice running fastest.</summary>
internal sealed class ExhaustiveSampler : IChoiceSampler
{
    private readonly IReadOnlyList<ChoiceInfo> _choices;
    private readonly int[] _start;
    private int[]? _next;
    private bool _begun;

    /// <summary>A sampler over all combinations.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="start">The combination to begin with.</param>
    public ExhaustiveSampler(IReadOnlyList<ChoiceInfo> choices, int[] start)
    {
        _choices = choices;
        _start = start;
        _next = new int[choices.Count];
    }

    public int[]? Ask()
    {
        if (!_begun)
        {
            _begun = true;
            return (int[])_start.Clone();
        }

        if (_next is not null && _next.SequenceEqual(_start))
            Advance();
        var result = (int[]?)_next?.Clone();
        Advance();
        return result;
    }

    public void Tell(int[] options, double score)
    {
    }

    private void Advance()
    {
        if (_next is null)
            return;
        for (var i = _next.Length - 1; i >= 0; i--)
        {
            if (++_next[i] < _choices[i].Options.Count)
                return;
            _next[i] = 0;
        }

        _next = null;
    }
}
