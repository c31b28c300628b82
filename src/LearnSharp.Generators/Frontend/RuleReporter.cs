using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Takes a finding.</summary>
/// <param name="rule">The rule.</param>
/// <param name="where">The span concerned.</param>
/// <param name="arguments">The arguments of the rule's message.</param>
internal delegate void RuleReporter(DiagnosticDescriptor rule, Location where, params object[] arguments);
