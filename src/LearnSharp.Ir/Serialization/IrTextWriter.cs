using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>Writes programs, functions, types and words of the text format; nodes in the file beside.</summary>
internal sealed partial class IrTextWriter
{
    /// <summary>What stands before a function whose derivative is written by hand.</summary>
    public const string Rule = "rule";

    /// <summary>What stands before a pullback that reverse mode wrote.</summary>
    public const string Map = "map";

    /// <summary>What stands before a function that is there for its derivatives.</summary>
    public const string Refinement = "newton";

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _strings = [];
    private readonly Dictionary<IrType, int> _types = [];
    private readonly Dictionary<(int Id, IrType Type, string Name), int> _locals = [];

    /// <summary>Writes a word.</summary>
    public void Token(string token)
    {
        if (_text.Length > 0)
            _text.Append(' ');
        _text.Append(token);
    }

    /// <summary>Writes a program with its weights and choices.</summary>
    public void Write(LearnableProgram program)
    {
        Write(program.Program.Root);
        All(program.Program.Callees, Write);
        All(program.Weights, Write);
        All(program.Choices, Write);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Write(Function function)
    {
        if (function.Derivative is { } rule)
        {
            Token(Rule);
            All(rule.Independent, Bool);
            Write(rule.Pullback);
            Write(rule.Pushforward);
        }

        if (function.Map is { } map)
        {
            Token(Map);
            String(map.Of);
            Int(map.Inputs);
            All(map.Independent, Bool);
            All(map.Moving, Bool);
            Write(map.Along);
            Bool(map.Problem is not null);
            if (map.Problem is not null)
                String(map.Problem);
        }

        if (function.IsRefinement)
            Token(Refinement);

        _locals.Clear();
        String(function.Id);
        String(function.Name);
        All(function.Parameters, parameter =>
        {
            Write(parameter.Local);
            Token(Mnemonics.Roles[parameter.Role]);
        });
        All(function.Results, Write);
        Write(function.Body);
    }

    private void Write(IrProgram? program)
    {
        Bool(program is not null);
        if (program is null)
            return;
        Write(program.Root);
        All(program.Callees, Write);
    }

    private void Write(WeightSpec weight)
    {
        String(weight.Name);
        Int(weight.Parameter);
        Bool(weight.InBody);
        Bits(BitConverter.DoubleToInt64Bits(weight.Start), 16);
        Bits(BitConverter.DoubleToInt64Bits(weight.Min), 16);
        Bits(BitConverter.DoubleToInt64Bits(weight.Max), 16);
        Bool(weight.Log);
        Bool(weight.Above is not null);
        if (weight.Above is not null)
            String(weight.Above);
        Bool(weight.Fixed);
    }

    private void Write(ChoiceSpec choice)
    {
        String(choice.Name);
        Int(choice.Parameter);
        Bool(choice.InBody);
        All(choice.Options, Write);
        Int(choice.Start);
    }

    private void Write(IrType type)
    {
        if (type is ScalarType scalar)
        {
            Token(Mnemonics.Scalars[scalar.Kind]);
            return;
        }

        if (_types.TryGetValue(type, out var number))
        {
            Token("$" + Text(number));
            return;
        }

        switch (type)
        {
            case ArrayType t:
                Token(Mnemonics.Arrays[t.Kind]);
                Write(t.Element);
                break;
            case StructType t:
                Token(Mnemonics.Structs[t.Form]);
                String(t.Name);
                All(t.Fields, field =>
                {
                    String(field.Name);
                    Write(field.Type);
                });
                if (t.Access is { } access)
                    Write(access);
                break;
            case EnumType t:
                Token("enum");
                String(t.Name);
                All(t.Members, member =>
                {
                    String(member.Name);
                    Token(Text(member.Value));
                });
                break;
            case OpaqueType t:
                Token("opaque");
                String(t.Name);
                break;
            default:
                throw new InvalidOperationException($"The text format does not know the type {type.GetType().Name}.");
        }

        _types.Add(type, _types.Count);
    }

    private void Write(StructAccess access)
    {
        All(access.Hidden, String);
        Bool(access.Generic is not null);
        if (access.Generic is not { } generic)
            return;
        String(generic.Name);
        String(generic.Parameters);
        String(generic.Arguments);
        String(generic.Constraints);
        All(generic.FieldTypes, String);
    }

    private void Write(Local local)
    {
        var key = (local.Id, local.Type, local.Name);
        if (_locals.TryGetValue(key, out var number))
        {
            Token("%" + Text(number));
            return;
        }

        Token("%");
        Int(local.Id);
        Write(local.Type);
        String(local.Name);
        _locals.Add(key, _locals.Count);
    }

    private void String(string value)
    {
        if (_strings.TryGetValue(value, out var number))
        {
            Token("#" + Text(number));
            return;
        }

        _strings.Add(value, _strings.Count);
        Token("\"");
        foreach (var unit in value)
        {
            switch (unit)
            {
                case '"' or '\\':
                    _text.Append('\\').Append(unit);
                    break;
                case '\n':
                    _text.Append("\\n");
                    break;
                case < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff'):
                    _text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    _text.Append(unit);
                    break;
            }
        }

        _text.Append('"');
    }

    private void Int(int value) => Token(Text(value));

    private void Bool(bool value) => Token(value ? "1" : "0");

    private void Bits(long bits, int digits)
    {
        var text = bits.ToString(digits == 8 ? "x8" : "x16", CultureInfo.InvariantCulture);
        text = text.Substring(text.Length - digits).TrimEnd('0');
        Token(text.Length == 0 ? "0" : text);
    }

    private void All<T>(EquatableArray<T> items, Action<T> write)
    {
        Int(items.Count);
        foreach (var item in items)
            write(item);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
