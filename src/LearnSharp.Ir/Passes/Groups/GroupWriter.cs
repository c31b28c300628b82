using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Writes the code of a group: what is the same in all turns once, the rest for each of them, and loops and branches that all turns take together with the work of all in them.</summary>
internal sealed class GroupWriter
{
    private readonly Local _counter;
    private readonly TurnRoles _roles;
    private readonly HashSet<Local> _varying;
    private readonly FreshIds _ids;
    private readonly Dictionary<Local, Local> _shared = [];
    private readonly GroupTurn[] _turns;
    private Dictionary<Element, Local> _loads = [];
    private List<Statement> _out = [];
    private readonly List<List<Assign>> _late = [.. Enumerable.Range(0, GroupedTurns.Count).Select(static _ => new List<Assign>())];
    private int _loops;

    /// <summary>A writer for one loop.</summary>
    public GroupWriter(Local counter, TurnRoles roles, HashSet<Local> varying, FreshIds ids)
    {
        (_counter, _roles, _varying, _ids) = (counter, roles, varying, ids);
        _turns = Enumerable.Range(0, GroupedTurns.Count).Select(number => new GroupTurn(number, counter, NameOf, ids)).ToArray();
    }

    /// <summary>How many reads and sums in loops are one for all turns.</summary>
    public int Savings { get; private set; }

    /// <summary>The code of a group.</summary>
    public Block Write(Block turn)
    {
        foreach (var statement in Flat(turn))
            Write(statement);
        _out.AddRange(_late.SelectMany(static turns => turns));
        return new Block(_out.ToEquatableArray()) { Origin = turn.Origin };
    }

    private static IEnumerable<Statement> Flat(Block block) => block.Statements.SelectMany(static statement => statement is Block inner ? Flat(inner) : [statement]);

    /// <summary>The arrays of the turns that do not have the loop's own.</summary>
    public IEnumerable<Declare> Arrays(IEnumerable<Local> arrays, RentedArrays rented) => arrays.SelectMany(array => _turns.Select(turn => turn.Name(array)).Where(name => !name.Equals(array))
        .Select(name => new Declare(name, new ArrayRent((ArrayType)array.Type, new Length(new LocalRead(array))) { IsCleared = rented.Of(array)!.IsCleared })));

    /// <summary>The locals from outside the loop of the turns that do not have the loop's own.</summary>
    public IEnumerable<Declare> Locals() => _varying.Where(local => local.Type is ScalarType && !local.Equals(_counter) && !_roles.Declared.Contains(local)).OrderBy(static local => local.Id)
        .SelectMany(local => _turns.Select(turn => turn.Name(local)).Where(name => !name.Equals(local)).Select(static name => new Declare(name, null)));

    // The loop's own locals and arrays are those of the last turn: that is how turns one by one would leave them.
    private Local NameOf(Local local, int turn)
    {
        var isDeclared = _roles.Declared.Contains(local);
        if (!_varying.Contains(local))
        {
            if (!isDeclared)
                return local;
            if (!_shared.TryGetValue(local, out var shared))
                _shared[local] = shared = _ids.Local(local.Type, local.Name);
            return shared;
        }

        return !isDeclared && turn == GroupedTurns.Count - 1 ? local : _ids.Local(local.Type, local.Name);
    }

    private bool Varies(Expression? expression) => VaryingLocals.Varies(expression, _varying);

    // In what does not vary, all turns have the same names.
    private GroupTurn Once => _turns[0];

    private Block Nested(Block block)
    {
        var (outer, loads) = (_out, _loads);
        (_out, _loads) = ([], []);
        foreach (var statement in block.Statements)
            Write(statement);
        var written = new Block(_out.ToEquatableArray()) { Origin = block.Origin };
        (_out, _loads) = (outer, loads);
        return written;
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Comment:
                _out.Add(statement);
                break;
            case Block s:
                _out.Add(Nested(s));
                _loads.Clear();
                break;
            case If s when !Varies(s.Condition):
                _out.Add(s with { Condition = Once.Visit(s.Condition), Then = Nested(s.Then), Else = Nested(s.Else) });
                _loads.Clear();
                break;
            case Loop s when !Varies(s.Condition) && !Varies(s.While):
                _loops++;
                _out.Add(s with
                {
                    Break = _ids.Label(),
                    Continue = _ids.Label(),
                    Condition = s.Condition is null ? null : Once.Visit(s.Condition),
                    Body = Nested(s.Body),
                    Step = Nested(s.Step),
                    While = s.While is null ? null : Once.Visit(s.While),
                });
                _loops--;
                _loads.Clear();
                break;
            case Declare s when !_varying.Contains(s.Local):
                _out.AddRange(Once.Visit(statement));
                break;
            case Assign { Target: LocalPlace { Local: var local } } when !_varying.Contains(local) && !_roles.Sums.Contains(local):
                _out.AddRange(Once.Visit(statement));
                Forget(local);
                break;
            case Assign { Target: ElementPlace { Array: LocalRead { Local: var array } } } when _roles.Own.Contains(array) && !_varying.Contains(array):
                _out.AddRange(Once.Visit(statement));
                Forget(array);
                break;
            case Assign { Target: ElementPlace { Array: LocalRead { Local: var array }, Index: var index } } s when _roles.AddedArrays.Contains(array) && !Varies(index):
                Add((Assign)Loaded(s));
                break;
            case Assign { Target: LocalPlace { Local: var local } } s when _roles.Sums.Contains(local) && _roles.IsOrdered(local):
                AddLater((Assign)Loaded(s), local);
                break;
            case Declare or Assign:
                ForEachTurn(Loaded(statement));
                break;
            default:
                ForEachTurn(statement);
                _loads.Clear();
                break;
        }
    }

    private void ForEachTurn(Statement statement)
    {
        foreach (var turn in _turns)
            _out.AddRange(turn.Visit(statement));
    }

    // a[i] = a[i] + e1 + e2 + e3 + e4: one read, one store, and the order of turn after turn.
    private void Add(Assign add)
    {
        var sum = ElementSums.Added(add)!;
        var value = _turns.Aggregate(Once.Visit(sum.Left), (total, turn) => sum with { Left = total, Right = turn.Visit(sum.Right) });
        _out.Add(add with { Target = Once.Visit(add.Target), Value = value });
        Savings += _loops > 0 ? 1 : 0;
    }

    // What one turn adds, in all its terms, before what the next one adds.
    private void AddLater(Assign add, Local local)
    {
        var sum = ElementSums.Added(add)!;
        for (var i = 0; i < _turns.Length; i++)
        {
            var term = _ids.Local(local.Type, local.Name + "Term");
            _out.Add(new Declare(term, _turns[i].Visit(sum.Right)));
            _late[i].Add(add with { Value = sum with { Right = new LocalRead(term) } });
        }
    }

    // Elements that are the same for all turns are read once.
    private Statement Loaded(Statement statement) => new Loads(this).Visit(statement)[0];

    private void Forget(Local changed)
    {
        foreach (var element in _loads.Keys.Where(element => LocalSearch.FindsRead(element, changed)).ToList())
            _loads.Remove(element);
    }

    private LocalRead Load(Element element, Local array)
    {
        if (!_loads.TryGetValue(element, out var local))
        {
            _loads[element] = local = _ids.Local(element.Type, array.Name + "Value");
            _out.Add(new Declare(local, Once.Visit(element)));
        }

        Savings += _loops > 0 ? 1 : 0;
        return new LocalRead(local);
    }

    private sealed class Loads(GroupWriter writer) : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement)
        {
            // The element that is added to is no read of its own.
            if (statement is Assign { Target: ElementPlace target } add && ElementSums.Added(add) is { } sum)
            {
                var place = Visit(target);
                return [add with { Target = place, Value = sum with { Left = place.Read, Right = Visit(sum.Right) } }];
            }

            return base.Visit(statement);
        }

        public override Expression Visit(Expression expression) => expression switch
        {
            Conditional or Binary { IsShortCircuit: true } => expression,
            Element { Array: LocalRead { Local: var array }, Type: ScalarType } element when !writer.Varies(element) => writer.Load(element, array),
            _ => base.Visit(expression),
        };
    }
}
