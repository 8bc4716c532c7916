using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GraphQL.TypeSystem;

/// <summary>Definitions in the order they were added, found by position or by name.</summary>
/// <typeparam name="T">The kind of definition.</typeparam>
public sealed class DefinitionList<T> : IReadOnlyList<T>
    where T : SchemaElement
{
    private readonly List<T> _items = [];
    private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);
    private bool _isFrozen;

    /// <summary>How many definitions there are.</summary>
    public int Count => _items.Count;

    /// <summary>The definition at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    public T this[int index] => _items[index];

    /// <summary>The definition of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public T this[string name] => _byName[name];

    /// <summary>Adds a definition. Two of the same name are reported when the schema is built.</summary>
    /// <param name="definition">The definition.</param>
    /// <exception cref="InvalidOperationException">The schema is finished.</exception>
    public void Add(T definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (_isFrozen)
            throw new InvalidOperationException($"'{definition.Name}' cannot be added: the schema is finished. Add it before SchemaBuilder.Build.");
        _items.Add(definition);
        _byName.TryAdd(definition.Name, definition);
    }

    /// <summary>Finds a definition by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="definition">The definition, when found.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out T? definition) => _byName.TryGetValue(name, out definition);

    /// <summary>Whether there is a definition of this name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether there is one.</returns>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The definitions in order.</summary>
    /// <returns>An enumerator that does not allocate.</returns>
    public List<T>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    internal void Freeze()
    {
        _isFrozen = true;
        foreach (var item in _items)
            item.Freeze();
    }
}
