using System;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>One row of the table: a module's function and its derivative on one input.</summary>
/// <param name="Module">gradbench's name of the module.</param>
/// <param name="Primal">The function that computes the value; empty where the module has none.</param>
/// <param name="Gradient">The function that computes the derivative.</param>
/// <param name="Input">The name of the input.</param>
internal sealed record GradientCase(string Module, string Primal, string Gradient, string Input)
{
    /// <summary>What the row goes by.</summary>
    public string Name => Module is "particle" or "saddle" or "hello" ? Input + " " + Gradient : Input;

    /// <summary>Whether the row counts in the mean over all rows; the others are shown beside them.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>The tool whose derivative of this module is a formula for the answer and differentiates nothing: shown, but not what the row is compared with.</summary>
    public string ClosedForm { get; init; } = "";

    /// <summary>The rows, in the order of the table.</summary>
    public static GradientCase[] All { get; } =
    [
        new("gmm", "objective", "jacobian", "gmm_d2_k5_n1000"),
        new("gmm", "objective", "jacobian", "gmm_d10_k25_n1000"),
        new("gmm", "objective", "jacobian", "gmm_d64_k25_n1000"),
        new("ba", "objective", "jacobian", "ba1_n49_m7776_p31843"),
        new("ba", "objective", "jacobian", "ba3_n161_m48126_p182072"),
        new("lstm", "objective", "jacobian", "lstm_adb_l2_c1024"),
        new("ht", "objective", "jacobian", "ht_simple_small_hand1_t26_c100"),
        new("ht", "objective", "jacobian", "ht_complicated_small_hand5_t26_c800"),
        new("ode", "primal", "gradient", "ode_n1000_s100") { ClosedForm = "manual" },
        new("llsq", "primal", "gradient", "llsq_n1024_m128"),
        new("lse", "primal", "gradient", "lse_n40000"),
        new("kmeans", "cost", "dir", "kmeans_k10_n1000_d8"),
        new("det", "primal", "gradient", "det_7"),
        new("det", "primal", "gradient", "det_9"),
        new("ode", "primal", "gradient", "ode_n10000_s100") { ClosedForm = "manual", IsCounted = false },
        new("llsq", "primal", "gradient", "llsq_n16392_m128") { IsCounted = false },
        new("lse", "primal", "gradient", "lse_n2500") { IsCounted = false },
        new("hello", "square", "double", "hello") { IsCounted = false },
        new("particle", "", "rr", "particle") { IsCounted = false },
        new("particle", "", "rf", "particle") { IsCounted = false },
        new("particle", "", "fr", "particle") { IsCounted = false },
        new("particle", "", "ff", "particle") { IsCounted = false },
        new("saddle", "", "rr", "saddle") { IsCounted = false },
        new("saddle", "", "rf", "saddle") { IsCounted = false },
        new("saddle", "", "fr", "saddle") { IsCounted = false },
        new("saddle", "", "ff", "saddle") { IsCounted = false },
    ];
}
