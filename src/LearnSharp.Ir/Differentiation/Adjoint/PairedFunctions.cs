using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Lets the sine and the cosine of one argument, computed side by side, be each other's derivative: <c>s = Sin(x); c = Cos(x);</c> asks for neither again on the way back. The same for the
/// hyperbolic ones.
/// </summary>
internal static class PairedFunctions
{
    /// <summary>Rewrites the adjoints of the pairs in a sequence. That of the first moves to the second, where both values are at hand; nothing is undone in between.</summary>
    public static void Share(SequenceNode sequence, FunctionPlan plan)
    {
        for (var i = 1; i < sequence.Nodes.Count; i++)
        {
            if (sequence.Nodes[i - 1] is not ActionNode { Statement: Declare { Value: MathCall one } first } before || sequence.Nodes[i] is not ActionNode { Statement: Declare { Value: MathCall other } second } after
                || Partner(one.Function) != other.Function || !one.Arguments.Equals(other.Arguments) || one.Overload != other.Overload || before.Adjoint.Count == 0 || after.Adjoint.Count == 0
                || LocalSearch.FindsRead(other, first.Local) || plan.Reassigned.Contains(first.Local) || plan.Reassigned.Contains(second.Local))
            {
                continue;
            }

            var shared = new Sharing(first, second);
            var adjoint = after.Adjoint.Concat(before.Adjoint).SelectMany(statement => shared.Visit(statement)).ToList();
            before.Adjoint.Clear();
            after.Adjoint.Clear();
            after.Adjoint.AddRange(adjoint);
            before.AdjointReads = Reads.Of(before.Adjoint);
            after.AdjointReads = Reads.Of(after.Adjoint);
        }
    }

    private static MathFunction? Partner(MathFunction function) => function switch
    {
        MathFunction.Sin => MathFunction.Cos,
        MathFunction.Cos => MathFunction.Sin,
        MathFunction.Sinh => MathFunction.Cosh,
        MathFunction.Cosh => MathFunction.Sinh,
        _ => null,
    };

    private sealed class Sharing(Declare first, Declare second) : Rewriter
    {
        public override Expression Visit(Expression expression) =>
            expression.Equals(first.Value) ? new LocalRead(first.Local) : expression.Equals(second.Value) ? new LocalRead(second.Local) : base.Visit(expression);
    }
}
