using System;
using System.Text.Json;

namespace LearnSharp.GradBench.Protocol;

/// <summary>A function of a module with its input parsed: it can be run any number of times, and writes the output of the last run.</summary>
/// <param name="Run">Runs the function once.</param>
/// <param name="Write">Writes the output of the last run as one JSON value.</param>
internal sealed record PreparedFunction(Action Run, Action<Utf8JsonWriter> Write);
