using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    private const string GotoWayOut = "use a loop, or move the part into a method and return early";

    /// <summary>The sections of the switches around, by the labels of their cases, with the end of their switch.</summary>
    private readonly Dictionary<ILabelSymbol, (ISwitchCaseOperation Section, Label End)> _sections = new(SymbolEqualityComparer.Default);

    /// <summary>The sections that a <c>goto case</c> is being followed into.</summary>
    private readonly HashSet<ISwitchCaseOperation> _followed = [];

    /// <summary>The variables that are declared before the block that is translated, because what comes after it uses them: a block inside does not declare them again.</summary>
    private readonly HashSet<ISymbol> _declaredAround = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Statements in a row. Those before a label that some of them go to are a block: a <c>goto</c> forwards leaves it, and what comes after the label follows.
    /// </summary>
    private void Statements(IEnumerable<IOperation> operations)
    {
        var all = operations as IReadOnlyList<IOperation> ?? [.. operations];
        for (var i = all.Count - 1; i > 0; i--)
        {
            if (all[i] is not ILabeledOperation { Label: var label } labelled)
                continue;
            var before = all.Take(i).ToList();
            if (!GoesTo(before, label))
                continue;
            Before(before, all.Skip(i), label);
            Repeated(all, i);
            return;
        }

        Repeated(all, 0);
    }

    /// <summary>Statements in a row; those behind a label that some of them go back to are a loop.</summary>
    private void Repeated(IReadOnlyList<IOperation> all, int start)
    {
        for (var i = start; i < all.Count; i++)
        {
            if (all[i] is not ILabeledOperation { Label: var label } labelled || !GoesTo(all.Skip(i), label))
            {
                Statement(all[i]);
                continue;
            }

            var (end, again) = (NewLabel(), NewLabel());
            _labels[label] = again;
            var (body, _) = Capture<object?>(() =>
            {
                Statements([.. labelled.Operation is { } first ? new[] { first } : [], .. all.Skip(i + 1)]);
                return null;
            });
            _labels.Remove(label);
            if (!EndsControl(body))
                body.Add(new Exit(end) { Origin = _origin });
            Emit(new Loop(end, again, null, new Block(body.ToEquatableArray()), Block.Empty, null));
            return;
        }
    }

    private static bool GoesTo(IEnumerable<IOperation> operations, ILabelSymbol label) => operations.Any(operation => operation.DescendantsAndSelf()
        .Any(inner => inner is IBranchOperation { BranchKind: BranchKind.GoTo } branch && SymbolEqualityComparer.Default.Equals(branch.Target, label)));

    private void Before(List<IOperation> all, IEnumerable<IOperation> after, ILabelSymbol label)
    {
        // What stands before the first jump is no part of the block: what it declares is there behind the label.
        var plain = all.TakeWhile(static operation =>
            operation is not ILabeledOperation && !operation.DescendantsAndSelf().Any(static inner => inner is IBranchOperation { BranchKind: BranchKind.GoTo })).ToList();
        Statements(plain);
        var before = all.Skip(plain.Count).ToList();
        var end = NewLabel();
        var used = after.SelectMany(static operation => operation.DescendantsAndSelf()).OfType<ILocalReferenceOperation>().Select(static read => read.Local).ToList();
        var declared = before.SelectMany(static operation => operation is IVariableDeclarationGroupOperation group ? group.GetDeclaredVariables() : [])
            .Where(local => !local.IsConst && used.Any(other => SymbolEqualityComparer.Default.Equals(local, other)) && !_declaredAround.Contains(local))
            .ToList();
        foreach (var local in declared)
            Hoist(local);

        _labels[label] = end;
        _declaredAround.UnionWith(declared);
        var (statements, _) = Capture<object?>(() =>
        {
            Statements(before);
            return null;
        });
        _declaredAround.ExceptWith(declared);

        // Going back to it later would be a loop.
        _labels.Remove(label);
        Emit(new Labelled(end, new Block(statements.ToEquatableArray())));
    }

    private void Goto(IBranchOperation branch)
    {
        if (_labels.TryGetValue(branch.Target, out var label))
        {
            Emit(new Exit(label));
            return;
        }

        if (!_sections.TryGetValue(branch.Target, out var target))
            throw Unsupported(branch, "'goto' backwards or into a block", GotoWayOut);
        if (!_followed.Add(target.Section))
            throw Unsupported(branch, "'goto case' that comes back to its own section", GotoWayOut);
        try
        {
            _out.AddRange(SectionBody(target.Section, target.End).Statements);
            if (!EndsControl(_out))
                Emit(new Exit(target.End));
        }
        finally
        {
            _followed.Remove(target.Section);
        }
    }
}
