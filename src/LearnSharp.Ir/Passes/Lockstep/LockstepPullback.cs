using System.Linq;

namespace LearnSharp.Ir;

/// <summary>The gradient of a lockstep program with one number as its result: reverse mode on uniform control flow stays uniform.</summary>
public static class LockstepPullback
{
    /// <summary>
    /// The function that returns the result, the mark of failed rows where there is one, and the derivative of the result by every parameter that is independent; null when reverse mode
    /// refuses the program.
    /// </summary>
    /// <param name="program">The program; its first result is a double or float, and no other is.</param>
    /// <param name="independent">Per parameter of <paramref name="program"/>, whether its derivative is wanted.</param>
    public static Function? Of(LockstepProgram program, EquatableArray<bool> independent)
    {
        var options = new ReverseOptions(independent, Selects: true);
        if (!ReverseMode.Check(program.Program, options).IsEmpty)
            return null;
        var pullback = ReverseMode.Pullback(program.Program, options).Root;
        var seed = pullback.Parameters[program.Program.Root.Parameters.Count].Local;
        var seeded = new Seeded(seed).Visit(pullback) with { Parameters = pullback.Parameters.Where(parameter => !parameter.Local.Equals(seed)).ToEquatableArray() };
        var simple = Simplifier.Simplify(Guards.Without(seeded));
        return Arrays.AreIn(simple) ? null : simple;
    }

    /// <summary>A record that is no stack has no form in lanes: such a program runs row by row.</summary>
    private sealed class Arrays : Walker
    {
        private bool _found;

        public static bool AreIn(Function function)
        {
            var arrays = new Arrays();
            arrays.Visit(function);
            return arrays._found;
        }

        public override void Visit(Statement statement)
        {
            _found |= statement is PushElements or PopElements;
            base.Visit(statement);
        }

        public override void Visit(Expression expression)
        {
            _found |= expression.Type is ArrayType;
            base.Visit(expression);
        }
    }

    /// <summary>Every row's result counts one.</summary>
    private sealed class Seeded(Local seed) : Rewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is LocalRead read && read.Local.Equals(seed) ? Constant.Floating(seed.Type, 1) : base.Visit(expression);
    }
}
