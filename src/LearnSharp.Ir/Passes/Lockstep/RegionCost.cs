namespace LearnSharp.Ir;

/// <summary>What a region of statements costs, and what is in it: whether to run it always or only where a row needs it.</summary>
internal sealed class RegionCost : Walker
{
    private const int FewOperations = 12;

    private int _operations;
    private bool _heavy;
    private bool _marks;
    private bool _curved;

    private RegionCost()
    {
    }

    /// <summary>The number of operations.</summary>
    public static int Operations(Block block) => Of(block)._operations;

    /// <summary>Whether a test that skips the region pays.</summary>
    public static bool IsWorthATest(Block block) => Of(block).IsTested;

    /// <summary>Whether the region must know exactly which rows take part: loops end by it, exits and failures are marked for those rows only.</summary>
    public static bool NeedsMask(Block block) => Of(block)._marks;

    /// <summary>
    /// Whether a derivative of something in the region may be infinite or not a number: anything but sums, copies and multiples by constants. Those alone need no guards.
    /// </summary>
    public static bool IsCurved(Block block) => Of(block)._curved;

    private bool IsTested => _heavy || _operations > FewOperations;

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Loop:
                (_heavy, _marks) = (true, true);
                break;
            case Exit or Throw:
                _marks = true;
                break;
            case If { Condition: not Constant } branch:
                // What is skipped inside is skipped for the rows of this region. Each branch is looked at once, however deep branches are nested.
                Visit(branch.Condition);
                Add(Of(branch.Then));
                Add(Of(branch.Else));
                return;
        }

        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Constant or LocalRead or Default:
                break;
            case MathCall call:
                _operations++;
                _heavy |= Derivatives.IsExpensive(call.Function) && call.Function != MathFunction.Sqrt;
                _curved |= call.Type.IsDifferentiable && !Derivatives.IsStep(call.Function) && !Derivatives.IsSelection(call.Function) && call.Function != MathFunction.Abs;
                _marks |= Hazards.Of(call) is not null;
                break;
            case Element { Array: ArrayLiteral { Elements: var elements } }:
                _operations += 2 * elements.Count;
                _marks = true;
                break;
            case Binary binary:
                _operations++;
                _curved |= binary.Type.IsDifferentiable && binary.Operator switch
                {
                    BinaryOperator.Add or BinaryOperator.Subtract => false,
                    BinaryOperator.Multiply => binary.Left is not Constant && binary.Right is not Constant,
                    BinaryOperator.Divide => binary.Right is not Constant,
                    _ => true,
                };
                _marks |= Hazards.Of(binary) is not null;
                break;
            default:
                _operations++;
                _marks |= Hazards.Of(expression) is not null;
                break;
        }

        base.Visit(expression);
    }

    private void Add(RegionCost branch)
    {
        _operations += branch._operations;
        _heavy |= branch._heavy;
        _marks |= branch._marks || branch.IsTested;
        _curved |= branch._curved;
    }

    private static RegionCost Of(Block block)
    {
        var cost = new RegionCost();
        cost.Visit(block);
        return cost;
    }
}
