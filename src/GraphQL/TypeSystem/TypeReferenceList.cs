using System.Collections;

namespace GraphQL.TypeSystem;

/// <summary>Named types by reference: added before the schema is built, read as types after.</summary>
/// <typeparam name="T">The kind of type the references must lead to.</typeparam>
public sealed class TypeReferenceList<T> : IReadOnlyList<T>
    where T : NamedType
{
    private readonly List<TypeReference> _references = [];
    private List<T>? _types;

    /// <summary>How many types there are.</summary>
    public int Count => _types?.Count ?? _references.Count;

    /// <summary>The references as they were added.</summary>
    public IReadOnlyList<TypeReference> References => _references;

    /// <summary>The type at a position, once the schema is built.</summary>
    /// <param name="index">The position, from 0.</param>
    public T this[int index] => Types[index];

    private List<T> Types => _types ?? throw new InvalidOperationException("The types are known once SchemaBuilder.Build has run. Read References before that.");

    /// <summary>Adds a type.</summary>
    /// <param name="type">The reference to it.</param>
    /// <exception cref="InvalidOperationException">The schema is finished.</exception>
    public void Add(TypeReference type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (_types is not null)
            throw new InvalidOperationException($"'{type}' cannot be added: the schema is finished. Add it before SchemaBuilder.Build.");
        _references.Add(type);
    }

    /// <summary>The types, once the schema is built.</summary>
    /// <returns>An enumerator that does not allocate.</returns>
    public List<T>.Enumerator GetEnumerator() => Types.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Types.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Types.GetEnumerator();

    internal void Resolve(IEnumerable<T> types) => _types = [.. types];
}
