using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The leaves of a type: the fields of a struct, of the structs in it, and so on; of any other type itself.</summary>
internal static class StructShape
{
    /// <summary>The leaves of a type in order, with the name that a local named <paramref name="name"/> gives them.</summary>
    public static List<(string Name, IrType Type)> Leaves(IrType type, string name)
    {
        var leaves = new List<(string, IrType)>();
        Collect(type, name, leaves);
        return leaves;
    }

    /// <summary>The number of leaves.</summary>
    public static int Count(IrType type)
    {
        if (type is not StructType structure)
            return 1;
        var count = 0;
        foreach (var member in structure.Fields)
            count += Count(member.Type);
        return count;
    }

    /// <summary>The position among the leaves of the first leaf of a field.</summary>
    public static int Offset(StructType structure, int field)
    {
        var offset = 0;
        for (var i = 0; i < field; i++)
            offset += Count(structure.Fields[i].Type);
        return offset;
    }

    /// <summary>A value of a type made from its leaves, taken from <paramref name="position"/> on, which moves behind them.</summary>
    public static Expression Assemble(IrType type, IReadOnlyList<Expression> leaves, ref int position)
    {
        if (type is not StructType structure)
            return leaves[position++];
        var fields = new Expression[structure.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Assemble(structure.Fields[i].Type, leaves, ref position);
        return new StructNew(structure, new(fields));
    }

    /// <summary>The leaves of a value read field by field.</summary>
    public static List<Expression> Reads(Expression value)
    {
        var reads = new List<Expression>();
        Collect(value, reads);
        return reads;
    }

    /// <summary>The leaves of a value: what it is made from where it is made on the spot, otherwise reads of its fields.</summary>
    public static List<Expression> Leaves(Expression value)
    {
        if (value is not StructNew made)
            return Reads(value);
        var leaves = new List<Expression>();
        foreach (var member in made.Fields)
            leaves.AddRange(Leaves(member));
        return leaves;
    }

    private static void Collect(IrType type, string name, List<(string, IrType)> leaves)
    {
        if (type is StructType structure)
        {
            foreach (var member in structure.Fields)
                Collect(member.Type, name + member.Name, leaves);
        }
        else
        {
            leaves.Add((name, type));
        }
    }

    private static void Collect(Expression value, List<Expression> reads)
    {
        if (value.Type is StructType structure)
        {
            for (var i = 0; i < structure.Fields.Count; i++)
                Collect(new FieldRead(value, i), reads);
        }
        else
        {
            reads.Add(value);
        }
    }
}
