using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>A method whose derivative is written by hand: its function calls the method itself, its rule the methods that give the derivative.</summary>
    private TranslatedMethod? Run(HandWrittenRule rule)
    {
        var parameters = new List<Parameter>();
        try
        {
            _declarations = Declarations.OfSignature(_method, Report, _types);
            for (var i = 0; i < _method.Parameters.Length; i++)
                parameters.Add(new(DeclareParameter(_method.Parameters[i]), _declarations.Roles[i]));
            _declarations.Finish(_method.Parameters.Select(static parameter => parameter.Name).ToArray());
            CheckParameters(rule, parameters);
            _result = TypeOf(_method.ReturnType, _method.Locations[0]);
            var result = NewLocal(_result, "result");
            var function = new Function(
                MethodIds.Of(_method),
                _method.Name,
                parameters.ToEquatableArray(),
                [_result],
                new Block([new Declare(result, CallAsItStands(_method, _result, parameters.Select(static parameter => parameter.Local))), new Return([new LocalRead(result)])]))
            {
                Derivative = new(
                    _method.Parameters.Select(RuleSignature.HasDerivative).ToEquatableArray(),
                    rule.Pullback is null ? null : new(RuleFunction(rule.Pullback), []),
                    rule.Pushforward is null ? null : new(RuleFunction(rule.Pushforward), [])),
            };
            return new TranslatedMethod(
                function,
                _declarations.Weights,
                _declarations.Choices,
                [],
                MethodBodies.ContainingTypes(_method),
                _privateTypes.OrderBy(static name => name, System.StringComparer.Ordinal).ToEquatableArray(),
                [],
                [],
                IsOfSet: false);
        }
        catch (TranslationException)
        {
            return null;
        }
    }

    /// <summary>A derivative that would get lost in a parameter without a word is an error.</summary>
    private void CheckParameters(HandWrittenRule rule, List<Parameter> parameters)
    {
        foreach (var parameter in _method.Parameters)
        {
            var type = parameters[parameter.Ordinal].Local.Type;
            var isMarked = LearnableShape.Attribute(parameter, KnownNames.NonDifferentiable) is not null;
            if (type is StructType || (type.IsDifferentiable && !isMarked && !RuleSignature.HasDerivative(parameter)))
            {
                var marked = (rule.Pullback ?? rule.Pushforward)!;
                throw Fail(
                    Rules.DerivativeSignature,
                    marked.Locations[0],
                    marked.Name,
                    _method.Name,
                    $"its parameter '{parameter.Name}' is neither a number nor an array of numbers; write a method that takes the numbers in it one by one");
            }
        }
    }

    private Function RuleFunction(IMethodSymbol method)
    {
        var parameters = method.Parameters.Select(parameter => NewLocal(TypeOf(parameter.Type, method.Locations[0]), parameter.Name)).ToList();
        var type = method.ReturnsVoid ? new OpaqueType("void") : TypeOf(method.ReturnType, method.Locations[0]);
        var call = CallAsItStands(method, type, parameters);
        var result = NewLocal(type, "derivatives");
        var read = new LocalRead(result);
        var results = method.ReturnsVoid ? [] : type is StructType tuple ? Enumerable.Range(0, tuple.Fields.Count).Select(index => (Expression)new FieldRead(read, index)).ToArray() : [read];
        return new Function(
            MethodIds.Of(method) + "'rule",
            method.Name,
            parameters.Select(static local => new Parameter(local)).ToEquatableArray(),
            results.Select(static value => value.Type).ToEquatableArray(),
            new Block(method.ReturnsVoid ? [new Evaluate(call)] : [new Declare(result, call), new Return(results.ToEquatableArray())]));
    }

    private Extern CallAsItStands(IMethodSymbol method, IrType type, IEnumerable<Local> arguments)
    {
        Touch(method);
        var operands = arguments.Select(static local => (Expression)new LocalRead(local)).ToEquatableArray();
        var holes = string.Join(", ", Enumerable.Range(0, operands.Count).Select(static index => $"{{{index}}}"));
        return new Extern(type, $"{MethodIds.QualifiedName(method.ContainingType)}.{method.Name}({holes})", operands, Purity.Effectful);
    }
}
