using LearnSharp.Ir;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests;

public class CSharpPrinterTests
{
    private static readonly PrintOptions Readable = new() { QualifyMath = false, Overflow = OverflowContext.Unchecked };

    private static readonly Local X = Double(0, "x");
    private static readonly Local N = Int(1, "n");
    private static readonly Local Values = Doubles(2, "values");
    private static readonly Local Sum = Double(10, "sum");
    private static readonly Local I = Int(11, "i");

    private static string Body(IrProgram program) => CSharpPrinter.PrintBody(program, Readable);

    [Fact]
    public void A_counted_loop_is_a_for_statement()
    {
        Body(Program(
            [Values],
            Let(Sum, Of(0.0)),
            Let(I, Of(0)),
            For(I, new Length(Read(Values)), 1, Set(Sum, Add(Read(Sum), new Element(Read(Values), Read(I))))),
            Return(Read(Sum))))
            .ShouldBe("""
                var sum = 0.0;
                for (var i = 0; i < values.Length; i++)
                    sum += values[i];
                return sum;

                """);
    }
}
