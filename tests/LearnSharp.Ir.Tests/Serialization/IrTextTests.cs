using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.Serialization;

public class IrTextTests
{
    private static readonly EnumType Mode = new("global::Shop.Mode", [new("Up", 0), new("Down", long.MinValue)]);
    private static readonly Local Rate = new(4, ScalarType.Double, "rate");
    private static readonly Local Label = new(5, new OpaqueType("string?"), "a \"quoted\"\nname \u2028 \ud800");
    private static readonly Local Items = new(6, new ArrayType(ScalarType.Float, ArrayKind.ReadOnlySpan), "items");
    private static readonly Local Copy = new(7, new ArrayType(ScalarType.Float, ArrayKind.Array), "copy");
    private static readonly Local Choice = new(8, Mode, "mode");

    /// <summary>A program with every node, every kind of type and every oddity of strings and numbers.</summary>
    private static LearnableProgram Everything()
    {
        var pair = new StructType("(double, float)", StructForm.Tuple, [new("Item1", ScalarType.Double), new("Item2", ScalarType.Float)]);
        var shape = new StructType("global::Shop.Shape", StructForm.Initializer, [new("Pair", pair), new("Size", ScalarType.Long)]);
        var local = new Local(20, shape, "shape");
        Statement[] statements =
        [
            new Comment("says \"why\" — € \\ {0}"),
            new Declare(local, new StructNew(shape, [new StructNew(pair, [Constant.Of(double.NaN), Constant.Of(-0.0f)]), Constant.Of(long.MinValue)])) { Origin = new("var shape = …;") },
            new Declare(Copy, new ArrayLiteral((ArrayType)Copy.Type, [Constant.Of(1.5f), Constant.Of(float.NegativeInfinity)])),
            new Assign(new LocalPlace(Copy), new ArrayNew((ArrayType)Copy.Type, Constant.Of(-1))),
            new Assign(new LocalPlace(Copy), new ArrayRent((ArrayType)Copy.Type, new Length(new LocalRead(Items)))),
            new Assign(new FieldPlace(new FieldPlace(new LocalPlace(local), 0), 1), new Element(new LocalRead(Items), new Unary(UnaryOperator.Complement, Constant.Of(3)))),
            new Assign(new ElementPlace(new LocalRead(Copy), Constant.Of(0)), new Convert(ScalarType.Float, new LocalRead(Rate) { Origin = new("rate") }, Checked: true)),
            new Assign(new LocalPlace(Copy), new ArrayRent((ArrayType)Copy.Type, new Length(new LocalRead(Items))) { IsCleared = false }),
            new Declare(new Local(21, Items.Type, "part"), new Slice(new LocalRead(Items), Constant.Of(1), Constant.Of(2))),
            new Labelled(new(1), new([new Exit(new(1))])),
            new Loop(new(2), new(3), null, new([new Exit(new(2)), new Block([])]), new([new Push(new LocalRead(Rate))]), new Unary(UnaryOperator.Not, Constant.Of(true))),
            new If(
                new Binary(BinaryOperator.OrElse, Constant.Of(false), new Binary(BinaryOperator.GreaterOrEqual, Constant.Of(Mode, 0), Constant.Of(Mode, long.MinValue))),
                new([new Pop(new LocalPlace(Rate))]),
                new([new Throw(new Extern(new OpaqueType("global::System.Exception"), "new global::System.Exception({0})", [new LocalRead(Label)], Purity.Pure))])),
            new Evaluate(new Extern(new OpaqueType("void"), "global::System.Console.WriteLine()", [], Purity.Effectful)),
            new Assign(new LocalPlace(Rate), new Binary(BinaryOperator.WithDerivativeOf, new LocalRead(Rate), Constant.Of(2.0))),
            new Call([new LocalPlace(Rate), null], "Shop.Other()", [new Default(pair)]),
            new Return([
                new Conditional(Constant.Of(true), new MathCall(MathFunction.Atan2, ScalarType.Double, [new LocalRead(Rate), Constant.Of(double.Epsilon)]), Constant.Of(1e300)),
                new Binary(BinaryOperator.Multiply, new Unary(UnaryOperator.Negate, Constant.Of(7), Checked: true), Constant.Of(int.MinValue), Checked: true),
                new FieldRead(new LocalRead(local), 1)]),
        ];
        var root = new Function(
            "Shop.Price(double)", "Price",
            [new(Rate, ParameterRole.Weight), new(Label), new(Items), new(Choice, ParameterRole.Choice)],
            [ScalarType.Double, ScalarType.Int, ScalarType.Long], new(statements.ToEquatableArray()));
        var other = new Function("Shop.Other()", "Other", [], [ScalarType.Double, ScalarType.Bool], Block.Empty) { IsRefinement = true };
        return new(
            new(root, [other]),
            [new("Rate", 0, true, 0.1, double.NegativeInfinity, 5, true, "Low \"one\"", false), new("Low \"one\"", 0, false, 1, 0, double.PositiveInfinity, false, null, true)],
            [new("Mode", 3, false, [Constant.Of(Mode, 0), Constant.Of(Mode, long.MinValue)], 1)]);
    }

    [Fact]
    public void Every_node_type_and_number_comes_back()
    {
        var text = IrText.Write(Everything());

        var read = IrText.Read(text);

        read.ShouldBe(Everything());
        IrText.Write(read).ShouldBe(text); // names and source lines stand outside equality, but not outside the text
    }

    [Fact]
    public void Names_and_source_lines_come_back()
    {
        var root = IrText.Read(IrText.Write(Everything())).Program.Root;

        root.Parameters[1].Local.Name.ShouldBe(Label.Name);
        root.Body.Statements[1].Origin.Text.ShouldBe("var shape = …;");
        ((Convert)((Assign)root.Body.Statements[6]).Value).Operand.Origin.Text.ShouldBeNull();
    }

    [Fact]
    public void The_text_is_one_line_that_starts_with_the_version()
    {
        var text = IrText.Write(Everything());

        text.ShouldStartWith("ls1 ");
        text.ShouldNotContain('\n');
        text.ShouldNotContain('\u2028');
    }

    [Fact]
    public void A_small_program_is_written_as_this()
    {
        var x = new Local(0, ScalarType.Double, "x");
        var body = new Block([new Return([new Binary(BinaryOperator.Add, new LocalRead(x), Constant.Of(1.5))])]);
        var program = new LearnableProgram(new(new("F(double)", "F", [new(x)], [ScalarType.Double], body), []), [], []);

        IrText.Write(program).ShouldBe("ls1 \"F(double)\" \"F\" 1 % 0 d \"x\" input 1 d 1 return 1 + %0 c d 3ff8 0 0 0 ~2c5fe536");
    }

    [Fact]
    public void Random_programs_come_back()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var program = Learnable(seed);
            var text = IrText.Write(program);
            var read = IrText.Read(text);
            read.ShouldBe(program, $"seed {seed}");
            IrText.Write(read).ShouldBe(text, $"seed {seed}");
        }
    }

    [Fact]
    public void An_unknown_version_is_refused_by_name() =>
        Should.Throw<FormatException>(() => IrText.Read("ls9 something")).Message.ShouldContain("'ls9'");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ls1")]
    [InlineData("ls1 ")]
    [InlineData("hello")]
    [InlineData("{\"a\": 1}")]
    public void What_is_no_program_is_refused(string text) => Should.Throw<FormatException>(() => IrText.Read(text)).Message.ShouldContain("position");

    [Fact]
    public void Text_that_was_cut_off_anywhere_is_refused_with_the_position()
    {
        var text = IrText.Write(Everything());
        for (var length = 0; length < text.Length; length++)
            Should.Throw<FormatException>(() => IrText.Read(text.Substring(0, length))).Message.ShouldContain("position");
    }

    [Fact]
    public void A_changed_digit_is_noticed()
    {
        var text = IrText.Write(Everything());
        Should.Throw<FormatException>(() => IrText.Read(text.Replace("c f 3fc", "c f 3fd", StringComparison.Ordinal))).Message.ShouldContain("check sum");
    }

    [Fact]
    public void Text_behind_the_end_is_refused() =>
        Should.Throw<FormatException>(() => IrText.Read(IrText.Write(Everything()) + " ")).Message.ShouldContain("behind the end");

    [Fact]
    public void Nesting_deeper_than_the_stack_is_refused()
    {
        var text = "ls1 \"F\" \"F\" 0 0 1 return 1 " + string.Concat(Enumerable.Repeat("neg ", 1_000_000));
        Should.Throw<FormatException>(() => IrText.Read(text)).Message.ShouldContain("too deeply");
    }

    [Fact]
    public void Mutated_text_gives_a_program_or_a_format_exception_and_nothing_else()
    {
        var random = new Random(1);
        var (programs, refusals) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var text = IrText.Write(seed == 0 ? Everything() : Learnable(seed));
            var body = text.Substring(0, text.LastIndexOf(' '));
            for (var mutation = 0; mutation < 60; mutation++)
            {
                try
                {
                    var read = IrText.Read(IrText.Seal(Mutated(body, random)));
                    IrText.Read(IrText.Write(read)).ShouldBe(read);
                    programs++;
                }
                catch (FormatException exception)
                {
                    exception.Message.ShouldContain("position");
                    refusals++;
                }
            }
        }

        programs.ShouldBeGreaterThan(100); // a number or a name that changed is a program still
        refusals.ShouldBeGreaterThan(1000);
    }

    private static LearnableProgram Learnable(int seed)
    {
        var program = RandomProgramGenerator.Generate(seed).Program;
        var random = new Random(seed);
        return new(
            program,
            Enumerable.Range(0, random.Next(3)).Select(i => RandomWeight(i, random)).ToEquatableArray(),
            Enumerable.Range(0, random.Next(3)).Select(i => RandomChoice(i, random)).ToEquatableArray());
    }

    private static WeightSpec RandomWeight(int i, Random random) =>
        new($"W{i}", i, random.Next(2) == 0, random.NextDouble(), -random.NextDouble(), double.PositiveInfinity, false, i > 0 ? "W0" : null, false);

    private static ChoiceSpec RandomChoice(int i, Random random) =>
        new($"C{i}", i, false, [Constant.Of(i), Constant.Of(random.Next(10, 99))], random.Next(2));

    private static string Mutated(string text, Random random)
    {
        var words = new List<string>(text.Split(' '));
        var at = random.Next(1, words.Count);
        switch (random.Next(5))
        {
            case 0:
                words.RemoveAt(at);
                break;
            case 1:
                words[at] = words[random.Next(1, words.Count)];
                break;
            case 2:
                words.Insert(at, words[random.Next(1, words.Count)]);
                break;
            case 3:
                words[at] = words[at].Length == 0 ? "7" : words[at][..^1] + (char)random.Next(32, 127);
                break;
            default:
                words.RemoveRange(at, words.Count - at);
                break;
        }

        return string.Join(' ', words);
    }
}
