using System;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Ends the translation of a statement after an error in it was noted; the statement's translation catches it and goes on with the next, so that
/// every statement's errors are found.
/// </summary>
internal sealed class TranslationException : Exception;
