using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json;
using LearnSharp.GradBench.Modules;

namespace LearnSharp.GradBench.Protocol;

/// <summary>Answers the messages of one gradbench run: one JSON object per line, each answered by one line with the same id.</summary>
internal static class Tool
{
    /// <summary>Answers until the input ends.</summary>
    public static void Run(Stream input, Stream output)
    {
        var lines = new MessageLines(input);
        while (lines.Next() is { } line)
        {
            Answer(line, output);
            output.WriteByte((byte)'\n');
            output.Flush();
        }
    }

    /// <summary>The answer to one message.</summary>
    public static string Answer(string line)
    {
        using var answer = new MemoryStream();
        Answer(Encoding.UTF8.GetBytes(line), answer);
        return Encoding.UTF8.GetString(answer.ToArray());
    }

    private static void Answer(ReadOnlyMemory<byte> line, Stream output)
    {
        using var document = JsonDocument.Parse(line);
        var message = document.RootElement;
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteNumber("id", message.GetProperty("id").GetInt64());
        switch (message.GetProperty("kind").GetString())
        {
            case "start":
                json.WriteString("tool", "learnsharp");
                break;
            case "define":
                json.WriteBoolean("success", Catalog.Modules.ContainsKey(message.GetProperty("module").GetString()!));
                break;
            case "evaluate":
                Evaluate(message, json);
                break;
        }

        json.WriteEndObject();
    }

    private static void Evaluate(JsonElement message, Utf8JsonWriter json)
    {
        var module = message.GetProperty("module").GetString()!;
        var function = message.GetProperty("function").GetString()!;
        var input = message.GetProperty("input");
        var start = Stopwatch.GetTimestamp();
        if (!Catalog.Modules.TryGetValue(module, out var prepare) || prepare(function, input) is not { } evaluation)
        {
            json.WriteBoolean("success", false);
            json.WriteString("error", $"The module {module} has no function {function} here.");
            return;
        }

        var timings = new List<(string Name, long Nanoseconds)> { ("prepare", Nanoseconds(start)) };
        var (runs, seconds) = (Least(input, "min_runs"), Least(input, "min_seconds"));
        var total = 0L;
        for (var run = 0; run < Math.Max(runs, 1) || total < seconds * 1e9; run++)
        {
            start = Stopwatch.GetTimestamp();
            evaluation.Run();
            var elapsed = Nanoseconds(start);
            timings.Add(("evaluate", elapsed));
            total += elapsed;
        }

        json.WriteBoolean("success", true);
        json.WritePropertyName("output");
        evaluation.Write(json);
        json.WriteStartArray("timings");
        foreach (var (name, nanoseconds) in timings)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("nanoseconds", nanoseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The input of hello is a bare number; the others carry what they ask for.
    private static double Least(JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var least) ? least.GetDouble() : 0;

    private static long Nanoseconds(long since) => (long)Stopwatch.GetElapsedTime(since).TotalNanoseconds;
}
