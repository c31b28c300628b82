using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// A loop on its own: every way out of it goes to its end, where a local says that it has ended and another one where to go on. What would leave for a label outside or return is left
/// for the statements behind the loop.
/// </summary>
internal sealed class LeavingLoop : Rewriter
{
    private readonly Loop _loop;
    private readonly FreshIds _ids;
    private readonly EquatableArray<IrType> _results;
    private readonly HashSet<Label> _inside = [];
    private readonly Dictionary<Label, int> _sites = [];
    private readonly List<Local> _returned = [];
    private Local? _target;

    /// <summary>Takes a loop out of the function that it stands in.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="ids">Free ids of the function.</param>
    /// <param name="results">The types of the function's results.</param>
    public LeavingLoop(Loop loop, FreshIds ids, EquatableArray<IrType> results)
    {
        (_loop, _ids, _results) = (loop, ids, results);
        _inside.Add(loop.Break);
        _inside.Add(loop.Continue);
        var visited = (Loop)VisitChildren(loop);
        if (loop.While is { } test)
        {
            var ended = Ended ??= ids.Local(ScalarType.Bool, "ended");
            var note = new Assign(new LocalPlace(ended), new Unary(UnaryOperator.Not, test));
            visited = visited with { Step = new Block([.. visited.Step.Statements, note]), While = new Unary(UnaryOperator.Not, new LocalRead(ended)) };
        }

        Inside = visited;
        // A loop that ends in no other way goes on in none.
        if (loop.Condition is null && loop.While is null && ExitCount.To(loop.Break, loop) == 0 && After.Count > 0)
            After[After.Count - 1] = ((If)After[After.Count - 1]).Then;
    }

    /// <summary>The loop.</summary>
    public Loop Inside { get; }

    /// <summary>The local that says that the loop has ended other than by its condition; null where it cannot.</summary>
    public Local? Ended { get; private set; }

    /// <summary>The declarations that stand before the loop.</summary>
    public List<Statement> Before { get; } = [];

    /// <summary>The statements that go on behind the loop where it said.</summary>
    public List<Statement> After { get; } = [];

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        switch (statement)
        {
            case Labelled s:
                _inside.Add(s.Label);
                break;
            case Loop s:
                _inside.Add(s.Break);
                _inside.Add(s.Continue);
                break;
            case Exit s when s.Target.Equals(_loop.Break):
                return [Noted(), s];
            case Exit s when !_inside.Contains(s.Target):
                if (!_sites.TryGetValue(s.Target, out var site))
                {
                    _sites[s.Target] = site = _sites.Count + 2;
                    After.Add(new If(Goes(site), new Block([s]), Block.Empty));
                }

                return [Toward(site), Noted(), new Exit(_loop.Break) { Origin = s.Origin }];
            case Return s:
            {
                if (After.TrueForAll(static next => next is not If { Then.Statements: [Return] }))
                    AddReturn();
                var stores = new List<Statement>();
                for (var i = 0; i < s.Values.Count; i++)
                    stores.Add(new Assign(new LocalPlace(_returned[i]), s.Values[i]) { Origin = s.Origin });
                return [.. stores, Toward(1), Noted(), new Exit(_loop.Break) { Origin = s.Origin }];
            }
        }

        return base.Visit(statement);
    }

    private void AddReturn()
    {
        foreach (var type in _results)
        {
            var local = _ids.Local(type, "result");
            _returned.Add(local);
            Before.Add(new Declare(local, null));
        }

        After.Add(new If(Goes(1), new Block([new Return(_returned.ConvertAll<Expression>(static local => new LocalRead(local)).ToEquatableArray())]), Block.Empty));
    }

    private Assign Noted() => new(new LocalPlace(Ended ??= _ids.Local(ScalarType.Bool, "ended")), Constant.Of(true));

    private Assign Toward(int site) => new(new LocalPlace(Target()), Constant.Of(site));

    private Binary Goes(int site) => new(BinaryOperator.Equal, new LocalRead(Target()), Constant.Of(site));

    private Local Target()
    {
        if (_target is null)
        {
            _target = _ids.Local(ScalarType.Int, "exit");
            Before.Add(new Declare(_target, Constant.Of(0)));
        }

        return _target;
    }
}
