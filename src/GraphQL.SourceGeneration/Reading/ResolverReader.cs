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

        // Nobody could wait for an async void, nor catch what it throws.
        var hasNoResult = result is null && role == ClassRole.Mutation && !(method.IsAsync && method.ReturnsVoid);
        if (parameters is null || (result is null && !hasNoResult) || result?.TypeKind == TypeKind.Error)
        {
            if (result is null && !hasNoResult)
                Report(GraphQLDiagnostics.UnsupportedReturnType, location, method.Name, Symbols.Readable(method.ReturnType));
            return null;
        }
        var identity = Attributes.Identity(method);
        if (identity is { Length: 0 } && parent is not null)
            identity = Symbols.Key(parent);
        var shape = result is null ? TypeShape.Done : pool.Output(result, identity);
        if (shape is not null && form == ResolverForm.AsyncEnumerable && role is not (ClassRole.Subscription or ClassRole.Mutation) && paging is null && identity is null)
            shape = AsyncList(method.ReturnType, shape);
        else if ((role == ClassRole.Subscription) != (form == ResolverForm.AsyncEnumerable))
            shape = null;
        if (shape is null)
        {
            Report(GraphQLDiagnostics.UnsupportedReturnType, location, method.Name, Symbols.Readable(method.ReturnType));
            return null;
        }
        if (!PagingFits(shape, paging, parameters))
        {
            Report(GraphQLDiagnostics.InvalidPaging, location, method.Name);
            return null;
        }
        var querying = Attributes.Querying(method);
        if (!QueryingFits(shape, paging, querying, parameters, role))
        {
            Report(GraphQLDiagnostics.InvalidQuerying, location, method.Name);
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
            role == ClassRole.Mutation ? new ErrorReader(pool, diagnostics).Read(method).ToEquatable() : EquatableArray<ErrorModel>.Empty,
            BoundMember(method),
            location,
            CostAttributes.Read(method))
        {
            Querying = querying,
            HasNoResult = hasNoResult,
        };
    }

    // Items that come one after another are events to a subscription, and a list to all else.
    private static TypeShape AsyncList(ITypeSymbol type, TypeShape item) => new(
        ShapeKind.List, Symbols.ClrWithoutNull(type), "", type.NullableAnnotation == NullableAnnotation.Annotated, false, item);

    private static (ITypeSymbol? Result, ResolverForm Form) Result(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
            return (null, ResolverForm.Sync);
        return type is INamedTypeSymbol named ? Symbols.FullName(named) switch
        {
            "System.Threading.Tasks.Task" => (null, ResolverForm.Task),
            "System.Threading.Tasks.ValueTask" => (null, ResolverForm.ValueTask),
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

    private static bool QueryingFits(
        TypeShape shape, PagingModel? paging, QueryingModel? querying, List<ParameterModel> parameters, ClassRole role)
    {
        var isQueryable = shape is { Kind: ShapeKind.List, Form: ListForm.Queryable };
        var query = parameters.Find(parameter => parameter.Kind == ParameterKind.Query);
        if (query is null)
            return querying is null || (isQueryable && IsList(role));
        return IsList(role)
            && (querying is not null || paging is not null)
            && (shape.Kind == ShapeKind.Connection || (shape.Kind == ShapeKind.List && !isQueryable && paging is null))
            && query.Clr == $"global::GraphQL.Data.QueryContext<{shape.Item!.Clr}>";

        static bool IsList(ClassRole role) => role is ClassRole.Query or ClassRole.ObjectExtension or ClassRole.Interface;
    }

    private static string? BoundMember(IMethodSymbol method) =>
        Attributes.Find(method, "BindMemberAttribute")?.ConstructorArguments[0].Value as string;

    private void Report(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments) =>
        diagnostics.Add(DiagnosticModel.Create(descriptor, location, arguments));
}
