namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>What random programs may contain. Everything is on but what throws; a back end that does not take a construct switches it off.</summary>
public sealed record RandomProgramOptions
{
    public static RandomProgramOptions Default { get; } = new();

    /// <summary>float values beside double ones.</summary>
    public bool Floats { get; init; } = true;

    /// <summary>long values beside int ones.</summary>
    public bool Longs { get; init; } = true;

    public bool Enums { get; init; } = true;

    /// <summary>Structs and tuples: as parameters, locals, results and elements of arrays.</summary>
    public bool Structs { get; init; } = true;

    /// <summary>Stores to single fields of structs.</summary>
    public bool FieldWrites { get; init; } = true;

    /// <summary>Arrays as parameters and locals.</summary>
    public bool Arrays { get; init; } = true;

    public bool ArrayWrites { get; init; } = true;

    /// <summary>Several references to one array: <c>b = a</c>, <c>b = c ? a : b</c>, one array handed in for two parameters.</summary>
    public bool Aliasing { get; init; } = true;

    /// <summary>Spans and read-only spans as parameters and locals.</summary>
    public bool Spans { get; init; } = true;

    /// <summary>Arrays of structs.</summary>
    public bool StructArrays { get; init; } = true;

    /// <summary>Arrays of arrays as locals, whose rows are shared and replaced; needs <see cref="Aliasing"/>.</summary>
    public bool JaggedArrays { get; init; } = true;

    /// <summary>Arrays among the root's results.</summary>
    public bool ArrayResults { get; init; } = true;

    /// <summary>More than one result.</summary>
    public bool SeveralResults { get; init; } = true;

    public bool Loops { get; init; } = true;

    /// <summary>Loops that test a changing condition, first or last.</summary>
    public bool WhileLoops { get; init; } = true;

    /// <summary>Breaks, continues and exits of labelled blocks, also over several levels.</summary>
    public bool Exits { get; init; } = true;

    public bool EarlyReturns { get; init; } = true;

    public bool Calls { get; init; } = true;

    /// <summary>Functions that call themselves, the root included.</summary>
    public bool Recursion { get; init; } = true;

    /// <summary>Hypotenuses among the functions: rows do not take them.</summary>
    public bool Hypotenuses { get; init; } = true;

    /// <summary>Functions of <c>Math</c> on floating values; those on ints stay.</summary>
    public bool MathFunctions { get; init; } = true;

    /// <summary><c>?:</c> and short circuits.</summary>
    public bool Conditionals { get; init; } = true;

    /// <summary>Assignments to parameters.</summary>
    public bool ParameterWrites { get; init; } = true;

    /// <summary>What may throw: throws, indices out of range, division by zero, checked overflow.</summary>
    public bool Throws { get; init; }

    /// <summary>Statements in a function, about.</summary>
    public int Statements { get; init; } = 14;

    /// <summary>Nesting of statements.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>Most functions beside the root.</summary>
    public int Callees { get; init; } = 3;
}
