namespace LearnSharp.Ir;

internal sealed partial class IrTextReader
{
    private Block ReadBlock() => new(All(ReadStatement));

    private Statement ReadStatement()
    {
        CheckDepth();
        var word = tokens.Next("a statement");
        if (word == "@")
        {
            var origin = new Origin(ReadString("a source line"));
            return ReadStatement(tokens.Next("a statement")) with { Origin = origin };
        }

        return ReadStatement(word);
    }

    private Statement ReadStatement(string word) => word switch
    {
        "{" => ReadBlock(),
        "label" => new Labelled(ReadLabel(), ReadBlock()),
        "var" => new Declare(ReadLocal(tokens.Next("a local")), null),
        "var=" => new Declare(ReadLocal(tokens.Next("a local")), ReadExpression()),
        "=" => new Assign(ReadPlace(tokens.Next("a place")), ReadExpression()),
        "call" => ReadCall(),
        "if" => new If(ReadExpression(), ReadBlock(), ReadBlock()),
        "loop" => new Loop(ReadLabel(), ReadLabel(), ReadOptional(), ReadBlock(), ReadBlock(), ReadOptional()),
        "exit" => new Exit(ReadLabel()),
        "return" => new Return(All(ReadExpression)),
        "throw" => new Throw(ReadExpression()),
        "do" => new Evaluate(ReadExpression()),
        "push" => new Push(ReadExpression()),
        "pop" => new Pop(ReadPlace(tokens.Next("a place"))),
        "push[]" => new PushElements(ReadExpression(), ReadExpression(), ReadExpression()),
        "pop[]" => new PopElements(ReadExpression(), ReadExpression(), ReadExpression()),
        "//" => new Comment(ReadString("a comment")),
        _ => throw tokens.Fault($"A statement is expected, not '{word}'"),
    };

    private Call ReadCall()
    {
        var function = ReadString("the function that is called");
        var targets = All(() =>
        {
            var word = tokens.Next("a place or '_'");
            return word == "_" ? null : ReadPlace(word);
        });
        return new(targets, function, All(ReadExpression));
    }

    private Label ReadLabel() => new(tokens.NextInt("a label"));

    private Place ReadPlace(string word)
    {
        CheckDepth();
        return word switch
        {
            "[]" => new ElementPlace(ReadExpression(), ReadExpression()),
            "field" => new FieldPlace(ReadPlace(tokens.Next("a place")), tokens.NextInt("the number of a field")),
            _ => new LocalPlace(ReadLocal(word)),
        };
    }

    private Expression? ReadOptional()
    {
        var word = tokens.Next("an expression or '_'");
        return word == "_" ? null : ReadExpression(word);
    }

    private Expression ReadExpression() => ReadExpression(tokens.Next("an expression"));

    private Expression ReadExpression(string word)
    {
        CheckDepth();
        return ReadNode(word);
    }

    private Expression ReadNode(string word)
    {
        switch (word)
        {
            case "c":
                return ReadConstant();
            case "default":
                return new Default(ReadType());
            case "?":
                return new Conditional(ReadExpression(), ReadExpression(), ReadExpression());
            case "to" or "to!":
                return new Convert(ReadType(), ReadExpression(), word == "to!");
            case "[]":
                return new Element(ReadExpression(), ReadExpression());
            case "length":
                return new Length(ReadExpression());
            case "slice":
                return new Slice(ReadExpression(), ReadExpression(), ReadExpression());
            case "field":
                return new FieldRead(ReadExpression(), tokens.NextInt("the number of a field"));
            case "struct":
                return new StructNew(ReadType() as StructType ?? throw tokens.Fault("The type of a struct is expected"), All(ReadExpression));
            case "new":
                return new ArrayNew(ReadArrayType(), ReadExpression());
            case "rent":
                return new ArrayRent(ReadArrayType(), ReadExpression());
            case "rent?":
                return new ArrayRent(ReadArrayType(), ReadExpression()) { IsCleared = false };
            case "items":
                return new ArrayLiteral(ReadArrayType(), All(ReadExpression));
            case "extern":
                return ReadExtern();
        }

        if (word[0] == '%')
            return new LocalRead(ReadLocal(word));
        if (Mnemonics.Functions.Find(word) is { } function)
            return new MathCall(function, ReadScalar("the overload of a function"), All(ReadExpression));
        if (Operator(word, Mnemonics.Binary, out var isChecked) is { } binary)
            return new Binary(binary, ReadExpression(), ReadExpression(), isChecked);
        if (Operator(word, Mnemonics.Unary, out isChecked) is { } unary)
            return new Unary(unary, ReadExpression(), isChecked);
        throw tokens.Fault($"An expression is expected, not '{word}'");
    }

    private Extern ReadExtern()
    {
        var (type, template) = (ReadType(), ReadString("the template of an extern"));
        var purity = ReadWord(Mnemonics.Purities, "the purity of an extern");
        return new(type, template, All(ReadExpression), purity);
    }

    private Constant ReadConstant()
    {
        var type = ReadType();
        return type switch
        {
            ScalarType { Kind: ScalarKind.Double } => Constant.FromBits(type, unchecked((long)tokens.NextBits(16, "the bits of a double"))),
            ScalarType { Kind: ScalarKind.Float } => Constant.FromBits(type, unchecked((int)tokens.NextBits(8, "the bits of a float"))),
            ScalarType or EnumType => Constant.FromBits(type, tokens.NextLong("the value of a constant")),
            _ => throw tokens.Fault("A constant of a primitive type or enum is expected"),
        };
    }

    private static T? Operator<T>(string word, Words<T> words, out bool isChecked)
        where T : struct
    {
        isChecked = word.Length > 1 && word[word.Length - 1] == '!';
        return words.Find(isChecked ? word.Substring(0, word.Length - 1) : word);
    }
}
