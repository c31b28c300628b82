using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Puts the bodies of all functions that a root calls in the places of the calls. What remains is one function; only recursion keeps that from being possible, and calls by the hundred, which
/// would make it too long for any use.
/// </summary>
internal sealed class CallInlining
{
    private const int MostCopies = 200;

    private readonly IrProgram _program;
    private readonly FreshIds _ids;
    private readonly Stack<string> _open = [];
    private int _copies;

    private CallInlining(IrProgram program) => (_program, _ids) = (program, new FreshIds(program.Root));

    /// <summary>The root with everything that it calls in it; null when the program calls itself or far too much.</summary>
    /// <param name="program">A verified program.</param>
    public static Function? Run(IrProgram program)
    {
        var inlining = new CallInlining(program);
        inlining._open.Push(program.Root.Id);
        return inlining.Visit(program.Root.Body) is { } body ? program.Root with { Body = body } : null;
    }

    private Block? Visit(Block block)
    {
        var statements = new List<Statement>();
        foreach (var statement in block.Statements)
        {
            if (Visit(statement) is not { } visited)
                return null;
            statements.Add(visited);
        }

        return block with { Statements = statements.ToEquatableArray() };
    }

    private Statement? Visit(Statement statement)
    {
        switch (statement)
        {
            case Block s:
                return Visit(s);
            case Labelled s:
                return Visit(s.Body) is { } labelled ? s with { Body = labelled } : null;
            case If s:
                return Visit(s.Then) is { } then && Visit(s.Else) is { } otherwise ? s with { Then = then, Else = otherwise } : null;
            case Loop s:
                return Visit(s.Body) is { } body && Visit(s.Step) is { } step ? s with { Body = body, Step = step } : null;
            case Call s:
                return Inline(s);
            default:
                return statement;
        }
    }

    private Block? Inline(Call call)
    {
        if (_open.Contains(call.Function) || ++_copies > MostCopies)
            return null;
        var copy = new Copy(_ids, call);
        var callee = copy.Of(_program.Find(call.Function));
        _open.Push(call.Function);
        var body = Visit(callee.Body);
        _open.Pop();
        if (body is null)
            return null;

        var statements = new List<Statement>();
        for (var i = 0; i < call.Arguments.Count; i++)
            statements.Add(new Declare(callee.Parameters[i].Local, call.Arguments[i]) { Origin = call.Origin });
        foreach (var result in copy.Results)
            statements.Add(new Declare(result, null) { Origin = call.Origin });
        statements.Add(new Labelled(copy.End, body) { Origin = call.Origin });
        for (var i = 0; i < call.Targets.Count; i++)
        {
            if (call.Targets[i] is { } target)
                statements.Add(new Assign(target, new LocalRead(copy.Results[i])) { Origin = call.Origin });
        }

        return new Block(statements.ToEquatableArray()) { Origin = call.Origin };
    }

    /// <summary>A function with locals and labels of its own, whose returns set its results and leave.</summary>
    private sealed class Copy(FreshIds ids, Call call) : Rewriter
    {
        private readonly Dictionary<Local, Local> _locals = [];
        private readonly Dictionary<Label, Label> _labels = [];

        public Label End { get; } = ids.Label();

        public List<Local> Results { get; } = [];

        public Function Of(Function function)
        {
            foreach (var type in function.Results)
                Results.Add(ids.Local(type, Name(function, Results.Count)));
            return function with
            {
                Parameters = function.Parameters.Select(parameter => parameter with { Local = New(parameter.Local) }),
                Body = Visit(function.Body),
            };
        }

        public override EquatableArray<Statement> Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare s:
                {
                    var value = s.Value is null ? null : Visit(s.Value);
                    return [s with { Local = New(s.Local), Value = value }];
                }

                case Labelled s:
                    return [s with { Label = New(s.Label), Body = Visit(s.Body) }];
                case Loop s:
                    s = s with { Break = New(s.Break), Continue = New(s.Continue) };
                    return [VisitChildren(s)];
                case Exit s:
                    return [s with { Target = _labels[s.Target] }];
                case Return s:
                    return
                    [
                        .. s.Values.Select((value, i) => (Statement)new Assign(new LocalPlace(Results[i]), Visit(value)) { Origin = s.Origin }),
                        new Exit(End) { Origin = s.Origin },
                    ];
                default:
                    return base.Visit(statement);
            }
        }

        public override Expression Visit(Expression expression) =>
            expression is LocalRead read ? new LocalRead(_locals[read.Local]) { Origin = read.Origin } : base.Visit(expression);

        public override Place Visit(Place place) => place is LocalPlace target ? new LocalPlace(_locals[target.Local]) : base.Visit(place);

        private string Name(Function function, int index)
        {
            if (index < call.Targets.Count && call.Targets[index] is LocalPlace { Local.Name: var name })
                return name;
            return function.Name.Length == 0 ? "result" : char.ToLowerInvariant(function.Name[0]) + function.Name.Substring(1);
        }

        private Local New(Local local) => _locals[local] = ids.Local(local.Type, local.Name);

        private Label New(Label label) => _labels[label] = ids.Label();
    }
}
