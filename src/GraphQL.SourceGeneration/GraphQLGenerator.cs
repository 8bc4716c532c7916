using System.Collections.Immutable;
using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Emission;
using GraphQL.SourceGeneration.Model;
using GraphQL.SourceGeneration.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GraphQL.SourceGeneration;

/// <summary>
/// Turns annotated C# into the definitions, resolver delegates and data loaders of a GraphQL schema, so that nothing is found by reflection
/// when the program starts.
/// </summary>
[Generator]
public sealed class GraphQLGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = new[]
        {
            Classes(context, "GraphQL.QueryTypeAttribute", ClassRole.Query),
            Classes(context, "GraphQL.MutationTypeAttribute", ClassRole.Mutation),
            Classes(context, "GraphQL.SubscriptionTypeAttribute", ClassRole.Subscription),
            Classes(context, "GraphQL.ObjectTypeAttribute`1", ClassRole.ObjectExtension),
            Classes(context, "GraphQL.InterfaceTypeAttribute`1", ClassRole.Interface),
            Classes(context, "GraphQL.UnionTypeAttribute`1", ClassRole.Union),
            Classes(context, "GraphQL.ObjectTypeAttribute", ClassRole.ExplicitType),
        };
        var all = classes.Skip(1).Aggregate(classes[0].Collect(), (sum, next) =>
            sum.Combine(next.Collect()).Select(static (pair, _) => pair.Left.AddRange(pair.Right)));
        var loaders = context.SyntaxProvider.ForAttributeWithMetadataName(
            "GraphQL.DataLoaderAttribute", static (_, _) => true, DataLoaderReader.Read);
        var documentation = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .Collect();
        var assemblyName = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "Schema");

        context.RegisterSourceOutput(loaders, EmitLoader);
        context.RegisterSourceOutput(
            all.Combine(loaders.Collect()).Combine(documentation).Combine(assemblyName),
            static (output, input) => EmitTypes(
                output, input.Left.Left.Left, input.Left.Left.Right, new DocumentationFiles(input.Left.Right, output.CancellationToken), input.Right));
    }

    private static IncrementalValuesProvider<ClassModel> Classes(
        IncrementalGeneratorInitializationContext context, string attribute, ClassRole role) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute, static (_, _) => true, (match, cancellation) => ClassReader.Read(match, role, cancellation));

    private static void EmitLoader(SourceProductionContext output, DataLoaderModel loader)
    {
        if (loader.Diagnostics.Count == 0)
            output.AddSource($"{loader.QualifiedClass.Replace("global::", "")}.g.cs", Source(DataLoaderEmitter.Emit(loader)));
    }

    private static void EmitTypes(
        SourceProductionContext output,
        ImmutableArray<ClassModel> classes,
        ImmutableArray<DataLoaderModel> loaders,
        DocumentationFiles documentation,
        string assemblyName)
    {
        if (classes.IsEmpty && loaders.IsEmpty)
            return;
        var schema = Composer.Compose(classes, loaders);
        foreach (var diagnostic in schema.Diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        if (schema.Diagnostics.Count == 0)
            output.AddSource("GraphQLTypes.g.cs", Source(RegistrationEmitter.Emit(schema, documentation, assemblyName)));
    }

    private static SourceText Source(string text) => SourceText.From(text, System.Text.Encoding.UTF8);
}
