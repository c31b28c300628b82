namespace LearnSharp.Generators.Emission;

/// <summary>Emits what users train and run with: <c>Model</c>, <c>FitResult</c>, <c>Default</c>, <c>Load</c>, <c>Fit</c> and <c>Minimize</c>.</summary>
internal static class TrainingEmitter
{
    private const string Rows = "global::System.Collections.Generic.IEnumerable";

    private static readonly string[] Options =
    [
        "global::LearnSharp.FitOptions? options = null",
        "Model? initial = null",
        "global::System.IProgress<global::LearnSharp.FitProgress>? progress = null",
        "global::System.Threading.CancellationToken cancellationToken = default",
    ];

    private static readonly (string Name, string Text)[] CommonDocs =
    [
        ("options", "Settings; null for the defaults."),
        ("initial", "Where to start; null for the starting values in the code."),
        ("progress", "Told after each iteration."),
        ("cancellationToken", "Ends training; the best so far is returned."),
    ];

    private static readonly (string Name, string Text)[] RowDocs =
    [
        ("rows", "The rows, read once."),
        ("input", "The input in a row."),
        ("target", "What was observed."),
        ("weight", "The weight of a row, such as 1/σ²; null for 1."),
        ("loss", "How bad a prediction is; null for zero-one where results are bool or an enum, else squared."),
        ("validation", "Rows that are not trained on: what is best on them is kept."),
    ];

    /// <summary>Writes the members.</summary>
    public static void Write(CodeWriter code, ProgramShape shape)
    {
        var method = shape.Method;
        var types = $"{method.ProgramName}, Input, Weights, Choices, {method.ResultName}";
        Model(code, shape, types);
        FitResult(code, shape, types);
        Entry(code, method.Name, types);
        Fit(code, method, types);
        Minimize(code, shape, types);
    }

    private static void Model(CodeWriter code, ProgramShape shape, string types)
    {
        var name = shape.Method.Name;
        code.Gap().Summary($"Weights and choices of <c>{name}</c>: what was learned. Immutable and thread-safe.");
        using (code.Braces($"public sealed class Model : global::LearnSharp.Model<{types}>"))
        {
            code.Summary("A model of given weights and choices.");
            Docs(code, ("weights", "The weights."), ("choices", "The choices."));
            using (code.Braces("public Model(Weights weights, Choices choices) : base(weights, choices)"))
            {
            }

            code.Gap().Summary("A model of given weights, with the starting choices.");
            Docs(code, ("weights", "The weights."));
            using (code.Braces("public Model(Weights weights) : base(weights, new Choices())"))
            {
            }

            code.Gap();
            using (code.Braces("internal Model(global::LearnSharp.ModelState<Weights, Choices> state) : base(state)"))
            {
            }

            code.Gap().Summary("The model of given weights, with the starting choices.");
            Docs(code, ("weights", "The weights."));
            code.Line("public static implicit operator Model(Weights weights) => new(weights);");
            ApplyEmitter.Write(code, shape, ofModel: true);
        }
    }

    private static void FitResult(CodeWriter code, ProgramShape shape, string types)
    {
        var name = shape.Method.Name;
        code.Gap().Summary($"The result of a fit of <c>{name}</c>: the model and how it came about.");
        using (code.Braces($"public sealed class FitResult : global::LearnSharp.FitResult<{types}>"))
        {
            using (code.Braces("internal FitResult(global::LearnSharp.FitOutcome<Weights, Choices> outcome) : base(outcome)"))
                code.Line("Model = new Model(outcome.State);");
            code.Gap().Summary("The trained model.");
            code.Line("public override Model Model { get; }");
            ApplyEmitter.Write(code, shape, ofModel: false);
        }
    }

    private static void Entry(CodeWriter code, string name, string types)
    {
        code.Gap().Summary($"<c>{name}</c> with its starting values.");
        code.Line("public static Model Default => new(new Weights(), new Choices());");
        code.Gap().Summary("The model in an artefact file; weights and choices are matched by name, and what is new or gone is listed in its <c>LoadNotes</c>.");
        Docs(code, ("path", "The file."));
        code.Line($"public static Model Load(string path) => new(global::LearnSharp.ModelFile.Load<{types}>(path));");
    }

    private static void Fit(CodeWriter code, Pipeline.MethodModel method, string types)
    {
        var result = method.ResultName;
        code.Gap().Summary($"Fits the weights and choices of <c>{method.Name}</c> to rows.");
        code.Line("/// <typeparam name=\"TRow\">A row of the caller's data.</typeparam>");
        Docs(code, RowDocs);
        Docs(code, CommonDocs);
        Header(
            code,
            "Fit<TRow>",
            $"{Rows}<TRow> rows",
            "global::System.Func<TRow, Input> input",
            $"global::System.Func<TRow, {result}> target",
            "global::System.Func<TRow, double>? weight = null",
            $"global::LearnSharp.Loss<{result}, {result}>? loss = null",
            $"{Rows}<TRow>? validation = null");
        Call(code, $"Fit<{types}, {result}, TRow>", "rows, input, target, weight, loss, validation");

        code.Gap().Summary($"Fits the weights and choices of <c>{method.Name}</c> to rows whose target is of another type than the result.");
        code.Line("/// <typeparam name=\"TRow\">A row of the caller's data.</typeparam>");
        code.Line("/// <typeparam name=\"TTarget\">What was observed.</typeparam>");
        Docs(code, RowDocs);
        Docs(code, CommonDocs);
        Header(
            code,
            "Fit<TRow, TTarget>",
            $"{Rows}<TRow> rows",
            "global::System.Func<TRow, Input> input",
            "global::System.Func<TRow, TTarget> target",
            $"global::LearnSharp.Loss<{result}, TTarget> loss",
            "global::System.Func<TRow, double>? weight = null",
            $"{Rows}<TRow>? validation = null");
        Call(code, $"Fit<{types}, TTarget, TRow>", "rows, input, target, weight, loss, validation");

        var row = $"(Input Input, {result} Target)";
        code.Gap().Summary($"Fits the weights and choices of <c>{method.Name}</c> to inputs with what was observed.");
        Docs(code, RowDocs[0], RowDocs[3], RowDocs[4], RowDocs[5]);
        Docs(code, CommonDocs);
        Header(
            code,
            "Fit",
            $"{Rows}<{row}> rows",
            $"global::System.Func<{row}, double>? weight = null",
            $"global::LearnSharp.Loss<{result}, {result}>? loss = null",
            $"{Rows}<{row}>? validation = null");
        Call(code, $"Fit<{types}, {result}, {row}>", "rows, static row => row.Input, static row => row.Target, weight, loss, validation");
    }

    private static void Minimize(CodeWriter code, ProgramShape shape, string types)
    {
        var name = shape.Method.Name;
        if (shape.ScalarResult is { IsFloating: true })
        {
            code.Gap().Summary($"Minimizes the mean of the result of <c>{name}</c>, which is itself the cost, over inputs.");
            Docs(code, ("inputs", "The inputs, read once."));
            Docs(code, CommonDocs);
            Header(code, "Minimize", $"{Rows}<Input> inputs");
            Call(code, $"Minimize<{types}>", "inputs");
        }

        code.Gap().Summary($"Minimizes a cost that is computed outside <c>{name}</c>: a simulation, a game, a measurement. Search by evaluations alone.");
        Docs(code, ("cost", "The cost of a model, with a seed for whatever is random in it. An exception or a number that is not finite ranks last."));
        Docs(code, CommonDocs);
        Header(code, "Minimize", "global::System.Func<Model, int, global::System.Threading.CancellationToken, double> cost");
        using (code.Braces())
        {
            code.Line("global::System.ArgumentNullException.ThrowIfNull(cost);");
            code.Line($"return new(global::LearnSharp.Trainer.Minimize<{types}>(");
            using (code.Indent())
                code.Line("(weights, choices, seed, token) => cost(new Model(weights, choices), seed, token), options, initial, progress, cancellationToken));");
        }
    }

    private static void Header(CodeWriter code, string name, params string[] parameters)
    {
        code.Line($"public static FitResult {name}(");
        using (code.Indent())
        {
            foreach (var parameter in parameters)
                code.Line(parameter + ",");
            for (var i = 0; i < Options.Length; i++)
                code.Line(Options[i] + (i == Options.Length - 1 ? ")" : ","));
        }
    }

    private static void Call(CodeWriter code, string method, string arguments)
    {
        using (code.Indent())
        {
            code.Line($"=> new(global::LearnSharp.Trainer.{method}(");
            using (code.Indent())
                code.Line($"{arguments}, options, initial, progress, cancellationToken));");
        }
    }

    private static void Docs(CodeWriter code, params (string Name, string Text)[] parameters)
    {
        foreach (var (name, text) in parameters)
            code.Line($"/// <param name=\"{name}\">{text}</param>");
    }
}
