using System.Collections.Generic;

namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>Collects the ids of the functions that a function calls.</summary>
internal sealed class CalledIds : Walker
{
    private readonly List<string> _ids = [];

    public static List<string> In(Function function)
    {
        var walker = new CalledIds();
        walker.Visit(function);
        return walker._ids;
    }

    public override void Visit(Statement statement)
    {
        if (statement is Call call)
            _ids.Add(call.Function);
        base.Visit(statement);
    }
}
