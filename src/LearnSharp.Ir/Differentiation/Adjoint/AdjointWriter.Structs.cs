using System.Collections.Generic;
using static LearnSharp.Ir.Formula;

namespace LearnSharp.Ir;

/// <summary>Adjoints of structs in arrays.</summary>
internal sealed partial class AdjointWriter
{
    private void WriteStructStore(Place shadow, Expression value)
    {
        var taken = new List<(Expression Value, Expression Adjoint)>();
        var values = StructShape.Leaves(value);
        var adjoints = StructShape.Reads(shadow.Read);
        for (var i = 0; i < values.Count; i++)
        {
            if (Facts.IsVaried(values[i]))
                taken.Add((values[i], Bind(adjoints[i], "d")));
        }

        _out.Add(new Assign(shadow, new Default(shadow.Type)));
        foreach (var (leaf, adjoint) in taken)
            Propagate(leaf, adjoint, null);
    }

    // The shadow of an array of structs holds structs, which may be readonly: the element is made anew with one field changed.
    private void AccumulateField(FieldRead read, Expression adjoint)
    {
        var path = new Stack<int>();
        Expression of = read;
        while (of is FieldRead e)
        {
            path.Push(e.Index);
            of = e.Struct;
        }

        if (of is not Element element || !Facts.IsActive(Reads.Root(element.Array)!))
            return;
        var place = new ElementPlace(_plan.ShadowOf(element.Array), element.Index);
        _out.Add(new Assign(place, WithAdded(place.Read, path, adjoint)));
    }

    private static Expression WithAdded(Expression value, Stack<int> path, Expression amount)
    {
        if (path.Count == 0)
            return Add(value, amount);
        var changed = path.Pop();
        var type = (StructType)value.Type;
        var fields = new Expression[type.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = i == changed ? WithAdded(new FieldRead(value, i), path, amount) : new FieldRead(value, i);
        return new StructNew(type, new(fields));
    }
}
