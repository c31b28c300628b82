using System;
using System.Linq;
using Diffused = LearnSharp.Execution.Tests.Jacobians.Fields.DiffusedProgram;
using Residual = LearnSharp.Execution.Tests.Jacobians.Fields.ResidualProgram;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary>Sparse Jacobians: what their pattern says, what they cost, and where there are none.</summary>
public sealed class SparseTests
{
    private static readonly double[] Field = [.. Enumerable.Range(0, 30).Select(static i => Math.Sin(i * 0.7) * 0.8)];

    [Fact]
    public void A_band_takes_as_many_directions_as_it_is_wide()
    {
        var pattern = Residual.JacobianPattern(Field, new double[30]);
        (pattern.RowCount, pattern.ColumnCount, pattern.Count, pattern.ColorCount).ShouldBe((28, 30, 3 * 28, 3));
        pattern.Columns[..3].ToArray().ShouldBe([0, 1, 2]);
        pattern.IndexOf(1, 0).ShouldBe(-1);
        pattern.IndexOf(1, 3).ShouldBe(5);

        // One column that every row has takes a direction of its own.
        Diffused.JacobianPattern(Field, 0.1).ColorCount.ShouldBe(4);
    }

    [Fact]
    public void Without_its_zeros_it_is_the_whole_one()
    {
        Diffused.SparseJacobian(Field, 0.1).ToDense().ShouldBe(Diffused.Jacobian(Field, 0.1));
        var source = Field.Reverse().ToArray();
        var sparse = Residual.SparseJacobian(Field, source);
        sparse.ToDense().ShouldBe(Residual.Jacobian(Field, source));
        sparse[3, 4].ShouldBe(-2);
        sparse[3, 20].ShouldBe(0);
        int[] table = [4, 0, 7, 3, 3, 29];
        Fields.PickedProgram.SparseJacobian(Field, table, 0.2).ToDense().ShouldBe(Fields.PickedProgram.Jacobian(Field, table, 0.2));
    }

    [Fact]
    public void A_pattern_holds_wherever_the_numbers_go()
    {
        // All of them are below the limit here, and every second one is above it there.
        int[] table = [4, 0, 7, 3, 3, 29, 11];
        var pattern = Fields.PickedProgram.JacobianPattern(new double[30], table, 5);
        var (value, entries) = (new double[table.Length], new double[pattern.Count]);
        Fields.PickedProgram.SparseJacobian(Field, table, 0.1, pattern, value, entries);
        value.ShouldBe(Fields.Picked(Field, table, 0.1));
        new SparseMatrix(pattern, entries).ToDense().ShouldBe(Fields.PickedProgram.Jacobian(Field, table, 0.1));

        // Where the index is zero, the first branch never runs.
        pattern.IndexOf(1, 0).ShouldBeGreaterThanOrEqualTo(0);
        (pattern.RowStarts[2] - pattern.RowStarts[1]).ShouldBe(1);
        (pattern.RowStarts[1] - pattern.RowStarts[0]).ShouldBe(2);
    }

    [Fact]
    public void Arguments_that_are_written_are_left_alone()
    {
        int[] order = [5, 3, 1, 4];
        var values = Field[..6];
        var sparse = Fields.SweptProgram.SparseJacobian(values, order);
        order.ShouldBe([5, 3, 1, 4]);
        values.ShouldBe(Field[..6]);
        sparse.ToDense().ShouldBe(Fields.SweptProgram.Jacobian(values, order));
        sparse.Pattern.Count.ShouldBeLessThan(sparse.Pattern.RowCount * sparse.Pattern.ColumnCount);
    }

    [Theory]
    [InlineData(typeof(Fields.LookedProgram))]
    [InlineData(typeof(Fields.SettledProgram))]
    [InlineData(typeof(Fields.SinglesProgram))]
    [InlineData(typeof(Maps.ToPolarProgram))]
    public void Where_the_code_does_not_show_the_pattern_there_is_no_member(Type program)
    {
        program.GetMethod("Jacobian").ShouldNotBeNull();
        program.GetMethods().ShouldNotContain(static method => method.Name == "SparseJacobian" || method.Name == "JacobianPattern");
    }

    [Fact]
    public void Patterns_and_buffers_that_do_not_fit_are_refused_before_anything_is_written()
    {
        var pattern = Residual.JacobianPattern(Field, new double[30]);
        var (value, entries) = (new double[28], new double[84]);
        Should.Throw<ArgumentException>(() => Residual.SparseJacobian(Field[..29], new double[30], pattern, value, entries)).ParamName.ShouldBe("pattern");
        Should.Throw<ArgumentException>(() => Residual.SparseJacobian(Field, new double[30], pattern, new double[27], entries)).ParamName.ShouldBe("value");
        Should.Throw<ArgumentException>(() => Residual.SparseJacobian(Field, new double[30], pattern, value, new double[85])).ParamName.ShouldBe("entries");
        Should.Throw<ArgumentException>(() => Residual.SparseJacobian(Field, new double[30], pattern, Field.AsSpan(0, 28), entries)).ParamName.ShouldBe("value");
        Should.Throw<ArgumentNullException>(() => Residual.SparseJacobian(Field, new double[30], null!, value, entries)).ParamName.ShouldBe("pattern");
        Should.Throw<ArgumentException>(() => new SparseMatrix(pattern, new double[3])).ParamName.ShouldBe("entries");
        value.ShouldAllBe(static x => x == 0);
        entries.ShouldAllBe(static x => x == 0);
    }

    [Fact]
    public void Columns_of_one_colour_share_no_row()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var (rows, columns) = (1 + random.Next(20), 1 + random.Next(20));
            var sets = new LearnSharp.Runtime.Dependencies(columns);
            var members = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(columns)).ToArray()).ToArray();
            var pattern = sets.Pattern([.. members.Select(row => row.Select(LearnSharp.Runtime.Dependencies.Column).Aggregate(0, sets.Union))]);
            for (var row = 0; row < rows; row++)
            {
                var found = pattern.Columns[pattern.RowStarts[row]..pattern.RowStarts[row + 1]].ToArray();
                found.ShouldBe(members[row].Distinct().Order());
                var colors = pattern.Colors.ToArray();
                found.Select(column => colors[column]).Distinct().Count().ShouldBe(found.Length);
                found.ShouldAllBe(column => colors[column] >= 0 && colors[column] < pattern.ColorCount);
            }
        }
    }

    [Fact]
    public void With_a_pattern_nothing_is_allocated_after_warm_up()
    {
        var pattern = Diffused.JacobianPattern(Field, 0.1);
        var (value, entries) = (new double[30], new double[pattern.Count]);
        void Once() => Diffused.SparseJacobian(Field, 0.1, pattern, value, entries);

        for (var i = 0; i < 100; i++)
            Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Once();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        entries.ShouldContain(static x => x != 0);
    }
}
