using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Puts single-use temporaries back into the expression that uses them, as a person would have written it. Only where the value is used by the very
/// next statement and no
/// effect or exception changes places with another.
/// </summary>
public sealed class Renest : Rewriter
{
    private const int MostNodes = 32;

    /// <summary>The names that the translation of C# gives to values that have none in the source.</summary>
    private static readonly HashSet<string> Unnamed = ["", "$", "given", "holds", "kept", "made", "temp", "tmp", "value"];

    private readonly Func<Local, bool> _isTemporary;
    private readonly IrProgram _program;
    private LocalUses? _uses;

    private Renest(IrProgram program, Func<Local, bool> isTemporary) => (_program, _isTemporary) = (program, isTemporary);

    /// <summary>Re-nests the functions of a program.</summary>
    /// <param name="program">A well-formed program.</param>
    /// <param name="isTemporary">
    /// Which locals may go; null for those without a name of their own (see <see cref="IsUnnamed"/>), so that the names a person chose stay.
    /// </param>
    public static IrProgram Run(IrProgram program, Func<Local, bool>? isTemporary = null)
    {
        var pass = new Renest(program, isTemporary ?? IsUnnamed);
        return new IrProgram(pass.Visit(program.Root), program.Callees.Select(pass.Visit));
    }

    /// <summary>Whether a local's name, numbers at its end aside, is one of those given to values that have none in the source.</summary>
    public static bool IsUnnamed(Local local) => Unnamed.Contains(local.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_'));

    /// <inheritdoc/>
    public override Function Visit(Function function)
    {
        _uses = LocalUses.Of(function);
        return base.Visit(function);
    }

    /// <inheritdoc/>
    public override Block Visit(Block block)
    {
        var statements = base.Visit(block).Statements.ToList();
        for (var i = statements.Count - 2; i >= 0; i--)
        {
            if (statements[i] is Declare { Value: { } value } declaration && _isTemporary(declaration.Local) && IsUsedOnce(declaration.Local, writes: 0)
                && Nest(declaration.Local, value, statements[i + 1]) is { } nested)
            {
                statements[i + 1] = nested;
                statements.RemoveAt(i);
            }
            else if (statements[i] is Call { Targets: [LocalPlace { Local: var result }] } call && IsResult(call, result) && IsUsedOnce(result, writes: 1)
                && Receive(call, result, statements[i + 1]) is { } received)
            {
                statements.RemoveAt(i + 1);
                statements.RemoveAt(i);
                statements.InsertRange(i, received);
            }
        }

        // What a call's temporary leaves behind.
        statements.RemoveAll(s => s is Declare { Value: null, Local: var local } && !statements.Exists(other => LocalSearch.Finds(other, local)));
        return statements.SequenceEqual(block.Statements) ? block : block with { Statements = statements.ToEquatableArray() };
    }

    private bool IsUsedOnce(Local local, int writes) => _uses!.Reads(local) == 1 && _uses.Writes(local) == writes;

    /// <summary>Whether a call's result has no name of its own, or only the function's.</summary>
    private bool IsResult(Call call, Local result) =>
        _isTemporary(result) || string.Equals(result.Name, _program.Find(call.Function).Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The statement with the temporary's value in the temporary's place, or null where that would change something.</summary>
    private static Statement? Nest(Local temporary, Expression value, Statement next)
    {
        var isWhole = next is Declare { Value: LocalRead read } && read.Local.Equals(temporary)
            || next is Assign { Target: LocalPlace, Value: LocalRead stored } && stored.Local.Equals(temporary);
        if (!isWhole && (value is ArrayNew or ArrayLiteral or ArrayRent or Extern { Purity: Purity.Effectful } || !NestingOrder.Allows(temporary, value, next)))
            return null;
        var nested = new Replacement(temporary, value).Replace(next);
        return isWhole || Size.Of(nested) <= MostNodes ? nested : null;
    }

    /// <summary>The call with the next statement's target in the temporary's place.</summary>
    private static Statement[]? Receive(Call call, Local temporary, Statement next) => next switch
    {
        Assign { Target: LocalPlace target, Value: LocalRead read } when read.Local.Equals(temporary) => [call with { Targets = [target] }],
        Declare { Value: LocalRead read } declaration when read.Local.Equals(temporary) =>
            [declaration with { Value = null }, call with { Targets = [new LocalPlace(declaration.Local)] }],
        _ => null,
    };

    private sealed class Replacement(Local local, Expression value) : Rewriter
    {
        public Statement Replace(Statement statement) => Visit(statement)[0];

        public override Expression Visit(Expression expression) =>
            expression is LocalRead read && read.Local.Equals(local) ? value : base.Visit(expression);
    }

    private sealed class Size : Walker
    {
        private int _count;

        public static int Of(Statement statement)
        {
            var size = new Size();
            if (statement is If branch)
                size.Visit(branch.Condition);
            else
                size.Visit(statement);
            return size._count;
        }

        public override void Visit(Expression expression)
        {
            _count++;
            base.Visit(expression);
        }
    }
}
