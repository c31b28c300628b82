using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>The object that an instance method is called on, as positional members of its program take it: first of all arguments.</summary>
internal sealed class InstanceShape
{
    private readonly Dictionary<int, SetPlace> _places;
    private readonly EquatableArray<LinkedState> _state;

    private InstanceShape(TypeSet type, Dictionary<int, SetPlace> places, EquatableArray<LinkedState> state, EquatableArray<LinkedState> written) =>
        (Type, _places, _state, Written) = (type, places, state, written);

    /// <summary>The object's type.</summary>
    public TypeSet Type { get; }

    /// <summary>What the method leaves changed in the object, arrays not counted: those are changed where they are.</summary>
    public EquatableArray<LinkedState> Written { get; }

    /// <summary>The object as a parameter declaration begins.</summary>
    public string Declaration => (Type.IsValueType ? Written.IsEmpty ? "in " : "ref " : "") + Type.TypeName;

    /// <summary>A name for the object: that of its type.</summary>
    public string Name => MemberNames.Camel(Type.ArtefactName.Substring(Type.ArtefactName.LastIndexOf('.') + 1));

    /// <summary>The object of a method of a type with a weight set; null where the type has none in the program.</summary>
    public static InstanceShape? Of(BodyModel body)
    {
        if (body.Program is not { } program || body.Sets.FirstOrDefault(static set => set.IsOwn) is not { } own)
            return null;
        var places = own.Parameters.Select((parameter, position) => (parameter, Place: own.Type.Places[position])).ToDictionary(static pair => pair.parameter, static pair => pair.Place);
        var written = new AssignedLocals(program.Program.Root);
        return new(own.Type, places, body.State, body.State.Where(state => written.Contains(program.Program.Root.Parameters[state.Parameter].Local)).ToEquatableArray());
    }

    /// <summary>What the root's parameter <paramref name="index"/> receives, as C#; null where it comes from elsewhere.</summary>
    public string? Member(int index, string instance) => _places.TryGetValue(index, out var place)
        ? place.Of(instance)
        : _state.FirstOrDefault(state => state.Parameter == index) is { } state ? $"{instance}.{NameScope.Escape(state.Member.Name)}" : null;

    /// <summary>The program with what it leaves in the object as further results, in the order of <see cref="Written"/>.</summary>
    public IrProgram WithState(IrProgram program) => Written.IsEmpty
        ? program
        : program with { Root = StateResults.Append(program.Root, Written.Select(state => program.Root.Parameters[state.Parameter].Local)) };

    /// <summary>What the values left in the object count as results: nothing.</summary>
    public IEnumerable<string> StateSeeds(Function root) => Written.Select(state => root.Parameters[state.Parameter].Local.Type)
        .Where(static type => type.IsDifferentiable)
        .Select(static type => type is ScalarType ? CSharpLiteral.Of(type, 0) : $"default({type.CSharpName})");

    /// <summary>Writes what the method left in the object.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="instance">The object.</param>
    /// <param name="values">One for each of <see cref="Written"/>.</param>
    public void WriteBack(CodeWriter code, string instance, IReadOnlyList<string> values)
    {
        for (var i = 0; i < Written.Count; i++)
            code.Line($"{instance}.{NameScope.Escape(Written[i].Member.Name)} = {values[i]};");
    }

    /// <summary>Writes the checks that there is an object, and that its arrays have as many elements as were learned.</summary>
    public void WriteChecks(CodeWriter code, string instance)
    {
        if (!Type.IsValueType)
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({instance});");
        foreach (var (member, length) in Type.Arrays)
        {
            var array = $"{instance}.{NameScope.Escape(member)}";
            using (code.Braces($"if ({array}.Length != {length})"))
            {
                code.Line(
                    $"throw new global::System.ArgumentException($\"{member} has {{{array}.Length}} elements, and its initializer {length}: it must keep that length.\", nameof({instance}));");
            }
        }
    }

    private sealed class AssignedLocals : Walker
    {
        private readonly HashSet<int> _ids = [];

        public AssignedLocals(Function function) => Visit(function);

        public bool Contains(Local local) => _ids.Contains(local.Id);

        public override void Visit(Place place)
        {
            if (place is LocalPlace target)
                _ids.Add(target.Local.Id);
            base.Visit(place);
        }
    }
}
