using System;
using System.Globalization;

namespace LearnSharp.Generators.Tests.Corpus;

internal sealed partial class MethodWriter
{
    private void Statement()
    {
        _budget--;
        _effects = 0;
        if (_carriers && Chance(3))
        {
            Carrier();
            return;
        }

        if (_inStep && Chance(3))
        {
            Parting();
            return;
        }

        if (_topics.Count > 0 && Chance(2) && TopicStatement())
            return;

        switch (_random.Next(_scopes.Count < 5 ? 22 : 12))
        {
            case 0:
                Local(Kind.Double, "double", () => Double(2));
                break;
            case 1:
                NewArray();
                break;
            case 2:
                Scalar();
                break;
            case 3 or 4:
                _lines.Add($"{Pick(Kind.Double, toWrite: true)} {One("=", "+=", "-=")} {Double(2)};");
                break;
            case 5:
                _lines.Add($"{Pick(Kind.Double, toWrite: true)} *= 0.5 + Math.Tanh({Double(1)});");
                break;
            case 6 or 7:
                _lines.Add($"{Pick(Kind.Doubles)}[{Index()}] {One("=", "=", "+=", "-=")} {Double(2)};");
                break;
            case 8:
                Tuples();
                break;
            case 9 when !_inStep:
                Aliases();
                break;
            case 10:
                _lines.Add(One(() => $"_ = {DoubleEffect(1)};", () => $"Put({Pick(Kind.Doubles)}, {Int(2)}, {Double(1)});", () => $"{Pick(Kind.Ints)}[{Int(1)} & 3] {One("=", "+=", "^=")} {Int(2)};"));
                break;
            case 11:
                Pairs();
                break;
            case 12 or 13:
                _lines.Add($"if ({Bool(1 + _random.Next(2))})");
                Block();
                if (Chance(2))
                {
                    _lines.Add("else");
                    Block();
                }

                break;
            case 14 or 15:
                For();
                break;
            case 16:
                ForEach();
                break;
            case 17:
                While();
                break;
            case 18:
                Switch();
                break;
            case 19 when _loops > 0:
                _lines.Add($"if ({Bool(1 + _random.Next(2))}) {One("break", "continue", "continue", Exit())};");
                break;
            case 20 when !_inFinally && Chance(2):
                _lines.Add($"if ({Bool(1 + _random.Next(2))}) {(Chance(12) ? "throw new InvalidOperationException()" : $"return {Result()}")};");
                break;
            case 21:
                _lines.Add("");
                Block();
                break;
            default:
                _lines.Add($"{Pick(Kind.Double, toWrite: true)} = {Double(2)};");
                break;
        }
    }

    private string Exit() => _inFinally ? "continue" : Pick(Kind.Label) is { } label && Chance(2) ? $"goto {label}" : $"return {Result()}";

    private void Block(Action? first = null)
    {
        _lines.Add("{");
        Open();
        first?.Invoke();
        for (var count = 1 + _random.Next(3); count > 0 && _budget > -6; count--)
            Statement();
        Close();
        _lines.Add("}");
    }

    private void Local(Kind kind, string type, Func<string> value)
    {
        var text = value();
        var name = Fresh();
        _lines.Add($"{(Chance(2) && kind != Kind.Double ? type : kind == Kind.Double ? "double" : type)} {name} = {text};");
        Declare(name, kind);
    }

    private void Scalar()
    {
        switch (_random.Next(_floats ? 5 : 3))
        {
            case 0:
                Local(Kind.Int, "int", () => Int(3));
                break;
            case 1:
                Local(Kind.Long, "long", () => Chance(2) ? Long(2) : Int(2));
                break;
            case 2:
                Local(Kind.Bool, "bool", () => Bool(1 + _random.Next(2)));
                break;
            default:
                Local(Kind.Float, "float", () => Float(2));
                break;
        }
    }

    private void NewArray()
    {
        var text = One(
            () => $"new double[{Length}]",
            () => $"new double[] {{ {Double(1)}, {Double(1)}, {Double(1)}, {Double(1)} }}",
            () => $"[{Double(1)}, {Double(1)}, {Double(1)}, {Double(1)}]",
            () => $"Scaled({Pick(Kind.Doubles)}, {Double(1)})");
        var name = Fresh();
        _lines.Add($"double[] {name} = {text};");
        Declare(name, Kind.Doubles);
    }

    private void Aliases()
    {
        if (Chance(2) || Pick(Kind.Doubles, toWrite: true) is not { } target || target == "xs")
        {
            var value = Chance(2) ? Pick(Kind.Doubles)! : $"{Bool(1)} ? {Pick(Kind.Doubles)} : {Pick(Kind.Doubles)}";
            var name = Fresh();
            _lines.Add($"double[] {name} = {value};");
            Declare(name, Kind.Doubles);
        }
        else
        {
            _lines.Add($"{target} = {One(() => Pick(Kind.Doubles)!, () => $"new double[{Length}]", () => $"Scaled({Pick(Kind.Doubles)}, {Double(1)})")};");
        }
    }

    private void Tuples()
    {
        switch (_random.Next(4))
        {
            case 0:
                _lines.Add($"({Pick(Kind.Double, toWrite: true)}, {Pick(Kind.Doubles)}[{Index()}]) = ({Double(1)}, {Double(1)});");
                break;
            case 1:
                _lines.Add($"({Pick(Kind.Doubles)}[{Index()}], {Pick(Kind.Doubles)}[{Index()}]) = ({Pick(Kind.Doubles)}[{Index()}], {Pick(Kind.Doubles)}[{Index()}]);");
                break;
            case 2:
                var text = $"Order({Double(1)}, {Double(1)})";
                var (low, high) = (Fresh(), Fresh());
                _lines.Add($"var ({low}, {high}) = {text};");
                Declare(low, Kind.Double);
                Declare(high, Kind.Double);
                break;
            default:
                _lines.Add($"({Pick(Kind.Double, toWrite: true)}, {Pick(Kind.Double, toWrite: true)}) = Order({Double(1)}, {Double(1)});");
                break;
        }
    }

    private void Pairs()
    {
        if (Pick(Kind.Pair, toWrite: true) is not { } pair || Chance(2))
        {
            var text = Pair(2);
            var name = Fresh();
            _lines.Add($"P {name} = {text};");
            Declare(name, Kind.Pair);
            return;
        }

        _lines.Add(One(
            () => $"{pair} = {Pair(2)};",
            () => $"{pair} += {Pair(2)};",
            () => $"{pair}.{One("X", "Y")} {One("=", "+=", "-=")} {Double(1)};",
            () => $"({pair}.X, {pair}.Y) = ({pair}.Y, {Double(1)});"));
    }

    private void For()
    {
        Open();
        var counter = Fresh();
        var trips = _random.Next(1, 5).ToString(CultureInfo.InvariantCulture);
        var header = _random.Next(4) switch
        {
            0 => $"for (var {counter} = 0; {counter} < {trips}; {counter}++)",
            1 => $"for (var {counter} = {trips}; {counter} >= 0; {counter} -= {_random.Next(1, 3)})",
            2 => $"for (int {counter} = 0; {counter} < {trips} && {Bool(1)}; {Pick(Kind.Double, toWrite: true)} += {Double(1)}, {counter}++)",
            _ => $"for (var {counter} = {Int(0)} & 3; {counter}++ < {trips};)",
        };
        _lines.Add(header);
        Declare(counter, Kind.Int, isFixed: true);
        _loops++;
        Block();
        _loops--;
        Close();
    }

    private void ForEach()
    {
        Open();
        var element = Fresh();
        _lines.Add($"foreach (var {element} in {(Chance(4) ? $"Scaled({Pick(Kind.Doubles)}, {Double(1)})" : Pick(Kind.Doubles))})");
        Declare(element, Kind.Double, isFixed: true);
        _loops++;
        Block();
        _loops--;
        Close();
    }

    private void While()
    {
        var counter = Fresh();
        _lines.Add($"var {counter} = 0;");
        Declare(counter, Kind.Int, isFixed: true);
        _loops++;
        if (Chance(2))
        {
            _lines.Add(Chance(2) ? $"while ({counter}++ < 3 && {Bool(1 + _random.Next(2))})" : $"while ({Bool(1 + _random.Next(2))} & {counter}++ < 3)");
            Block();
        }
        else
        {
            _lines.Add("do");
            Block();
            _lines.Add($"while (++{counter} < 3 && {Bool(1 + _random.Next(2))});");
        }

        _loops--;
    }

    private void Switch()
    {
        _lines.Add($"switch ({Int(2)} % 5)");
        _lines.Add("{");
        var fallback = _random.Next(3);
        var labels = new[] { "case 0:", $"case 1 or 3 when {Bool(1)}:", "case < -1:", "case 2:" };
        for (var i = 0; i < labels.Length; i++)
        {
            if (i == fallback)
            {
                _lines.Add("default:");
                Block();
                _lines.Add("break;");
            }

            if (Chance(4))
                continue;
            _lines.Add(labels[i]);
            Block();
            _lines.Add(Chance(8) && !_inFinally ? $"return {Result()};" : _loops > 0 && Chance(6) ? "continue;" : "break;");
        }

        _lines.Add("}");
    }
}
