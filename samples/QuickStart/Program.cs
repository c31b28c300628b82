using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using LearnSharp;
using QuickStart;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

IReadOnlyList<Race> training;
IReadOnlyList<Race> heldOut;
switch (args)
{
    case []:
        (training, heldOut) = (WorldRecords.Training, WorldRecords.HeldOut);
        Console.WriteLine("World records in running, men and women, 100 m to the marathon.");
        break;

    case ["--save"]:
        (training, heldOut) = (WorldRecords.Training, WorldRecords.HeldOut);
        break;

    case ["--data", var path]:
        try
        {
            var races = CsvRaces.Read(path);
            heldOut = [.. races.Where(static (_, i) => i % 4 == 3)];
            training = [.. races.Where(static (_, i) => i % 4 != 3)];
        }
        catch (Exception error) when (error is IOException or FormatException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }

        Console.WriteLine($"{path}: every fourth row is held out.");
        break;

    default:
        Console.Error.WriteLine("usage: QuickStart [--save | --data file.csv]     (columns: meters,seconds,women)");
        return 2;
}

Console.WriteLine($"{training.Count} races to learn from, {heldOut.Count} held out.");
Console.WriteLine();

// 1. The method as it stands: it runs with its starting values.
Console.WriteLine($"Before: the guess is off by {Error(training, static race => RaceTime.Seconds(race.Meters, race.Women)):P1} on average; for example");
foreach (var race in training.Where(static (_, i) => i % 4 == 0))
    Console.WriteLine($"  {race.Meters,8:N0} m {(race.Women ? "women" : "men  ")}  {Clock(race.Seconds),9} run, {Clock(RaceTime.Seconds(race.Meters, race.Women)),9} guessed");
Console.WriteLine();

// 2. Fit it. Rows count by relative error: the weight of a row is 1/σ², and σ grows with the time.
RaceTime.SecondsProgram.FitResult fit;
try
{
    fit = RaceTime.SecondsProgram.Fit(
        training,
        race => new(race.Meters, race.Women),
        race => race.Seconds,
        weight: race => 1 / (race.Seconds * race.Seconds),
        progress: new ProgressLines());
}
catch (FitDataException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

Console.WriteLine();
Console.WriteLine(fit);
Console.WriteLine();

// 3. What was learned, as plain C#.
Console.WriteLine("Learned:");
Console.WriteLine(fit.Model.ToCSharp());

// 4. Does it hold on races it has not seen?
var baseline = new Baseline(training);
Console.WriteLine($"Error on the {heldOut.Count} held-out races (mean of |predicted - run| / run):");
Console.WriteLine($"  before                        {Error(heldOut, static race => RaceTime.Seconds(race.Meters, race.Women)):P2}");
Console.WriteLine($"  straight lines through logs   {Error(heldOut, baseline.Predict):P2}");
Console.WriteLine($"  learned                       {Error(heldOut, race => fit.Model.Predict(new(race.Meters, race.Women))):P2}");

// 5. Keep it: the artefact goes beside the code, and the next build bakes it into RaceTime.Predict.
if (args is ["--save"])
    fit.Save();
else
    Console.WriteLine($"  baked when this was built     {Error(heldOut, static race => RaceTime.Predict(race.Meters, race.Women)):P2}");
return 0;

static double Error(IEnumerable<Race> races, Func<Race, double> predict) =>
    races.Select(race => Math.Abs(predict(race) - race.Seconds) / race.Seconds).DefaultIfEmpty(double.NaN).Average();

static string Clock(double seconds) =>
    seconds < 60 ? seconds.ToString("0.00", CultureInfo.InvariantCulture)
    : seconds < 3600 ? $"{(int)(seconds / 60)}:{seconds % 60:00.00}"
    : $"{(int)(seconds / 3600)}:{(int)(seconds / 60) % 60:00}:{seconds % 60:00}";
