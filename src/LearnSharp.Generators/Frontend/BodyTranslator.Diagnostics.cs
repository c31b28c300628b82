using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>How many throws the translation is inside: what only an exception sees loses no derivative.</summary>
    private int _throws;

    private void Report(DiagnosticDescriptor rule, Location where, params object[] arguments)
    {
        _failed |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        _diagnostics.Add(Diagnostic.Create(rule, where, arguments));
    }

    /// <summary>Notes an error; throw the result to leave the statement.</summary>
    private TranslationException Fail(DiagnosticDescriptor rule, Location where, params object[] arguments)
    {
        Report(rule, where, arguments);
        return new TranslationException();
    }

    /// <summary>Notes that a construct is not supported.</summary>
    private TranslationException Unsupported(Location where, string construct, string wayOut) => Fail(Rules.UnsupportedConstruct, where, construct, wayOut);

    private TranslationException Unsupported(IOperation operation, string construct, string wayOut) => Unsupported(operation.Syntax.GetLocation(), construct, wayOut);

    private TranslationException AnEvent(IOperation operation) => Unsupported(operation, "An event", "keep its functions in a list, and call each of them");

    /// <summary>Leaves a statement that the compiler, or an earlier error, has reported already.</summary>
    private TranslationException Silent()
    {
        _failed = true;
        return new TranslationException();
    }

    private void WarnLost(IOperation operation, Expression lost, string why)
    {
        if (_throws == 0 && IsActive(lost))
            Report(Rules.LostDerivative, operation.Syntax.GetLocation(), Origins.Line(operation.Syntax), why);
    }

    /// <summary>Whether an expression may carry a derivative: it is of a floating type and depends on a local that may.</summary>
    private bool IsActive(Expression expression) => expression.Type.IsDifferentiable && expression switch
    {
        Constant or Default or Extern or Unary { Operator: UnaryOperator.Detach } => false,
        LocalRead read => !_passive.Contains(read.Local),
        Unary e => IsActive(e.Operand),
        Binary e => IsActive(e.Left) || IsActive(e.Right),
        Conditional e => IsActive(e.WhenTrue) || IsActive(e.WhenFalse),
        Convert e => IsActive(e.Operand),
        Element e => IsActive(e.Array),
        FieldRead e => IsActive(e.Struct),
        MathCall e => AnyActive(e.Arguments),
        StructNew e => AnyActive(e.Fields),
        _ => true,
    };

    private bool AnyActive(EquatableArray<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            if (IsActive(expression))
                return true;
        }

        return false;
    }
}
