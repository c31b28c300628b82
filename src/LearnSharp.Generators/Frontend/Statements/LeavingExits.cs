using System;
using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Makes everything that leaves a block arrive at its end, with a mark that says where it was going.</summary>
/// <param name="end">The end of the block.</param>
/// <param name="makeMark">Makes the local for the mark.</param>
/// <param name="makeResult">Makes a local for the result of the method.</param>
internal sealed class LeavingExits(Label end, Func<Local> makeMark, Func<IrType, Local> makeResult) : Rewriter
{
    private readonly HashSet<Label> _inside = [];
    private readonly List<Statement> _targets = [];
    private Local? _mark;
    private Local? _result;

    /// <summary>What is to be done behind the block: by the mark, which counts from one.</summary>
    public IReadOnlyList<Statement> Targets => _targets;

    /// <summary>The mark: zero where the block was not left early.</summary>
    public Local Mark => _mark ??= makeMark();

    /// <summary>Whether the mark is set: there are several ways to go on.</summary>
    public bool NeedsMark { get; set; } = true;

    /// <summary>The locals that the block stores to.</summary>
    public IEnumerable<Statement> Declarations
    {
        get
        {
            if (_result is not null)
                yield return new Declare(_result, null);
            if (_targets.Count > 0 && NeedsMark)
                yield return new Declare(Mark, Constant.Of(0));
        }
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        switch (statement)
        {
            case Labelled labelled:
                _inside.Add(labelled.Label);
                return base.Visit(statement);
            case Loop loop:
                _inside.Add(loop.Break);
                _inside.Add(loop.Continue);
                return base.Visit(statement);
            case Exit exit when !_inside.Contains(exit.Target):
                return Leaving([], exit);
            case Return { Values: [var value] } returned:
            {
                _result ??= makeResult(value.Type);
                return Leaving([new Assign(new LocalPlace(_result), value) { Origin = returned.Origin }], new Return([new LocalRead(_result)]));
            }

            case Return returned:
                return Leaving([], returned);
            default:
                return base.Visit(statement);
        }
    }

    private EquatableArray<Statement> Leaving(IEnumerable<Statement> before, Statement target)
    {
        if (!_targets.Contains(target))
            _targets.Add(target);
        Statement[] note = NeedsMark ? [new Assign(new LocalPlace(Mark), Constant.Of(_targets.IndexOf(target) + 1)) { Origin = target.Origin }] : [];
        return [.. before, .. note, new Exit(end) { Origin = target.Origin }];
    }
}
