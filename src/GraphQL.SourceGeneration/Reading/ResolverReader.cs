using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Reads a resolver method into a field.</summary>
internal sealed class ResolverReader(TypePool pool, List<DiagnosticModel> diagnostics, CancellationToken cancellation)
{
    /// <summary>Reads a method, or gives null after it has reported what is wrong.</summary>
    /// <param name="method">The method.</param>
    /// <param name="role">What its class is.</param>
    /// <param name="parent">The type whose fields the class adds, if any.</param>
    public FieldModel? Read(IMethodSymbol method, ClassRole role, INamedTypeSymbol? parent)
    {
        var location = SourceLocation.Of(method);
        var paging = Attributes.Paging(method);
        var parameters = new ParameterReader(pool, diagnostics, cancellation).Read(method, parent);
        var (result, form) = Result(method.ReturnType);
        if (parameters is null || result is null || result.TypeKind == TypeKind.Error)
        {
            if (result is null)
                Report(GraphQLDiagnostics.UnsupportedReturnType, location, method.Name, Symbols.Readable(method.ReturnType));
            return null;
        }
        var identity = Attributes.Identity(method);
        if (identity is { Length: 0 } && parent is not null)
            identity = Symbols.Key(parent);
        var shape = pool.Output(result, identity);
        if (shape is null || (role == ClassRole.Subscription) != (form == ResolverForm.AsyncEnumerable))
        {
            Report(GraphQLDiagnostics.UnsupportedReturnType, location, method.Name, Symbols.Readable(method.ReturnType));
            return null;
        }
        if (!PagingFits(shape, paging, parameters))
        {
            Report(GraphQLDiagnostics.InvalidPaging, location, method.Name);
            return null;
        }
        return new FieldModel(
            method.Name,
            Names.Resolver(method, role == ClassRole.Subscription),
            DocumentationText.Of(method, cancellation),
            Attributes.Deprecation(method),
            Attributes.Authorization(method),
            shape,
            form,
            $"{Symbols.Key(method.ContainingType)}.{method.Name}",
            Symbols.Readable(method.ReturnType),
            parameters.ToEquatable(),
            paging,
            new ErrorReader(pool, diagnostics).Read(method).ToEquatable(),
            BoundMember(method),
            location,
            CostAttributes.Read(method));
    }

    private static (ITypeSymbol? Result, ResolverForm Form) Result(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
            return (null, ResolverForm.Sync);
        return type is INamedTypeSymbol named ? Symbols.FullName(named) switch
        {
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" => (null, ResolverForm.Task),
            "System.Threading.Tasks.Task`1" => (named.TypeArguments[0], ResolverForm.Task),
            "System.Threading.Tasks.ValueTask`1" => (named.TypeArguments[0], ResolverForm.ValueTask),
            "System.Collections.Generic.IAsyncEnumerable`1" => (named.TypeArguments[0], ResolverForm.AsyncEnumerable),
            _ => (type, ResolverForm.Sync),
        } : (type, ResolverForm.Sync);
    }

    private static bool PagingFits(TypeShape shape, PagingModel? paging, List<ParameterModel> parameters)
    {
        var takesPaging = parameters.Any(parameter => parameter.Kind == ParameterKind.Paging);
        if (paging is null)
            return !takesPaging && shape.Kind != ShapeKind.Connection;
        return shape.Kind == ShapeKind.Connection || (shape.Kind == ShapeKind.List && !takesPaging);
    }

    private static string? BoundMember(IMethodSymbol method) =>
        Attributes.Find(method, "BindMemberAttribute")?.ConstructorArguments[0].Value as string;

    private void Report(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments) =>
        diagnostics.Add(DiagnosticModel.Create(descriptor, location, arguments));
}
