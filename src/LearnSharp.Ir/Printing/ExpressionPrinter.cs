using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>Expressions as C#: parentheses only where the meaning needs them, conversions only where C# would not make them itself.</summary>
internal sealed partial class ExpressionPrinter
{
    private readonly LocalNames _names;
    private readonly HashSet<int> _constants;
    private readonly OverflowUse _overflow;
    private readonly string _math;
    private readonly StructFields? _fields;
    private OverflowContext _context;

    /// <summary>A printer for one function.</summary>
    /// <param name="names">The locals' names.</param>
    /// <param name="constants">Locals declared <c>const</c>, by id.</param>
    /// <param name="overflow">The function's operators that can overflow.</param>
    /// <param name="context">What the text around does on overflow.</param>
    /// <param name="qualifyMath">Whether <c>Math</c> is written in full.</param>
    /// <param name="fields">Where accessors of hidden fields are noted; null where no struct has any.</param>
    public ExpressionPrinter(LocalNames names, HashSet<int> constants, OverflowUse overflow, OverflowContext context, bool qualifyMath, StructFields? fields)
    {
        _fields = fields;
        _names = names;
        _constants = constants;
        _overflow = overflow;
        _context = context;
        _math = qualifyMath ? "global::System.Math" : "Math";
    }

    /// <summary>The expression where anything may stand.</summary>
    public string Print(Expression expression) => Print(expression, Precedence.Lowest);

    /// <summary>The expression where its value is converted to its type anyway: an implicit conversion is not written.</summary>
    public string PrintConverted(Expression expression) =>
        expression is Convert conversion && IsImplicit(conversion) ? Print(conversion.Operand) : Print(expression);

    /// <summary>The expression as an operand that binds at least as tightly as <paramref name="least"/>.</summary>
    public string Print(Expression expression, Precedence least)
    {
        var (text, level) = Render(expression);
        return level < least ? "(" + text + ")" : text;
    }

    /// <summary>The expression between commas: a bare <c>a &lt; b, c > (d)</c> would read as the call of a generic method.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="convert">Whether its value is converted to its type anyway.</param>
    public string PrintItem(Expression expression, bool convert)
    {
        if (expression is Binary { Operator: BinaryOperator.Less })
            return Print(expression, Precedence.Shift);
        return convert ? PrintConverted(expression) : Print(expression);
    }

    /// <summary>A place as the target of a store.</summary>
    public string Print(Place place) => place switch
    {
        LocalPlace p => _names[p.Local],
        ElementPlace p => PrintElement(p.Array, p.Index),
        FieldPlace { Struct.Type: StructType type } p when type.Hides(p.Index) => $"{Fields.Accessor(type, p.Index)}(in {Print(p.Struct)})",
        FieldPlace p => Print(p.Struct) + "." + FieldName((StructType)p.Struct.Type, p.Index),
        _ => throw new InvalidOperationException($"The printer does not know {place.GetType().Name}."),
    };

    /// <summary>Whether an operator, written as an assignment (<c>x += y</c>), means what it should in the text around.</summary>
    public bool FitsContext(Expression expression) => !_overflow.Matters(expression) || Wanted(expression) == _context;

    /// <summary>Whether C# evaluates the expression when it compiles.</summary>
    public bool IsCompileTimeConstant(Expression expression) => expression switch
    {
        Constant => true,
        Default e => e.ValueType is ScalarType or EnumType,
        LocalRead e => _constants.Contains(e.Local.Id),
        Unary e => IsCompileTimeConstant(e.Operand),
        Binary e => IsCompileTimeConstant(e.Left) && IsCompileTimeConstant(e.Right),
        Convert e => e.Target is ScalarType or EnumType && IsCompileTimeConstant(e.Operand),
        Conditional e => IsCompileTimeConstant(e.Condition) && IsCompileTimeConstant(e.WhenTrue) && IsCompileTimeConstant(e.WhenFalse),
        _ => false,
    };

    /// <summary>Whether C# converts without a cast: numbers that widen, arrays to spans.</summary>
    public static bool IsImplicit(Convert conversion) => (conversion.Operand.Type, conversion.Target) switch
    {
        (ScalarType { Kind: var from }, ScalarType { Kind: var to }) => from != ScalarKind.Bool && to != ScalarKind.Bool && from < to && from != to,
        (ArrayType, ArrayType) => true,
        _ => false,
    };

    private static OverflowContext Wanted(Expression expression) =>
        OverflowUse.IsChecked(expression) ? OverflowContext.Checked : OverflowContext.Unchecked;

    private (string Text, Precedence Level) Render(Expression expression)
    {
        if (FitsContext(expression))
            return RenderHere(expression);
        var outer = _context;
        _context = Wanted(expression);
        var text = RenderHere(expression).Text;
        var keyword = _context == OverflowContext.Checked ? "checked" : "unchecked";
        _context = outer;
        return ($"{keyword}({text})", Precedence.Primary);
    }

    private (string Text, Precedence Level) RenderHere(Expression expression) => expression switch
    {
        Constant e => Literals.Print(e),
        LocalRead e => (_names[e.Local], Precedence.Primary),
        Default e => (DefaultOf(e.ValueType), Precedence.Primary),
        Unary e => RenderUnary(e),
        Binary e => RenderBinary(e),
        Conditional e => RenderConditional(e),
        Convert e => RenderConvert(e),
        MathCall e => (PrintMath(e), Precedence.Primary),
        Element e => (PrintElement(e.Array, e.Index), Precedence.Primary),
        Length e => (Print(e.Array, Precedence.Primary) + ".Length", Precedence.Primary),
        FieldRead e => (PrintField(e), Precedence.Primary),
        StructNew e => (PrintNew(e), Precedence.Primary),
        ArrayNew e => (PrintArrayNew(e), Precedence.Primary),
        ArrayLiteral e => ($"new {e.Array.CSharpName} {{ {List(e.Elements)} }}", Precedence.Primary),
        ArrayRent e => (PrintRent(e), Precedence.Primary),
        Extern e => RenderExtern(e),
        _ => throw new InvalidOperationException($"The printer does not know {expression.GetType().Name}."),
    };

    private (string Text, Precedence Level) RenderConditional(Conditional e) =>
        ($"{Print(e.Condition, Precedence.OrElse)} ? {Print(e.WhenTrue, Precedence.OrElse)} : {Print(e.WhenFalse, Precedence.Conditional)}",
            Precedence.Conditional);

    private static string DefaultOf(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => "false",
        ScalarType { Kind: ScalarKind.Int } => "0",
        ScalarType { Kind: ScalarKind.Long } => "0L",
        ScalarType { Kind: ScalarKind.Float } => "0f",
        ScalarType { Kind: ScalarKind.Double } => "0.0",
        ArrayType { Kind: ArrayKind.Array } or OpaqueType => $"default({type.CSharpName})!",
        _ => $"default({type.CSharpName})",
    };

    private string PrintElement(Expression array, Expression index)
    {
        // A negative index that is known when C# compiles is a warning (CS0251); here it is an exception when it runs.
        var text = index is Constant { Bits: < 0 } ? Hide(index) : Print(index);
        return $"{Print(array, Precedence.Primary)}[{text}]";
    }

    private string PrintMath(MathCall e)
    {
        // MathF has no Clamp; Math's takes floats. Hypot is a member of the numbers themselves.
        var type = e.Function == MathFunction.Hypot ? e.Overload.CSharpName : e.Overload == ScalarType.Float && e.Function != MathFunction.Clamp ? _math + "F" : _math;

        // Where Math has the double function only, C# converts the arguments itself.
        var converts = e.Overload == ScalarType.Double && !e.Function.HasIntegerOverloads()
            && e.Function is not (MathFunction.Ceiling or MathFunction.Floor or MathFunction.Round or MathFunction.RoundTo or MathFunction.Truncate);
        var arguments = e.Arguments.Select(a => PrintItem(a, converts));
        return $"{type}.{e.Function.CSharpName()}({string.Join(", ", arguments)})";
    }

    private string PrintField(FieldRead e)
    {
        var type = (StructType)e.Struct.Type;
        if (type.Hides(e.Index))
            return Fields.Read(type, e.Index, PrintItem(e.Struct, convert: false));

        // The elements of a tuple have names where a variable gives them; a bare (a, b) has none.
        var named = type.Form != StructForm.Tuple || e.Struct is LocalRead or Element or FieldRead;
        var name = named ? FieldName(type, e.Index) : FormattableString.Invariant($"Item{e.Index + 1}");
        return Print(e.Struct, Precedence.Primary) + "." + name;
    }

    private StructFields Fields => _fields ?? throw new InvalidOperationException("A struct with hidden fields stands where no accessors are declared.");

    private static string FieldName(StructType type, int index) => Identifiers.Escape(type.Fields[index].Name);

    private string PrintNew(StructNew e)
    {
        switch (e.Struct.Form)
        {
            case StructForm.Tuple:
                return $"({List(e.Fields)})";
            case StructForm.Positional:
                return $"new {e.Struct.CSharpName}({List(e.Fields)})";
            case StructForm.Accessed:
                return $"{Fields.Maker(e.Struct)}({List(e.Fields)})";
            case StructForm.Initializer:
                if (e.Fields.IsEmpty)
                    return $"new {e.Struct.CSharpName}()";
                var fields = Enumerable.Range(0, e.Fields.Count).Select(i => $"{FieldName(e.Struct, i)} = {PrintConverted(e.Fields[i])}");
                return $"new {e.Struct.CSharpName} {{ {string.Join(", ", fields)} }}";
            default:
                throw new InvalidOperationException($"Unknown struct form {e.Struct.Form}.");
        }
    }

    private string PrintArrayNew(ArrayNew e)
    {
        // The length of an array of arrays stands in the first brackets: new double[n][].
        var element = e.Array.Element.CSharpName;
        var brackets = new StringBuilder();
        while (element.EndsWith("[]", StringComparison.Ordinal))
        {
            brackets.Append("[]");
            element = element.Substring(0, element.Length - 2);
        }

        return $"new {element}[{Print(e.Length)}]{brackets}";
    }

    private string PrintRent(ArrayRent e)
    {
        var rent = e.Array.Element switch
        {
            var element when !e.IsCleared => $"RentRecords<{element.CSharpName}>",
            ScalarType { Kind: ScalarKind.Double } => "RentDoubles",
            ScalarType { Kind: ScalarKind.Float } => "RentFloats",
            var element => $"Rent<{element.CSharpName}>",
        };
        return $"{WorkspaceUse.ParameterName}.{rent}({Print(e.Length)})";
    }

    private string List(EquatableArray<Expression> expressions) => string.Join(", ", expressions.Select(e => PrintItem(e, convert: false)));
}
