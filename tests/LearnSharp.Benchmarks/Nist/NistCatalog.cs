using System;
using System.Collections.Generic;
using static LearnSharp.Benchmarks.Nist.NistModels;

namespace LearnSharp.Benchmarks.Nist;

/// <summary>The models by the names of the datasets that use them.</summary>
internal static class NistCatalog
{
    private static readonly Dictionary<string, NistModel> s_models = Build();

    /// <summary>The model of a dataset, or null when there is none.</summary>
    public static NistModel? Find(string dataset) => s_models.GetValueOrDefault(dataset);

    private static Dictionary<string, NistModel> Build()
    {
        var chwirut = NistModel.Of<ChwirutProgram, ChwirutProgram.Input, ChwirutProgram.Weights, ChwirutProgram.Choices>(static row => new(row[1]));
        var gauss = NistModel.Of<GaussProgram, GaussProgram.Input, GaussProgram.Weights, GaussProgram.Choices>(static row => new(row[1]));
        var lanczos = NistModel.Of<LanczosProgram, LanczosProgram.Input, LanczosProgram.Weights, LanczosProgram.Choices>(static row => new(row[1]));
        var misra1a = NistModel.Of<Misra1aProgram, Misra1aProgram.Input, Misra1aProgram.Weights, Misra1aProgram.Choices>(static row => new(row[1]));
        return new(StringComparer.Ordinal)
        {
            ["Bennett5"] = NistModel.Of<Bennett5Program, Bennett5Program.Input, Bennett5Program.Weights, Bennett5Program.Choices>(static row => new(row[1])),
            ["BoxBOD"] = misra1a,
            ["Chwirut1"] = chwirut,
            ["Chwirut2"] = chwirut,
            ["DanWood"] = NistModel.Of<DanWoodProgram, DanWoodProgram.Input, DanWoodProgram.Weights, DanWoodProgram.Choices>(static row => new(row[1])),
            ["Eckerle4"] = NistModel.Of<Eckerle4Program, Eckerle4Program.Input, Eckerle4Program.Weights, Eckerle4Program.Choices>(static row => new(row[1])),
            ["ENSO"] = NistModel.Of<EnsoProgram, EnsoProgram.Input, EnsoProgram.Weights, EnsoProgram.Choices>(static row => new(row[1])),
            ["Gauss1"] = gauss,
            ["Gauss2"] = gauss,
            ["Gauss3"] = gauss,
            ["Hahn1"] = NistModel.Of<Hahn1Program, Hahn1Program.Input, Hahn1Program.Weights, Hahn1Program.Choices>(static row => new(row[1])),
            ["Kirby2"] = NistModel.Of<Kirby2Program, Kirby2Program.Input, Kirby2Program.Weights, Kirby2Program.Choices>(static row => new(row[1])),
            ["Lanczos1"] = lanczos,
            ["Lanczos2"] = lanczos,
            ["Lanczos3"] = lanczos,
            ["MGH09"] = NistModel.Of<Mgh09Program, Mgh09Program.Input, Mgh09Program.Weights, Mgh09Program.Choices>(static row => new(row[1])),
            ["MGH10"] = NistModel.Of<Mgh10Program, Mgh10Program.Input, Mgh10Program.Weights, Mgh10Program.Choices>(static row => new(row[1])),
            ["MGH17"] = NistModel.Of<Mgh17Program, Mgh17Program.Input, Mgh17Program.Weights, Mgh17Program.Choices>(static row => new(row[1])),
            ["Misra1a"] = misra1a,
            ["Misra1b"] = NistModel.Of<Misra1bProgram, Misra1bProgram.Input, Misra1bProgram.Weights, Misra1bProgram.Choices>(static row => new(row[1])),
            ["Misra1c"] = NistModel.Of<Misra1cProgram, Misra1cProgram.Input, Misra1cProgram.Weights, Misra1cProgram.Choices>(static row => new(row[1])),
            ["Misra1d"] = NistModel.Of<Misra1dProgram, Misra1dProgram.Input, Misra1dProgram.Weights, Misra1dProgram.Choices>(static row => new(row[1])),
            ["Rat42"] = NistModel.Of<Rat42Program, Rat42Program.Input, Rat42Program.Weights, Rat42Program.Choices>(static row => new(row[1])),
            ["Rat43"] = NistModel.Of<Rat43Program, Rat43Program.Input, Rat43Program.Weights, Rat43Program.Choices>(static row => new(row[1])),
            ["Roszman1"] = NistModel.Of<Roszman1Program, Roszman1Program.Input, Roszman1Program.Weights, Roszman1Program.Choices>(static row => new(row[1])),
            ["Thurber"] = NistModel.Of<ThurberProgram, ThurberProgram.Input, ThurberProgram.Weights, ThurberProgram.Choices>(static row => new(row[1])),
            ["Nelson"] = NistModel.Of<NelsonProgram, NelsonProgram.Input, NelsonProgram.Weights, NelsonProgram.Choices>(
                static row => new(row[1], row[2]), Math.Log),
        };
    }
}
