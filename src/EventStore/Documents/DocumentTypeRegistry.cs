using System.Collections.Concurrent;

namespace EventStore;

/// <summary>The types of document of one store: those declared for sessions and those that projections keep.</summary>
internal sealed class DocumentTypeRegistry(StoreOptions options)
{
    private readonly ConcurrentDictionary<Type, DocumentType> _types = new();

    /// <summary>Those that have tables.</summary>
    public IEnumerable<DocumentType> Declared => options.DocumentTypes.Keys.Concat(options.Projections.DocumentTypes.Keys).Select(For);

    public DocumentType<T> For<T>() where T : class => (DocumentType<T>)_types.GetOrAdd(typeof(T), static (_, registry) => registry.Create<T>(), this);

    private DocumentType For(Type type) =>
        _types.GetOrAdd(
            type,
            created => (DocumentType)Activator.CreateInstance(
                typeof(DocumentType<>).MakeGenericType(created), options.DatabaseSchemaName, options.Json, IdentityOf(created), options.Events.IsConjoined)!);

    private DocumentType<T> Create<T>() where T : class => new(options.DatabaseSchemaName, options.Json, IdentityOf(typeof(T)), options.Events.IsConjoined);

    private StreamIdentity IdentityOf(Type type)
    {
        if (options.Projections.DocumentTypes.TryGetValue(type, out var projected)) return projected ?? options.Events.StreamIdentity;
        return options.DocumentTypes.GetValueOrDefault(type, StreamIdentity.AsGuid);
    }
}
