using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using LearnSharp.Generators.Emission;
using LearnSharp.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Binds bodies that name generated programs. The compilation of the generator does not hold what it generates: such a body is bound against that compilation with the declarations of the
/// programs named added, which signatures alone decide. The analyzer's compilation holds the programs themselves, and is taken as it is.
/// </summary>
internal static class GeneratedSurface
{
    private const string Suffix = "Program";

    private static readonly ConditionalWeakTable<Compilation, Compilation> Extended = new();
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Trees = new();

    /// <summary>Translates a method with its source in <paramref name="compilation"/>, or in what <see cref="With"/> made of it.</summary>
    public static BodyTranslation Translate(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        // A local function belongs to the compilation that its method was bound in.
        if (!IsOf(method, compilation) && IsOf(method, With(compilation, cancellation)))
            return BodyTranslator.Translate(method, With(compilation, cancellation), cancellation);
        var plain = Mentions(method, cancellation) ? null : BodyTranslator.Translate(method, compilation, cancellation);
        if (plain?.Method is not null)
            return plain;

        // Or a body that is translated in place names a program.
        var extended = With(compilation, cancellation);
        return !ReferenceEquals(extended, compilation) && InHome(method, extended) is { } there
            ? BodyTranslator.Translate(there, extended, cancellation)
            : plain ?? BodyTranslator.Translate(method, compilation, cancellation);
    }

    /// <summary>A method of <see cref="With"/>'s compilation as the given one knows it; any other as it is.</summary>
    public static IMethodSymbol AtHome(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        method.MethodKind != MethodKind.LocalFunction && !IsOf(method, compilation) && IsOf(method, With(compilation, cancellation)) && InHome(method, compilation) is { } there ? there : method;

    /// <summary>The compilation with the declarations of the programs that its code names and that it does not hold; itself where there are none.</summary>
    public static Compilation With(Compilation compilation, CancellationToken cancellation)
    {
        if (Extended.TryGetValue(compilation, out var known))
            return known;
        var extended = Extend(compilation, cancellation);
        return Extended.GetValue(compilation, _ => extended);
    }

    private static bool IsOf(IMethodSymbol method, Compilation compilation) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);

    private static IMethodSymbol? InHome(IMethodSymbol method, Compilation compilation) =>
        method.OriginalDefinition.GetDocumentationCommentId() is { } id ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) as IMethodSymbol : null;

    private static bool Mentions(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation).DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && IsProgram(token.ValueText)))
                return true;
        }

        return false;
    }

    private static bool IsProgram(string name) => name.Length > Suffix.Length && name.EndsWith(Suffix, System.StringComparison.Ordinal);

    private static Compilation Extend(Compilation compilation, CancellationToken cancellation)
    {
        var trees = compilation.SyntaxTrees.Select(tree => (Tree: tree, Names: Trees.GetValue(tree, tree => TreeNames.Of(tree, cancellation)))).ToList();
        var named = new HashSet<string>(trees.SelectMany(static tree => tree.Names.Programs));
        if (named.Count == 0)
            return compilation;
        var types = new TypeMapper();
        var added = new List<SyntaxTree>();
        foreach (var (tree, names) in trees.Where(static tree => tree.Names.Learnable.Count > 0))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var declaration in names.Learnable)
            {
                cancellation.ThrowIfCancellationRequested();
                if (model.GetDeclaredSymbol(declaration, cancellation) is { } method && LearnableShape.NameOf(method) is { } name && named.Contains(name + Suffix)
                    && method.ContainingType.GetTypeMembers(name + Suffix).IsEmpty
                    && DerivativeShape.Of(method, types) is { } shape && SurfaceReader.Containing(method.ContainingType, cancellation) is { } containing)
                {
                    var text = SourceText.From(SurfaceEmitter.Emit(shape, name + Suffix, containing), Encoding.UTF8);
                    added.Add(CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, cancellationToken: cancellation));
                }
            }
        }

        return added.Count == 0 ? compilation : compilation.AddSyntaxTrees(added);
    }

    /// <summary>What a file says of programs: the names that end like one, and the methods that may be learnable.</summary>
    private sealed class TreeNames
    {
        private TreeNames(IReadOnlyList<string> programs, IReadOnlyList<MethodDeclarationSyntax> learnable) => (Programs, Learnable) = (programs, learnable);

        public IReadOnlyList<string> Programs { get; }

        public IReadOnlyList<MethodDeclarationSyntax> Learnable { get; }

        public static TreeNames Of(SyntaxTree tree, CancellationToken cancellation)
        {
            var programs = new HashSet<string>();
            var learnable = new List<MethodDeclarationSyntax>();
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: var name } && IsProgram(name))
                    programs.Add(name);
                else if (node is MethodDeclarationSyntax method && method.AttributeLists.Any(static list => list.Attributes.Any(IsLearnable)))
                    learnable.Add(method);
            }

            return new([.. programs], learnable);
        }

        private static bool IsLearnable(AttributeSyntax attribute)
        {
            var name = attribute.Name switch
            {
                QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                _ => "",
            };
            return name is "Learnable" or "LearnableAttribute";
        }
    }
}
