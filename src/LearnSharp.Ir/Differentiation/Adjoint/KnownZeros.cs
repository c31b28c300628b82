using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Stores adjoints where all elements they would be added to are known to be zero, and then does not clear them either: in a turn that begins with <c>for (i …) dA[i] += e;</c> and ends with
/// <c>for (i …) { d = dA[i]; dA[i] = 0; … }</c>, the first loop becomes <c>dA[i] = e</c> and the last one only reads.
/// </summary>
/// <remarks>
/// An array that is touched in one block alone goes through rounds there: its elements are zero, are added to, read, and cleared. What a round leaves uncleared must be stored, not added to, by the
/// first loop of the next round, which for the last round of the block is the first one.
/// </remarks>
internal sealed class KnownZeros
{
    private readonly Function _function;
    private readonly FixedSizes _sizes;
    private readonly Declarations _declarations;
    private readonly HashSet<Statement> _assigned = new(ReferenceComparer<Statement>.Instance);
    private readonly HashSet<Statement> _dropped = new(ReferenceComparer<Statement>.Instance);

    private KnownZeros(Function function) => (_function, _sizes, _declarations) = (function, new FixedSizes(function), new Declarations(function));

    /// <summary>Rewrites a function.</summary>
    public static Function Run(Function function)
    {
        var arrays = ElementUses.ClearedArrays(function);
        if (arrays.Count == 0)
            return function;
        var zeros = new KnownZeros(function);
        foreach (var array in arrays)
            zeros.Find(array);
        return zeros._assigned.Count == 0 ? function : new Changes(zeros._assigned, zeros._dropped).Visit(function);
    }

    private void Find(Local array)
    {
        if (Home(_function.Body, array) is not { } home || Leaves.Happens(home))
            return;
        var statements = Flat(home);
        var uses = new List<ArrayUse>();
        for (var i = 0; i < statements.Count; i++)
        {
            if (!ElementUses.Touches(statements[i], array))
                continue;
            if (Use(statements, i, array) is not { } use)
                return;
            uses.Add(use);
        }

        if (uses.Exists(use => use.Store is { } store && _declarations.Repeated.Contains(store)))
            return;

        if (Rounds(uses) is not { } rounds)
            return;
        // One statement alone that stores the same elements every time leaves what it will store again.
        var isRepeated = uses.FindAll(static use => use.Written.Count > 0).Count == 1;
        for (var i = 0; i < rounds.Count && !isRepeated; i++)
        {
            var next = rounds[(i + 1) % rounds.Count];
            if (!next.First.IsWhole || !rounds[i].Left.TrueForAll(left => left.IsCoveredBy([next.First.Written[0]])))
                return;
        }

        foreach (var (first, _, clears) in rounds)
        {
            _assigned.Add(first.Store!);
            _dropped.UnionWith(clears);
        }
    }

    /// <summary>The innermost block that holds everything that is done to the elements of an array; null where there is none.</summary>
    private static Block? Home(Block block, Local array)
    {
        var touching = Flat(block).FindAll(statement => ElementUses.Touches(statement, array));
        if (touching.Count != 1)
            return touching.Count == 0 ? null : block;
        return touching[0] switch
        {
            Loop loop when !ElementUses.Touches(loop with { Body = Block.Empty }, array) => Home(loop.Body, array),
            If branch when !ElementUses.Touches(branch with { Then = Block.Empty }, array) => Home(branch.Then, array),
            If branch when !ElementUses.Touches(branch with { Else = Block.Empty }, array) => Home(branch.Else, array),
            Labelled labelled => Home(labelled.Body, array),
            _ => null,
        };
    }

    /// <summary>The rounds that an array goes through: what stores its elements first, what may then not be zero, and the statements that clear it. Null where one does not end.</summary>
    private static List<(ArrayUse First, List<Stretch> Left, List<Statement> Clears)>? Rounds(List<ArrayUse> uses)
    {
        var rounds = new List<(ArrayUse, List<Stretch>, List<Statement>)>();
        for (var i = 0; i < uses.Count;)
        {
            if (!uses[i].IsSum)
                return null;
            var first = uses[i];
            var (left, cleared, clears) = (new List<Stretch>(), new List<Stretch>(), new List<Statement>());
            do
            {
                if (i == uses.Count)
                    return null;
                var use = uses[i++];
                // Nobody may look at what is not cleared any more.
                if (cleared.Count > 0 && use.Touched?.TrueForAll(part => cleared.TrueForAll(part.IsApartFrom)) != true)
                    return null;
                left.AddRange(use.Written);
                if (use.Cleared is not { } stretch)
                    continue;
                cleared.Add(stretch);
                clears.Add(use.Store!);
            }
            while (!left.TrueForAll(part => part.IsCoveredBy(cleared)));
            rounds.Add((first, left, clears));
        }

        return rounds.Count == 0 ? null : rounds;
    }

    private ArrayUse? Use(List<Statement> statements, int position, Local array)
    {
        if (statements[position] is Assign { Target: ElementPlace { Array: LocalRead, Index: Constant { AsLong: var at } } } single && Formula.IsZero(single.Value))
            return new([], IsSum: false, new Stretch(at, new(null, at + 1)), single, [new Stretch(at, new(null, at + 1))]);
        if (statements[position] is Loop loop && Counted(statements, position, loop) is var (counter, from, to))
        {
            var touching = Flat(loop.Body).FindAll(statement => ElementUses.Touches(statement, array));
            var last = touching[touching.Count - 1];
            if (last is Assign { Target: ElementPlace { Array: LocalRead { Local: var stored }, Index: var index } } store && stored.Equals(array) && Offset(index, counter) is { } offset)
            {
                var stretch = new Stretch(from + offset, to with { Added = to.Added + offset });
                if (touching.Count == 1 && ElementSums.Added(store) is { } sum && !ElementUses.Touches(sum.Right, array))
                    return new([stretch], IsSum: true, null, store, [stretch]);
                if (Formula.IsZero(store.Value) && touching.TrueForAll(statement => ElementUses.TouchesOnly(statement, (Element)store.Target.Read)))
                    return new(touching.Exists(statement => !ReferenceEquals(statement, store) && Accesses.Stores(statement, array).Count > 0) ? [stretch] : [], IsSum: false, stretch, store, [stretch]);
            }
        }

        if (statements[position] is Loop some && Steps(statements, position, some) is var (moving, least, below) && Sole(some.Body, array, moving) is { } sole && Offset(((ElementPlace)sole.Target).Index, moving) is { } shift)
        {
            var stretch = new Stretch(least + shift, below with { Added = below.Added + shift });
            return new([stretch], IsSum: true, null, sole, [stretch]) { IsWhole = false };
        }

        return StretchesOf(Accesses.Stores(statements[position], array)) is { } written ? new(written, IsSum: false, null, null, StretchesOf(Accesses.All(statements[position], array))) : null;
    }

    private List<Stretch>? StretchesOf(List<(Expression Index, IReadOnlyList<Loop> Loops)> accesses)
    {
        var stretches = new List<Stretch>();
        foreach (var (index, loops) in accesses)
        {
            if (StretchOf(index, loops) is not { } stretch)
                return null;
            stretches.Add(stretch);
        }

        return stretches;
    }

    /// <summary>The only statement that touches an array in the turns of a loop, if it adds to an element once in every turn, or in those that a condition on the loop's counter chooses.</summary>
    private Assign? Sole(Block block, Local array, Local counter)
    {
        var touching = Flat(block).FindAll(statement => ElementUses.Touches(statement, array));
        return touching switch
        {
            [Assign { Target: ElementPlace } store] when ElementSums.Added(store) is { } sum && !ElementUses.Touches(sum.Right, array) => store,
            [If branch] when IsSame(branch.Condition, counter) && !ElementUses.Touches(branch.Else, array) => Sole(branch.Then, array, counter),
            _ => null,
        };
    }

    // Whether a condition on a counter chooses the same turns whenever the loop runs.
    private bool IsSame(Expression condition, Local counter) =>
        Cost.IsRecomputable(condition) && Reads.Of(condition) is { Elements.Count: 0 } reads && reads.Locals.All(local => local.Equals(counter) || _sizes.Of(new LocalRead(local)) is not null);

    /// <summary>The counter of a loop that goes up or down one by one, with its least value and what it stays below.</summary>
    private (Local Counter, long From, Size To)? Steps(List<Statement> statements, int position, Loop loop)
    {
        if (Counted(statements, position, loop) is { } up)
            return up;
        // while (i > from) { i--; … }
        return loop is { While: null, Step.Statements.IsEmpty: true, Condition: Binary { Operator: BinaryOperator.Greater, Left: LocalRead { Local: { Type: ScalarType { Kind: ScalarKind.Int } } counter }, Right: Constant { AsLong: var from } } }
            && Flat(loop.Body) is [Assign { Target: LocalPlace { Local: var stepped }, Value: Binary { Operator: BinaryOperator.Subtract, Left: LocalRead { Local: var old }, Right: Constant { AsLong: 1 } } }, ..]
            && stepped.Equals(counter) && old.Equals(counter) && _sizes.Stores(counter) == 1
            && statements.Take(position).OfType<Declare>().FirstOrDefault(declared => declared.Local.Equals(counter))?.Value is { } start && _sizes.Of(start) is { } to
                ? (counter, from, to)
                : null;
    }

    // The elements that an index in loops may reach.
    private Stretch? StretchOf(Expression index, IReadOnlyList<Loop> loops)
    {
        if (index is Constant { AsLong: var at })
            return new Stretch(at, new(null, at + 1));
        foreach (var loop in loops)
        {
            if (Bounds(loop) is var (counter, to) && Offset(index, counter) is { } offset && _declarations.Numbers.TryGetValue(counter, out var from))
                return new Stretch(from + offset, to with { Added = to.Added + offset });
        }

        return null;
    }

    /// <summary>The counter of a loop that goes up one by one from a number, with its first value and what it stays below.</summary>
    private (Local Counter, long From, Size To)? Counted(List<Statement> statements, int position, Loop loop)
    {
        if (Bounds(loop) is not var (counter, to))
            return null;
        var start = statements.Take(position).OfType<Declare>().FirstOrDefault(declared => declared.Local.Equals(counter));
        return start?.Value is Constant { AsLong: var from } ? (counter, from, to) : null;
    }

    private (Local Counter, Size To)? Bounds(Loop loop) =>
        loop is { While: null, Condition: Binary { Operator: BinaryOperator.Less, Left: LocalRead { Local: { Type: ScalarType { Kind: ScalarKind.Int } } counter }, Right: var bound } }
        && loop.Step.Statements is [Assign { Target: LocalPlace { Local: var stepped }, Value: Binary { Operator: BinaryOperator.Add, Left: LocalRead { Local: var old }, Right: Constant { AsLong: 1 } } }]
        && stepped.Equals(counter) && old.Equals(counter) && _sizes.Stores(counter) == 1 && _sizes.Of(bound) is { } to
            ? (counter, to)
            : null;

    private static long? Offset(Expression index, Local counter) => index switch
    {
        LocalRead read when read.Local.Equals(counter) => 0,
        Binary { Operator: BinaryOperator.Add, Left: LocalRead read, Right: Constant { AsLong: var by } } when read.Local.Equals(counter) => by,
        Binary { Operator: BinaryOperator.Subtract, Left: LocalRead read, Right: Constant { AsLong: var by } } when read.Local.Equals(counter) => -by,
        _ => null,
    };

    private static List<Statement> Flat(Block block) => block.Statements.SelectMany(static statement => statement is Block inner ? Flat(inner) : [statement]).ToList();

    /// <summary>What a statement does to the elements of an array.</summary>
    /// <param name="Written">The elements that may get another value than zero.</param>
    /// <param name="IsSum">Whether all it does is to add to each of them, once.</param>
    /// <param name="Cleared">The elements that are zero behind it.</param>
    /// <param name="Store">The assignment that adds or clears.</param>
    /// <param name="Touched">The elements that it reads or stores; null where that is not known.</param>
    private sealed record ArrayUse(List<Stretch> Written, bool IsSum, Stretch? Cleared, Assign? Store, List<Stretch>? Touched)
    {
        /// <summary>Whether a sum goes to every element of its stretch; otherwise to the same ones every time, those once.</summary>
        public bool IsWhole { get; init; } = true;
    }

    /// <summary>Whether a block may be left before its end, other than by an exception.</summary>
    private sealed class Leaves : Walker
    {
        private bool _happens;

        public static bool Happens(Block block)
        {
            var leaves = new Leaves();
            leaves.Visit(block);
            return leaves._happens;
        }

        public override void Visit(Statement statement)
        {
            _happens |= statement is Exit or Return;
            base.Visit(statement);
        }
    }

    /// <summary>The indexes at which a statement reads or stores elements, with the loops around each.</summary>
    private sealed class Accesses(Local array, bool storesAlone) : Walker
    {
        private readonly List<(Expression Index, IReadOnlyList<Loop> Loops)> _found = [];
        private readonly List<Loop> _loops = [];

        public static List<(Expression Index, IReadOnlyList<Loop> Loops)> All(Statement statement, Local array) => Of(statement, new(array, storesAlone: false));

        /// <summary>Those of other values than zero.</summary>
        public static List<(Expression Index, IReadOnlyList<Loop> Loops)> Stores(Statement statement, Local array) => Of(statement, new(array, storesAlone: true));

        public override void Visit(Statement statement)
        {
            if (statement is Loop loop)
                _loops.Add(loop);
            if (!storesAlone || statement is not Assign { Target: ElementPlace, Value: Constant value } || !Formula.IsZero(value))
                base.Visit(statement);
            if (statement is Loop)
                _loops.RemoveAt(_loops.Count - 1);
        }

        public override void Visit(Expression expression)
        {
            if (!storesAlone && expression is Element { Array: LocalRead { Local: var read }, Index: var index } && read.Equals(array))
                _found.Add((index, _loops.ToArray()));
            base.Visit(expression);
        }

        public override void Visit(Place place)
        {
            if (place is ElementPlace { Array: LocalRead { Local: var stored }, Index: var index } && stored.Equals(array))
                _found.Add((index, _loops.ToArray()));
            base.Visit(place);
        }

        private static List<(Expression Index, IReadOnlyList<Loop> Loops)> Of(Statement statement, Accesses accesses)
        {
            accesses.Visit(statement);
            return accesses._found;
        }
    }

    /// <summary>The numbers that locals are declared with, and the statements that stand in more than one place.</summary>
    private sealed class Declarations : Walker
    {
        private readonly HashSet<Statement> _seen = new(ReferenceComparer<Statement>.Instance);

        public Declarations(Function function) => Visit(function);

        public Dictionary<Local, long> Numbers { get; } = [];

        public HashSet<Statement> Repeated { get; } = new(ReferenceComparer<Statement>.Instance);

        public override void Visit(Statement statement)
        {
            if (statement is Declare { Value: Constant { Type: ScalarType { IsInteger: true } } value } declared)
                Numbers[declared.Local] = value.AsLong;
            if (statement is Assign && !_seen.Add(statement))
                Repeated.Add(statement);
            base.Visit(statement);
        }
    }

    private sealed class Changes(HashSet<Statement> assigned, HashSet<Statement> dropped) : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement)
        {
            if (dropped.Contains(statement))
                return [];
            if (assigned.Contains(statement) && statement is Assign { Value: Binary sum } store)
                return [store with { Value = sum.Operator == BinaryOperator.Add ? sum.Right : Formula.Negate(sum.Right) }];
            return base.Visit(statement);
        }
    }
}
