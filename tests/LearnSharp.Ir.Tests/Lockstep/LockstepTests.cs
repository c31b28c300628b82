using System.Linq;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.LockstepPass;

public class LockstepTests
{
    private static readonly Local s_x = Double(0, "x");
    private static readonly Local s_w = Double(1, "w");
    private static readonly Local s_n = Int(2, "n");
    private static readonly Local s_y = Double(3, "y");
    private static readonly Local s_i = Int(4, "i");

    private static LockstepProgram InStep(IrProgram program, params bool[] uniform) =>
        Lockstep.Run(program, Enumerable.Range(0, program.Root.Parameters.Count).Select(i => i < uniform.Length && uniform[i]).ToEquatableArray());

    private static int Count<T>(IrProgram program)
        where T : Statement
    {
        var counter = new Counter<T>();
        counter.Visit(program);
        return counter.Found;
    }

    [Fact]
    public void A_short_branch_becomes_a_choice_between_values()
    {
        var program = Program(
            [s_x, s_w],
            Let(s_y, Of(0.0)),
            If(Less(Read(s_x), Of(1.0)), Do(Set(s_y, Multiply(Read(s_x), Read(s_w)))), Do(Set(s_y, Read(s_w)))),
            Return(Read(s_y)));

        var lockstep = InStep(program);

        Count<If>(lockstep.Program).ShouldBe(0);
        Count<Assign>(lockstep.Program).ShouldBe(0, "another value is another local where no loop needs one");
        Interpreter.Run(lockstep.Program, [0.5, 3.0]).Results[0].ShouldBe(1.5);
        Interpreter.Run(lockstep.Program, [2.0, 3.0]).Results[0].ShouldBe(3.0);
    }

    [Fact]
    public void A_costly_branch_is_skipped_where_no_row_needs_it()
    {
        var program = Program(
            [s_x, s_w],
            Let(s_y, Of(0.0)),
            If(Less(Read(s_x), Of(1.0)), Do(Set(s_y, Math(MathFunction.Exp, Read(s_w))))),
            Return(Read(s_y)));

        Count<If>(InStep(program).Program).ShouldBe(1);
    }

    [Fact]
    public void What_is_the_same_in_all_rows_stays_a_branch()
    {
        var program = Program(
            Function(
                "F",
                [s_x, s_w, s_n],
                [ScalarType.Double],
                Let(s_y, Of(0.0)),
                If(Compare(BinaryOperator.Greater, Read(s_n), Of(1)), Do(Set(s_y, Read(s_x))), Do(Set(s_y, Read(s_w)))),
                Return(Read(s_y))));

        Count<If>(InStep(program, false, false, true).Program).ShouldBe(1);
        Count<If>(InStep(program).Program).ShouldBe(0);
    }

    [Fact]
    public void A_loop_that_all_rows_leave_together_keeps_its_counter()
    {
        var program = Program(
            Function(
                "F",
                [s_x, s_w, s_n],
                [ScalarType.Double],
                Let(s_y, Of(0.0)),
                Let(s_i, Of(0)),
                For(s_i, Read(s_n), 0, Set(s_y, Add(Multiply(Read(s_y), Read(s_w)), Read(s_x)))),
                Return(Read(s_y))));

        var together = InStep(program, false, false, true).Program;
        var each = InStep(program).Program;

        together.Root.Body.Statements.OfType<Loop>().Single().Condition.ShouldBeOfType<Binary>();
        each.Root.Body.Statements.OfType<Loop>().Single().Condition.ShouldBeOfType<LocalRead>("a mask");
        Interpreter.Run(each, [2.0, 0.5, 3]).Results[0].ShouldBe(3.5);
    }

    [Fact]
    public void What_throws_is_marked_and_does_not_throw()
    {
        var program = Program(
            Function(
                "F",
                [s_x, s_w, s_n],
                [ScalarType.Double],
                If(Less(Read(s_x), Of(0.0)), Do(new Throw(new Extern(new OpaqueType("global::System.Exception"), "new global::System.Exception()", [], Purity.Pure)))),
                Return(Add(Read(s_x), new Convert(ScalarType.Double, Divide(Of(6), Read(s_n)))))));

        var lockstep = InStep(program);

        lockstep.CanFail.ShouldBeTrue();
        Interpreter.Run(lockstep.Program, [1.0, 0.0, 3]).Results.ShouldBe([3.0, false]);
        Interpreter.Run(lockstep.Program, [-1.0, 0.0, 3]).Results[1].ShouldBe(true);
    }

    [Fact]
    public void Nothing_of_a_branch_that_was_not_taken_reaches_a_derivative()
    {
        // y = x > 0 ? log(x) * w : w, at x = 0, where the derivative of the logarithm is infinite.
        var program = Program(
            [s_x, s_w],
            Let(s_y, Read(s_w)),
            If(Greater(Read(s_x), Of(0.0)), Do(Set(s_y, Multiply(Math(MathFunction.Log, Read(s_x)), Read(s_w))))),
            Return(Read(s_y)));
        var lockstep = InStep(program);
        var pullback = LockstepPullback.Of(lockstep, [true, true])!;

        Company.Run(pullback, [[0.0, 3.0], [1.0, 3.0]])[0].Results.ShouldBe([3.0, 0.0, 1.0]);
    }

    [Fact]
    public void What_is_no_number_and_what_calls_itself_is_refused_with_a_reason()
    {
        var items = Doubles(0, "items");
        var sums = Program(Function("F", [items], [ScalarType.Double], Return(new Element(Read(items), Of(0)))));
        var root = Function("G", [s_x], [ScalarType.Double], Let(s_y, null), new Call([new LocalPlace(s_y)], "Tests.G", [Read(s_x)]), Return(Read(s_y)));

        Lockstep.Check(sums).Single().Message.ShouldContain("arrays");
        Lockstep.Check(Program(root)).Single().Message.ShouldContain("calls itself");
    }

    private sealed class Counter<T> : Walker
        where T : Statement
    {
        public int Found { get; private set; }

        public override void Visit(Statement statement)
        {
            Found += statement is T ? 1 : 0;
            base.Visit(statement);
        }
    }
}
