using System;
using System.Collections.Generic;

namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>
/// Makes a failing program smaller while it goes on failing: drops statements, replaces branches and loops by their bodies and expressions by their
/// operands or by constants. Greedy; programs that do not verify are passed over.
/// </summary>
public static class Shrinker
{
    /// <summary>Shrinks a program.</summary>
    /// <param name="program">A program that fails.</param>
    /// <param name="fails">Whether a program still fails in the same way; must not throw for a program that merely behaves differently.</param>
    /// <param name="attempts">The number of programs tried at most.</param>
    /// <returns>A program that fails and cannot be made smaller in one step (or the best found within the attempts).</returns>
    public static IrProgram Shrink(IrProgram program, Func<IrProgram, bool> fails, int attempts = 3000)
    {
        var shrunk = true;
        while (shrunk)
        {
            shrunk = false;
            var site = 0;
            while (attempts > 0)
            {
                var edit = new Edit(site);
                var candidate = edit.Apply(program);
                if (!edit.WasReached)
                    break;
                attempts--;
                if (candidate != program && Verifier.Verify(candidate).IsEmpty && fails(candidate))
                    (program, shrunk) = (candidate, true);
                else
                    site++;
            }
        }

        return program;
    }

    /// <summary>One edit: the <paramref name="site"/>-th of all that a traversal meets.</summary>
    private sealed class Edit(int site) : Rewriter
    {
        private int _met;

        public bool WasReached => _met > site;

        public IrProgram Apply(IrProgram program)
        {
            var root = Visit(program.Root);
            var callees = program.Callees.Select(Visit);
            var called = new HashSet<string>(CalledIds.In(root));
            foreach (var callee in callees)
                called.UnionWith(CalledIds.In(callee));
            return new(root, System.Linq.Enumerable.Where(callees, callee => called.Contains(callee.Id)).ToEquatableArray());
        }

        public override EquatableArray<Statement> Visit(Statement statement)
        {
            if (IsIt())
                return [];
            foreach (var simpler in Simpler(statement))
            {
                if (IsIt())
                    return [simpler];
            }

            return base.Visit(statement);
        }

        public override Expression Visit(Expression expression)
        {
            foreach (var simpler in Simpler(expression))
            {
                if (IsIt())
                    return simpler;
            }

            return base.Visit(expression);
        }

        private static IEnumerable<Statement> Simpler(Statement statement)
        {
            switch (statement)
            {
                case If s:
                    yield return s.Then;
                    yield return s.Else;
                    break;
                case Labelled s:
                    yield return s.Body;
                    break;
                case Loop s:
                    yield return s.Body;
                    break;
                case Declare { Value: not null } s:
                    yield return s with { Value = null };
                    break;
            }
        }

        private static List<Expression> Simpler(Expression expression)
        {
            var simpler = new List<Expression>();
            if (expression is Constant or LocalRead or Default)
                return simpler;
            if (expression.Type is ScalarType { IsFloating: true } floating)
                simpler.Add(Constant.Floating(floating, 1));
            else if (expression.Type is ScalarType or EnumType)
                simpler.AddRange([Constant.FromBits(expression.Type, 0), Constant.FromBits(expression.Type, 1)]);
            var operands = new Operands(expression);
            simpler.AddRange(operands.Found.FindAll(operand => operand.Type == expression.Type));
            return simpler;
        }

        private bool IsIt() => _met++ == site;
    }

    /// <summary>The direct operands of an expression.</summary>
    private sealed class Operands : Walker
    {
        public Operands(Expression expression) => base.Visit(expression);

        public List<Expression> Found { get; } = [];

        public override void Visit(Expression expression) => Found.Add(expression);
    }
}
