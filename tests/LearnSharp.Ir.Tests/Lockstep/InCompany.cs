
namespace LearnSharp.Ir.Tests.LockstepPass;

/// <summary>
/// Runs one row of a lockstep function as it runs beside others that need more: every branch that rows may differ in is entered, every such loop goes on for some turns after the row has left it.
/// </summary>
internal sealed class InCompany : Rewriter
{
    private const int MoreTurns = 3;

    private readonly FreshIds _ids;
    private readonly LaneTypes _types;

    private InCompany(Function function, bool[] uniform) => (_ids, _types) = (new FreshIds(function), LaneTypes.Of(function, uniform));

    /// <summary>The function in company.</summary>
    public static Function Of(Function function, bool[] uniform) => new InCompany(function, uniform).Visit(function);

    /// <summary>A program of one function in company; every parameter but those named first may differ.</summary>
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
    private bool IsMask(Expression condition) => condition is LocalRead && _types.IsLanes(condition);
}
