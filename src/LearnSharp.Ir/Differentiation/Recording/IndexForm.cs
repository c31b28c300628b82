using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>An index as a sum of products of locals: <c>layer * 2 * width + i</c>. Two ways to write the same index have the same form.</summary>
internal sealed class IndexForm
{
    // The locals of a product, by id and in order (a length by that of its array), and how often the product is added.
    private readonly Dictionary<string, long> _terms = [];

    private IndexForm()
    {
    }

    /// <summary>The form of an index, or null where it has another shape.</summary>
    public static IndexForm? Of(Expression index)
    {
        switch (index)
        {
            case Constant { Type: ScalarType { Kind: ScalarKind.Int } } constant:
                return new IndexForm().With("", constant.AsLong);
            case LocalRead { Type: ScalarType { Kind: ScalarKind.Int } } read:
                return new IndexForm().With(Id(read.Local), 1);
            case Length { Array: LocalRead array }:
                return new IndexForm().With("L" + Id(array.Local), 1);
            case Binary { Operator: BinaryOperator.Add } sum:
                return Of(sum.Left) is { } left && Of(sum.Right) is { } right ? left.Plus(right, 1) : null;
            case Binary { Operator: BinaryOperator.Subtract } difference:
                return Of(difference.Left) is { } whole && Of(difference.Right) is { } part ? whole.Plus(part, -1) : null;
            case Binary { Operator: BinaryOperator.Multiply } product:
                return Of(product.Left) is { } one && Of(product.Right) is { } other ? one.Times(other) : null;
            default:
                return null;
        }
    }

    /// <summary>This form with another one taken away.</summary>
    public IndexForm Minus(IndexForm other) => Plus(other, -1);

    /// <summary>How often a local is added, with no further factor; null where it is a factor as well.</summary>
    public long? CountOf(Local local)
    {
        var id = Id(local);
        var count = 0L;
        foreach (var term in _terms)
        {
            if (term.Key == id)
                count = term.Value;
            else if (term.Key.Split('*').Contains(id))
                return null;
        }

        return count;
    }

    /// <summary>How many times another form this one is, or null: zero for nothing at all.</summary>
    public long? MultipleOf(IndexForm unit)
    {
        if (_terms.Count == 0)
            return 0;
        if (_terms.Count != unit._terms.Count)
            return null;
        var first = unit._terms.First();
        if (!_terms.TryGetValue(first.Key, out var whole) || whole % first.Value != 0)
            return null;
        var times = whole / first.Value;
        return unit._terms.All(term => _terms.TryGetValue(term.Key, out var own) && own == term.Value * times) ? times : null;
    }

    private static string Id(Local local) => local.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private IndexForm With(string key, long count)
    {
        var sum = (_terms.TryGetValue(key, out var known) ? known : 0) + count;
        if (sum == 0)
            _terms.Remove(key);
        else
            _terms[key] = sum;
        return this;
    }

    private IndexForm Plus(IndexForm other, long times)
    {
        var sum = new IndexForm();
        foreach (var term in _terms)
            sum.With(term.Key, term.Value);
        foreach (var term in other._terms)
            sum.With(term.Key, times * term.Value);
        return sum;
    }

    private IndexForm Times(IndexForm other)
    {
        var product = new IndexForm();
        foreach (var one in _terms)
        {
            foreach (var two in other._terms)
            {
                var ids = one.Key.Split('*').Concat(two.Key.Split('*')).Where(static id => id.Length > 0).OrderBy(static id => id, System.StringComparer.Ordinal);
                product.With(string.Join("*", ids), one.Value * two.Value);
            }
        }

        return product;
    }
}
