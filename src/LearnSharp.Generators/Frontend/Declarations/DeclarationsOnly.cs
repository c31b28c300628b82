using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Translates <c>[Learnable(Gradients = false)]</c>: only what the signature declares is known, and the program's body is a call of the method itself, which C#
/// makes.
/// </summary>
internal static class DeclarationsOnly
{
    /// <summary>The program of <paramref name="method"/>, or null where its signature has an error.</summary>
    public static LearnableProgram? Translate(IMethodSymbol method, Action<Diagnostic>? report)
    {
        var failed = false;
        void Report(DiagnosticDescriptor rule, Location where, params object[] arguments)
        {
            failed |= rule.DefaultSeverity == DiagnosticSeverity.Error;
            report?.Invoke(Diagnostic.Create(rule, where, arguments));
        }

        if (method.IsGenericMethod || method.ContainingType.IsGenericType)
            Report(Rules.UnsupportedConstruct, method.Locations[0], "Generic code", "write the method for a concrete type");
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In))
                Report(Rules.ReferenceParameter, parameter.Locations[0], $"The parameter '{parameter.Name}'");
        }

        var types = new TypeMapper();
        var declarations = Declarations.OfSignature(method, Report, types);
        declarations.Finish([.. method.Parameters.Select(static parameter => parameter.Name)]);
        if (failed)
            return null;
        var parameters = method.Parameters.Select(parameter => new Parameter(new Local(parameter.Ordinal, TypeOf(types, parameter.Type), parameter.Name), declarations.Roles[parameter.Ordinal])).ToList();
        var arguments = string.Join(", ", Enumerable.Range(0, parameters.Count).Select(static i => $"{{{i}}}"));
        var template = $"{MethodIds.QualifiedName(method.ContainingType)}.{method.Name}({arguments})";
        var operands = parameters.Select<Parameter, Expression>(static parameter => new LocalRead(parameter.Local)).ToEquatableArray();
        var result = method.ReturnsVoid ? new OpaqueType("void") : TypeOf(types, method.ReturnType);
        var call = new Extern(result, template, operands, Purity.Effectful);
        List<Statement> body = [];
        if (method.ReturnsVoid)
        {
            body.Add(new Evaluate(call));
        }
        else
        {
            var local = new Local(parameters.Count, result, "result");
            body.Add(new Declare(local, call));
            body.Add(new Return([new LocalRead(local)]));
        }

        var function = new Function(
            MethodIds.Of(method),
            method.Name,
            parameters.ToEquatableArray(),
            method.ReturnsVoid ? [] : [result],
            new Block(body.ToEquatableArray()));
        return new LearnableProgram(new IrProgram(function, []), declarations.Weights, declarations.Choices);
    }

    /// <summary>The type of a value that is handed on as it is: an array of several dimensions is one, and not its elements.</summary>
    public static IrType TypeOf(TypeMapper types, ITypeSymbol type) =>
        (type is IArrayTypeSymbol { IsSZArray: false } ? null : types.Map(type, out _)) ?? new OpaqueType(MethodIds.QualifiedName(type));
}
