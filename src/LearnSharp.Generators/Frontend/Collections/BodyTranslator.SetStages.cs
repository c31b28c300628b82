using LearnSharp.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// The operators of LINQ that know which elements there were before, or how many.
internal sealed partial class BodyTranslator
{
    private Sequence Distinct(IInvocationOperation invocation, Sequence source)
    {
        var key = Argument(invocation, "keySelector") is { } selector ? CallableOf(selector) : null;
        var type = key is null ? source.Element : key.Result;
        if (type is null || TypeMapper.HoldsArray(type))
            throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}' of arrays", "compare them in a loop, or make a key of what they hold");
        var set = new OpaqueType($"global::System.Collections.Generic.HashSet<{type.CSharpName}>");
        return Filtered(source) with
        {
            Start = resumable =>
            {
                var enumeration = source.Start(resumable);
                var seen = new LocalPlace(Spill(new Extern(set, $"new {set.Name}()", [], Purity.Effectful), "seen"));
                return (sink, done) => enumeration(
                    value =>
                    {
                        var element = KeepAs(value, "element");
                        var given = key is null ? element : key.Of(element);
                        var isNew = Asked(seen, ScalarType.Bool, "isNew", "{0}.Add({1})", Keep(given));
                        Emit(new If(isNew, BlockOf(() => sink(element)), Block.Empty));
                    },
                    done);
            },
        };
    }

    /// <summary><c>Except</c> and <c>Intersect</c>: C# adds each element to the set of the others, or takes it out.</summary>
    private Sequence Compared(IInvocationOperation invocation, Sequence source, Sequence others)
    {
        var type = source.Element;
        if (TypeMapper.HoldsArray(type))
            throw Unsupported(invocation, $"'{invocation.TargetMethod.Name}' of arrays", "compare them in a loop, or make a key of what they hold");
        var set = new OpaqueType($"global::System.Collections.Generic.HashSet<{type.CSharpName}>");
        return Filtered(source) with
        {
            Start = resumable =>
            {
                var enumeration = source.Start(resumable);
                var known = new LocalPlace(Variable(set, "known", new Extern(set, $"new {set.Name}()", [], Purity.Effectful)));
                Each(others, other => Told(known, "{0}.Add({1})", KeepAs(Coerce(other, type), "other")));
                return (sink, done) => enumeration(
                    value =>
                    {
                        var element = KeepAs(value, "element");
                        var isGiven = Asked(known, ScalarType.Bool, "isGiven", invocation.TargetMethod.Name == "Except" ? "{0}.Add({1})" : "{0}.Remove({1})", element);
                        Emit(new If(isGiven, BlockOf(() => sink(element)), Block.Empty));
                    },
                    done);
            },
        };
    }

    /// <summary><c>TakeLast</c> and <c>SkipLast</c>.</summary>
    private Sequence Ends(Sequence source, Expression wanted, bool isTaken) => new(source.Element, resumable =>
    {
        var (items, count) = Buffer(source);
        var last = Keep(Least(Most(wanted, Constant.Of(0)), new LocalRead(count)));
        var rest = Keep(new Binary(BinaryOperator.Subtract, new LocalRead(count), last));
        var part = isTaken
            ? new Indexed(() => last, index => new Element(new LocalRead(items), new Binary(BinaryOperator.Add, rest, index)))
            : new Indexed(() => rest, index => new Element(new LocalRead(items), index));
        return Count(part, resumable);
    })
    {
        Bound = source.Bound,
        Lists = source.Lists,
    };
}
