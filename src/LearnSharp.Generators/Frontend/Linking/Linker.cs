using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Joins a root with everything it calls, by the ids of functions: no symbols needed.</summary>
internal sealed class Linker
{
    private readonly Func<string, TranslatedMethod?> _resolve;
    private readonly EquatableArray<string> _within;
    private readonly List<LinkProblem> _problems;

    // Functions that were lifted out of the bodies of methods.
    private readonly Dictionary<string, TranslatedMethod> _lifted = new(StringComparer.Ordinal);

    // The methods whose derivatives are being made: one that asks for its own has none.
    private readonly HashSet<string> _open;

    private Linker(Func<string, TranslatedMethod?> resolve, EquatableArray<string> within, List<LinkProblem> problems, HashSet<string> open) =>
        (_resolve, _within, _problems, _open) = (resolve, within, problems, open);

    /// <summary>The program of <paramref name="root"/>, or null when there are <paramref name="problems"/>.</summary>
    /// <param name="root">The root's translation.</param>
    /// <param name="resolve">Finds the translation of a callee by its id; null where it failed.</param>
    /// <param name="problems">What stands in the way, in the order of discovery.</param>
    public static LinkedProgram? Link(TranslatedMethod root, Func<string, TranslatedMethod?> resolve, out IReadOnlyList<LinkProblem> problems)
    {
        var found = new List<LinkProblem>();
        problems = found;
        return new Linker(resolve, root.ContainingTypes, found, []).Link(root);
    }

    private LinkedProgram? Link(TranslatedMethod root)
    {
        var before = _problems.Count;
        _open.Add(root.Function.Id);
        var methods = new List<TranslatedMethod> { root };
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Function.Id };
        var queue = new Queue<string>(root.Callees);
        AddLifted(root);
        while (queue.Count > 0)
        {
            var id = queue.Dequeue();
            if (!seen.Add(id))
                continue;
            if (Find(id) is not { } callee)
            {
                _problems.Add(new(LinkProblemKind.NotTranslated, id, ""));
                continue;
            }

            CheckReach(callee, id);
            methods.Add(callee);
            AddLifted(callee);
            foreach (var next in callee.Callees)
                queue.Enqueue(next);
        }

        var derivatives = new List<IrProgram>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var nested in methods.SelectMany(static method => method.Nested))
        {
            if (asked.Add(nested.Id) && Derivative(nested) is { } derivative)
                derivatives.Add(derivative);
        }

        _open.Remove(root.Function.Id);
        if (_problems.Count > before)
            return null;
        var sets = new NestedSets(methods);
        _problems.AddRange(sets.Problems());
        if (_problems.Count > before)
            return null;
        var linked = sets.Join();
        if (derivatives.Count == 0)
            return WithoutParts(linked);
        var program = linked.Learnable.Program;
        var callees = program.Callees.Concat(derivatives.SelectMany(static derivative => derivative.Callees.Add(derivative.Root)));
        return WithoutParts(linked with { Learnable = linked.Learnable with { Program = program with { Callees = callees.ToEquatableArray() } } });
    }

    private static LinkedProgram WithoutParts(LinkedProgram linked) =>
        linked with { Learnable = linked.Learnable with { Program = SliceLowering.Run(linked.Learnable.Program) } };

    private void AddLifted(TranslatedMethod method)
    {
        foreach (var function in method.Lifted)
            _lifted[function.Function.Id] = function;
    }

    private TranslatedMethod? Find(string id) => _lifted.TryGetValue(id, out var lifted) ? lifted : _resolve(id);

    private void CheckReach(TranslatedMethod callee, string id)
    {
        foreach (var type in callee.PrivateTypes)
        {
            if (!_within.Contains(type))
                _problems.Add(new(LinkProblemKind.PrivateMembers, id, type));
        }
    }

    /// <summary>A derivative that a body calls, made from the whole program of the method that it belongs to.</summary>
    private IrProgram? Derivative(NestedCall nested)
    {
        IrProgram? Without(string why)
        {
            _problems.Add(new(LinkProblemKind.NoDerivative, nested.Id, why));
            return null;
        }

        if (_open.Contains(nested.Of))
            return Without("it is asked for in that method itself");
        if (Find(nested.Of) is not { } method)
        {
            _problems.Add(new(LinkProblemKind.NotTranslated, nested.Id, ""));
            return null;
        }

        CheckReach(method, nested.Id);
        var before = _problems.Count;
        if (Link(method) is not { } linked)
        {
            // What is wrong in there is said where the method is translated itself.
            for (var i = before; i < _problems.Count; i++)
            {
                if (_problems[i].Kind is LinkProblemKind.OwnSetLeftOut or LinkProblemKind.AbovePassed)
                    _problems[i] = new(LinkProblemKind.NotTranslated, nested.Id, "");
            }

            return null;
        }

        if (!linked.State.IsEmpty || method.IsReshaped)
            return Without("it takes more than its parameters");
        if (_lifted.ContainsKey(nested.Of) && linked.Learnable.Program.Root.Parameters.Count != nested.Independent.Count)
            return Without("it calls a method with weights in its body; make them parameters, and pass them");
        var program = AtStarts(linked.Learnable, nested.Independent.Count);

        // One derivative is taken here, one by every method that asks for it on the way from the root, and one more where the root has second derivatives.
        for (var order = 1; !nested.IsConstant && order < _open.Count + 2; order *= 2)
            program = Refinements.Doubled(program);
        var derivative = nested.IsForward
            ? NestedDerivatives.Pushforward(program, nested.Id, nested.Independent, out var refusals)
            : NestedDerivatives.Pullback(program, nested.Id, nested.Independent, out refusals);
        return derivative ?? Without(refusals[0].Message.TrimEnd('.'));
    }

    /// <summary>A program over the declared parameters alone: weights and choices of bodies stand at their starting values.</summary>
    private static IrProgram AtStarts(LearnableProgram learnable, int declared)
    {
        var (program, weights, choices) = learnable;
        var root = WithoutRoles(program.Root);
        if (root.Parameters.Count == declared)
            return program with { Root = root };
        Constant Start(int index) => weights.FirstOrDefault(weight => weight.Parameter == index) is { } weight
            ? Constant.Floating(root.Parameters[index].Local.Type, weight.Start)
            : StartOf(choices.First(choice => choice.Parameter == index));

        var starts = Enumerable.Range(declared, root.Parameters.Count - declared).Select(index => new Declare(root.Parameters[index].Local, Start(index))).ToList();
        if (!program.Callees.Add(root).Any(function => CalledFunctions.Ids(function).Contains(root.Id)))
        {
            return program with
            {
                Root = root with { Parameters = root.Parameters.Take(declared).ToEquatableArray(), Body = new Block([.. starts, .. root.Body.Statements]) },
            };
        }

        // A method that calls itself hands its set on.
        var ids = new FreshIds(root);
        var results = root.Results.Select(type => ids.Local(type, "result"));
        var caller = new Function(
            root.Id + "'atStarts",
            root.Name,
            root.Parameters.Take(declared).ToEquatableArray(),
            root.Results,
            new Block(
            [
                .. starts,
                .. results.Select(static result => new Declare(result, null)),
                new Call(results.Select<Place?>(static result => new LocalPlace(result)), root.Id, root.Parameters.Select<Expression>(static parameter => new LocalRead(parameter.Local))),
                new Return(results.Select<Expression>(static result => new LocalRead(result))),
            ]));
        return new IrProgram(caller, program.Callees.Any(callee => callee.Id == root.Id) ? program.Callees : program.Callees.Add(root));
    }

    private static Constant StartOf(ChoiceSpec choice) => choice.Options[choice.Start];

    private static Function WithoutRoles(Function function) =>
        function with { Parameters = function.Parameters.Select(static parameter => parameter with { Role = ParameterRole.Input }) };
}
