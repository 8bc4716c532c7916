using System.Collections.Concurrent;
using System.Text.Json;

namespace EventStore;

internal sealed class DocumentTypeRegistry(string schema, JsonSerializerOptions json)
{
    private readonly ConcurrentDictionary<Type, DocumentType> _types = new();

    public DocumentType<T> For<T>() where T : class =>
        (DocumentType<T>)_types.GetOrAdd(typeof(T), static (_, registry) => registry.Create<T>(), this);

    public DocumentType For(Type type) =>
        _types.GetOrAdd(type, created => (DocumentType)Activator.CreateInstance(typeof(DocumentType<>).MakeGenericType(created), schema, json)!);

    private DocumentType<T> Create<T>() where T : class => new(schema, json);
}
