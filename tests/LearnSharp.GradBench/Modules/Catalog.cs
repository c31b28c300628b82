using System;
using System.Collections.Generic;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>All twelve modules of gradbench, by its names for them.</summary>
internal static class Catalog
{
    /// <summary>Per module: from a function's name and its input to something that runs; null for a function that the module does not have here.</summary>
    public static IReadOnlyDictionary<string, Func<string, JsonElement, PreparedFunction?>> Modules { get; } = new Dictionary<string, Func<string, JsonElement, PreparedFunction?>>
    {
        ["hello"] = HelloModule.Prepare,
        ["lse"] = LseModule.Prepare,
        ["llsq"] = LlsqModule.Prepare,
        ["ode"] = OdeModule.Prepare,
        ["det"] = DetModule.Prepare,
        ["kmeans"] = KmeansModule.Prepare,
        ["gmm"] = GmmModule.Prepare,
        ["lstm"] = LstmModule.Prepare,
        ["ba"] = BaModule.Prepare,
        ["ht"] = HtModule.Prepare,
        ["particle"] = ParticleModule.Prepare,
        ["saddle"] = SaddleModule.Prepare,
    };
}
