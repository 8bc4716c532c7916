using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Reads a method marked as a data loader.</summary>
internal static class DataLoaderReader
{
    public static DataLoaderModel Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var location = SourceLocation.Of(method);
        var diagnostics = new List<DiagnosticModel>();
        var key = method.Parameters.Length > 0 ? Key(method.Parameters[0].Type) : null;
        var (value, isGroup) = Value(method.ReturnType, key);
        var parameters = new List<ParameterModel>();
        if (!method.IsStatic || key is null || value is null)
            diagnostics.Add(DiagnosticModel.Create(GraphQLDiagnostics.InvalidDataLoader, location, method.Name));
        else
            parameters = Parameters(method, diagnostics, cancellation);
        var space = method.ContainingType.ContainingNamespace;
        return new(
            space.IsGlobalNamespace ? "" : space.ToDisplayString(),
            Names.WithoutVerb(method.Name, "Get"),
            key is not null && value is not null && Symbols.IsPublic(key) && Symbols.IsPublic(value),
            $"{Symbols.Key(method.ContainingType)}.{method.Name}",
            key is null ? "" : Symbols.Clr(key),
            value is null ? "" : Symbols.ClrWithoutNull(value),
            isGroup,
            Attributes.Argument(context.Attributes[0], "MaxBatchSize", 1000),
            parameters.ToEquatable(),
            diagnostics.ToEquatable(),
            location);
    }

    private static List<ParameterModel> Parameters(IMethodSymbol method, List<DiagnosticModel> diagnostics, CancellationToken cancellation)
    {
        var parameters = new List<ParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            var kind = Kind(parameter);
            if (kind is null)
            {
                diagnostics.Add(DiagnosticModel.Create(
                    GraphQLDiagnostics.UnsupportedParameter, SourceLocation.Of(parameter), parameter.Name, Symbols.Readable(parameter.Type)));
                continue;
            }
            cancellation.ThrowIfCancellationRequested();
            parameters.Add(new(kind.Value, parameter.Name, "", Symbols.Clr(parameter.Type), null, null, Documentation.None, null));
        }
        return parameters;
    }

    private static ParameterKind? Kind(IParameterSymbol parameter)
    {
        if (parameter.Ordinal == 0)
            return ParameterKind.Keys;
        if (Symbols.FullName(parameter.Type) == "System.Threading.CancellationToken")
            return ParameterKind.CancellationToken;
        return parameter.Type.TypeKind is TypeKind.Class or TypeKind.Interface && Scalars.Name(parameter.Type) is null ? ParameterKind.Service : null;
    }

    private static ITypeSymbol? Key(ITypeSymbol keys) =>
        Symbols.FullName(keys) == "System.Collections.Generic.IReadOnlyList`1" ? ((INamedTypeSymbol)keys).TypeArguments[0] : null;

    private static (ITypeSymbol? Value, bool IsGroup) Value(ITypeSymbol result, ITypeSymbol? key)
    {
        if (Symbols.FullName(result) is not ("System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1"))
            return (null, false);
        if (((INamedTypeSymbol)result).TypeArguments[0] is not INamedTypeSymbol { TypeArguments.Length: 2 } map
            || !SymbolEqualityComparer.Default.Equals(map.TypeArguments[0], key))
            return (null, false);
        return Symbols.FullName(map) switch
        {
            "System.Collections.Generic.Dictionary`2"
                or "System.Collections.Generic.IDictionary`2"
                or "System.Collections.Generic.IReadOnlyDictionary`2" => (map.TypeArguments[1], false),
            "System.Linq.ILookup`2" => (map.TypeArguments[1], true),
            _ => (null, false),
        };
    }
}
