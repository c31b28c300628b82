using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>Declares the weight or choice that a local is named for.</summary>
    private void DeclareMarked(ILocalSymbol symbol, IInvocationOperation marker)
    {
        var name = marker.TargetMethod.Name;
        if (!SymbolEqualityComparer.Default.Equals(symbol.Type, marker.Type))
            throw Fail(Rules.MarkerPosition, marker.Syntax.GetLocation(), name, $"is converted to '{symbol.Type.ToDisplayString()}'");
        if (_ownFunction is { } own)
            throw OwnSet(marker, own, symbol.Name, "which calls itself and shares objects with its caller");
        if (_frame is { } frame)
            throw OwnSet(marker, frame.Method, symbol.Name, "which is translated as part of its caller");
        var where = symbol.Locations[0];
        switch (name)
        {
            case "Weights":
                DeclareWeights(symbol, marker);
                return;
            case "Weight":
                _declarations.Add(
                    new WeightSpec(
                        symbol.Name,
                        NextParameter,
                        InBody: true,
                        (double)ConstantArgument(marker, "start")!,
                        (double)ConstantArgument(marker, "min")!,
                        (double)ConstantArgument(marker, "max")!,
                        (bool)ConstantArgument(marker, "log")!,
                        (string?)ConstantArgument(marker, "above"),
                        (bool)ConstantArgument(marker, "isFixed")!),
                    where);
                DeclareFromParameter(symbol, AddInBody(ScalarType.Double, symbol.Name, ParameterRole.Weight));
                return;
            default:
                DeclareChoice(symbol, marker);
                return;
        }
    }

    private int NextParameter => _method.Parameters.Length + _lengths.Count + _inBody.Count;

    private Local AddInBody(IrType type, string name, ParameterRole role)
    {
        var local = NewLocal(type, name);
        _inBody.Add(new(local, role));
        _stable.Add(local);
        return local;
    }

    /// <summary>The C# local is the parameter itself where it is never written, and otherwise a copy: each turn of a loop starts with the weight again.</summary>
    private void DeclareFromParameter(ILocalSymbol symbol, Local parameter)
    {
        if (_written.Contains(symbol))
            DeclareLocal(symbol, parameter.Type, new LocalRead(parameter));
        else
            _scope.Set(symbol, new LocalBinding(parameter), _region);
    }

    private void DeclareWeights(ILocalSymbol symbol, IInvocationOperation marker)
    {
        var argument = marker.Arguments[0].Value;
        if (Markers.Elements(argument) is not { Count: > 0 } elements)
            throw Fail(Rules.MarkerPosition, argument.Syntax.GetLocation(), "Weights", "takes an argument that does not list its elements");
        var reads = new List<Expression>();
        for (var i = 0; i < elements.Count; i++)
        {
            var name = symbol.Name + i.ToString(CultureInfo.InvariantCulture);
            var start = (double)ConstantOf(marker, elements[i])!;
            _declarations.Add(
                new WeightSpec(name, NextParameter, InBody: true, start, double.NegativeInfinity, double.PositiveInfinity, Log: false, Above: null, Fixed: false),
                symbol.Locations[0]);
            reads.Add(new LocalRead(AddInBody(ScalarType.Double, name, ParameterRole.Weight)));
        }

        var type = new ArrayType(ScalarType.Double, ArrayKind.Array);
        DeclareLocal(symbol, type, new ArrayLiteral(type, reads.ToEquatableArray()));
    }

    private void DeclareChoice(ILocalSymbol symbol, IInvocationOperation marker)
    {
        var start = ConstantArgument(marker, "start")!;
        ChoiceSpec? spec;
        string problem;
        if (marker.TargetMethod.Name == "ChoiceInRange")
        {
            var (min, max) = ((int)ConstantArgument(marker, "min")!, (int)ConstantArgument(marker, "max")!);
            spec = ChoiceOptions.OfRange(symbol.Name, NextParameter, inBody: true, symbol.Type, start, min, max, _types, out problem);
        }
        else
        {
            var argument = marker.Arguments.First(static a => a.Parameter?.Name == "options").Value;
            if (Markers.Elements(argument) is not { } elements)
                throw Fail(Rules.MarkerPosition, argument.Syntax.GetLocation(), "Choice", "takes an argument that does not list its elements");
            var options = elements.Select(element => ConstantOf(marker, element)).ToList();
            spec = ChoiceOptions.Of(symbol.Name, NextParameter, inBody: true, symbol.Type, start, options, _types, out problem);
        }

        if (spec is null)
            throw Fail(Rules.ChoiceOptions, symbol.Locations[0], symbol.Name, problem);
        _declarations.Add(spec, symbol.Locations[0]);
        DeclareFromParameter(symbol, AddInBody(TypeOf(symbol.Type, symbol.Locations[0]), symbol.Name, ParameterRole.Choice));
    }

    private object? ConstantArgument(IInvocationOperation marker, string parameter) =>
        ConstantOf(marker, marker.Arguments.First(argument => argument.Parameter?.Name == parameter).Value);

    private object? ConstantOf(IInvocationOperation marker, IOperation value) => value.ConstantValue.HasValue
        ? value.ConstantValue.Value
        : throw Fail(Rules.MarkerPosition, value.Syntax.GetLocation(), marker.TargetMethod.Name, "takes an argument that is not a constant");
}
