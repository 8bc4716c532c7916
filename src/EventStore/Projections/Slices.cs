using System.Runtime.InteropServices;

namespace EventStore;

/// <summary>The events of a page by the documents they go to, each document's in the order of the log.</summary>
internal sealed class Slices
{
    private readonly Dictionary<DocumentKey, List<IEvent>> _byDocument = [];

    public int Count => _byDocument.Count;

    public IReadOnlyCollection<DocumentKey> Keys => _byDocument.Keys;

    public Dictionary<DocumentKey, List<IEvent>>.Enumerator GetEnumerator() => _byDocument.GetEnumerator();

    /// <summary>Adds an event to a document, once however often it is said in a row.</summary>
    public void Add(DocumentKey document, IEvent e)
    {
        ref var slice = ref CollectionsMarshal.GetValueRefOrAddDefault(_byDocument, document, out _);
        slice ??= [];
        if (slice.Count == 0 || !ReferenceEquals(slice[^1], e)) slice.Add(e);
    }

    /// <summary>Restores the page's order where events were not added in it, and removes repetitions.</summary>
    public void Order(IReadOnlyList<IEvent> page)
    {
        var places = new Dictionary<IEvent, int>(page.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < page.Count; i++) places[page[i]] = i;
        foreach (var document in _byDocument.Keys.ToList())
            _byDocument[document] = [.. _byDocument[document].Distinct<IEvent>(ReferenceEqualityComparer.Instance).OrderBy(e => places[e])];
    }
}
