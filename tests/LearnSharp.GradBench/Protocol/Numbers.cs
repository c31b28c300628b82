using System.Collections.Generic;
using System.Text.Json;

namespace LearnSharp.GradBench.Protocol;

/// <summary>Numbers between JSON and flat arrays, the last index running fastest.</summary>
internal static class Numbers
{
    /// <summary>All numbers of a member of <paramref name="input"/>, arrays in arrays one after the other.</summary>
    public static double[] Flat(JsonElement input, string name)
    {
        var numbers = new List<double>();
        Collect(input.GetProperty(name), numbers);
        return [.. numbers];
    }

    /// <summary>An integer member of <paramref name="input"/>.</summary>
    public static int Int(JsonElement input, string name) => input.GetProperty(name).GetInt32();

    /// <summary>A number of <paramref name="input"/>.</summary>
    public static double Double(JsonElement input, string name) => input.GetProperty(name).GetDouble();

    /// <summary>Writes an array.</summary>
    public static void Write(Utf8JsonWriter json, double[] numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    /// <summary>Writes a flat array as rows of <paramref name="width"/> numbers each.</summary>
    public static void WriteRows(Utf8JsonWriter json, double[] numbers, int rows, int width)
    {
        json.WriteStartArray();
        for (var row = 0; row < rows; row++)
            Write(json, numbers[(row * width)..((row + 1) * width)]);
        json.WriteEndArray();
    }

    private static void Collect(JsonElement element, List<double> numbers)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in element.EnumerateArray())
                Collect(part, numbers);
        }
        else
        {
            numbers.Add(element.GetDouble());
        }
    }
}
