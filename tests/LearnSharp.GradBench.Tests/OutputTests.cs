using System.Linq;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Tests;

/// <summary>The outputs have the shapes that gradbench's validators compare.</summary>
public sealed class OutputTests
{
    private const string Bundle = """
        {"n":2,"m":3,"p":12,"cam":[0.1,0.2,0.3,0,0,-5,2,0.5,0.25,0.01,0.02],"x":[1,2,3],"w":0.75,"feat":[0.5,1.5]}
        """;

    // One bone that stays where it is and two vertices; the first point lies on the second vertex.
    private const string Hand = """
        {"theta":[0,0,0,1,2,3],"us":[],"data":{"correspondences":[1,0],"points":[[10,20,30],[0,0,0]],"model":{"bone_count":1,"bone_names":["wrist"],"parents":[-1],
        "base_relatives":[[[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1]]],"inverse_base_absolutes":[[[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1]]],
        "base_positions":[[0,0,0,1],[4,5,6,1]],"weights":[[1],[1]],"triangles":[[0,1,0]],"is_mirrored":false}}}
        """;

    [Fact]
    public void Ba_tells_the_errors_of_the_first_observation_and_their_number()
    {
        var output = Evaluate("ba", "objective", Bundle);
        output.GetProperty("reproj_error").GetProperty("elements").GetArrayLength().ShouldBe(2);
        output.GetProperty("reproj_error").GetProperty("repeated").GetInt32().ShouldBe(12);
        output.GetProperty("w_err").GetProperty("element").GetDouble().ShouldBe(1 - 0.75 * 0.75);
        output.GetProperty("w_err").GetProperty("repeated").GetInt32().ShouldBe(12);
    }

    [Fact]
    public void Ba_shows_thirty_entries_of_its_matrix_and_the_last()
    {
        var output = Evaluate("ba", "jacobian", Bundle);
        output.GetProperty("rows").EnumerateArray().Select(static row => row.GetInt32()).Last().ShouldBe(31 * 12);
        output.GetProperty("cols").EnumerateArray().Select(static column => column.GetInt32()).Last().ShouldBe(2 * 11 + 3 * 3 + 12 - 1);
        output.GetProperty("vals").EnumerateArray().Select(static value => value.GetDouble()).Last().ShouldBe(-1.5);
        output.EnumerateObject().ShouldAllBe(static list => list.Value.GetArrayLength() == 31);
    }

    [Fact]
    public void Ht_gives_differences_as_one_list()
    {
        var output = Evaluate("ht", "objective", Hand);
        output.EnumerateArray().Select(static error => error.GetDouble()).ShouldBe([10 - 5, 20 - 7, 30 - 9, -1, -2, -3]);
    }

    [Fact]
    public void Ht_gives_a_row_per_difference()
    {
        var output = Evaluate("ht", "jacobian", Hand);
        output.GetArrayLength().ShouldBe(6);
        output[1].EnumerateArray().Select(static entry => entry.GetDouble()).ShouldBe([0, 0, 0, 0, -1, 0]);
    }

    private static JsonElement Evaluate(string module, string function, string input)
    {
        var oneLine = input.ReplaceLineEndings("");
        using var answer = JsonDocument.Parse(Tool.Answer($$"""{"id":1,"kind":"evaluate","module":"{{module}}","function":"{{function}}","input":{{oneLine}}}"""));
        answer.RootElement.GetProperty("success").GetBoolean().ShouldBeTrue();
        return answer.RootElement.GetProperty("output").Clone();
    }
}
