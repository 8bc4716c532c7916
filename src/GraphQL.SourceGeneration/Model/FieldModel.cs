namespace GraphQL.SourceGeneration.Model;

internal enum ResolverForm
{
    Property,
    Sync,
    Task,
    ValueTask,
    AsyncEnumerable,
}

/// <summary>A property or resolver method that becomes a field.</summary>
/// <param name="Member">The C# name.</param>
/// <param name="Name">The name in the schema.</param>
/// <param name="Documentation">Where its description comes from.</param>
/// <param name="Deprecation">Why it is deprecated, if it is.</param>
/// <param name="Authorization">Its own rule, if any.</param>
/// <param name="Shape">The type of its value, or null when it has no GraphQL type.</param>
/// <param name="Form">How it is called.</param>
/// <param name="Target">The method, fully qualified, or the type that declares the property.</param>
/// <param name="Clr">The C# type as written, for messages.</param>
/// <param name="Parameters">The method's parameters.</param>
/// <param name="Paging">How it is paged, if it is.</param>
/// <param name="Errors">The errors a mutation declares.</param>
/// <param name="Binds">The property whose place it takes, when named.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Cost">What it costs, as directives in GraphQL, or null when nothing is said.</param>
internal sealed record FieldModel(
    string Member,
    string Name,
    Documentation Documentation,
    string? Deprecation,
    AuthorizationModel? Authorization,
    TypeShape? Shape,
    ResolverForm Form,
    string Target,
    string Clr,
    EquatableArray<ParameterModel> Parameters,
    PagingModel? Paging,
    EquatableArray<ErrorModel> Errors,
    string? Binds,
    SourceLocation Location,
    string? Cost = null)
{
    /// <summary>Whether clients may filter by it.</summary>
    public bool IsFilterable { get; init; }

    /// <summary>Whether clients may sort by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>How its items are filtered and sorted, if they are.</summary>
    public QueryingModel? Querying { get; init; }

    /// <summary>Whether it is a mutation that returns nothing.</summary>
    public bool HasNoResult { get; init; }

    /// <summary>Whether it returns a query that is still to be run.</summary>
    public bool IsQueryable => Shape is { Kind: ShapeKind.List, Form: ListForm.Queryable };

    /// <summary>Whether the method is given what a client asks of the list.</summary>
    public bool TakesQuery => Parameters.Any(parameter => parameter.Kind == ParameterKind.Query);

    /// <summary>What clients may give, those of spread records among them.</summary>
    public IEnumerable<ParameterModel> Arguments => Parameters
        .SelectMany(parameter => parameter.Kind == ParameterKind.Spread ? parameter.Members.AsEnumerable() : [parameter])
        .Where(parameter => parameter.Kind == ParameterKind.Argument);
}

/// <summary>A rule of who may resolve a field.</summary>
internal sealed record AuthorizationModel(string? Permission, bool AllowAnonymous);

/// <summary>The page sizes and names of a paged field.</summary>
internal sealed record PagingModel(int? DefaultPageSize, int? MaxPageSize, bool IncludeTotalCount, string? ConnectionName);

/// <summary>What clients may ask of the items of a field.</summary>
internal sealed record QueryingModel(bool Filters, bool Sorts, string? DefaultOrder);

/// <summary>How an error of a mutation is made from an exception.</summary>
/// <param name="Key">The key of the object type that clients see.</param>
/// <param name="Exception">The exception type it stands for.</param>
/// <param name="Factory">The static method or constructor that makes it, or null when the exception is the error itself.</param>
internal sealed record ErrorModel(string Key, string Exception, string? Factory);
