using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Model;

/// <summary>A diagnostic to report, held by its identifier so that it compares by value.</summary>
internal sealed record DiagnosticModel(string Id, SourceLocation Location, EquatableArray<string> Arguments)
{
    public static DiagnosticModel Create(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments) =>
        new(descriptor.Id, location, arguments.ToEquatable());

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(GraphQLDiagnostics.Find(Id), Location.ToLocation(), [.. Arguments.Cast<object>()]);
}
