namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>The user-defined types of random programs, as C# has them. Code that is compiled in tests refers to this assembly.</summary>
public enum Mode
{
    Up,
    Down = 5,
    Both = -3,
}

public record struct Point(double X, double Y);

#pragma warning disable CA1051 // a struct whose fields are written one by one, nested ones too, is what these programs need
public record struct Cell
{
    public double Value;
    public float Weight;
    public int Count;
    public bool Flag;
    public Point Center;
}
#pragma warning restore CA1051
