using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Gives a function what it leaves in parameters as further results.</summary>
internal static class StateResults
{
    /// <summary>The function that returns the values of <paramref name="locals"/> at its end behind its own results.</summary>
    public static Function Append(Function function, EquatableArray<Local> locals)
    {
        var reads = locals.Select(static local => (Expression)new LocalRead(local));
        var body = new Returns(reads).Visit(function.Body);
        if (function.Results.IsEmpty && !(body.Statements.Count > 0 && body.Statements[body.Statements.Count - 1] is Return or Throw))
            body = body with { Statements = body.Statements.Add(new Return(reads)) };
        return function with { Body = body, Results = function.Results.Concat(locals.Select(static local => local.Type)).ToEquatableArray() };
    }

    private sealed class Returns(EquatableArray<Expression> reads) : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement) =>
            statement is Return @return ? [@return with { Values = @return.Values.Concat(reads).ToEquatableArray() }] : base.Visit(statement);
    }
}
