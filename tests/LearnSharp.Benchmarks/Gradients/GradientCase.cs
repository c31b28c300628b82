namespace LearnSharp.Benchmarks.Gradients;

/// <summary>One row of the table: a module's function and its derivative on one input.</summary>
/// <param name="Module">gradbench's name of the module.</param>
/// <param name="Primal">The function that computes the value.</param>
/// <param name="Gradient">The function that computes the derivative.</param>
/// <param name="Input">The name of the file with the input.</param>
internal sealed record GradientCase(string Module, string Primal, string Gradient, string Input)
{
    /// <summary>The rows, in the order of the table.</summary>
    public static GradientCase[] All { get; } =
    [
        new("gmm", "objective", "jacobian", "gmm_d2_k5_n1000"),
        new("gmm", "objective", "jacobian", "gmm_d10_k25_n1000"),
        new("lstm", "objective", "jacobian", "lstm_adb_l2_c1024"),
        new("ode", "primal", "gradient", "ode_n1000_s100"),
        new("ode", "primal", "gradient", "ode_n10000_s100"),
        new("llsq", "primal", "gradient", "llsq_n1024_m128"),
        new("llsq", "primal", "gradient", "llsq_n16392_m128"),
        new("lse", "primal", "gradient", "lse_n2500"),
        new("lse", "primal", "gradient", "lse_n40000"),
        new("kmeans", "cost", "gradient", "kmeans_k10_n1000_d8"),
        new("det", "primal", "gradient", "det_7"),
        new("det", "primal", "gradient", "det_9"),
        new("ba", "objective", "jacobian", "ba1_n49_m7776_p31843"),
        new("ba", "objective", "jacobian", "ba3_n161_m48126_p182072"),
        new("ht", "objective", "jacobian", "ht_simple_small_hand1_t26_c100"),
        new("ht", "objective", "jacobian", "ht_complicated_small_hand5_t26_c800"),
    ];
}
