using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>
/// The text of an artefact file: JSON with one weight per line in declaration order, invariant numbers that read back to the same bits, LF line
/// ends, no clock and no machine, so that the
/// same training gives the same bytes and a change shows as one changed line.
/// </summary>
public static class ArtefactText
{
    /// <summary>Reads an artefact.</summary>
    /// <param name="text">The whole file.</param>
    /// <exception cref="ArtefactException">The text is damaged or half-written, or from a newer version; line and column are in the
    /// message.</exception>
    public static Artefact Read(string text)
    {
        var root = new Members(JsonReader.Read(text), "The artefact");
        var schema = root.Integer("schema");
        if (schema > Artefact.SchemaVersion)
        {
            var versions = FormattableString.Invariant($"The artefact has schema {schema}, this version of LearnSharp reads up to {Artefact.SchemaVersion}.");
            throw new ArtefactException(ArtefactProblem.Newer, versions + " Update LearnSharp, or train again.");
        }

        var artefact = new Artefact(
            root.Text("program"),
            root.Text("signature"),
            root.Text("signatureHash"),
            root.Text("bodyHash"),
            ReadWeights(root.Object("weights")),
            ReadChoices(root.Object("choices")),
            root.Has("metrics") ? ReadMetrics(new Members(root.Object("metrics"), "metrics")) : null)
        {
            NumericPolicy = root.Integer("numerics"),
        };
        root.RequireNothingElse();
        return artefact;
    }

    /// <summary>Writes an artefact.</summary>
    /// <param name="artefact">The values.</param>
    /// <exception cref="ArgumentException">A weight is NaN or infinite, or a name is there twice.</exception>
    public static string Write(Artefact artefact)
    {
        var text = new StringBuilder("{\n");
        AppendMember(text, "  ", "schema", Number(Artefact.SchemaVersion), last: false);
        AppendMember(text, "  ", "numerics", Number(artefact.NumericPolicy), last: false);
        AppendMember(text, "  ", "program", Quote(artefact.Program), last: false);
        AppendMember(text, "  ", "signature", Quote(artefact.Signature), last: false);
        AppendMember(text, "  ", "signatureHash", Quote(artefact.SignatureHash), last: false);
        AppendMember(text, "  ", "bodyHash", Quote(artefact.BodyHash), last: false);
        AppendObject(
            text,
            "weights",
            artefact.Weights.Select(weight => new KeyValuePair<string, string>(weight.Name, WeightValue(weight))),
            last: false);
        AppendObject(
            text,
            "choices",
            artefact.Choices.Select(choice => new KeyValuePair<string, string>(choice.Name, Quote(choice.Option))),
            last: artefact.Metrics is null);
        if (artefact.Metrics is { } metrics)
            AppendObject(text, "metrics", MetricMembers(metrics), last: true);
        return text.Append("}\n").ToString();
    }

    private static EquatableArray<ArtefactWeight> ReadWeights(JsonValue value)
    {
        var weights = new List<ArtefactWeight>();
        foreach (var member in value.Members)
            weights.Add(new ArtefactWeight(member.Key, Double(member.Key, member.Value)));
        return weights.ToEquatableArray();
    }

    private static EquatableArray<ArtefactChoice> ReadChoices(JsonValue value)
    {
        var choices = new List<ArtefactChoice>();
        foreach (var member in value.Members)
        {
            if (member.Value.Kind != JsonKind.Text)
                throw Damaged($"The choice \"{member.Key}\" is the name of an option in quotes.", member.Value);
            choices.Add(new ArtefactChoice(member.Key, member.Value.Text));
        }

        return choices.ToEquatableArray();
    }

    private static ArtefactMetrics ReadMetrics(Members members)
    {
        var metrics = new ArtefactMetrics(
            members.Text("loss"),
            members.Integer("rows"),
            members.OptionalDouble("before"),
            members.OptionalDouble("after"),
            members.Has("validationRows") ? members.Integer("validationRows") : 0,
            members.OptionalDouble("validationBefore"),
            members.OptionalDouble("validationAfter"));
        members.RequireNothingElse();
        return metrics;
    }

    private static List<KeyValuePair<string, string>> MetricMembers(ArtefactMetrics metrics)
    {
        var members = new List<KeyValuePair<string, string>> { new("loss", Quote(metrics.Loss)), new("rows", Number(metrics.Rows)) };
        AddFinite(members, "before", metrics.Before);
        AddFinite(members, "after", metrics.After);
        if (metrics.ValidationRows > 0)
        {
            members.Add(new("validationRows", Number(metrics.ValidationRows)));
            AddFinite(members, "validationBefore", metrics.ValidationBefore);
            AddFinite(members, "validationAfter", metrics.ValidationAfter);
        }

        return members;
    }

    private static void AddFinite(List<KeyValuePair<string, string>> members, string name, double? value)
    {
        if (value is { } number && IsFinite(number))
            members.Add(new(name, Number(number)));
    }

    private static void AppendObject(StringBuilder text, string name, IReadOnlyList<KeyValuePair<string, string>> members, bool last)
    {
        text.Append("  ").Append(Quote(name)).Append(": {");
        var names = new HashSet<string>();
        for (var i = 0; i < members.Count; i++)
        {
            if (!names.Add(members[i].Key))
                throw new ArgumentException($"Two {name} are called {members[i].Key}.", nameof(members));
            if (i == 0)
                text.Append('\n');
            AppendMember(text, "    ", members[i].Key, members[i].Value, i == members.Count - 1);
        }

        text.Append(members.Count == 0 ? "}" : "  }").Append(last ? "\n" : ",\n");
    }

    private static void AppendMember(StringBuilder text, string indent, string name, string value, bool last)
        => text.Append(indent).Append(Quote(name)).Append(": ").Append(value).Append(last ? "\n" : ",\n");

    private static string WeightValue(ArtefactWeight weight) => IsFinite(weight.Value)
        ? Number(weight.Value)
        : throw new ArgumentException(
            FormattableString.Invariant($"Weight {weight.Name} is {weight.Value}; only finite weights can be saved."), nameof(weight));

    // "R" is the shortest text that reads back to the same bits (.NET Core 3.0 and later, which is where artefacts are written).
    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c is < ' ' or '\u007F' or '\u2028' or '\u2029' || char.IsSurrogate(c))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        return text.Append('"').ToString();
    }

    private static double Double(string name, JsonValue value)
    {
        if (value.Kind != JsonKind.Number)
            throw Damaged($"\"{name}\" is a number.", value);
        if (!double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !IsFinite(number))
            throw Damaged($"\"{name}\" is {value.Text}, which is more than a double can hold.", value);
        return number;
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static ArtefactException Damaged(string message, JsonValue at) => new(ArtefactProblem.Damaged, message, at.Line, at.Column);

    /// <summary>The members of an object by name, each to be asked for once.</summary>
    private sealed class Members
    {
        private readonly JsonValue _value;
        private readonly string _owner;
        private readonly Dictionary<string, JsonValue> _byName = [];
        private readonly HashSet<string> _asked = [];

        public Members(JsonValue value, string owner)
        {
            if (value.Kind != JsonKind.Object)
                throw Damaged($"{owner} is an object in braces.", value);
            _value = value;
            _owner = owner;
            foreach (var member in value.Members)
                _byName.Add(member.Key, member.Value);
        }

        public bool Has(string name) => _byName.ContainsKey(name);

        public string Text(string name) => Get(name, JsonKind.Text, "a string").Text;

        public JsonValue Object(string name) => Get(name, JsonKind.Object, "an object in braces");

        public int Integer(string name)
        {
            var value = Get(name, JsonKind.Number, "a number");
            if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
            throw Damaged($"\"{name}\" is {value.Text}; it must be a whole number.", value);
        }

        public double? OptionalDouble(string name) => Has(name) ? Double(name, Get(name, JsonKind.Number, "a number")) : null;

        public void RequireNothingElse()
        {
            foreach (var member in _value.Members)
            {
                if (!_asked.Contains(member.Key))
                    throw Damaged($"\"{member.Key}\" is not known here; remove it.", member.Value);
            }
        }

        private JsonValue Get(string name, JsonKind kind, string description)
        {
            _asked.Add(name);
            if (!_byName.TryGetValue(name, out var value))
                throw Damaged($"{_owner} has no \"{name}\".", _value);
            if (value.Kind != kind)
                throw Damaged($"\"{name}\" is {description}.", value);
            return value;
        }
    }
}
