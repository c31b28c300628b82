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

    /// <summary>Finds what each method needs from outside.</summary>
    /// <param name="methods">The root and everything it calls, in the order of discovery.</param>
    public NestedSets(IReadOnlyList<TranslatedMethod> methods)
    {
        _methods = methods;
        for (var i = 0; i < methods.Count; i++)
        {
            _order.Add(methods[i].Function.Id, i);
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
    }

    private TranslatedMethod Root => _methods[0];

    private List<LearnedSlot> Nested => [.. InOrder(Root).Where(slot => slot.Owner != Root.Function.Id)];

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
            var owner = Owner(slot);
            if (owner.Weights.FirstOrDefault(weight => weight.Parameter == slot.Parameter) is { Above: { } above } spec
                && owner.Weights.First(weight => weight.Name == above) is var low
                && !nested.Contains(new(slot.Owner, low.Parameter)))
            {
                yield return new(
                    LinkProblemKind.AbovePassed,
                    slot.Owner,
                    owner.Function.Parameters[spec.Parameter].Local.Name,
                    owner.Function.Parameters[low.Parameter].Local.Name);
            }
        }
    }

    /// <summary>The program in which every set reaches its function.</summary>
    public LearnableProgram Join()
    {
        var callees = _methods.Skip(1).Select(method => WithoutRoles(HandDown(method)));
        var root = HandDown(Root);
        var names = SetNames();
        var weights = Root.Weights.ToList();
        var choices = Root.Choices.ToList();
        var parameters = root.Parameters.ToList();
        var slots = InOrder(Root);
        var first = parameters.Count - slots.Count;
        for (var i = 0; i < slots.Count; i++)
        {
            if (slots[i].Owner == Root.Function.Id)
                continue;
            var (owner, position, prefix) = (Owner(slots[i]), first + i, names[slots[i].Owner] + ".");
            if (owner.Weights.FirstOrDefault(weight => weight.Parameter == slots[i].Parameter) is { } weight)
            {
                weights.Add(weight with { Name = prefix + weight.Name, Parameter = position, InBody = true, Above = weight.Above is null ? null : prefix + weight.Above });
                parameters[position] = parameters[position] with { Role = ParameterRole.Weight };
            }
            else
            {
                var choice = owner.Choices.First(choice => choice.Parameter == slots[i].Parameter);
                choices.Add(choice with { Name = prefix + choice.Name, Parameter = position, InBody = true });
                parameters[position] = parameters[position] with { Role = ParameterRole.Choice };
            }
        }

        return new(new IrProgram(root with { Parameters = parameters.ToEquatableArray() }, callees.ToEquatableArray()), weights.ToEquatableArray(), choices.ToEquatableArray());
    }

    private static IEnumerable<LearnedSlot> OwnSlots(TranslatedMethod method) =>
        method.Weights.Where(static weight => weight.InBody).Select(static weight => weight.Parameter)
            .Concat(method.Choices.Where(static choice => choice.InBody).Select(static choice => choice.Parameter))
            .OrderBy(static parameter => parameter)
            .Select(parameter => new LearnedSlot(method.Function.Id, parameter))
            .Concat(method.Borrowed);

    private static Function WithoutRoles(Function function) =>
        function with { Parameters = function.Parameters.Select(static parameter => parameter with { Role = ParameterRole.Input }) };

    private TranslatedMethod Owner(LearnedSlot slot) => _methods[_order[slot.Owner]];

    private List<LearnedSlot> InOrder(TranslatedMethod method) =>
        [.. _needs[method.Function.Id].OrderBy(slot => _order[slot.Owner]).ThenBy(static slot => slot.Parameter)];

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
            var local = Owner(slot).Function.Parameters[slot.Parameter].Local;
            known.Add(slot, new(fresh.Local(local.Type, local.Name)));
        }

        var all = function.Parameters.Take(declared).Concat(InOrder(method).Select(slot => known[slot]));
        return new Calls(id => InOrder(_methods[_order[id]]).Select(slot => (Expression)new LocalRead(known[slot].Local)))
            .Visit(function with { Parameters = all.ToEquatableArray() });
    }

    /// <summary>The property that holds each callee's set: the method's name, with <c>Value</c> behind where it is taken.</summary>
    private Dictionary<string, string> SetNames()
    {
        var owners = Nested.Select(static slot => slot.Owner).Distinct().Select(id => _methods[_order[id]].Function).ToList();
        var own = Root.Weights.Select(static weight => weight.Name).Concat(Root.Choices.Select(static choice => choice.Name)).ToList();
        var members = MemberNames.Assign([.. own, .. owners.Select(static owner => MemberNames.Pascal(owner.Name))]);
        return owners.Select((owner, index) => (owner.Id, Name: members[own.Count + index])).ToDictionary(static pair => pair.Id, static pair => pair.Name, StringComparer.Ordinal);
    }

    private sealed class Calls(Func<string, IEnumerable<Expression>> sets) : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement) =>
            statement is Call call ? [call with { Arguments = call.Arguments.Concat(sets(call.Function)).ToEquatableArray() }] : base.Visit(statement);
    }
}
