using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir.Tests.LockstepPass;

/// <summary>
/// Runs one row of a lockstep function as it runs beside others that need more: every branch that rows may differ in is entered, every such loop goes on for some turns after the row has left it.
/// </summary>
internal sealed class InCompany : Rewriter
{
    private const int MoreTurns = 3;

    private readonly FreshIds _ids;
    private readonly HashSet<Local> _varying;

    private InCompany(Function function, IReadOnlyList<bool> uniform) => (_ids, _varying) = (new FreshIds(function), Varying.In(function, uniform));

    /// <summary>The function in company.</summary>
    /// <param name="function">A lockstep function or its pullback.</param>
    /// <param name="uniform">Per parameter, whether it is the same in all rows.</param>
    public static Function Of(Function function, IReadOnlyList<bool> uniform) => new InCompany(function, uniform).Visit(function);

    /// <summary>A program of one function in company; every parameter may differ.</summary>
    public static IrProgram Of(IrProgram program) => program with { Root = Of(program.Root, new bool[program.Root.Parameters.Count]) };

    public override EquatableArray<Statement> Visit(Statement statement)
    {
        switch (statement)
        {
            case If s when IsMask(s.Condition):
                s.Else.Statements.IsEmpty.ShouldBeTrue("what rows differ in has one side");
                return [new If(Constant.Of(true), Visit(s.Then), Block.Empty)];
            case Loop { Condition: { } condition, While: null } s when IsMask(condition):
            {
                var more = _ids.Local(ScalarType.Int, "more");
                var hasLeft = new Unary(UnaryOperator.Not, condition);
                var counted = new Assign(new LocalPlace(more), new Conditional(hasLeft, new Binary(BinaryOperator.Subtract, new LocalRead(more), Constant.Of(1)), new LocalRead(more)));
                return
                [
                    new Declare(more, Constant.Of(MoreTurns)),
                    s with
                    {
                        Condition = new Binary(BinaryOperator.OrElse, condition, new Binary(BinaryOperator.Greater, new LocalRead(more), Constant.Of(0))),
                        Body = new Block([counted, .. Visit(s.Body).Statements]),
                    },
                ];
            }

            default:
                return base.Visit(statement);
        }
    }

    // The reverse sweep counts its turns in an integer: they are as many as the forward sweep took, for whichever row.
    private bool IsMask(Expression condition) => condition is LocalRead read && _varying.Contains(read.Local);

    /// <summary>What is made from parameters that differ. A record is taken back into the local that it was made of.</summary>
    private sealed class Varying : Walker
    {
        private readonly HashSet<Local> _found = [];
        private bool _news;

        public static HashSet<Local> In(Function function, IReadOnlyList<bool> uniform)
        {
            var varying = new Varying();
            varying._found.UnionWith(function.Parameters.Where((_, i) => !uniform[i]).Select(static parameter => parameter.Local));
            do
            {
                varying._news = false;
                varying.Visit(function);
            }
            while (varying._news);
            return varying._found;
        }

        public override void Visit(Statement statement)
        {
            if (statement is Declare { Value: { } value } declared)
                Flow(declared.Local, value);
            else if (statement is Assign { Target: LocalPlace target } assigned)
                Flow(target.Local, assigned.Value);
            base.Visit(statement);
        }

        private void Flow(Local local, Expression value) => _news |= Reads.Of(value).Locals.Any(_found.Contains) && _found.Add(local);
    }
}
