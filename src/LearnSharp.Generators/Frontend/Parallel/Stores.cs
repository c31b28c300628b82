using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>What the locals that some code declares stand for, where that is one value.</summary>
internal sealed class Stores : Walker
{
    private readonly Dictionary<Local, Expression?> _values = [];
    private readonly HashSet<Local> _own = [];

    /// <summary>The locals that the code declares.</summary>
    public bool Declares(Local local) => _own.Contains(local);

    /// <summary>The only value that a local gets; null where it gets several, or one that is not known.</summary>
    public Expression? ValueOf(Local local) => _values.TryGetValue(local, out var value) ? value : null;

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Declare s:
                _own.Add(s.Local);
                if (s.Value is not null)
                    Note(s.Local, s.Value);
                break;
            case Assign { Target: LocalPlace { Local: var local } } s:
                Note(local, s.Value);
                break;
            case Call s:
                foreach (var target in s.Targets)
                {
                    if (target is LocalPlace { Local: var result })
                        Note(result, null);
                }

                break;
        }

        base.Visit(statement);
    }

    private void Note(Local local, Expression? value) => _values[local] = _values.ContainsKey(local) ? null : value;
}
