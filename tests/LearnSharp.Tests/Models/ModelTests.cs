using System;
using System.IO;
using System.Linq;
using LearnSharp.Ir;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Models;

public sealed class ModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("learnsharp-models-").FullName;

    private static Decay.CurveProgram.Model Trained => new(
        new Decay.CurveProgram.Weights { Amplitude = 2.5, Rate = 0.1 + 0.2, Offset = -1e-7 }, new Decay.CurveProgram.Choices { Shape = Shape.Hyperbolic });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Weights_convert_to_a_model_that_predicts_what_the_method_returns()
    {
        Decay.CurveProgram.Model model = new Decay.CurveProgram.Weights { Amplitude = 4 };
        model.Predict(new(0.3)).ShouldBe(Decay.Curve(0.3, amplitude: 4));
        Decay.CurveProgram.Default.Predict(new(0.3)).ShouldBe(Decay.Curve(0.3));
    }

    [Fact]
    public void A_choice_that_is_no_option_is_refused()
        => Should.Throw<ArgumentException>(() => new Decay.CurveProgram.Model(new(), new() { Shape = (Shape)9 })).Message.ShouldContain("Exponential, Hyperbolic, Linear");

    [Fact]
    public void Evaluation_knows_the_usual_measures()
    {
        Decay.CurveProgram.Model model = new Decay.CurveProgram.Weights { Amplitude = 0, Offset = 2 };
        var evaluation = model.Evaluate([(new(0), 1.0), (new(0), 2.0), (new(0), 6.0)]);
        evaluation.Count.ShouldBe(3);
        evaluation.Loss.ShouldBe(17 / 3.0);
        evaluation.RootMeanSquareError.ShouldBe(Math.Sqrt(17 / 3.0));
        evaluation.MeanAbsoluteError.ShouldBe(5 / 3.0);
        evaluation.RSquared.ShouldBe(1 - (17 / 14.0), 1e-12);
        model.Evaluate([(new(0), 1.0), (new(0), 2.0)], Loss.Absolute).Loss.ShouldBe(0.5);
        evaluation.ToString().ShouldBe("squared loss 5.66667 over 3 rows (RMSE 2.38048, MAE 1.66667, R² -0.2143)");
    }

    [Fact]
    public void Evaluation_refuses_rows_that_are_not_finite_or_not_there()
    {
        Should.Throw<FitDataException>(() => Trained.Evaluate([(new(double.NaN), 1.0)])).Column.ShouldBe("X");
        Should.Throw<FitDataException>(() => Trained.Evaluate([]));
    }

    [Fact]
    public void A_saved_model_loads_with_the_same_bits()
    {
        var path = Path.Combine(_folder, "m.learned.json");
        Trained.Save(path);
        var loaded = Decay.CurveProgram.Load(path);
        loaded.Weights.ShouldBe(Trained.Weights);
        loaded.Choices.ShouldBe(Trained.Choices);
        loaded.LoadNotes.ShouldBeEmpty();
        loaded.Training.ShouldBeNull();
    }

    [Fact]
    public void Saving_leaves_nothing_but_the_file_and_replaces_the_old_one()
    {
        var path = Path.Combine(_folder, "m.learned.json");
        File.WriteAllText(path, "old");
        Trained.Save(path);
        Directory.GetFiles(_folder).ShouldBe([path]);
        File.ReadAllText(path).ShouldStartWith("{\n  \"schema\": 1,");
        File.ReadAllBytes(path)[0].ShouldBe((byte)'{');
    }

    [Fact]
    public void A_save_that_fails_keeps_the_old_file()
    {
        var path = Path.Combine(_folder, "m.learned.json");
        Trained.Save(path);
        var before = File.ReadAllText(path);
        Decay.CurveProgram.Model broken = new Decay.CurveProgram.Weights { Rate = double.NaN };
        Should.Throw<ArgumentException>(() => broken.Save(path)).Message.ShouldContain("Rate");
        File.ReadAllText(path).ShouldBe(before);
    }

    [Fact]
    public void A_half_written_file_is_refused_with_its_name_and_place()
    {
        var path = Path.Combine(_folder, "m.learned.json");
        Trained.Save(path);
        File.WriteAllText(path, File.ReadAllText(path)[..200]);
        var error = Should.Throw<ArtefactException>(() => Decay.CurveProgram.Load(path));
        error.Problem.ShouldBe(ArtefactProblem.Damaged);
        error.Message.ShouldContain(path);
        error.Line.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_file_of_another_program_is_refused()
    {
        var path = Path.Combine(_folder, "m.learned.json");
        Trained.Save(path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("Decay.Curve", "Growth.Curve", StringComparison.Ordinal));
        Should.Throw<ArtefactException>(() => Decay.CurveProgram.Load(path)).Problem.ShouldBe(ArtefactProblem.Foreign);
    }

    [Fact]
    public void Renaming_a_weight_in_the_file_keeps_the_others_and_is_noted()
    {
        var path = Path.Combine(_folder, "m.learned.json");
        Trained.Save(path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"Rate\"", "\"Speed\"", StringComparison.Ordinal));
        var loaded = Decay.CurveProgram.Load(path);
        loaded.Weights.ShouldBe(Trained.Weights with { Rate = 1 });
        loaded.LoadNotes.Count.ShouldBe(2);
        loaded.LoadNotes[0].ShouldContain("Rate is new");
        loaded.LoadNotes[1].ShouldContain("Speed is gone");
    }

    [Fact]
    public void Saving_into_the_project_finds_the_nearest_project_folder()
    {
        var project = Directory.CreateDirectory(Path.Combine(_folder, "Shop"));
        var output = Directory.CreateDirectory(Path.Combine(project.FullName, "bin", "Release"));
        File.WriteAllText(Path.Combine(project.FullName, "Shop.csproj"), "");
        var path = ModelFile.SaveToProject<Decay.CurveProgram, Decay.CurveProgram.Input, Decay.CurveProgram.Weights, Decay.CurveProgram.Choices, double>(
            Trained.State, output.FullName);
        path.ShouldBe(Path.Combine(project.FullName, "Decay.Curve.learned.json"));
        Decay.CurveProgram.Load(path).Weights.ShouldBe(Trained.Weights);
    }

    [Fact]
    public void Without_a_project_folder_saving_says_to_name_a_path()
        => Should.Throw<InvalidOperationException>(() => ProjectFolder.Above(_folder)).Message.ShouldContain("fit.Save(path)");

    [Fact]
    public void A_program_without_code_cannot_be_printed()
        => Should.Throw<NotSupportedException>(() => Trained.ToCSharp()).Message.ShouldContain("not analysed");

    [Fact]
    public void A_model_prints_its_values()
        => Trained.ToString().ShouldBe("Decay.Curve\n  Amplitude = 2.5\n  Rate = 0.3\n  Offset = -1E-07\n  Shape = Hyperbolic");

    [Fact]
    public void A_model_predicts_on_many_threads_at_once()
    {
        var model = Trained;
        var expected = Enumerable.Range(0, 1000).Select(i => model.Predict(new(i))).ToArray();
        var results = Enumerable.Range(0, 1000).AsParallel().AsOrdered().Select(i => model.Predict(new(i))).ToArray();
        results.ShouldBe(expected);
    }
}
