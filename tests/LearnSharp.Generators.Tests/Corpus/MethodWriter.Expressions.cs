using System;
using System.Globalization;

namespace LearnSharp.Generators.Tests.Corpus;

internal sealed partial class MethodWriter
{
    private string Double(int depth)
    {
        if (depth <= 0 || Chance(6))
            return DoubleLeaf();
        if (Chance(4) && _effects < 4)
        {
            _effects++;
            return DoubleEffect(depth - 1);
        }

        if (_carriers && Chance(6))
            return CarrierValue(depth - 1);
        if (_inStep && Chance(5))
            return GuardedValue(depth - 1);
        if (_topics.Count > 0 && Chance(5) && TopicValue(depth - 1) is { } drawn)
            return drawn;
        return One(
            () => $"({Double(depth - 1)} + {Double(depth - 1)})",
            () => $"({Double(depth - 1)} - {Double(depth - 1)})",
            () => $"({Double(depth - 1)} * Math.Tanh({Double(depth - 1)}))",
            () => $"({Double(depth - 1)} * ({Int(depth - 1)} & 7) * 0.3)",
            () => $"(a * {DoubleLeaf()} - b)",
            () => $"({Double(depth - 1)} / (1.5 + {Square(depth - 1)}))",
            () => $"(- {Double(depth - 1)})",
            () => $"Math.{One("Sin", "Cos", "Tanh", "Atan", "Abs", "Asinh")}({Double(depth - 1)})",
            () => $"Math.Sqrt(0.5 + {Square(depth - 1)})",
            () => $"Math.Exp(-Math.Abs({Double(depth - 1)}))",
            () => $"Math.{One("Max", "Min")}({Double(depth - 1)}, {Double(depth - 1)})",
            () => $"Math.Clamp({Double(depth - 1)}, -1.5, 2.0)",
            () => $"Math.Log(1.5 + {Square(depth - 1)})",
            () => $"({Bool(depth - 1)} ? {Double(depth - 1)} : {Double(depth - 1)})",
            () => $"Bend({Double(depth - 1)}, {Double(depth - 1)})",
            () => _inStep || Chance(2) ? $"Bend(v: {Double(depth - 1)}, u: {Double(depth - 1)})" : $"Deep({Double(depth - 1)}, {Int(0)} & 3)",
            () => $"Order({Double(depth - 1)}, {Double(depth - 1)}).{One("Low", "High")}",
            () => $"{Pair(depth - 1)}.{One("X", "Y", "Norm()")}",
            () => _floats ? $"{Float(depth - 1)}" : DoubleLeaf(),
            () => $"({Long(depth - 1)} * 0.01)",
            () => $"({Int(depth - 1)} switch {{ 0 => {Double(depth - 1)}, 1 or 2 => {Double(depth - 1)}, > 5 when {Bool(depth - 1)} => {Double(depth - 1)}, < -3 and > -40 => {Double(depth - 1)}, _ => {Double(depth - 1)} }})",
            () => $"((double){Double(depth - 1)} switch {{ > 1.0 => {Double(depth - 1)}, <= -0.5 => {Double(depth - 1)}, double.NaN => 0.0, _ => {Double(depth - 1)} }})");
    }

    private string Square(int depth)
    {
        var leaf = Pick(Kind.Double)!;
        return Chance(2) ? $"{leaf} * {leaf}" : $"Math.Abs({Double(depth)})";
    }

    private string DoubleLeaf() => _carriers && Chance(5) && CarrierLeaf() is { } carried ? carried : _topics.Count > 0 && Chance(4) && TopicLeaf() is { } drawn ? drawn : _random.Next(8) switch
    {
        0 => Number(Math.Round((_random.NextDouble() * 4) - 2, 2)) is var text && text[0] == '-' ? $"({text})" : text,
        1 or 2 => $"{Pick(Kind.Doubles)}[{Index()}]",
        3 => One("a", "b"),
        4 when Pick(Kind.Pair) is { } pair => $"{pair}.{One("X", "Y")}",
        5 => Pick(Kind.Int)!,
        _ => Pick(Kind.Double)!,
    };

    /// <summary>An expression that changes something on the way.</summary>
    private string DoubleEffect(int depth)
    {
        var target = Pick(Kind.Double, toWrite: true)!;
        return One(
            () => $"({target} = {Double(depth)})",
            () => $"({target} {One("+=", "-=")} {Double(depth)})",
            () => $"({target} *= 0.5 + Math.Sin({Double(depth)}))",
            () => $"{target}{One("++", "--")}",
            () => $"{One("++", "--")}{target}",
            () => $"({Pick(Kind.Doubles)}[{Index()}] = {Double(depth)})",
            () => $"({Pick(Kind.Doubles)}[{Index()}] += {Double(depth)})",
            () => $"{Pick(Kind.Doubles)}[{Index()}]++",
            () => $"Put({Pick(Kind.Doubles)}, {Int(depth)}, {Double(depth)})",
            () => $"Dot({Pick(Kind.Doubles)}, {Pick(Kind.Doubles)})",
            () => $"Scaled({Pick(Kind.Doubles)}, {Double(depth)})[{Index()}]",
            () => $"(Count({Pick(Kind.Ints)}, {Int(depth)}) * 0.1)",
            () => Pick(Kind.Pair, toWrite: true) is { } pair ? $"({pair}.{One("X", "Y")} {One("=", "+=")} {Double(depth)})" : $"({target} = {Double(depth)})");
    }

    /// <summary>An index: nearly always within the array.</summary>
    private string Index()
    {
        if (Chance(200))
            return Pick(Kind.Int)!;
        if (Chance(3))
            return _random.Next(Length).ToString(CultureInfo.InvariantCulture);
        if (Chance(6))
            return $"^(1 + ({Int(0)} & 3))";
        return Chance(8) && _effects < 4 && Pick(Kind.Int, toWrite: true) is { } counter && _effects++ >= 0 ? $"{counter}++ & 3" : $"{Int(1)} & 3";
    }

    private string Float(int depth)
    {
        if (depth <= 0)
            return Pick(Kind.Float) ?? "0.3f";
        return One(
            () => $"({Float(depth - 1)} {One("+", "-")} {Float(depth - 1)})",
            () => $"({Float(depth - 1)} * MathF.Tanh({Float(depth - 1)}))",
            () => $"(float)({Double(depth - 1)})",
            () => $"({Float(depth - 1)} * ({Int(0)} & 3))",
            () => $"MathF.{One("Sin", "Tanh", "Abs")}({Float(depth - 1)})",
            () => $"({Bool(depth - 1)} ? {Float(depth - 1)} : 1.5f)",
            () => Pick(Kind.Float, toWrite: true) is { } target ? $"({target} {One("=", "+=", "-=")} {Float(depth - 1)})" : "2.5f",
            () => $"({Float(depth - 1)} / 3)");
    }

    private string Int(int depth)
    {
        if (depth <= 0 || Chance(3))
            return Chance(3) ? _random.Next(7).ToString(CultureInfo.InvariantCulture) : Pick(Kind.Int)!;
        return One(
            () => $"({Int(depth - 1)} {One("+", "-", "*")} {Int(depth - 1)})",
            () => $"({Int(depth - 1)} {One("&", "|", "^")} {Int(depth - 1)})",
            () => $"({Int(depth - 1)} {One("%", "/")} ({Int(depth - 1)} | 1))",
            () => $"({Int(depth - 1)} {One("<<", ">>", ">>>")} {Int(depth - 1)})",
            () => $"(~{Int(depth - 1)})",
            () => $"(- {Int(depth - 1)})",
            () => $"{Pick(Kind.Ints)}[{Int(0)} & 3]",
            () => $"{Pick(Kind.Doubles)}.Length",
            () => $"(int)({Long(depth - 1)})",
            () => $"({Bool(depth - 1)} ? {Int(depth - 1)} : {Int(depth - 1)})",
            () => $"(int)({Double(0)} * 3)",
            () => $"Math.{One("Max", "Min")}({Int(depth - 1)}, {Int(depth - 1)})",
            () => _effects++ < 4 && Pick(Kind.Int, toWrite: true) is { } counter ? One($"{counter}++", $"--{counter}", $"({counter} = {Int(depth - 1)})", $"({counter} ^= {Int(depth - 1)})") : "2",
            () => $"{Pick(Kind.Ints)}[{Int(0)} & 3]{One("++", "--")}");
    }

    private string Long(int depth)
    {
        if (depth <= 0 || Chance(3))
            return Pick(Kind.Long)!;
        return One(
            () => $"({Long(depth - 1)} {One("+", "-", "*")} {Int(depth - 1)})",
            () => $"({Long(depth - 1)} {One("%", "/")} ({Long(depth - 1)} | 1L))",
            () => $"({Long(depth - 1)} {One("<<", ">>")} {Int(depth - 1)})",
            () => $"({Long(depth - 1)} & 0xffL)",
            () => _effects++ < 4 && Pick(Kind.Long, toWrite: true) is { } target ? $"({target} {One("=", "+=", "-=")} {Int(depth - 1)})" : "3L");
    }

    private string Bool(int depth)
    {
        if (depth <= 0)
            return Chance(3) ? $"{Pick(Kind.Bool)}" : $"{DoubleLeaf()} {One("<", ">")} {DoubleLeaf()}";
        return One(
            () => $"({Double(depth - 1)} {One("<", "<=", ">", ">=")} {Double(depth - 1)})",
            () => $"({Int(depth - 1)} {One("<", "==", "!=", ">=")} {Int(depth - 1)})",
            () => $"({Bool(depth - 1)} {One("&&", "||", "&", "|", "^", "==", "!=")} {Bool(depth - 1)})",
            () => $"({Bool(depth - 1)} && {Bool(depth - 1)})",
            () => $"!({Bool(depth - 1)})",
            () => $"({Int(depth - 1)} is > 0 and < 4 or -2)",
            () => $"((double){Double(depth - 1)} is not (> 0.2 and <= 1.5))",
            () => _effects++ < 4 && Pick(Kind.Bool, toWrite: true) is { } target ? $"({target} {One("=", "^=", "|=")} {Bool(depth - 1)})" : "flag",
            () => $"({Long(depth - 1)} > {Int(depth - 1)})");
    }

    private string Pair(int depth)
    {
        if (depth <= 0 || Chance(3))
            return Pick(Kind.Pair) ?? $"new P({DoubleLeaf()}, {DoubleLeaf()})";
        return One(
            () => $"({Pair(depth - 1)} + {Pair(depth - 1)})",
            () => $"(Math.Cos({Double(depth - 1)}) * {Pair(depth - 1)})",
            () => $"Turn({Pair(depth - 1)}, {Double(depth - 1)})",
            () => $"new P({Double(depth - 1)}, {Double(depth - 1)})",
            () => $"({Bool(depth - 1)} ? {Pair(depth - 1)} : {Pair(depth - 1)})");
    }
}
