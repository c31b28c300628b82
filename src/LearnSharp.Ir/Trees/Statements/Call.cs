namespace LearnSharp.Ir;

/// <summary>Calls a function of the program.</summary>
/// <param name="Targets">One place per result of the callee, null where the result is not used; locals are declared before.</param>
/// <param name="Function">The callee's <see cref="Ir.Function.Id"/>.</param>
/// <param name="Arguments">One per parameter, evaluated in order.</param>
public sealed record Call(EquatableArray<Place?> Targets, string Function, EquatableArray<Expression> Arguments) : Statement;
