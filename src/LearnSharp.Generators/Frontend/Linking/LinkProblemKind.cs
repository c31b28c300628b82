namespace LearnSharp.Generators.Frontend;

/// <summary>Why a callee cannot become part of a program.</summary>
internal enum LinkProblemKind
{
    /// <summary>Its own translation failed; the reasons were reported there.</summary>
    NotTranslated,

    /// <summary>The root calls itself and leaves out a weight or choice, which would mean its start in C# and its value in training.</summary>
    OwnSetLeftOut,

    /// <summary>A weight that is left out stays above one that is handed over, so that nothing can hold the two in order.</summary>
    AbovePassed,

    /// <summary>Its body asks for a derivative that does not exist.</summary>
    NoDerivative,

    /// <summary>It uses private members of a type that the root's type cannot reach.</summary>
    PrivateMembers,
}
