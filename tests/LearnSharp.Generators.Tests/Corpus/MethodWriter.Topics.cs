using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>What is drawn from the templates of a <see cref="Topic"/>.</summary>
internal sealed partial class MethodWriter
{
    private static readonly Regex Token = new(@"\$(?:(?<new>[1-9])|(?<name>[A-Z][A-Za-z]*)(?<depth>[0-3])?(?<write>!)?(?<same>')?)");

    private readonly List<Topic> _topics = [];

    // In a block of finally: nothing leaves it.
    private bool _inFinally;

    /// <summary>The parts of the language that a method is drawn from.</summary>
    private void DrawTopics()
    {
        for (var count = Chance(5) ? 0 : 1 + _random.Next(3); count > 0; count--)
        {
            var topic = Topic.All[_random.Next(Topic.All.Count)];
            if (!_topics.Contains(topic))
                _topics.Add(topic);
        }
    }

    private bool TopicStatement()
    {
        for (var tries = 0; tries < 8; tries++)
        {
            var statements = _topics[_random.Next(_topics.Count)].Statements;
            if (Emit(statements[_random.Next(statements.Count)]))
                return true;
        }

        return false;
    }

    private string? TopicValue(int depth)
    {
        var values = _topics[_random.Next(_topics.Count)].Values;
        return Fill(values[_random.Next(values.Count)], [], depth);
    }

    private string? TopicLeaf()
    {
        var leaves = _topics[_random.Next(_topics.Count)].Leaves;
        return Fill(leaves[_random.Next(leaves.Count)], [], 0);
    }

    /// <summary>Adds the lines of a template; false, and nothing added, where it names what is not there.</summary>
    private bool Emit(string template)
    {
        if (_scopes.Count >= 5 && template.Contains('\n', StringComparison.Ordinal) && !template.Contains("\n@decl", StringComparison.Ordinal))
            return false;
        var names = new Dictionary<string, string>();
        var filled = new List<string>();
        foreach (var line in template.Split('\n'))
        {
            _effects = 0;
            if ((line[0] == '@' ? line : Fill(line, names, 2)) is not { } text)
                return false;
            filled.Add(text);
        }

        foreach (var line in filled)
        {
            if (line[0] != '@')
            {
                _lines.Add(line);
                continue;
            }

            var words = line.Split(' ');
            void DeclareAll()
            {
                foreach (var word in words.Skip(1))
                    Declare(names["$" + word[0]], Enum.Parse<Kind>(word[2..].TrimEnd('!')), isFixed: word[^1] == '!');
            }

            switch (words[0])
            {
                case "@decl":
                    DeclareAll();
                    break;
                case "@loop":
                    _loops++;
                    Block(DeclareAll);
                    _loops--;
                    break;
                case "@finally":
                    var (loops, outer) = (_loops, _inFinally);
                    (_loops, _inFinally) = (0, true);
                    Block();
                    (_loops, _inFinally) = (loops, outer);
                    break;
                default:
                    Block(DeclareAll);
                    break;
            }
        }

        return true;
    }

    private string? Fill(string template, Dictionary<string, string> names, int depth)
    {
        var isMissing = false;
        var text = Token.Replace(template, match =>
        {
            if (isMissing)
                return "";
            if (match.Groups["new"].Success)
                return names.TryGetValue(match.Value, out var known) ? known : names[match.Value] = Fresh();
            var name = match.Groups["name"].Value;
            var isWritten = match.Groups["write"].Success;
            if (match.Groups["same"].Success)
                return names[name];
            var value = Filled(name, Math.Min(depth, match.Groups["depth"] is { Success: true } given ? given.Value[0] - '0' : 1), isWritten);
            isMissing = value is null;
            return names[name] = value ?? "";
        });
        return isMissing ? null : text;
    }

    private string? Filled(string name, int depth, bool isWritten)
    {
        switch (name)
        {
            case "D":
                return Double(depth);
            case "L":
                return InLambda(() => Double(depth));
            case "LA":
                return Pick(Kind.Doubles);
            case "LV":
                return InLambda(() => Pick(Kind.Double, toWrite: true));
            case "C":
                return Pick(Kind.Double);
            case "V":
                return Pick(Kind.Double, toWrite: true);
            case "A":
                return Pick(Kind.Doubles);
            case "K":
                return Pick(Kind.Ints);
            case "I":
                return Index();
            case "N":
                return Int(depth);
            case "IntVar":
                return Pick(Kind.Int, toWrite: true);
            case "B":
                return Bool(depth);
            case "O":
                return One("=", "+=", "-=");
            case "S":
                return _random.Next(3).ToString(CultureInfo.InvariantCulture);
            case "T":
                return _random.Next(1, 6).ToString(CultureInfo.InvariantCulture);
            case "Return":
                return Result();
            default:
                return Pick(Enum.Parse<Kind>(name), isWritten);
        }
    }

    private string? InLambda(Func<string?> draw)
    {
        var outer = _inLambda;
        _inLambda = true;
        var text = draw();
        _inLambda = outer;
        return text;
    }

    /// <summary>What the method returns.</summary>
    private string Result() => !_isArray ? Double(1) : One(
        () => $"[{Double(1)}, {Double(1)}, {Double(1)}]",
        () => Pick(Kind.Doubles)!,
        () => $"Scaled({Pick(Kind.Doubles)}, {Double(1)})");
}
