using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>lstm: the loss of a recurrent network with diagonal weight matrices that predicts the next character of a sequence.</summary>
internal static partial class LstmModule
{
    /// <param name="main">Per layer: weights of the forget, input, output and change gates, then their biases, width numbers each.</param>
    /// <param name="extra">Weights into the first layer, weights out of the last, biases out of the last: width numbers each.</param>
    /// <param name="start">Per layer: the hidden state, then the cell.</param>
    /// <param name="sequence">Characters, width numbers each.</param>
    /// <param name="width">The numbers of a character.</param>
    [Learnable]
    internal static double Objective(double[] main, double[] extra, [NonDifferentiable] double[] start, [NonDifferentiable] double[] sequence, int width)
    {
        var layers = main.Length / (8 * width);
        var characters = sequence.Length / width;
        var state = new double[start.Length];
        for (var i = 0; i < start.Length; i++)
            state[i] = start[i];
        var signal = new double[width];
        var total = 0.0;
        for (var t = 0; t < characters - 1; t++)
        {
            for (var i = 0; i < width; i++)
                signal[i] = sequence[t * width + i] * extra[i];

            for (var layer = 0; layer < layers; layer++)
            {
                var w = layer * 8 * width;
                var b = w + 4 * width;
                var h = layer * 2 * width;
                for (var i = 0; i < width; i++)
                {
                    var hidden = state[h + i];
                    var forget = Sigmoid(signal[i] * main[w + i] + main[b + i]);
                    var ingate = Sigmoid(hidden * main[w + width + i] + main[b + width + i]);
                    var outgate = Sigmoid(signal[i] * main[w + 2 * width + i] + main[b + 2 * width + i]);
                    var change = Math.Tanh(hidden * main[w + 3 * width + i] + main[b + 3 * width + i]);
                    var cell = state[h + width + i] * forget + ingate * change;
                    state[h + width + i] = cell;
                    var output = outgate * Math.Tanh(cell);
                    state[h + i] = output;
                    signal[i] = output;
                }
            }

            var sum = 2.0;
            var expected = 0.0;
            var weight = 0.0;
            for (var i = 0; i < width; i++)
            {
                var predicted = signal[i] * extra[width + i] + extra[2 * width + i];
                sum += Math.Exp(predicted);
                expected += sequence[(t + 1) * width + i] * predicted;
                weight += sequence[(t + 1) * width + i];
            }

            total += expected - weight * Math.Log(sum);
        }

        return -total / (width * (characters - 1));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var (main, extra) = (Numbers.Flat(input, "main_params"), Numbers.Flat(input, "extra_params"));
        var (state, sequence) = (Numbers.Flat(input, "state"), Numbers.Flat(input, "sequence"));
        var width = extra.Length / 3;
        var (value, dMain, dExtra) = (0.0, new double[main.Length], new double[extra.Length]);
        return function switch
        {
            "objective" => new(() => value = Objective(main, extra, state, sequence, width), json => json.WriteNumberValue(value)),
            "jacobian" => new(
                () =>
                {
                    Array.Clear(dMain);
                    Array.Clear(dExtra);
                    ObjectiveProgram.Gradient(main, extra, state, sequence, width, dMain, dExtra);
                },
                json => Numbers.Write(json, [.. dMain, .. dExtra])),
            _ => null,
        };
    }
}
