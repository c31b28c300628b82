using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits the learned face: the method with what was learned as constants and dead branches gone, and no word of LearnSharp in it. Where there is no code to
/// bake (the body is not analysed, or has an error), the method itself is called with the values.
/// </summary>
internal static class LearnedEmitter
{
    /// <summary>The shorthand <c>MLearned</c>, which every learnable method has.</summary>
    public static string EmitShorthand(BodyModel body, ArtefactValues? values, bool checkOverflow)
    {
        var method = body.Method;
        var inputs = (method.Declared ?? method.Parameters).Where(static parameter => parameter.Role == ParameterRole.Input).ToEquatableArray();
        var modifiers = method.Accessibility + (method.IsStatic || (body.Program is not null && body.State.IsEmpty) ? " static" : "");
        return SourceFile.Write(method.Namespace, method.Types, method.LearnedName + "Fields", code =>
        {
            Docs(code, method, $"<c>{method.Name}</c> with what was learned.", inputs);
            Method(code, body, values, checkOverflow, modifiers, method.LearnedName, inputs, withDefaults: true);
        });
    }

    /// <summary>The implementation of a partial method marked <c>[Learned]</c>.</summary>
    public static string EmitPartial(LearnedModel learned, BodyModel body, ArtefactValues? values, bool checkOverflow) =>
        learned.ResultName == body.Method.ReturnName && learned.Parameters.Count == (body.Method.Declared ?? body.Method.Parameters).Count(static parameter => parameter.Role == ParameterRole.Input)
            ? SourceFile.Write(learned.Namespace, learned.Types, learned.Name + "Fields", code =>
                Method(code, body, values, checkOverflow, Modifiers(learned), learned.Name, learned.Parameters, withDefaults: false))
            : EmitMisfit(learned);

    /// <summary>
    /// An implementation that only throws, for a <c>[Learned]</c> method that is the face of nothing, or of a method that it does not fit: the analyzer says so,
    /// and is heard only where the compiler itself has no complaint about a missing half.
    /// </summary>
    public static string EmitMisfit(LearnedModel learned) => SourceFile.Write(learned.Namespace, learned.Types, learned.Name + "Fields", code =>
    {
        var list = string.Join(", ", learned.Parameters.Select(static parameter => SignatureText.Declare(parameter, false)));
        var message = CSharpLiteral.Of($"'{learned.Name}' is not the learned face of '{learned.Target}': see the errors of the build.");
        code.Line($"{Modifiers(learned)} {learned.ResultName} {NameScope.Escape(learned.Name)}({list}) => throw new global::System.InvalidOperationException({message});");
    });

    private static string Modifiers(LearnedModel learned) => (learned.Modifiers + " partial").TrimStart();

    private static void Method(
        CodeWriter code,
        BodyModel body,
        ArtefactValues? values,
        bool checkOverflow,
        string modifiers,
        string name,
        EquatableArray<ParameterModel> parameters,
        bool withDefaults)
    {
        var list = string.Join(", ", parameters.Select((parameter, index) =>
            SignatureText.Declare(parameter, withDefaults && parameters.Skip(index).All(static later => later.Default is not null))));
        // The halves of a partial method share their attributes, and what is marked as generated is hidden from analyzers: the user's half is not.
        if (withDefaults)
            code.Line(SourceFile.GeneratedCode);
        using (code.Braces($"{modifiers} {body.Method.ReturnName} {NameScope.Escape(name)}({list})"))
        {
            if (body.Program is not null && values is not null && body.Method.Gradients)
                Baked(code, body, values, checkOverflow, parameters);
            else
                code.Line((body.Method.ReturnName == "void" ? "" : "return ") + Call(body, values, parameters) + ";");
        }
    }

    private static void Baked(CodeWriter code, BodyModel body, ArtefactValues values, bool checkOverflow, EquatableArray<ParameterModel> parameters)
    {
        var learnable = body.Program!;
        var constants = new Dictionary<int, Constant>();
        var types = learnable.Program.Root.Parameters.Select(static parameter => parameter.Local.Type);
        for (var i = 0; i < learnable.Weights.Count; i++)
            constants.Add(learnable.Weights[i].Parameter, Constant.Floating(types[learnable.Weights[i].Parameter], values.Weights[i]));
        for (var i = 0; i < learnable.Choices.Count; i++)
            constants.Add(learnable.Choices[i].Parameter, learnable.Choices[i].Options[values.Choices[i]]);

        if (!body.State.IsEmpty)
        {
            OnObject(code, body, learnable, constants, checkOverflow, parameters);
            return;
        }

        var handedIn = parameters.Where(static parameter => parameter.Modifier != "out").ToEquatableArray();
        var baked = Renamed(Reshaped(Specialize.Bake(learnable, constants), handedIn), handedIn);
        var options = CodeText.Options(baked, body, "", checkOverflow ? OverflowContext.Checked : OverflowContext.Unchecked) with { Modifiers = "static" };
        var callees = options.Callees.ToDictionary(static callee => callee.Key, static callee => callee.Value);
        if (body.Method.IsStatic && body.Method.Declared is null && learnable.Program.Root.Parameters.Count == body.Method.Parameters.Count)
        {
            // A method that calls itself goes on as the user's own, with every weight handed over.
            callees[learnable.Program.Root.Id + "'whole"] = $"{body.Method.TypeName}.{NameScope.Escape(body.Method.Name)}";
        }

        options = options with { Callees = callees, Fields = code.Fields };
        if (body.Method.Declared is not null)
        {
            ThroughReferences(code, body, baked, options, parameters);
            return;
        }

        if (CSharpPrinter.NeedsWorkspace(baked))
        {
            // It asks for derivatives inside, as the method itself does.
            var scope = new NameScope();
            var arguments = parameters.Select(parameter => scope.Claim(parameter.Name)).ToArray();
            WorkspaceScope.Write(code, scope, needed: true, workspace =>
                code.Line($"{(body.Method.ResultName == "void" ? "" : "return ")}{CSharpPrinter.NameOf(baked, baked.Root.Id, options)}({string.Join(", ", arguments.Prepend(workspace))});"));
            code.Line().Functions(baked, options with { RootModifiers = "static" });
            return;
        }

        code.Lines(CSharpPrinter.PrintBody(baked, options));
        var local = CSharpPrinter.PrintCallees(baked, options);
        if (local.Length > 0)
            code.Line().Lines(local);
    }

    // The baked function returns everything; the face hands it on.
    private static void ThroughReferences(CodeWriter code, BodyModel body, IrProgram baked, PrintOptions options, EquatableArray<ParameterModel> parameters)
    {
        var scope = new NameScope();
        foreach (var parameter in parameters)
            scope.Claim(parameter.Name);
        var needsWorkspace = CSharpPrinter.NeedsWorkspace(baked);
        WorkspaceScope.Write(code, scope, needsWorkspace, workspace =>
        {
            var value = scope.Claim("value");
            var arguments = (needsWorkspace ? [workspace] : Enumerable.Empty<string>())
                .Concat(parameters.Where(static parameter => parameter.Modifier != "out").Select(static parameter => NameScope.Escape(parameter.Name)));
            code.Line($"{ReferenceCall.Targets(body.Method, parameters, value)} = {CSharpPrinter.NameOf(baked, baked.Root.Id, options)}({string.Join(", ", arguments)});");
            if (body.Method.ReturnName != "void")
                code.Line($"return {value};");
        });
        code.Line().Lines(CSharpPrinter.PrintFunctions(baked, options with { RootModifiers = "static" }));
    }

    // What the object remembers goes into a function of the baked code, and what that leaves goes back.
    private static void OnObject(
        CodeWriter code, BodyModel body, LearnableProgram learnable, Dictionary<int, Constant> constants, bool checkOverflow, EquatableArray<ParameterModel> parameters)
    {
        var instance = InstanceShape.Of(body)!;
        var results = learnable.Program.Root.Results.Count;
        var baked = Reshaped(Specialize.Bake(learnable with { Program = instance.WithState(learnable.Program) }, constants), parameters);
        var options = CodeText.Options(baked, body, "", checkOverflow ? OverflowContext.Checked : OverflowContext.Unchecked) with { Modifiers = "static", RootModifiers = "static" };
        var scope = new NameScope();
        var arguments = parameters.Select(parameter => scope.Claim(parameter.Name)).Concat(body.State.Select(state => $"this.{NameScope.Escape(state.Member.Name)}"));
        var values = Enumerable.Range(1, results).Select(index => scope.Claim(results == 1 ? "value" : $"value{index}")).ToArray();
        var left = instance.Written.Select(state => scope.Claim(MemberNames.Camel(MemberNames.Pascal(state.Member.Name)))).ToArray();
        var received = values.Concat(left).Select(static name => "var " + name).ToArray();
        var call = $"{NameScope.Escape(baked.Root.Name)}({string.Join(", ", arguments)});";
        code.Line(received.Length switch { 0 => call, 1 => $"{received[0]} = {call}", _ => $"({string.Join(", ", received)}) = {call}" });
        instance.WriteBack(code, "this", left);
        if (results > 0)
            code.Line($"return {(results == 1 ? values[0] : $"({string.Join(", ", values)})")};");
        code.Line().Functions(baked, options);
    }

    // The signature has the arrays of several dimensions and the lists themselves, where the program takes their elements and lengths.
    private static IrProgram Reshaped(IrProgram program, EquatableArray<ParameterModel> parameters)
    {
        bool IsSequence(int index) => parameters[index].IsSequence && program.Root.Parameters[index].Local.Type is ArrayType;
        if (!parameters.Any(static parameter => parameter.IsRectangular) && !Enumerable.Range(0, parameters.Count).Any(IsSequence))
            return program;
        var (root, ids) = (program.Root, new FreshIds(program.Root));
        var declared = new List<Parameter>();
        var parts = new List<Statement>();
        var next = parameters.Count;
        for (var i = 0; i < parameters.Count; i++)
        {
            var local = root.Parameters[i].Local;
            if (!parameters[i].IsRectangular && !IsSequence(i))
            {
                declared.Add(root.Parameters[i]);
                continue;
            }

            var array = ids.Local(new OpaqueType(parameters[i].TypeName), local.Name);
            declared.Add(new(array));
            if (IsSequence(i))
            {
                parts.Add(new Declare(local, new Extern(local.Type, Templates.ElementsOfSequence(parameters[i].TypeName), [new LocalRead(array)], Purity.Pure)));
                continue;
            }

            parts.Add(new Declare(local, new Extern(local.Type, Templates.ElementsOf(((ArrayType)local.Type).Element.CSharpName), [new LocalRead(array)], Purity.Pure)));
            for (var dimension = 0; dimension < parameters[i].Rank; dimension++)
                parts.Add(new Declare(root.Parameters[next++].Local, new Extern(ScalarType.Int, $"{{0}}.GetLength({dimension})", [new LocalRead(array)], Purity.Pure)));
        }

        declared.AddRange(root.Parameters.Skip(next));
        return program with { Root = root with { Parameters = declared.ToEquatableArray(), Body = new Block([.. parts, .. root.Body.Statements]) } };
    }

    // The signature's names win: a partial method may name its parameters as it likes.
    private static IrProgram Renamed(IrProgram program, EquatableArray<ParameterModel> parameters)
    {
        var root = program.Root;
        if (root.Parameters.Count != parameters.Count)
            return program;
        var names = new Dictionary<int, Local>();
        for (var i = 0; i < parameters.Count; i++)
        {
            var local = root.Parameters[i].Local;
            names.Add(local.Id, new(local.Id, local.Type, parameters[i].Name));
        }

        return program with
        {
            Root = root with { Parameters = root.Parameters.Select(parameter => parameter with { Local = names[parameter.Local.Id] }) },
        };
    }

    private static string Call(BodyModel body, ArtefactValues? values, EquatableArray<ParameterModel> parameters)
    {
        var method = body.Method;
        var arguments = new List<string>();
        var next = 0;
        var declared = method.Declared ?? method.Parameters;
        for (var i = 0; i < declared.Count; i++)
        {
            var parameter = declared[i];
            if (parameter.Role != ParameterRole.Input)
                arguments.Add(Value(body, values, i - declared.Take(i).Count(static before => before.Modifier == "out")) ?? parameter.Default ?? "default");
            else if (next < parameters.Count)
                arguments.Add(Modifier(parameter) + NameScope.Escape(parameters[next++].Name));
        }

        var target = method.IsStatic ? $"{method.TypeName}.{NameScope.Escape(method.Name)}" : $"this.{NameScope.Escape(method.Name)}";
        return $"{target}({string.Join(", ", arguments)})";
    }

    private static string Modifier(ParameterModel parameter) => parameter.Modifier switch
    {
        "ref" or "out" or "in" => parameter.Modifier + " ",
        "ref readonly" => "in ",
        _ => "",
    };

    private static string? Value(BodyModel body, ArtefactValues? values, int index)
    {
        if (body.Program is not { } program || values is null)
            return null;
        for (var i = 0; i < program.Weights.Count; i++)
        {
            if (program.Weights[i].Parameter == index)
                return CSharpLiteral.Of(program.Program.Root.Parameters[index].Local.Type, values.Weights[i]);
        }

        for (var i = 0; i < program.Choices.Count; i++)
        {
            if (program.Choices[i].Parameter == index)
                return CSharpLiteral.Of(program.Choices[i].Options[values.Choices[i]]);
        }

        return null;
    }

    private static void Docs(CodeWriter code, MethodModel method, string summary, EquatableArray<ParameterModel> parameters)
    {
        code.Summary(summary);
        foreach (var parameter in parameters)
            code.Line($"/// <param name=\"{parameter.Name}\">The parameter <c>{parameter.Name}</c> of <c>{method.Name}</c>.</param>");
        if (method.ReturnName != "void")
            code.Line($"/// <returns>The value of <c>{method.Name}</c>.</returns>");
    }
}
