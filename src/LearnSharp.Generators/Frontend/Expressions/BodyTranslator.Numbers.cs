using System;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>Functions of the number types that are made of others, computed in the same way as there; null for any other call.</summary>
    private Expression? ComposedMath(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!method.IsStatic || !MathRules.IsMathType(method.ContainingType) || method.Parameters.Length == 0 || MathRules.Scalar(method.Parameters[0].Type) is not { IsFloating: true } type)
            return null;
        if (method.Name == "Round" && method.Parameters[method.Parameters.Length - 1].Type.Name == nameof(MidpointRounding))
            return RoundedBy(invocation, type);
        if (method.Parameters.Length != 1)
            return null;
        return method.Name switch
        {
            "SinCos" => SineAndCosine(invocation, type),
            "Exp2" => Power(2, invocation, type),
            "Exp10" => Power(10, invocation, type),
            "ExpM1" => Minus(Math1(MathFunction.Exp, Argument(invocation), type), type),
            "Exp2M1" => Minus(Power(2, invocation, type), type),
            "Exp10M1" => Minus(Power(10, invocation, type), type),
            "LogP1" => Math1(MathFunction.Log, Plus(invocation, type), type),
            "Log2P1" => Math1(MathFunction.Log2, Plus(invocation, type), type),
            "Log10P1" => Math1(MathFunction.Log10, Plus(invocation, type), type),
            "DegreesToRadians" => Scaled(invocation, Number(Math.PI, type), Number(180, type)),
            "RadiansToDegrees" => Scaled(invocation, Number(180, type), Number(Math.PI, type)),
            _ => null,
        };
    }

    private StructNew SineAndCosine(IInvocationOperation invocation, ScalarType type)
    {
        var angle = Keep(Argument(invocation));
        return new StructNew((StructType)TypeOf(invocation), [Math1(MathFunction.Sin, angle, type), Math1(MathFunction.Cos, angle, type)]);
    }

    private Expression Argument(IInvocationOperation invocation) => Value(invocation.Arguments[0].Value);

    private static MathCall Math1(MathFunction function, Expression argument, ScalarType type) => new(function, type, [argument]);

    private MathCall Power(double root, IInvocationOperation invocation, ScalarType type) =>
        new(MathFunction.Pow, type, [Number(root, type), Argument(invocation)]) { Origin = Origins.Of(invocation.Syntax) };

    private static Binary Minus(Expression value, ScalarType type) => new(BinaryOperator.Subtract, value, Number(1, type));

    private Binary Plus(IInvocationOperation invocation, ScalarType type) => new(BinaryOperator.Add, Argument(invocation), Number(1, type));

    private Binary Scaled(IInvocationOperation invocation, Constant factor, Constant divisor) =>
        new(BinaryOperator.Divide, new Binary(BinaryOperator.Multiply, Argument(invocation), factor), divisor) { Origin = Origins.Of(invocation.Syntax) };

    private static Constant Number(double value, ScalarType type) => type == ScalarType.Float ? Constant.Of((float)value) : Constant.Of(value);

    /// <summary>Rounding in a direction that is written in the call.</summary>
    private Expression? RoundedBy(IInvocationOperation invocation, ScalarType type)
    {
        var arguments = invocation.Arguments;
        if (arguments[arguments.Length - 1].Value.ConstantValue is not { HasValue: true, Value: int mode })
            return null;
        var midpoint = (MidpointRounding)mode;
        if (arguments.Length == 3)
        {
            var parts = Values([arguments[0].Value, arguments[1].Value]);
            WarnLost(invocation, parts[0], StepReason("Round"));
            if (midpoint != MidpointRounding.ToEven)
            {
                return new Extern(type, $"global::System.{(type == ScalarType.Float ? "MathF" : "Math")}.Round({{0}}, {{1}}, (global::System.MidpointRounding){mode})", [WithoutDerivative(parts[0]), parts[1]], Purity.Pure)
                {
                    Origin = Origins.Of(invocation.Syntax),
                };
            }

            return new MathCall(MathFunction.RoundTo, type, [parts[0], parts[1]]) { Origin = Origins.Of(invocation.Syntax) };
        }

        var value = Keep(Argument(invocation));
        WarnLost(invocation, value, StepReason("Round"));
        return mode switch
        {
            (int)MidpointRounding.ToEven => Math1(MathFunction.Round, value, type),

            // What .NET does: the largest number below a half is added away from zero, and the fraction cut off.
            (int)MidpointRounding.AwayFromZero => Math1(
                MathFunction.Truncate,
                new Binary(BinaryOperator.Add, value, new MathCall(MathFunction.CopySign, type, [type == ScalarType.Float ? Constant.Of(0.49999997f) : Constant.Of(0.49999999999999994), value])),
                type),
            2 => Math1(MathFunction.Truncate, value, type),
            3 => Math1(MathFunction.Floor, value, type),
            4 => Math1(MathFunction.Ceiling, value, type),
            _ => null,
        };
    }

    private static string StepReason(string function) => $"the result of '{function}' is constant between its steps";
}
