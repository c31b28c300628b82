using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Prints the body of a lockstep program, or of its pullback, over lanes: a local that differs between rows is a <c>TLanes</c>, with a row in each lane; what is the same in all rows
/// stays a scalar. Numbers are doubles (floats are rounded after every operation, integers are 64 bits wide and wrapped), conditions are masks of all ones or all zeros.
/// </summary>
public static class LanePrinter
{
    /// <summary>Names that mean something in the text and that no local may have.</summary>
    private static readonly string[] s_reserved = ["rows", "choices", "records", "TLanes"];

    /// <summary>The statements of a kernel's body.</summary>
    /// <param name="function">A function without exits whose branches differ between rows in masks alone: the root of a <see cref="LockstepProgram"/> or of its pullback.</param>
    /// <param name="parameters">Per parameter, the C# that reads it: lanes, or a scalar where it is uniform.</param>
    /// <param name="uniform">Per parameter, whether it is a scalar. Doubles and floats are lanes wherever they come from.</param>
    /// <param name="results">Per result, the C# that takes it: <c>{0}</c> stands for the value.</param>
    /// <param name="indentation">Levels of indentation.</param>
    public static string PrintBody(
        Function function, IReadOnlyList<string> parameters, IReadOnlyList<bool> uniform, IReadOnlyList<string> results, int indentation)
    {
        var prepared = PrintableFunction.Prepare(function);
        var names = new LocalNames(prepared, s_reserved, keepParameters: false);
        var varying = LaneTypes.Of(prepared.Function, uniform);
        var writer = new CodeWriter(indentation);
        var statements = new LaneStatementPrinter(prepared, names, varying, results, writer);
        for (var i = 0; i < parameters.Count; i++)
        {
            var local = prepared.Function.Parameters[i].Local;
            if (prepared.Uses.Reads(local) > 0)
                writer.Line($"var {names[local]} = {parameters[i]};");
        }

        if (RecordUse.In(prepared.Function))
            writer.Line("var records = global::LearnSharp.Runtime.LaneRecords.Current;");
        statements.Print(prepared.Function.Body.Statements);
        return writer.ToString();
    }

    private sealed class RecordUse : Walker
    {
        private bool _found;

        public static bool In(Function function)
        {
            var use = new RecordUse();
            use.Visit(function);
            return use._found;
        }

        public override void Visit(Statement statement)
        {
            _found |= statement is Push or Pop;
            base.Visit(statement);
        }
    }
}
