using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace LearnSharp.Ir;

/// <summary>Reads programs, functions, types and words of the text format; nodes in the file beside.</summary>
/// <param name="tokens">The text.</param>
internal sealed partial class IrTextReader(IrTextTokens tokens)
{
    private readonly List<string> _strings = [];
    private readonly List<IrType> _types = [];
    private readonly List<Local> _locals = [];

    /// <summary>Reads a program with its weights and choices.</summary>
    /// <exception cref="FormatException">The text is not a program.</exception>
    public LearnableProgram ReadProgram() => new(new(ReadFunction(), All(ReadFunction)), All(ReadWeight), All(ReadChoice));

    private Function ReadFunction()
    {
        var rule = tokens.Peek == IrTextWriter.Rule[0] ? ReadRule() : null;
        var map = tokens.Peek == IrTextWriter.Map[0] ? ReadMap() : null;
        var isRefinement = tokens.Peek == IrTextWriter.Refinement[0] && tokens.Next("a function") is var word
            && (word == IrTextWriter.Refinement ? true : throw tokens.Fault($"A function is expected, not '{word}'"));
        _locals.Clear();
        var (id, name) = (ReadString("the id of a function"), ReadString("the name of a function"));
        var parameters = All(() => new Parameter(ReadLocal(tokens.Next("a parameter")), ReadWord(Mnemonics.Roles, "the role of a parameter")));
        return new(id, name, parameters, All(ReadType), ReadBlock()) { Derivative = rule, Map = map, IsRefinement = isRefinement };
    }

    private DerivativeRule ReadRule()
    {
        var word = tokens.Next("a function");
        if (word != IrTextWriter.Rule)
            throw tokens.Fault($"A function is expected, not '{word}'");
        CheckDepth();
        return new(All(ReadBool), ReadOptionalProgram(), ReadOptionalProgram());
    }

    private GradientMap ReadMap()
    {
        var word = tokens.Next("a function");
        if (word != IrTextWriter.Map)
            throw tokens.Fault($"A function is expected, not '{word}'");
        CheckDepth();
        var (of, inputs) = (ReadString("the name of a function"), tokens.NextInt("the number of parameters"));
        return new(of, inputs, All(ReadBool), All(ReadBool), ReadOptionalProgram(), ReadBool() ? ReadString("why a pullback has no second derivatives") : null);
    }

    private IrProgram? ReadOptionalProgram() => ReadBool() ? new IrProgram(ReadFunction(), All(ReadFunction)) : null;

    private WeightSpec ReadWeight() => new(
        ReadString("the name of a weight"),
        tokens.NextInt("the parameter of a weight"),
        ReadBool(),
        ReadDouble("the start of a weight"),
        ReadDouble("the smallest value of a weight"),
        ReadDouble("the largest value of a weight"),
        ReadBool(),
        ReadBool() ? ReadString("the weight that a weight stays above") : null,
        ReadBool());

    private ChoiceSpec ReadChoice() => new(
        ReadString("the name of a choice"),
        tokens.NextInt("the parameter of a choice"),
        ReadBool(),
        All(ReadOption),
        tokens.NextInt("the start of a choice"));

    private Constant ReadOption()
    {
        if (tokens.Next("an option of a choice") != "c")
            throw tokens.Fault("An option of a choice is expected, a constant");
        return ReadConstant();
    }

    private IrType ReadType()
    {
        CheckDepth();
        var word = tokens.Next("a type");
        if (Mnemonics.Scalars.Find(word) is { } scalar)
            return Scalar(scalar);
        if (Reference(word, '$', _types) is { } known)
            return known;
        IrType type;
        if (Mnemonics.Arrays.Find(word) is { } kind)
            type = new ArrayType(ReadType(), kind);
        else if (Mnemonics.Structs.Find(word) is { } form)
            type = new StructType(ReadString("the name of a struct"), form, All(ReadField)) { Access = form == StructForm.Accessed ? ReadAccess() : null };
        else if (word == "enum")
            type = new EnumType(ReadString("the name of an enum"), All(ReadMember));
        else if (word == "opaque")
            type = new OpaqueType(ReadString("the name of a type"));
        else
            throw tokens.Fault($"A type is expected, not '{word}'");
        _types.Add(type);
        return type;
    }

    private StructAccess ReadAccess() => new(All(() => ReadString("the name of a hidden field")), ReadBool() ? ReadGeneric() : null);

    private GenericStruct ReadGeneric() => new(
        ReadString("the name of a generic struct"),
        ReadString("type parameters"),
        ReadString("type arguments"),
        ReadString("constraints"),
        All(() => ReadString("the type of a field")));

    private StructField ReadField() => new(ReadString("the name of a field"), ReadType());

    private EnumMember ReadMember() => new(ReadString("the name of a member"), tokens.NextLong("the value of a member"));

    private ScalarType ReadScalar(string what) => ReadType() as ScalarType ?? throw tokens.Fault($"{what} is expected, a primitive type");

    private ArrayType ReadArrayType() => ReadType() as ArrayType ?? throw tokens.Fault("The type of an array is expected");

    private Local ReadLocal(string word)
    {
        if (Reference(word, '%', _locals) is { } known)
            return known;
        if (word != "%")
            throw tokens.Fault($"A local is expected, not '{word}'");
        var local = new Local(tokens.NextInt("the id of a local"), ReadType(), ReadString("the name of a local"));
        _locals.Add(local);
        return local;
    }

    private string ReadString(string what)
    {
        if (tokens.Peek == '#')
        {
            var word = tokens.Next(what);
            return Reference(word, '#', _strings) ?? throw tokens.Fault($"{what} is expected");
        }

        var value = tokens.NextString(what);
        _strings.Add(value);
        return value;
    }

    private double ReadDouble(string what) => BitConverter.Int64BitsToDouble(unchecked((long)tokens.NextBits(16, what)));

    private bool ReadBool()
    {
        var word = tokens.Next("0 or 1");
        return word == "1" || (word == "0" ? false : throw tokens.Fault("0 or 1 is expected"));
    }

    private T ReadWord<T>(Words<T> words, string what)
        where T : struct => words.Find(tokens.Next(what)) ?? throw tokens.Fault($"{what} is expected");

    private EquatableArray<T> All<T>(Func<T> read)
    {
        var count = tokens.NextInt("a count");
        if (count < 0)
            throw tokens.Fault("A count is negative");
        var items = new List<T>();
        for (var i = 0; i < count; i++)
            items.Add(read());
        return items.ToEquatableArray();
    }

    /// <summary>What a word like <c>#3</c> refers to; null for another word.</summary>
    private T? Reference<T>(string word, char mark, List<T> known)
        where T : class
    {
        if (word.Length < 2 || word[0] != mark)
            return null;
        var digits = word.Substring(1);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < known.Count
            ? known[number]
            : throw tokens.Fault($"'{word}' refers to nothing before it");
    }

    /// <summary>Text that nests deeper than the stack is refused like any other that cannot be read.</summary>
    private void CheckDepth()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException)
        {
            throw tokens.Fault("The program is nested too deeply");
        }
    }

    private static ScalarType Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => ScalarType.Bool,
        ScalarKind.Int => ScalarType.Int,
        ScalarKind.Long => ScalarType.Long,
        ScalarKind.Float => ScalarType.Float,
        _ => ScalarType.Double,
    };
}
