using System;
using System.Collections.Generic;
using System.Threading;

namespace LearnSharp.Tests.Programs;

/// <summary>The shape of a decay; which of them fits is a choice.</summary>
public enum Shape
{
    Exponential,
    Hyperbolic,
    Linear,
}

/// <summary>A program as the generator emits it, by hand: <c>amplitude · shape(rate · x) + offset</c>.</summary>
public static partial class Decay
{
    public static double Curve(double x, double amplitude = 1, double rate = 1, double offset = 0, Shape shape = Shape.Exponential) => shape switch
    {
        Shape.Exponential => (amplitude * Math.Exp(-rate * x)) + offset,
        Shape.Hyperbolic => (amplitude / (1 + (rate * x))) + offset,
        _ => (amplitude * (1 - (rate * x))) + offset,
    };

    public readonly struct CurveProgram : IProgram<CurveProgram.Input, CurveProgram.Weights, CurveProgram.Choices, double>
    {
        private static readonly ProgramInfo s_info = new()
        {
            FullName = "LearnSharp.Tests.Programs.Decay.Curve",
            ArtefactName = "Decay.Curve",
            Signature = "double Curve(double x, [Weight] double amplitude, [Weight] double rate, [Weight] double offset, [Choice] Shape shape)",
            SignatureHash = "5a17",
            BodyHash = "b0d1",
            Inputs = [new InputInfo("X", "double")],
            Weights = [new WeightInfo("Amplitude", 1), new WeightInfo("Rate", 1, Min: 0, Max: 50), new WeightInfo("Offset", 0)],
            Choices = [new ChoiceInfo("Shape", ["Exponential", "Hyperbolic", "Linear"], 0, Ordered: false)],
            HasGradient = true,
            Ir = "",
        };

        public static Model Default => new(new Weights(), new Choices());

        static ProgramInfo IProgram<Input, Weights, Choices, double>.Info => s_info;

        public static Model Load(string path) => new(ModelFile.Load<CurveProgram, Input, Weights, Choices, double>(path));

        public static FitResult Fit<TRow>(
            IEnumerable<TRow> rows,
            Func<TRow, Input> input,
            Func<TRow, double> target,
            Func<TRow, double>? weight = null,
            Loss<double, double>? loss = null,
            IEnumerable<TRow>? validation = null,
            FitOptions? options = null,
            Model? initial = null,
            IProgress<FitProgress>? progress = null,
            CancellationToken cancellationToken = default)
            => new(Trainer.Fit<CurveProgram, Input, Weights, Choices, double, double, TRow>(
                rows, input, target, weight, loss, validation, options, initial, progress, cancellationToken));

        public static FitResult Fit(
            IEnumerable<(Input Input, double Target)> rows,
            Func<(Input Input, double Target), double>? weight = null,
            Loss<double, double>? loss = null,
            IEnumerable<(Input Input, double Target)>? validation = null,
            FitOptions? options = null,
            Model? initial = null,
            IProgress<FitProgress>? progress = null,
            CancellationToken cancellationToken = default)
            => Fit(rows, static row => row.Input, static row => row.Target, weight, loss, validation, options, initial, progress, cancellationToken);

        public static FitResult Fit<TRow, TTarget>(
            IEnumerable<TRow> rows,
            Func<TRow, Input> input,
            Func<TRow, TTarget> target,
            Loss<double, TTarget> loss,
            Func<TRow, double>? weight = null,
            IEnumerable<TRow>? validation = null,
            FitOptions? options = null,
            Model? initial = null,
            IProgress<FitProgress>? progress = null,
            CancellationToken cancellationToken = default)
            => new(Trainer.Fit<CurveProgram, Input, Weights, Choices, double, TTarget, TRow>(
                rows, input, target, weight, loss, validation, options, initial, progress, cancellationToken));

        public static FitResult Minimize(
            IEnumerable<Input> inputs, FitOptions? options = null, Model? initial = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
            => new(Trainer.Minimize<CurveProgram, Input, Weights, Choices, double>(inputs, options, initial, progress, cancellationToken));

        public static FitResult Minimize(
            Func<Model, int, CancellationToken, double> cost,
            FitOptions? options = null,
            Model? initial = null,
            IProgress<FitProgress>? progress = null,
            CancellationToken cancellationToken = default)
            => new(Trainer.Minimize<CurveProgram, Input, Weights, Choices, double>(
                (weights, choices, seed, token) => cost(new Model(weights, choices), seed, token), options, initial, progress, cancellationToken));

        static double IProgram<Input, Weights, Choices, double>.Run(in Input input, in Weights weights, in Choices choices)
            => Curve(input.X, weights.Amplitude, weights.Rate, weights.Offset, choices.Shape);

        static double IProgram<Input, Weights, Choices, double>.Pullback(
            in Input input, in Weights weights, in Choices choices, double[] seed, Span<double> derivative)
        {
            var (x, a, k) = (input.X, weights.Amplitude, weights.Rate);
            double value;
            switch (choices.Shape)
            {
                case Shape.Exponential:
                    var e = Math.Exp(-k * x);
                    value = (a * e) + weights.Offset;
                    derivative[0] += seed[0] * e;
                    derivative[1] += seed[0] * -a * x * e;
                    break;
                case Shape.Hyperbolic:
                    var d = 1 + (k * x);
                    value = (a / d) + weights.Offset;
                    derivative[0] += seed[0] / d;
                    derivative[1] += seed[0] * -a * x / (d * d);
                    break;
                default:
                    value = (a * (1 - (k * x))) + weights.Offset;
                    derivative[0] += seed[0] * (1 - (k * x));
                    derivative[1] += seed[0] * -a * x;
                    break;
            }

            derivative[2] += seed[0];
            return value;
        }

        static int IProgram<Input, Weights, Choices, double>.OutputCount(in double result) => 1;

        static void IProgram<Input, Weights, Choices, double>.Outputs(in double result, Span<double> outputs) => outputs[0] = result;

        static void IProgram<Input, Weights, Choices, double>.Flatten(in Weights weights, Span<double> values)
        {
            values[0] = weights.Amplitude;
            values[1] = weights.Rate;
            values[2] = weights.Offset;
        }

        static Weights IProgram<Input, Weights, Choices, double>.CreateWeights(ReadOnlySpan<double> values)
            => new() { Amplitude = values[0], Rate = values[1], Offset = values[2] };

        static void IProgram<Input, Weights, Choices, double>.IndexOptions(in Choices choices, Span<int> options) => options[0] = choices.Shape switch
        {
            Shape.Exponential => 0,
            Shape.Hyperbolic => 1,
            Shape.Linear => 2,
            _ => -1,
        };

        static Choices IProgram<Input, Weights, Choices, double>.CreateChoices(ReadOnlySpan<int> options)
            => new() { Shape = options[0] switch { 0 => Shape.Exponential, 1 => Shape.Hyperbolic, _ => Shape.Linear } };

        static string? IProgram<Input, Weights, Choices, double>.FindNonFinite(in Input input, out double value)
        {
            value = input.X;
            return double.IsFinite(value) ? null : "X";
        }

        static T IProgram<Input, Weights, Choices, double>.GetInput<T>(in Input input, int index) => index switch
        {
            0 when input.X is T x => x,
            _ => throw new InvalidCastException(),
        };

        public readonly record struct Input(double X);

        public readonly record struct Weights
        {
            public Weights()
            {
            }

            public double Amplitude { get; init; } = 1;

            public double Rate { get; init; } = 1;

            public double Offset { get; init; }
        }

        public readonly record struct Choices
        {
            public Choices()
            {
            }

            public Shape Shape { get; init; } = Shape.Exponential;
        }

        public sealed class Model : Model<CurveProgram, Input, Weights, Choices, double>
        {
            public Model(Weights weights, Choices choices)
                : base(weights, choices)
            {
            }

            public Model(Weights weights)
                : base(weights, new Choices())
            {
            }

            internal Model(ModelState<Weights, Choices> state)
                : base(state)
            {
            }

            public static implicit operator Model(Weights weights) => new(weights);
        }

        public sealed class FitResult : FitResult<CurveProgram, Input, Weights, Choices, double>
        {
            internal FitResult(FitOutcome<Weights, Choices> outcome)
                : base(outcome) => Model = new Model(outcome.State);

            public override Model Model { get; }
        }
    }
}
