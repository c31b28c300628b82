using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>Locals of a switch that are declared before it.</summary>
    private readonly HashSet<ISymbol> _hoisted = new(SymbolEqualityComparer.Default);

    /// <summary>A switch statement: a chain of branches on a value that is kept, the default last; breaks leave the labelled chain.</summary>
    private void Switch(ISwitchOperation operation)
    {
        var label = NewLabel();
        _labels[operation.ExitLabel] = label;
        var (statements, _) = Capture<object?>(() =>
        {
            var value = Tested(operation.Value);
            Hoist(operation);
            foreach (var section in operation.Cases)
            {
                foreach (var clause in section.Clauses)
                {
                    if (clause.Label is { } target)
                        _sections[target] = (section, label);
                }
            }

            var fallback = operation.Cases.FirstOrDefault(static section => section.Clauses.Any(static clause => clause.CaseKind == CaseKind.Default));
            if (fallback is { Clauses.Length: > 1 } && operation.Cases.Any(static section => section.Clauses.Any(static clause => clause is IPatternCaseClauseOperation)))
                throw Unsupported(fallback.Clauses[0], "'default' together with other labels in a switch with patterns", "give 'default' a section of its own");

            // What stands beside default goes there anyway.
            Section(operation.Cases.Where(section => section != fallback).ToList(), 0, value, fallback, label);
            return null;
        });
        var block = new Block(statements.ToEquatableArray());
        Emit(ExitFinder.LeavesTo(block, label) ? new Labelled(label, block) : block);
    }

    /// <summary>A local that one section declares and another uses is declared before the switch.</summary>
    private void Hoist(ISwitchOperation operation)
    {
        foreach (var local in operation.Locals)
        {
            var sections = operation.Cases.Count(section => section.Descendants().Any(o => (o is ILocalReferenceOperation { Local: var used } && SymbolEqualityComparer.Default.Equals(used, local))
                || (o is IVariableDeclaratorOperation { Symbol: var declared } && SymbolEqualityComparer.Default.Equals(declared, local))));
            if (sections > 1)
                Hoist(local);
        }
    }

    private void Hoist(ILocalSymbol local)
    {
        _written.Add(local);
        _hoisted.Add(local);
        if (IsRectangular(local.Type))
            DeclareRectangular(local, (StructType)TypeOf(local.Type, local.Locations[0]), null);
        else
            DeclareLocal(local, HeldType(local.Type, local.Locations[0]), null);
    }

    private void Section(List<ISwitchCaseOperation> sections, int index, Expression value, ISwitchCaseOperation? fallback, Label label)
    {
        if (index == sections.Count)
        {
            if (fallback is not null)
                _out.AddRange(SectionBody(fallback, label).Statements);
            return;
        }

        var section = sections[index];
        Expression? condition = null;
        foreach (var clause in section.Clauses.Where(static clause => clause.CaseKind != CaseKind.Default))
        {
            var current = clause;
            condition = condition is null ? Clause(value, current) : ShortCircuit(condition, () => Clause(value, current), isAnd: false);
        }

        var body = SectionBody(section, label);
        var (others, _) = Capture<object?>(() =>
        {
            Section(sections, index + 1, value, fallback, label);
            return null;
        });
        Emit(new If(condition!, body, new Block(others.ToEquatableArray())));
    }

    private Expression Clause(Expression value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
            {
                if (value.Type is StructType nullable && nullable.IsNullable())
                    return IsNull(single.Value) ? new Unary(UnaryOperator.Not, Halves(value).Has) : EqualsThere(value, AsNullable(Value(single.Value), nullable));
                var constant = Value(single.Value);
                if (single.Value.ConstantValue is { HasValue: true, Value: null })
                    return value.Type == ScalarType.Int ? new Binary(BinaryOperator.Equal, value, Constant.Of(0)) : new Extern(ScalarType.Bool, "({0} is null)", [value], Purity.Pure);
                return constant.Type == value.Type && value.Type is ScalarType or EnumType
                    ? new Binary(BinaryOperator.Equal, value, constant)
                    : new Extern(ScalarType.Bool, "({0} is {1})", [value, constant], Purity.Pure);
            }

            case IPatternCaseClauseOperation pattern:
            {
                var matches = Matches(value, pattern.Pattern);
                return pattern.Guard is { } guard ? ShortCircuit(matches, () => Condition(guard), isAnd: true) : matches;
            }

            default:
                throw Unsupported(clause, $"'{Origins.Line(clause.Syntax)}'", PatternWayOut);
        }
    }

    private Binary EqualsThere(Expression value, Expression wanted)
    {
        var (has, some) = Halves(value);
        return new Binary(BinaryOperator.AndAlso, has, new Binary(BinaryOperator.Equal, some, Halves(wanted).Some));
    }

    /// <summary>What a section does; where it ends by a break, that is left out.</summary>
    private Block SectionBody(ISwitchCaseOperation section, Label label)
    {
        var (statements, _) = Capture<object?>(() =>
        {
            foreach (var operation in section.Body)
            {
                if (operation is IBlockOperation block)
                    Statements(block.Operations);
                else
                    Statement(operation);
            }

            return null;
        });

        // The break that ends a section goes where control goes anyway.
        if (statements.Count > 0 && statements[statements.Count - 1] is Exit { Target: var target } && target == label)
            statements.RemoveAt(statements.Count - 1);
        return new Block(statements.ToEquatableArray());
    }
}
