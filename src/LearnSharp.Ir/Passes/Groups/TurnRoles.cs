using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// What the turns of a loop do with what is there before them: they read it, add to it, or have it for themselves. Only loops whose turns do nothing else, keep no records on a stack, are not left and
/// throw nothing but that an index is out of range can run several turns side by side.
/// </summary>
internal sealed class TurnRoles : Walker
{
    private readonly HashSet<Local> _declared = [];
    private readonly HashSet<Local> _read = [];
    private readonly Dictionary<Local, Additions> _additions = [];
    private readonly HashSet<Local> _assigned = [];
    private readonly HashSet<Local> _readArrays = [];
    private readonly HashSet<Local> _addedArrays = [];
    private readonly HashSet<Local> _storedArrays = [];
    private bool _unknown;
    private int _loops;
    private int _branches;
    private int _freeLoops;

    private TurnRoles()
    {
    }

    /// <summary>The locals that a turn declares.</summary>
    public IReadOnlyCollection<Local> Declared => _declared;

    /// <summary>The locals from outside that turns only add to.</summary>
    public HashSet<Local> Sums { get; } = [];

    /// <summary>Whether a turn adds several times to a sum whose order matters: then the turns' terms have to be put in order at the end.</summary>
    public bool IsOrdered(Local sum) => _additions[sum] is { IsFree: false, IsSingle: false };

    /// <summary>The arrays that turns only add to.</summary>
    public HashSet<Local> AddedArrays => _addedArrays;

    /// <summary>The arrays that every turn has for itself.</summary>
    public HashSet<Local> Own => _storedArrays;

    /// <summary>The roles, or null where turns may do something else.</summary>
    /// <param name="turn">The statements of a turn of a loop that says that its turns have the arrays they store to for themselves (<see cref="Loop.HasOwnTurns"/>).</param>
    /// <param name="counter">The loop's counter.</param>
    /// <param name="isInside">Whether only the loop mentions a local, its declaration aside.</param>
    /// <param name="rented">The arrays that have one name.</param>
    public static TurnRoles? Of(Block turn, Local counter, System.Func<Local, bool> isInside, RentedArrays rented)
    {
        var roles = new TurnRoles();
        roles.Visit(turn);
        return !roles._unknown && roles.LocalsFit(turn, counter, isInside) && roles.ArraysFit(rented) ? roles : null;
    }

    /// <summary>Whether an expression has the same value in all turns and whenever it is asked for.</summary>
    public bool IsFixed(Expression expression)
    {
        var reads = Reads.Of(expression);
        return Cost.IsRecomputable(expression) && reads.Elements.Count == 0 && !reads.Locals.Any(local => _declared.Contains(local) || _assigned.Contains(local) || _additions.ContainsKey(local));
    }

    private bool LocalsFit(Block turn, Local counter, System.Func<Local, bool> isInside)
    {
        if (_assigned.Contains(counter) || _additions.ContainsKey(counter))
            return false;
        foreach (var local in _assigned.Concat(_additions.Keys).Where(local => !_declared.Contains(local)).Distinct())
        {
            if (!_assigned.Contains(local) && !_read.Contains(local) && local.Type is ScalarType { IsFloating: true } && _additions[local] is { IsFree: true } or { KeepsOrder: true })
                Sums.Add(local);
            else if (!IsSetFirst(turn, local, isAlone: isInside(local)))
                return false;
        }

        return true;
    }

    private bool ArraysFit(RentedArrays rented)
    {
        _addedArrays.ExceptWith(_storedArrays);
        return !_addedArrays.Overlaps(_readArrays) && _storedArrays.All(array => rented.Of(array) is not null);
    }

    /// <summary>Whether a turn gives a local a value before it reads it.</summary>
    /// <param name="block">What is left of the turn.</param>
    /// <param name="local">The local.</param>
    /// <param name="isAlone">Whether nothing behind the block mentions the local: then it need not be set where the block does not read it either.</param>
    private static bool IsSetFirst(Block block, Local local, bool isAlone)
    {
        var mentioning = block.Statements.Where(statement => LocalSearch.Finds(statement, local)).ToList();
        isAlone &= mentioning.Count < 2;
        return mentioning.Count == 0 ? isAlone : mentioning[0] switch
        {
            Block inner => IsSetFirst(inner, local, isAlone),
            Assign { Target: LocalPlace } assign => !LocalSearch.FindsRead(assign.Value, local),
            If branch => !LocalSearch.FindsRead(branch.Condition, local) && IsSetFirst(branch.Then, local, isAlone) && IsSetFirst(branch.Else, local, isAlone),
            Loop loop => isAlone && !LocalSearch.Finds(loop with { Body = Block.Empty }, local) && IsSetFirst(loop.Body, local, isAlone),
            _ => false,
        };
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Comment:
                break;
            case Block s:
                Visit(s);
                break;
            case Declare s:
                _declared.Add(s.Local);
                _unknown |= s.Local.Type is not ScalarType;
                if (s.Value is not null)
                    Visit(s.Value);
                break;
            case Assign { Target: LocalPlace { Local: { Type: ScalarType } local } } s when ElementSums.Added(s) is { } sum:
                if (!_additions.TryGetValue(local, out var additions))
                    _additions[local] = additions = new();
                additions.Count++;
                additions.IsFree |= _freeLoops > 0;
                additions.IsRepeated |= _loops > 0;
                additions.IsConditional |= _branches > 0;
                Visit(sum.Right);
                break;
            case Assign { Target: LocalPlace { Local: { Type: ScalarType } local } } s:
                _assigned.Add(local);
                Visit(s.Value);
                break;
            case Assign { Target: ElementPlace { Array: LocalRead { Local: var array }, Type: ScalarType } place } s:
                Visit(place.Index);
                var added = ElementSums.Added(s);
                (added is null ? _storedArrays : _addedArrays).Add(array);
                Visit(added is null ? s.Value : added.Right);
                break;
            case If s:
                Visit(s.Condition);
                _branches++;
                Visit(s.Then);
                Visit(s.Else);
                _branches--;
                break;
            case Loop s:
                _loops++;
                _freeLoops += s.HasFreeSums ? 1 : 0;
                base.Visit(s);
                _freeLoops -= s.HasFreeSums ? 1 : 0;
                _loops--;
                break;
            default:
                _unknown = true;
                break;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Element { Array: LocalRead { Local: var array }, Type: ScalarType } element:
                _readArrays.Add(array);
                Visit(element.Index);
                break;
            case Length { Array: LocalRead }:
                break;
            case LocalRead { Local: var local }:
                _read.Add(local);
                _unknown |= local.Type is not ScalarType;
                break;
            case Constant or Default or Unary or Binary or Conditional or Convert or MathCall or Extern { Purity: Purity.Pure }:
                _unknown |= Effects.Throws(expression);
                base.Visit(expression);
                break;
            default:
                _unknown = true;
                break;
        }
    }

    /// <summary>How turns add to a local.</summary>
    private sealed class Additions
    {
        public int Count { get; set; }

        public bool IsRepeated { get; set; }

        public bool IsConditional { get; set; }

        /// <summary>Whether the order does not matter: what a reverse sweep adds to is added to nowhere else.</summary>
        public bool IsFree { get; set; }

        /// <summary>Whether a turn adds everything at once.</summary>
        public bool IsSingle => Count == 1;

        /// <summary>Whether turns side by side can add in the order of turns one by one.</summary>
        public bool KeepsOrder => !IsRepeated && (IsSingle || !IsConditional);
    }
}
