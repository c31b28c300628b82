using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <summary>
/// Local search with restarts: from the best combination of the current climb to one that differs in one choice (by one step or two where options
/// are ordered), as soon as one is better;
/// where none is, to one that differs in two; where none is again, from a random combination anew. No combination is asked for twice.
/// </summary>
internal sealed class LocalSearchSampler : IChoiceSampler
{
    private const int RandomDraws = 100;
    private const int MostPairs = 200;

    private readonly IReadOnlyList<ChoiceInfo> _choices;
    private readonly SeededRandom _random;
    private readonly int _most;
    private readonly HashSet<string> _asked = [];
    private readonly Queue<int[]> _neighbours = new();
    private int[] _current;
    private double _currentScore = double.PositiveInfinity;
    private bool _triedPairs;

    /// <summary>A local search.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="start">The combination to begin with.</param>
    /// <param name="seed">Seed of the order of neighbours and of restarts.</param>
    /// <param name="most">The largest number of combinations to ask for.</param>
    public LocalSearchSampler(IReadOnlyList<ChoiceInfo> choices, int[] start, ulong seed, int most)
    {
        _choices = choices;
        _random = new SeededRandom(seed);
        _most = most;
        _current = (int[])start.Clone();
        _neighbours.Enqueue(_current);
    }

    public int[]? Ask()
    {
        if (_asked.Count >= _most)
            return null;
        if (NextNeighbour() is { } neighbour)
            return neighbour;
        if (!_triedPairs)
        {
            _triedPairs = true;
            foreach (var pair in Shuffled(Neighbours(_current, 1).SelectMany(one => Neighbours(one, 1))).Take(MostPairs))
                _neighbours.Enqueue(pair);
            if (NextNeighbour() is { } distant)
                return distant;
        }

        for (var draw = 0; draw < RandomDraws; draw++)
        {
            var random = _choices.Select(choice => _random.NextInt(choice.Options.Count)).ToArray();
            if (!_asked.Add(Key(random)))
                continue;
            _current = random;
            _currentScore = double.PositiveInfinity;
            _triedPairs = false;
            return (int[])random.Clone();
        }

        return null;
    }

    public void Tell(int[] options, double score)
    {
        // A restart counts as better than nothing even if it fails, so that its neighbours are tried.
        var isRestart = double.IsPositiveInfinity(_currentScore) && options.SequenceEqual(_current);
        if (!isRestart && !(score < _currentScore))
            return;
        _current = (int[])options.Clone();
        _currentScore = double.IsNaN(score) ? double.MaxValue : score;
        _triedPairs = false;
        _neighbours.Clear();
        foreach (var neighbour in Shuffled(Neighbours(_current, 2)))
            _neighbours.Enqueue(neighbour);
    }

    private int[]? NextNeighbour()
    {
        while (_neighbours.TryDequeue(out var next))
        {
            if (_asked.Add(Key(next)))
                return (int[])next.Clone();
        }

        return null;
    }

    private IEnumerable<int[]> Neighbours(int[] of, int steps)
    {
        for (var i = 0; i < of.Length; i++)
        {
            for (var option = 0; option < _choices[i].Options.Count; option++)
            {
                var distance = Math.Abs(option - of[i]);
                if (distance == 0 || (_choices[i].Ordered && distance > steps))
                    continue;
                var neighbour = (int[])of.Clone();
                neighbour[i] = option;
                yield return neighbour;
            }
        }
    }

    private List<int[]> Shuffled(IEnumerable<int[]> combinations)
    {
        var list = combinations.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = _random.NextInt(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    private static string Key(int[] options) => string.Join(',', options.Select(static option => option.ToString(CultureInfo.InvariantCulture)));
}
