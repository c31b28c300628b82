using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Gives a root the weights and choices of what it calls: those a callee declares in its body and those that calls leave out. Each becomes one more parameter
/// of the root, named <c>Callee.Weight</c>, and is handed down along the calls to wherever it is used; all calls of a method share its set.
/// </summary>
internal sealed class NestedSets
{
    private readonly IReadOnlyList<TranslatedMethod> _methods;
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LearnedSlot>> _needs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TranslatedMethod> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LearnedSet> _sets = new(StringComparer.Ordinal);

    /// <summary>Finds what each method needs from outside.</summary>
    /// <param name="methods">The root and everything it calls, in the order of discovery.</param>
    public NestedSets(IReadOnlyList<TranslatedMethod> methods)
    {
        _methods = methods;
        for (var i = 0; i < methods.Count; i++)
        {
            _byId.Add(methods[i].Function.Id, methods[i]);
            Add(methods[i].Own);
            foreach (var set in methods[i].Sets)
                Add(set);
            _needs.Add(methods[i].Function.Id, [.. OwnSlots(methods[i])]);
        }

        // Recursion goes in circles: until nothing new is needed.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var method in methods)
            {
                var needs = _needs[method.Function.Id];
                foreach (var slot in method.Callees.SelectMany(callee => _needs[callee]).ToList())
                {
                    if (needs.Contains(slot))
                        continue;
                    needs.Add(slot);
                    changed = true;
                }
            }
        }

        // A type's set is one whole, whichever of its members this program reads.
        var all = _needs[Root.Function.Id];
        var whole = all.Select(static slot => slot.Owner).Where(owner => !_byId.ContainsKey(owner)).ToList();
        if (Root.IsOfSet)
            whole.Insert(0, Root.Sets[0].Id);
        foreach (var id in whole.Distinct())
            all.AddRange(Enumerable.Range(0, _sets[id].Locals.Count).Select(index => new LearnedSlot(id, index)).Where(slot => !all.Contains(slot)));
    }

    private TranslatedMethod Root => _methods[0];

    private List<LearnedSlot> Nested => [.. InOrder(Root).Where(slot => slot.Owner != Root.Function.Id && slot.State is null)];

    /// <summary>What cannot be one set.</summary>
    public IEnumerable<LinkProblem> Problems()
    {
        foreach (var method in _methods)
        {
            foreach (var slot in method.Borrowed.Where(slot => slot.Owner == Root.Function.Id))
                yield return new(LinkProblemKind.OwnSetLeftOut, slot.Owner, Root.Function.Parameters[slot.Parameter].Local.Name);
        }

        var nested = Nested;
        foreach (var slot in nested)
        {
            var owner = _sets[slot.Owner];
            if (owner.Weights.FirstOrDefault(weight => weight.Parameter == slot.Parameter) is { Above: { } above } spec
                && owner.Weights.First(weight => weight.Name == above) is var low
                && !nested.Contains(new(slot.Owner, low.Parameter)))
            {
                yield return new(
                    LinkProblemKind.AbovePassed,
                    slot.Owner,
                    owner.Locals[spec.Parameter].Name,
                    owner.Locals[low.Parameter].Name);
            }
        }
    }

    /// <summary>The program in which every set reaches its function.</summary>
    public LinkedProgram Join()
    {
        var callees = _methods.Skip(1).Select(method => WithoutRoles(HandDown(method)));
        var root = HandDown(Root);
        var names = Names();
        var weights = Root.Weights.ToList();
        var choices = Root.Choices.ToList();
        var parameters = root.Parameters.ToList();
        var state = new List<LinkedState>();
        var slots = InOrder(Root);
        var first = parameters.Count - slots.Count;
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i].State is { } member)
                state.Add(new(first + i, member));
            if (slots[i].State is not null || slots[i].Owner == Root.Function.Id)
                continue;
            var (owner, position) = (_sets[slots[i].Owner], first + i);
            if (owner.Weights.FirstOrDefault(weight => weight.Parameter == slots[i].Parameter) is { } weight)
            {
                var above = weight.Above is null ? null : names[new(owner.Id, owner.Weights.First(low => low.Name == weight.Above).Parameter)];
                weights.Add(weight with { Name = names[slots[i]], Parameter = position, InBody = true, Above = above });
                parameters[position] = parameters[position] with { Role = ParameterRole.Weight };
            }
            else
            {
                var choice = owner.Choices.First(choice => choice.Parameter == slots[i].Parameter);
                choices.Add(choice with { Name = names[slots[i]], Parameter = position, InBody = true });
                parameters[position] = parameters[position] with { Role = ParameterRole.Choice };
            }
        }

        var program = new IrProgram(root with { Parameters = parameters.ToEquatableArray() }, callees.ToEquatableArray());
        var learnable = new LearnableProgram(program, weights.ToEquatableArray(), choices.ToEquatableArray());
        return new(learnable, TypesIn(slots, names, first).ToEquatableArray(), state.ToEquatableArray());
    }

    private IEnumerable<LinkedSet> TypesIn(List<LearnedSlot> slots, Dictionary<LearnedSlot, string> names, int first)
    {
        foreach (var set in _sets.Values.Where(static set => set.Type is not null).OrderByDescending(set => Root.IsOfSet && set.Id == Root.Sets[0].Id).ThenBy(set => _order[set.Id]))
        {
            var positions = Enumerable.Range(0, set.Locals.Count).Select(position => slots.IndexOf(new(set.Id, position))).ToEquatableArray();
            if (positions.IsEmpty || positions.Any(static index => index < 0))
                continue;
            var name = names[slots[positions[0]]];
            yield return new(set, name.Substring(0, name.IndexOf('.') + 1), positions.Select(index => first + index));
        }
    }

    private static IEnumerable<LearnedSlot> OwnSlots(TranslatedMethod method) =>
        method.Weights.Where(static weight => weight.InBody).Select(static weight => weight.Parameter)
            .Concat(method.Choices.Where(static choice => choice.InBody).Select(static choice => choice.Parameter))
            .OrderBy(static parameter => parameter)
            .Select(parameter => new LearnedSlot(method.Function.Id, parameter))
            .Concat(method.Borrowed);

    private static Function WithoutRoles(Function function) =>
        function with { Parameters = function.Parameters.Select(static parameter => parameter with { Role = ParameterRole.Input }) };

    private void Add(LearnedSet set)
    {
        if (_sets.ContainsKey(set.Id))
            return;
        _order.Add(set.Id, _order.Count);
        _sets.Add(set.Id, set);
    }

    // What the object remembers comes last: it is data, not learned.
    private List<LearnedSlot> InOrder(TranslatedMethod method) =>
        [.. _needs[method.Function.Id].OrderBy(static slot => slot.State is not null).ThenBy(slot => _order[slot.Owner]).ThenBy(static slot => slot.Parameter)
            .ThenBy(static slot => slot.State?.Order).ThenBy(static slot => slot.State?.Name, StringComparer.Ordinal)];

    private Local LocalOf(LearnedSlot slot)
    {
        if (slot.State is null)
            return _sets[slot.Owner].Locals[slot.Parameter];
        var reader = _methods.First(method => method.Borrowed.Contains(slot));
        return reader.Function.Parameters[reader.Function.Parameters.Count - reader.Borrowed.Count + reader.Borrowed.ToList().IndexOf(slot)].Local;
    }

    /// <summary>The function with a parameter for everything it needs, in one order, and with calls that hand on what the callee needs.</summary>
    private Function HandDown(TranslatedMethod method)
    {
        var function = method.Function;
        var own = OwnSlots(method).ToList();
        var declared = function.Parameters.Count - own.Count;
        var fresh = new FreshIds(function);
        var known = new Dictionary<LearnedSlot, Parameter>();
        for (var i = 0; i < own.Count; i++)
            known.Add(own[i], function.Parameters[declared + i]);
        foreach (var slot in _needs[function.Id].Where(slot => !known.ContainsKey(slot)).ToList())
        {
            var local = LocalOf(slot);
            known.Add(slot, new(fresh.Local(local.Type, local.Name)));
        }

        var all = function.Parameters.Take(declared).Concat(InOrder(method).Select(slot => known[slot]));
        return new Calls(id => _byId.TryGetValue(id, out var callee) ? InOrder(callee).Select(slot => (Expression)new LocalRead(known[slot].Local)) : [])
            .Visit(function with { Parameters = all.ToEquatableArray() });
    }

    /// <summary>
    /// What everything outside the root is called: the members of the root's own type by their names, others behind the name of their set, which is that of the
    /// method or type; with <c>Value</c> behind where a name is taken.
    /// </summary>
    private Dictionary<LearnedSlot, string> Names()
    {
        var type = Root.IsOfSet ? Root.Sets[0].Id : null;
        var nested = Nested;
        var owners = nested.Select(static slot => slot.Owner).Distinct().Where(owner => owner != type).ToList();
        var members = nested.Where(slot => slot.Owner == type).ToList();
        var taken = Root.Weights.Select(static weight => weight.Name).Concat(Root.Choices.Select(static choice => choice.Name)).ToList();
        var free = MemberNames.Assign([.. taken, .. members.Select(Member), .. owners.Select(owner => MemberNames.Pascal(_sets[owner].Name))]);
        var names = new Dictionary<LearnedSlot, string>();
        for (var i = 0; i < members.Count; i++)
            names.Add(members[i], free[taken.Count + i]);
        foreach (var slot in nested.Where(slot => slot.Owner != type))
            names.Add(slot, free[taken.Count + members.Count + owners.IndexOf(slot.Owner)] + "." + Member(slot));
        return names;
    }

    private string Member(LearnedSlot slot) =>
        _sets[slot.Owner].Weights.FirstOrDefault(weight => weight.Parameter == slot.Parameter)?.Name
        ?? _sets[slot.Owner].Choices.First(choice => choice.Parameter == slot.Parameter).Name;

    private sealed class Calls(Func<string, IEnumerable<Expression>> sets) : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement) =>
            statement is Call call ? [call with { Arguments = call.Arguments.Concat(sets(call.Function)).ToEquatableArray() }] : base.Visit(statement);
    }
}
