using System;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Pipeline;

/// <summary>
/// Hashes of what a translation depends on. Trees and references that an edit leaves alone are the same objects afterwards, so that each is hashed once.
/// </summary>
internal static class SourceHashes
{
    private static readonly ConditionalWeakTable<SyntaxTree, string> Declarations = new();
    private static readonly ConditionalWeakTable<SyntaxNode, string> Nodes = new();
    private static readonly ConditionalWeakTable<MetadataReference, string> References = new();
    private static readonly ConditionalWeakTable<Compilation, string> Environments = new();
    private static int _references;

    /// <summary>Everything in a compilation but the bodies of its methods: all declarations, references and options.</summary>
    public static string Environment(Compilation compilation, CancellationToken cancellation)
    {
        if (Environments.TryGetValue(compilation, out var known))
            return known;
        var hash = new Sha256Text();
        hash.Add(compilation.AssemblyName ?? "");
        if (compilation.Options is CSharpCompilationOptions options)
            hash.Add($"{options.CheckOverflow} {options.NullableContextOptions} {options.AllowUnsafe}");
        foreach (var reference in compilation.References)
            hash.Add(References.GetValue(reference, static _ => Interlocked.Increment(ref _references).ToString(CultureInfo.InvariantCulture)));
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.Add(Declarations.GetValue(tree, static tree => Hash(tree.GetRoot(), blank: true)));
        }

        return Environments.GetValue(compilation, _ => hash.Finish());
    }

    /// <summary>A node's tokens, without comments and white space.</summary>
    public static string Of(SyntaxNode node) => Nodes.GetValue(node, static node => Hash(node, blank: false));

    private static string Hash(SyntaxNode root, bool blank)
    {
        var hash = new Sha256Text();
        foreach (var token in root.DescendantTokens(blank ? static node => !IsBody(node) : null))
            hash.Add(token.Text);

        // An accessor with code is another thing than one without.
        if (blank)
        {
            foreach (var accessor in root.DescendantNodes(static node => !IsBody(node)).OfType<AccessorDeclarationSyntax>())
                hash.Add(accessor.Body is null && accessor.ExpressionBody is null ? ";" : "{}");
        }

        if (root.ContainsDirectives)
        {
            foreach (var trivia in root.DescendantTrivia())
            {
                if (trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
                    hash.Add(trivia.ToString());
            }
        }

        return hash.Finish();
    }

    // Only what has a type of its own: the text of anything else may decide what another body means.
    private static bool IsBody(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax
        && node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax

        // How a struct is made of its members is read from its constructors.
        && node.Parent is not ConstructorDeclarationSyntax { Parent: StructDeclarationSyntax or RecordDeclarationSyntax };

    private sealed class Sha256Text
    {
        private readonly StringBuilder _text = new();

        public void Add(string part) => _text.Append(part).Append('\n');

        public string Finish()
        {
            using var algorithm = System.Security.Cryptography.SHA256.Create();
            return Convert.ToBase64String(algorithm.ComputeHash(Encoding.UTF8.GetBytes(_text.ToString())));
        }
    }
}
