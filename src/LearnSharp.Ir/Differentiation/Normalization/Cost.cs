namespace LearnSharp.Ir;

/// <summary>How much work an expression is, and whether it may be done twice.</summary>
internal sealed class Cost : Walker
{
    private int _operations;
    private bool _expensive;
    private bool _opaque;

    private Cost()
    {
    }

    /// <summary>The number of operations, reads of elements included.</summary>
    public static int Operations(Expression expression) => Of(expression)._operations;

    /// <summary>Whether the expression calls a transcendental function or C# that the IR does not look into.</summary>
    public static bool IsExpensive(Expression expression) => Of(expression) is { _expensive: true } or { _opaque: true };

    /// <summary>Whether the expression may be evaluated again in the reverse sweep: cheap, and a function of locals and elements alone.</summary>
    public static bool IsRecomputable(Expression expression) => Of(expression) is { _expensive: false, _opaque: false };

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Constant or LocalRead or Default or Length:
                break;
            case MathCall call:
                _operations++;
                _expensive |= Derivatives.IsExpensive(call.Function);
                break;
            case Extern or ArrayNew or ArrayLiteral or ArrayRent or StructNew:
                _opaque = true;
                break;
            case FieldRead { Struct: LocalRead }:
                // A struct that was taken apart at once: it is not kept.
                _opaque = true;
                break;
            default:
                _operations++;
                break;
        }

        base.Visit(expression);
    }

    private static Cost Of(Expression expression)
    {
        var cost = new Cost();
        cost.Visit(expression);
        return cost;
    }
}
