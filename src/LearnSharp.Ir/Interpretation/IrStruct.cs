namespace LearnSharp.Ir;

/// <summary>A struct while a program runs: never changed once made, so that sharing it is the same as copying it.</summary>
internal sealed class IrStruct(object?[] fields)
{
    /// <summary>The fields, in order.</summary>
    public object?[] Fields { get; } = fields;

    /// <summary>The struct with one field replaced.</summary>
    public IrStruct With(int index, object? value)
    {
        var fields = (object?[])Fields.Clone();
        fields[index] = value;
        return new(fields);
    }
}
