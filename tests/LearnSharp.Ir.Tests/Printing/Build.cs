using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Ir.Tests;

/// <summary>Short spellings of trees, so that the tests read like the programs they are about.</summary>
internal static class Build
{
    public static Local Double(int id, string name) => new(id, ScalarType.Double, name);

    public static Local Int(int id, string name) => new(id, ScalarType.Int, name);

    public static Local Bool(int id, string name) => new(id, ScalarType.Bool, name);

    public static Local Doubles(int id, string name) => new(id, new ArrayType(ScalarType.Double, ArrayKind.Array), name);

    public static Expression Read(Local local) => new LocalRead(local);

    public static Constant Of(double value) => Constant.Of(value);

    public static Constant Of(int value) => Constant.Of(value);

    public static Binary Add(Expression left, Expression right) => new(BinaryOperator.Add, left, right);

    public static Binary Subtract(Expression left, Expression right) => new(BinaryOperator.Subtract, left, right);

    public static Binary Multiply(Expression left, Expression right) => new(BinaryOperator.Multiply, left, right);

    public static Binary Divide(Expression left, Expression right) => new(BinaryOperator.Divide, left, right);

    public static Binary Less(Expression left, Expression right) => new(BinaryOperator.Less, left, right);

    public static Binary Greater(Expression left, Expression right) => new(BinaryOperator.Greater, left, right);

    public static Binary Compare(BinaryOperator comparison, Expression left, Expression right) => new(comparison, left, right);

    public static Statement Set(Local local, Expression value) => new Assign(new LocalPlace(local), value);

    public static Statement Let(Local local, Expression? value = null) => new Declare(local, value);

    public static Statement Return(params Expression[] values) => new Return(values.ToEquatableArray());

    public static Block Do(params Statement[] statements) => new(statements.ToEquatableArray());

    public static Statement If(Expression condition, Block then, Block? otherwise = null) => new If(condition, then, otherwise ?? Block.Empty);

    public static MathCall Math(MathFunction function, params Expression[] arguments) => new(function, ScalarType.Double, arguments.ToEquatableArray());

    /// <summary>Counts the local up from its present value to below the limit; the labels are <paramref name="label"/> and the next number.</summary>
    public static Loop For(Local counter, Expression limit, int label, params Statement[] body) =>
        new(new Label(label), new Label(label + 1), Less(Read(counter), limit), Do(body), Do(Set(counter, Add(Read(counter), Of(1)))), null);

    public static Loop While(Expression? condition, int label, params Statement[] body) =>
        new(new Label(label), new Label(label + 1), condition, Do(body), Block.Empty, null);

    public static Function Function(string name, Local[] parameters, IrType[] results, params Statement[] body) =>
        new($"Tests.{name}", name, parameters.Select(p => new Parameter(p)).ToEquatableArray(), results.ToEquatableArray(), Do(body));

    public static IrProgram Program(Function root, params Function[] callees) => new(root, callees.ToEquatableArray());

    /// <summary>A program from doubles to a double.</summary>
    public static IrProgram Program(Local[] parameters, params Statement[] body) =>
        Program(Function("F", parameters, [ScalarType.Double], body));
}
