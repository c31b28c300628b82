using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>A dictionary in both directions between words and values.</summary>
internal sealed class Words<T>
    where T : struct
{
    private readonly Dictionary<string, T> _values;
    private readonly Dictionary<T, string> _words = [];

    /// <summary>A dictionary of the given words.</summary>
    public Words(Dictionary<string, T> values)
    {
        _values = values;
        foreach (var pair in values)
            _words.Add(pair.Value, pair.Key);
    }

    /// <summary>The word for a value.</summary>
    public string this[T value] => _words[value];

    /// <summary>The value of a word, or null for no word of this dictionary.</summary>
    public T? Find(string word) => _values.TryGetValue(word, out var value) ? value : null;
}
