using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Loops in lanes: as many turns at once as a vector holds, and the rest one by one.</summary>
internal sealed partial class StatementPrinter
{
    private const int MostLimits = 3;
    private const string Lanes = "global::LearnSharp.Runtime.FourLanes";

    private Dictionary<Expression, string> _factors = [];

    private bool TryPrintLanes(Loop loop, Declare counter)
    {
        if (LaneLoop.Of(loop, counter) is not { } lanes)
            return false;
        var i = names[counter.Local];
        var bound = expressions.Print(lanes.Bound, Precedence.Additive);
        var end = names.Free("end");
        var sums = lanes.Sums.ToDictionary(static sum => sum, sum => loop.HasFreeSums ? names.Free(names[sum] + "Lanes") : names[sum]);
        writer.Open();
        writer.Line($"var {i} = {expressions.PrintConverted(counter.Value!)};");
        writer.Line($"if ({bound} - {i} >= {Lanes}.Worth{InFront(lanes, counter)})");
        writer.Open();
        var (outer, taken) = (_factors, new HashSet<string>());
        _factors = [];
        foreach (var factor in lanes.Factors)
        {
            var name = names.Free(factor is LocalRead { Local: var read } ? names[read].TrimStart('@') + "Lanes" : "factor");
            for (var (stem, number) = (name, 2); !taken.Add(name); number++)
                name = names.Free(stem + number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            writer.Line($"var {name} = {Lanes}.Of({expressions.Print(factor)});");
            _factors[factor] = name;
        }

        foreach (var sum in lanes.Sums.Where(_ => loop.HasFreeSums))
            writer.Line($"var {sums[sum]} = {Lanes}.Zero;");
        writer.Line($"for (var {end} = {End(lanes, i)}; {i} < {end}; {i} += {Lanes}.Count)");
        writer.Open();
        foreach (var statement in lanes.Turn)
            PrintInLanes(lanes, statement, sums);
        foreach (var step in lanes.Steps)
            writer.Line($"{names[step]} += {Lanes}.Count;");
        writer.Close();
        foreach (var sum in lanes.Sums.Where(_ => loop.HasFreeSums))
            writer.Line($"{names[sum]} += {Lanes}.Sum({sums[sum]});");
        writer.Close();
        _factors = outer;
        PrintLoop(loop, counter: null);
        writer.Close();
        return true;
    }

    // No index may be negative when the first vector is loaded; then none is.
    private string InFront(LaneLoop lanes, Declare counter)
    {
        var doubtful = lanes.Elements.Select(static element => element.Index)
            .Where(index => !(index is LocalRead read && read.Local.Equals(lanes.Counter) && counter.Value is Constant { AsLong: >= 0 }))
            .Select(index => expressions.Print(index, Precedence.Additive)).Distinct().ToList();
        return doubtful.Count == 0 ? "" : doubtful.Count == 1 ? $" && {doubtful[0]} >= 0" : $" && ({string.Join(" | ", doubtful)}) >= 0";
    }

    // Where the last whole vector ends: within the loop's bound and all arrays.
    private string End(LaneLoop lanes, string i)
    {
        var bound = expressions.PrintItem(lanes.Bound, convert: true);
        var limits = new List<string>();
        foreach (var element in lanes.Elements)
        {
            var length = expressions.Print(new Length(element.Array));
            var limit = element.Index is LocalRead read && read.Local.Equals(lanes.Counter) ? length : $"{length} - ({expressions.Print(element.Index)}) + {i}";
            if (limit != bound && !limits.Contains(limit))
                limits.Add(limit);
        }

        while (limits.Count > MostLimits)
        {
            limits[limits.Count - 2] = $"global::System.Math.Min({limits[limits.Count - 2]}, {limits[limits.Count - 1]})";
            limits.RemoveAt(limits.Count - 1);
        }

        return $"{Lanes}.End({string.Join(", ", new[] { i, bound }.Concat(limits))})";
    }

    private void PrintInLanes(LaneLoop lanes, Statement statement, Dictionary<Local, string> sums)
    {
        switch (statement)
        {
            case Comment s:
                writer.Comment(s.Text);
                break;
            case Declare s:
                writer.Line($"var {names[s.Local]} = {InLanes(lanes, s.Value!, Precedence.Lowest)};");
                break;
            case Assign { Target: LocalPlace { Local: var local }, Value: Binary sum } when !lanes.Loop.HasFreeSums && sums.TryGetValue(local, out var name):
                writer.Line($"{name} = {Lanes}.{(sum.Operator == BinaryOperator.Add ? "Added" : "Subtracted")}({name}, {InLanes(lanes, sum.Right, Precedence.Lowest)});");
                break;
            case Assign { Target: LocalPlace { Local: var local }, Value: Binary sum } when sums.TryGetValue(local, out var name):
                writer.Line($"{name} {ExpressionPrinter.Operator(sum.Operator).Symbol}= {InLanes(lanes, sum.Right, Precedence.Lowest)};");
                break;
            case Assign { Target: LocalPlace { Local: var local } } s:
                writer.Line($"{names[local]} = {InLanes(lanes, s.Value, Precedence.Lowest)};");
                break;
            case Assign { Target: ElementPlace place } s:
                writer.Line($"{Lanes}.Store({InLanes(lanes, s.Value, Precedence.Lowest)}, {expressions.Print(place.Array)}, {expressions.PrintItem(place.Index, convert: true)});");
                break;
        }
    }

    private string InLanes(LaneLoop lanes, Expression expression, Precedence least)
    {
        if (expression is LocalRead { Local: var local } && lanes.Vectors.Contains(local))
            return names[local];
        if (_factors.TryGetValue(expression, out var known))
            return known;
        if (lanes.IsInvariant(expression))
            return $"{Lanes}.Of({expressions.Print(expression)})";
        var (text, level) = expression switch
        {
            Element e => ($"{Lanes}.Load({expressions.Print(e.Array)}, {expressions.PrintItem(e.Index, convert: true)})", Precedence.Primary),
            Unary e => ("-" + InLanes(lanes, e.Operand, Precedence.Primary), Precedence.Unary),
            Binary e when e.Operator is BinaryOperator.Add or BinaryOperator.Subtract => (InLanes(lanes, e, Precedence.Additive, Precedence.Multiplicative), Precedence.Additive),
            Binary { Operator: BinaryOperator.Divide, Right: Constant divisor } e when LaneLoop.HasExactReciprocal(divisor) =>
                ($"{InLanes(lanes, e.Left, Precedence.Multiplicative)} * {InLanes(lanes, Constant.Of(1 / divisor.AsDouble), Precedence.Unary)}", Precedence.Multiplicative),
            Binary e => (InLanes(lanes, e, Precedence.Multiplicative, Precedence.Unary), Precedence.Multiplicative),
            MathCall e => ($"{Lanes}.Sqrt({InLanes(lanes, e.Arguments[0], Precedence.Lowest)})", Precedence.Primary),
            _ => throw new System.InvalidOperationException($"Lanes do not know {expression.GetType().Name}."),
        };
        return level < least ? $"({text})" : text;
    }

    private string InLanes(LaneLoop lanes, Binary e, Precedence left, Precedence right) =>
        $"{InLanes(lanes, e.Left, left)} {ExpressionPrinter.Operator(e.Operator).Symbol} {InLanes(lanes, e.Right, right)}";
}
