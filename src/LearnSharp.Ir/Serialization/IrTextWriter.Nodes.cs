using System;

namespace LearnSharp.Ir;

internal sealed partial class IrTextWriter
{
    private void Write(Block block) => All(block.Statements, Write);

    private void Write(Statement statement)
    {
        WriteOrigin(statement.Origin);
        switch (statement)
        {
            case Block s:
                Token("{");
                Write(s);
                break;
            case Labelled s:
                Token("label");
                Int(s.Label.Id);
                Write(s.Body);
                break;
            case Declare s:
                Token(s.Value is null ? "var" : "var=");
                Write(s.Local);
                if (s.Value is not null)
                    Write(s.Value);
                break;
            case Assign s:
                Token("=");
                Write(s.Target);
                Write(s.Value);
                break;
            case Call s:
                Token("call");
                String(s.Function);
                All(s.Targets, target =>
                {
                    if (target is null)
                        Token("_");
                    else
                        Write(target);
                });
                All(s.Arguments, Write);
                break;
            case If s:
                Token("if");
                Write(s.Condition);
                Write(s.Then);
                Write(s.Else);
                break;
            case Loop s:
                Token("loop");
                Int(s.Break.Id);
                Int(s.Continue.Id);
                WriteOptional(s.Condition);
                Write(s.Body);
                Write(s.Step);
                WriteOptional(s.While);
                break;
            case Exit s:
                Token("exit");
                Int(s.Target.Id);
                break;
            case Return s:
                Token("return");
                All(s.Values, Write);
                break;
            case Throw s:
                Token("throw");
                Write(s.Exception);
                break;
            case Evaluate s:
                Token("do");
                Write(s.Value);
                break;
            case Push s:
                Token("push");
                Write(s.Value);
                break;
            case Pop s:
                Token("pop");
                Write(s.Target);
                break;
            case PushElements s:
                Token("push[]");
                Write(s.Array);
                Write(s.Start);
                Write(s.End);
                break;
            case PopElements s:
                Token("pop[]");
                Write(s.Array);
                Write(s.Start);
                Write(s.End);
                break;
            case Comment s:
                Token("//");
                String(s.Text);
                break;
            default:
                throw Unknown(statement);
        }
    }

    private void Write(Place place)
    {
        switch (place)
        {
            case LocalPlace p:
                Write(p.Local);
                break;
            case ElementPlace p:
                Token("[]");
                Write(p.Array);
                Write(p.Index);
                break;
            case FieldPlace p:
                Token("field");
                Write(p.Struct);
                Int(p.Index);
                break;
            default:
                throw Unknown(place);
        }
    }

    private void Write(Expression expression)
    {
        switch (expression)
        {
            case Constant e:
                Write(e);
                break;
            case LocalRead e:
                Write(e.Local);
                break;
            case Default e:
                Token("default");
                Write(e.ValueType);
                break;
            case Unary e:
                Token(Mnemonics.Unary[e.Operator] + (e.Checked ? "!" : ""));
                Write(e.Operand);
                break;
            case Binary e:
                Token(Mnemonics.Binary[e.Operator] + (e.Checked ? "!" : ""));
                Write(e.Left);
                Write(e.Right);
                break;
            case Conditional e:
                Token("?");
                Write(e.Condition);
                Write(e.WhenTrue);
                Write(e.WhenFalse);
                break;
            case Convert e:
                Token(e.Checked ? "to!" : "to");
                Write(e.Target);
                Write(e.Operand);
                break;
            case MathCall e:
                Token(Mnemonics.Functions[e.Function]);
                Write(e.Overload);
                All(e.Arguments, Write);
                break;
            case Element e:
                Token("[]");
                Write(e.Array);
                Write(e.Index);
                break;
            case Length e:
                Token("length");
                Write(e.Array);
                break;
            case Slice e:
                Token("slice");
                Write(e.Array);
                Write(e.Start);
                Write(e.Count);
                break;
            case FieldRead e:
                Token("field");
                Write(e.Struct);
                Int(e.Index);
                break;
            case StructNew e:
                Token("struct");
                Write(e.Struct);
                All(e.Fields, Write);
                break;
            case ArrayNew e:
                Token("new");
                Write(e.Array);
                Write(e.Length);
                break;
            case ArrayRent e:
                Token(e.IsCleared ? "rent" : "rent?");
                Write(e.Array);
                Write(e.Length);
                break;
            case ArrayLiteral e:
                Token("items");
                Write(e.Array);
                All(e.Elements, Write);
                break;
            case Extern e:
                Token("extern");
                Write(e.ValueType);
                String(e.Template);
                Token(Mnemonics.Purities[e.Purity]);
                All(e.Operands, Write);
                break;
            default:
                throw Unknown(expression);
        }
    }

    private void Write(Constant constant)
    {
        Token("c");
        Write(constant.Type);
        if (constant.Type is ScalarType { IsFloating: true } floating)
            Bits(constant.Bits, floating.Kind == ScalarKind.Double ? 16 : 8);
        else
            Token(Text(constant.Bits));
    }

    private void WriteOrigin(Origin origin)
    {
        if (origin.Text is null)
            return;
        Token("@");
        String(origin.Text);
    }

    private void WriteOptional(Expression? expression)
    {
        if (expression is null)
            Token("_");
        else
            Write(expression);
    }

    private static InvalidOperationException Unknown(object node) => new($"The text format does not know {node.GetType().Name}.");
}
