using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>The names that functions are printed and called by: one each, whatever their parameters, so that no call is ambiguous.</summary>
internal sealed class FunctionNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _printed = new(StringComparer.Ordinal);

    /// <summary>Names the functions of a program.</summary>
    public FunctionNames(IrProgram program, PrintOptions options)
    {
        var functions = CSharpPrinter.Functions(program).ToList();
        foreach (var function in functions)
        {
            if (options.Callees.TryGetValue(function.Id, out var given))
                Name(function, given);
        }

        foreach (var function in functions)
        {
            if (!_names.ContainsKey(function.Id))
                Name(function, Identifiers.Unique(Identifiers.Sanitize(function.Name), _printed.Contains));
        }
    }

    /// <summary>The simple names in use: a local of such a name would hide the method.</summary>
    public IEnumerable<string> Simple => _printed;

    /// <summary>The name to call a function by.</summary>
    public string this[string id] =>
        _names.TryGetValue(id, out var name) ? Identifiers.Escape(name) : throw new ArgumentException($"The program has no function {id}.", nameof(id));

    /// <summary>Whether the function is printed, not only called.</summary>
    public bool IsPrinted(Function function) => IsPrinted(function.Id);

    /// <summary>Whether the function of an id is printed, not only called.</summary>
    public bool IsPrinted(string id) => IsSimple(_names[id]);

    private void Name(Function function, string name)
    {
        _names.Add(function.Id, name);
        if (IsSimple(name))
            _printed.Add(name);
    }

    private static bool IsSimple(string name) => name.IndexOf('.') < 0 && name.IndexOf(':') < 0;
}
