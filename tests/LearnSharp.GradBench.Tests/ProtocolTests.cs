using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Tests;

/// <summary>Messages and their answers.</summary>
public sealed class ProtocolTests
{
    private static string Answers(string messages)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(messages));
        using var output = new MemoryStream();
        Tool.Run(input, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void Every_message_is_answered_on_one_line_with_its_id(string end)
    {
        var messages = """
            {"id":0,"kind":"start","eval":"hello","config":{}}
            {"id":1,"kind":"define","module":"hello"}
            {"id":2,"kind":"analysis","of":1,"valid":true}
            """;
        Answers(messages + end).ShouldBe("""
            {"id":0,"tool":"learnsharp"}
            {"id":1,"success":true}
            {"id":2}

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Messages_may_be_longer_than_what_is_read_at_once()
    {
        var message = $$"""{"id":1,"kind":"define","module":"hello","padding":"{{new string('x', 200_000)}}"}""";
        Answers(string.Join("\n", Enumerable.Repeat(message, 5))).ShouldBe(string.Concat(Enumerable.Repeat("{\"id\":1,\"success\":true}\n", 5)));
    }

    [Fact]
    public void A_module_that_is_not_defined_here_is_no_success() =>
        Tool.Answer("""{"id":1,"kind":"define","module":"weather"}""").ShouldBe("""{"id":1,"success":false}""");

    [Fact]
    public void A_function_runs_as_often_as_asked_and_gives_one_timing_a_run()
    {
        var answer = Tool.Answer("""{"id":7,"kind":"evaluate","module":"lse","function":"gradient","input":{"x":[0,0],"min_runs":3,"min_seconds":0}}""");
        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        root.GetProperty("success").GetBoolean().ShouldBeTrue();
        root.GetProperty("output")[0].GetDouble().ShouldBe(0.5);
        root.GetProperty("output")[1].GetDouble().ShouldBe(0.5);
        root.GetProperty("timings").GetArrayLength().ShouldBe(4);
        root.GetProperty("timings")[0].GetProperty("name").GetString().ShouldBe("prepare");
        root.GetProperty("timings")[3].GetProperty("name").GetString().ShouldBe("evaluate");
    }

    [Fact]
    public void The_input_of_hello_is_a_bare_number()
    {
        using var document = JsonDocument.Parse(Tool.Answer("""{"id":3,"kind":"evaluate","module":"hello","function":"double","input":3.5}"""));
        document.RootElement.GetProperty("output").GetDouble().ShouldBe(7);
    }
}
