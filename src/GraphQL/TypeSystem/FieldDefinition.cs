using GraphQL.Execution;

namespace GraphQL.TypeSystem;

/// <summary>A field of an object type or interface, and how its value is worked out.</summary>
/// <param name="name">The field's name.</param>
/// <param name="type">The field's type.</param>
public sealed class FieldDefinition(string name, TypeReference type) : SchemaElement(name)
{
    private GraphQLType? _type;

    /// <summary>The field's type, once the schema is built.</summary>
    /// <exception cref="InvalidOperationException">The schema is not built yet.</exception>
    public GraphQLType Type => _type ?? throw new InvalidOperationException($"The type of '{Name}' is known once SchemaBuilder.Build has run.");

    /// <summary>The field's type as it was referred to.</summary>
    public TypeReference TypeReference { get; } = type ?? throw new ArgumentNullException(nameof(type));

    /// <summary>The type the field belongs to, once the schema is built.</summary>
    public ComplexType? DeclaringType { get; internal set; }

    /// <summary>The field's arguments.</summary>
    public DefinitionList<ArgumentDefinition> Arguments { get; } = [];

    /// <summary>Why the field should no longer be used, or null.</summary>
    public string? DeprecationReason
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Whether the field should no longer be used.</summary>
    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>Works out the value. When both resolvers are null, a property of the parent is read by the executor's default.</summary>
    public FieldResolver? Resolver
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Works out the value without waiting; used instead of <see cref="Resolver"/> when set.</summary>
    public Func<IResolverContext, object?>? SyncResolver
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>For a field of the subscription type: opens the stream of events. Each item is the field's root value.</summary>
    public Func<IResolverContext, IAsyncEnumerable<object?>>? Subscriber
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>Who may read the field; null leaves it to the type and the server's default.</summary>
    public AuthorizationRequirement? Authorization
    {
        get;
        set => Set(ref field, value);
    }

    /// <summary>How many items a paged field may give; what <c>@listSize</c> says goes before it.</summary>
    internal (int? Default, int? Max)? PageSize { get; set; }

    internal void ResolveType(GraphQLType type) => _type = type;

    internal override void Freeze()
    {
        base.Freeze();
        Arguments.Freeze();
    }
}
