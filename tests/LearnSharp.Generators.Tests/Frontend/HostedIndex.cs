using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>
/// For the interpreter: the C# objects that know which keys the dictionaries and sets of a translated body have, with keys as the interpreter holds them, and texts that are written out.
/// </summary>
internal static class HostedIndex
{
    private const string Collections = "global::System.Collections.Generic.";
    private const string ToArray = "global::System.Linq.Enumerable.ToArray";

    /// <summary>What stands for a piece of C#; null for any other.</summary>
    public static Func<object?[], object?>? Resolve(Extern call)
    {
        var template = call.Template;
        if (template.Length > 1 && template[0] == '"' && template[^1] == '"' && !template.Contains('\\'))
            return _ => template[1..^1];
        if (template.StartsWith("new " + Collections, StringComparison.Ordinal) && (call.Operands.Count == 0 || (call.Operands.Count == 1 && call.Operands[0].Type == ScalarType.Int)))
        {
            var name = template[("new " + Collections).Length..template.IndexOf('<')];
            var types = template[(template.IndexOf('<') + 1)..template.LastIndexOf('>')];

            // The interpreter's structs have no order.
            if (name is not ("Dictionary" or "HashSet") && (name == "PriorityQueue" ? types["int, ".Length..] : types.Split(',')[0]) is not ("int" or "long" or "float" or "double" or "string"))
                return null;
            switch (name)
            {
                case "Dictionary":
                    return static given => given.Length == 0 ? new Dictionary<object, int>() : new Dictionary<object, int>((int)given[0]!);
                case "SortedDictionary":
                    return static _ => new SortedDictionary<object, int>();
                case "SortedList":
                    return static _ => new SortedList<object, int>();
                case "HashSet":
                    return static _ => new HashSet<object>();
                case "SortedSet":
                    return static _ => new SortedSet<object>();
                case "PriorityQueue":
                    return static _ => new PriorityQueue<int, object>();
            }
        }

        if (call.Operands.Count == 0 || call.Operands[0].Type is not OpaqueType { Name: var host } || !host.StartsWith(Collections, StringComparison.Ordinal))
            return null;
        if (!host.EndsWith(", int>", StringComparison.Ordinal) && !host.Contains("Set<", StringComparison.Ordinal) && !host.Contains(".PriorityQueue<int, ", StringComparison.Ordinal))
            return null;
        return template.Replace(Collections + "CollectionExtensions.", "", StringComparison.Ordinal) switch
        {
            "{0}.Count" => static given => given[0] switch
            {
                ICollection<KeyValuePair<object, int>> map => map.Count,
                ICollection<object> set => set.Count,
                PriorityQueue<int, object> queue => queue.Count,
                _ => throw new InvalidOperationException("Nothing is counted."),
            },
            "GetValueOrDefault({0}, {1}, -1)" => static given => Map(given).TryGetValue(given[1]!, out var position) ? position : -1,
            "TryAdd({0}, {1}, {2})" or "{0}.TryAdd({1}, {2})" => static given => CollectionExtensions.TryAdd(Map(given), given[1]!, (int)given[2]!),
            "{0}[{1}]" => static given => Map(given)[given[1]!],
            "{0}.Add({1}, {2})" => static given => Done(() => Map(given).Add(given[1]!, (int)given[2]!)),
            "{0}.Add({1})" => static given => given[0] is HashSet<object> set ? set.Add(given[1]!) : ((SortedSet<object>)given[0]!).Add(given[1]!),
            "{0}.ContainsKey({1})" => static given => Map(given).ContainsKey(given[1]!),
            "{0}.Contains({1})" => static given => ((ICollection<object>)given[0]!).Contains(given[1]!),
            "{0}.Remove({1})" => static given => given[0] is IDictionary<object, int> map ? map.Remove(given[1]!) : ((ICollection<object>)given[0]!).Remove(given[1]!),
            "{0}.Clear()" => static given => Done(() =>
            {
                if (given[0] is PriorityQueue<int, object> queue)
                    queue.Clear();
                else if (given[0] is IDictionary<object, int> map)
                    map.Clear();
                else
                    ((ICollection<object>)given[0]!).Clear();
            }),
            ToArray + "({0}.Keys)" => static given => Map(given).Keys.ToArray(),
            ToArray + "({0}.Values)" => static given => Map(given).Values.ToArray(),
            ToArray + "({0})" => static given => ((ICollection<object>)given[0]!).ToArray(),
            "{0}.Values[{1}]" => static given => ((SortedList<object, int>)given[0]!).Values[(int)given[1]!],
            "{0}.Keys[{1}]" => static given => ((SortedList<object, int>)given[0]!).Keys[(int)given[1]!],
            "{0}.RemoveAt({1})" => static given => Done(() => ((SortedList<object, int>)given[0]!).RemoveAt((int)given[1]!)),
            "{0}.IndexOfKey({1})" => static given => ((SortedList<object, int>)given[0]!).IndexOfKey(given[1]!),
            "{0}.Min!" => given => ((SortedSet<object>)given[0]!).Min ?? Zero(call.Type),
            "{0}.Max!" => given => ((SortedSet<object>)given[0]!).Max ?? Zero(call.Type),
            "global::System.Linq.Enumerable.First({0}).Value" => static given => Map(given).First().Value,
            "global::System.Linq.Enumerable.Last({0}).Value" => static given => Map(given).Last().Value,
            "{0}.Enqueue({1}, {2})" => static given => Done(() => Queue(given).Enqueue((int)given[1]!, given[2]!)),
            "{0}.EnqueueDequeue({1}, {2})" => static given => Queue(given).EnqueueDequeue((int)given[1]!, given[2]!),
            "{0}.DequeueEnqueue({1}, {2})" => static given => Queue(given).DequeueEnqueue((int)given[1]!, given[2]!),
            "{0}.Dequeue()" => static given => Queue(given).Dequeue(),
            "{0}.Peek()" => static given => Queue(given).Peek(),
            _ => null,
        };
    }

    private static IDictionary<object, int> Map(object?[] given) => (IDictionary<object, int>)given[0]!;

    private static PriorityQueue<int, object> Queue(object?[] given) => (PriorityQueue<int, object>)given[0]!;

    private static object? Zero(IrType type) => type is ScalarType { Kind: var kind }
        ? kind switch { ScalarKind.Int => 0, ScalarKind.Long => 0L, ScalarKind.Double => 0.0, _ => null }
        : null;

    private static object? Done(Action effect)
    {
        effect();
        return null;
    }
}
