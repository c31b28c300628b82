using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A data column: a parameter that is neither weight nor choice.</summary>
/// <param name="Name">Its name in <c>Input</c>.</param>
/// <param name="Parameter">The parameter as declared.</param>
/// <param name="Index">Its position among the root's parameters.</param>
/// <param name="Type">Its type in the program.</param>
/// <param name="Written">Whether the method may write its elements, so that a row's array is copied before the run.</param>
/// <param name="Returned">Whether the result may hold the array itself, so that the copy outlives the run.</param>
internal sealed record InputMember(string Name, ParameterModel Parameter, int Index, IrType Type, bool Written, bool Returned)
{
    /// <summary>The type of the member in <c>Input</c>: spans are held as <c>ReadOnlyMemory</c>.</summary>
    public string MemberType => IsSpan ? $"global::System.ReadOnlyMemory<{((ArrayType)Type).Element.CSharpName}>" : Parameter.TypeName;

    /// <summary>Whether the parameter is a span.</summary>
    public bool IsSpan => !Parameter.IsRectangular && !IsSequence && Type is ArrayType { Kind: ArrayKind.Span or ArrayKind.ReadOnlySpan };

    /// <summary>Whether the parameter is a list or another sequence whose elements are taken.</summary>
    public bool IsSequence => Parameter.IsSequence && Type is ArrayType;

    /// <summary>Whether the parameter is an array of arrays.</summary>
    public bool IsJagged => Type is ArrayType { Element: ArrayType };

    /// <summary>A copy of the column that nothing takes back: of an array of arrays, with copies of its rows.</summary>
    /// <param name="column">C# that reads the column.</param>
    public string CopyOf(string column) => IsJagged
        ? $"global::System.Array.ConvertAll({column}, static row => ({((ArrayType)Type).Element.CSharpName})row.Clone())"
        : $"({Parameter.TypeName}){column}.Clone()";

    /// <summary>Whether running a row copies the elements.</summary>
    public bool Copied => Written && Type is ArrayType { Kind: not ArrayKind.ReadOnlySpan };
}
