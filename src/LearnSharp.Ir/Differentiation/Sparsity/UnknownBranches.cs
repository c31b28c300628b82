using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>The branches around a statement that may run or may not: nobody knows the value that decides.</summary>
internal sealed class UnknownBranches
{
    private readonly Stack<HashSet<Local>> _declared = new();

    /// <summary>Whether there are any.</summary>
    public bool Any => _declared.Count > 0;

    /// <summary>Whether a store to a local may or may not happen, as long as the local is there.</summary>
    public bool Decide(Local local) => Any && !_declared.Peek().Contains(local);

    /// <summary>Notes that a local is declared here.</summary>
    public void Declare(Local local)
    {
        if (Any)
            _declared.Peek().Add(local);
    }

    /// <summary>Goes through such a branch.</summary>
    public void Within(System.Action action)
    {
        _declared.Push([]);
        action();
        _declared.Pop();
    }
}
