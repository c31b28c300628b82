using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The labels that a statement may leave to and that stand outside of it; a throw leaves to the end of the function.</summary>
internal sealed class OpenExits : Walker
{
    private readonly HashSet<Label> _targets = [];
    private readonly HashSet<Label> _inside = [];
    private bool _throws;

    private OpenExits()
    {
    }

    /// <summary>The labels in order of their ids.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="end">The end of the function, where throws go.</param>
    public static List<Label> Of(Statement statement, Label? end)
    {
        var exits = new OpenExits();
        exits.Visit(statement);
        exits._targets.ExceptWith(exits._inside);
        if (exits._throws && end is not null)
            exits._targets.Add(end);
        var labels = new List<Label>(exits._targets);
        labels.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        return labels;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Exit s:
                _targets.Add(s.Target);
                break;
            case Throw:
                _throws = true;
                break;
            case Labelled s:
                _inside.Add(s.Label);
                break;
            case Loop s:
                _inside.Add(s.Break);
                _inside.Add(s.Continue);
                break;
        }

        base.Visit(statement);
    }
}
