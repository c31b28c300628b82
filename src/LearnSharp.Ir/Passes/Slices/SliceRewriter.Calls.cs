using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

internal sealed partial class SliceRewriter
{
    private List<Statement> Called(Call call)
    {
        var statements = new List<Statement>();
        var callee = _functions[call.Function];
        var arguments = new List<Expression>();
        var places = new List<Expression>();
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var argument = call.Arguments[i];
            var type = callee.Parameters[i].Local.Type;
            if (callee.Derivative is null && _all.IsParameter(call.Function, i))
            {
                var part = PartOf(argument);
                arguments.Add(As(part.Array, type));
                places.Add(part.Start);
                places.Add(part.Count);
            }
            else if (SlicedLocals.MayBePart(argument, _sliced))
            {
                arguments.Add(As(Copied(PartOf(argument), (ArrayType)type, statements), type));
            }
            else
            {
                arguments.Add(Visit(argument));
            }
        }

        statements.Add(call with { Targets = call.Targets.Select(target => target is null ? null : Visit(target)), Arguments = [.. arguments, .. places] });
        foreach (var local in call.Targets.OfType<LocalPlace>().Select(static target => target.Local).Where(_sliced.Contains))
            statements.AddRange(Assigned(local, new(_parts[local].Array, Constant.Of(0), new Length(_parts[local].Array))));
        return statements;
    }

    /// <summary>A copy of a part, for code that is not looked into and only reads it.</summary>
    private LocalRead Copied(Part part, ArrayType type, List<Statement> statements)
    {
        var copy = _ids.Local(type with { Kind = ArrayKind.Array }, "part");
        var index = _ids.Local(ScalarType.Int, "i");
        var read = new LocalRead(index);
        statements.Add(new Declare(copy, new ArrayNew((ArrayType)copy.Type, part.Count)));
        statements.Add(new Declare(index, Constant.Of(0)));
        statements.Add(new Loop(
            _ids.Label(),
            _ids.Label(),
            new Binary(BinaryOperator.Less, read, part.Count),
            new Block([new Assign(new ElementPlace(new LocalRead(copy), read), new Element(part.Array, Sum(part.Start, read)))]),
            new Block([new Assign(new LocalPlace(index), new Binary(BinaryOperator.Add, read, Constant.Of(1)))]),
            null));
        return new LocalRead(copy);
    }
}
