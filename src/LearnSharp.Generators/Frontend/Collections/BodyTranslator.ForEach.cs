using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary><c>foreach</c> over a sequence: its own loops, with the body in the middle.</summary>
    private void ForEach(IForEachLoopOperation loop, Sequence sequence)
    {
        Emit(BlockOf(() =>
        {
            var enumeration = sequence.Start(false);
            var done = NewLabel();
            enumeration(
                element =>
                {
                    var next = NewLabel();
                    (_labels[loop.ExitLabel], _labels[loop.ContinueLabel]) = (done, next);
                    DeclareVariable(loop, element);
                    var body = BlockOf(loop.Body);
                    if (ExitFinder.LeavesTo(body, next))
                        Emit(new Labelled(next, body));
                    else
                        _out.AddRange(body.Statements);
                },
                done);
        }));
    }

    /// <summary>The type of what a loop goes through.</summary>
    private static ITypeSymbol? ElementOf(IForEachLoopOperation loop) => loop.SemanticModel!.GetForEachStatementInfo((CommonForEachStatementSyntax)loop.Syntax).ElementType;

    private void DeclareVariable(IForEachLoopOperation loop, Expression element)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var symbol })
        {
            if (Standing(element) is { IsSymbolic: true } standing)
            {
                _scope.Set(symbol, standing, _region);
                return;
            }

            var type = TypeOf(symbol.Type, loop.LoopControlVariable.Syntax.GetLocation());
            DeclareLocal(symbol, type, Coerce(element, type));
            return;
        }

        Distribute(loop.LoopControlVariable, new LocalRead(Spill(element, "element")), ElementOf(loop));
    }
}
