using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Reads an annotated class with everything in its reach.</summary>
internal static class ClassReader
{
    public static ClassModel Read(GeneratorAttributeSyntaxContext context, ClassRole role, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var location = SourceLocation.Of(type);
        var pool = new TypePool(location, cancellation);
        var diagnostics = new List<DiagnosticModel>();
        var fields = new List<FieldModel>();
        var nodes = new List<FieldModel>();
        var target = role == ClassRole.ExplicitType ? type : context.Attributes[0].AttributeClass?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;
        if (role == ClassRole.ExplicitType)
            pool.AddExplicit(type);
        else if (!IsStaticPartial(type, context.TargetNode))
            diagnostics.Add(DiagnosticModel.Create(GraphQLDiagnostics.NotStaticPartial, location, type.Name));
        else
            ReadMethods(type, role, target, new ResolverReader(pool, diagnostics, cancellation), diagnostics, fields, nodes);
        if (target is not null)
            pool.Output(target);
        return new(
            role,
            Symbols.Key(type),
            target is null ? null : Symbols.Key(target),
            role == ClassRole.ExplicitType ? null : Attributes.Name(type),
            role == ClassRole.ExplicitType ? Documentation.None : DocumentationText.Of(type, cancellation),
            Attributes.Authorization(type),
            Attributes.IgnoredMembers(type),
            Attributes.Has(type, "NodeAttribute"),
            fields.ToEquatable(),
            nodes.ToEquatable(),
            pool.Types.ToEquatable(),
            diagnostics.ToEquatable(),
            location);
    }

    private static void ReadMethods(
        INamedTypeSymbol type,
        ClassRole role,
        INamedTypeSymbol? target,
        ResolverReader reader,
        List<DiagnosticModel> diagnostics,
        List<FieldModel> fields,
        List<FieldModel> nodes)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (!IsResolver(method))
                continue;
            if (method.IsGenericMethod)
            {
                diagnostics.Add(DiagnosticModel.Create(GraphQLDiagnostics.GenericResolver, SourceLocation.Of(method), method.Name));
                continue;
            }
            if (reader.Read(method, role, target) is not { } field)
                continue;
            var isNode = Attributes.Has(method, "NodeResolverAttribute");
            if (isNode)
                nodes.Add(field);
            if (!isNode || role == ClassRole.Query)
                fields.Add(field);
        }
    }

    private static bool IsResolver(IMethodSymbol method) =>
        method is { IsStatic: true, MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }
        && !Attributes.Has(method, "GraphQLIgnoreAttribute")
        && !Attributes.Has(method, "DataLoaderAttribute");

    private static bool IsStaticPartial(INamedTypeSymbol type, SyntaxNode node) =>
        type.IsStatic && node is ClassDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
}
