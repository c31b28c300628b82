using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Calls of code without source that only look: guards that throw, and methods that give something back through 'out'.
internal sealed partial class BodyTranslator
{
    /// <summary>
    /// <c>ArgumentNullException.ThrowIfNull</c> and its like: they look at a value and throw, so that no derivative is lost. The text of the argument is in the message, and handed over with
    /// the rest; what is known to be there passes.
    /// </summary>
    private bool Guard(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!method.Name.StartsWith("ThrowIf", System.StringComparison.Ordinal) || !method.IsStatic || !method.ReturnsVoid || !method.DeclaringSyntaxReferences.IsEmpty || !IsException(method.ContainingType))
            return false;
        var written = invocation.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(static argument => Unboxed(argument.Value)).ToList();
        if (method.Name == "ThrowIfNull" && written.Count > 0 && IsSymbolic(Bare(written[0])))
        {
            Bind(Bare(written[0]));
            return true;
        }

        Touch(method);
        CheckEscapes(written);
        var values = Values(written).Select(WithoutDerivative).ToList();
        if (method.Name == "ThrowIfNull" && IsRectangular(written[0]))
            return true;
        if (method.Name == "ThrowIfNull" && IsHeap(written[0].Type))
        {
            Refuse(
                new Binary(BinaryOperator.Equal, values[0], Constant.Of(0)),
                $"new global::System.ArgumentNullException({(written.Count > 1 ? Quoted(written[1]) : "")})");
            return true;
        }

        var types = method.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(type => TypeOf(type, invocation.Syntax.GetLocation()).CSharpName))}>";
        var operands = string.Join(", ", Enumerable.Range(0, values.Count).Select(static i => $"{{{i}}}"));
        Emit(new Evaluate(new Extern(new OpaqueType("void"), $"{CodeName(method.ContainingType)}.{method.Name}{types}({operands})", Unheld(values), Purity.Effectful)
        {
            Origin = Origins.Of(invocation.Syntax),
        }));
        return true;
    }

    private static string Quoted(IOperation text) =>
        text.ConstantValue is { HasValue: true, Value: string name } ? Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(name, quote: true) : "null";

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    /// <summary>
    /// A call of code without source that gives something back through <c>out</c>, as <c>TryParse</c> and <c>TryGetValue</c> do: its results come as a tuple, and are stored one by one. Null for any other.
    /// </summary>
    private FieldRead? OutCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.ReturnsVoid || method.Parameters.All(static parameter => parameter.RefKind != RefKind.Out) || method.Parameters.Any(static parameter => parameter.RefKind is RefKind.Ref) || IsTranslated(Target(invocation)))
            return null;
        Touch(method);
        var where = invocation.Syntax.GetLocation();
        var arguments = invocation.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).ToList();
        var self = method.IsStatic ? null : invocation.Instance;
        var given = arguments.Where(static argument => argument.Parameter!.RefKind != RefKind.Out).Select(static argument => Unboxed(argument.Value)).ToList();
        if (self is not null)
            given.Insert(0, self);
        CheckEscapes(given);
        var values = Values(given);
        CheckArrays(invocation, values);
        CheckRectangular(invocation, values);
        if (_throws == 0 && values.Any(IsActive))
            throw Fail(Rules.NoDerivative, where, CalledName(method), WayOut);

        var outs = arguments.Where(static argument => argument.Parameter!.RefKind == RefKind.Out).ToList();
        var places = outs.Select(argument => BindReference(argument.Value, HeldType(argument.Parameter!.Type, argument.Syntax.GetLocation())).Place).ToList();
        List<IrType> results = [TypeOf(invocation), .. outs.Select(argument => TypeOf(argument.Parameter!.Type, argument.Syntax.GetLocation()))];
        var template = OutTemplate(invocation, arguments, values, results, self is not null);
        var fields = results.Select((type, i) => new StructField($"Item{i + 1}", type)).ToEquatableArray();
        var tuple = new StructType($"({string.Join(", ", results.Select(static type => type.CSharpName))})", StructForm.Tuple, fields);
        var made = Spill(new Extern(tuple, template, Unheld(values), Purity.Effectful) { Origin = Origins.Of(invocation.Syntax) }, "given");
        for (var i = 0; i < places.Count; i++)
            Emit(new Assign(places[i], Coerce(new FieldRead(new LocalRead(made), i + 1), places[i].Type)));
        return new FieldRead(new LocalRead(made), 0);
    }

    // Variables that a call declares would meet their like where the code is printed twice: they live in a lambda.
    private string OutTemplate(IInvocationOperation invocation, List<IArgumentOperation> arguments, Expression[] values, List<IrType> results, bool hasSelf)
    {
        var method = invocation.TargetMethod;
        var names = Enumerable.Range(0, values.Length).Select(static i => $"given{i}").ToList();
        var next = hasSelf ? 1 : 0;
        var taken = 0;
        var handed = arguments.Select(argument => argument.Parameter!.RefKind == RefKind.Out ? $"out {Resolve(argument.Parameter!.Type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} taken{taken++}" : names[next++]).ToList();
        var types = method.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(CodeName))}>";
        var owner = hasSelf ? names[0] : CodeName(method.ContainingType);
        var call = $"{owner}.{method.Name}{types}({string.Join(", ", handed)})";
        var outs = string.Join(", ", Enumerable.Range(0, taken).Select(static i => $"taken{i}!"));
        var result = string.Join(", ", results.Select(static type => type.CSharpName));
        var from = string.Concat(values.Select(static value => value.Type.CSharpName + ", "));
        return $"((global::System.Func<{from}({result})>)(static ({string.Join(", ", names)}) => ({call}, {outs})))({string.Join(", ", Enumerable.Range(0, values.Length).Select(static i => $"{{{i}}}"))})";
    }
}
