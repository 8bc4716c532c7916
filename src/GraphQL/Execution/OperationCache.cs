using System.Collections.Concurrent;
using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>
/// Keeps documents parsed, validated and planned, and also those that are not valid, so that repeating a mistake costs as little as repeating
/// a query. The least recently used half goes when it is full.
/// </summary>
internal sealed class OperationCache(SchemaDefinition schema, GraphQLOptions options)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SchemaCosts _costs = new(schema, options.Cost, options.Paging);
    private long _clock;

    public int Count => _entries.Count;

    /// <summary>The document of a request, counted as a use of the cache.</summary>
    public CompiledDocument GetForRequest(string query)
    {
        if (GraphQLInstrumentation.CountsLookups)
            GraphQLInstrumentation.CountLookup(_entries.ContainsKey(query));
        return Get(query);
    }

    public CompiledDocument Get(string query)
    {
        if (_entries.TryGetValue(query, out var known))
        {
            known.LastUsed = Interlocked.Increment(ref _clock);
            return known.Document;
        }
        var document = Compile(query);
        if (query.Length <= options.MaxCachedDocumentLength && options.OperationCacheSize > 0)
        {
            if (_entries.Count >= options.OperationCacheSize)
                Trim();
            _entries[query] = new Entry(document) { LastUsed = Interlocked.Increment(ref _clock) };
        }
        return document;
    }

    private CompiledDocument Compile(string query)
    {
        try
        {
            DocumentNode document;
            using (GraphQLInstrumentation.Start("graphql.parse"))
                document = GraphQLParser.Parse(query, options.Parser);
            IReadOnlyList<GraphQLError> errors;
            using (GraphQLInstrumentation.Start("graphql.validate"))
                errors = options.ValidatesDocuments ? DocumentValidator.Validate(schema, document, options.Validation) : [];
            return errors.Count > 0 ? new CompiledDocument(errors) : new CompiledDocument(_costs, document, options.EnableDefer || options.EnableStream);
        }
        catch (GraphQLSyntaxException exception)
        {
            return new CompiledDocument([exception.Error]);
        }
    }

    private void Trim()
    {
        foreach (var (query, _) in _entries.OrderBy(entry => entry.Value.LastUsed).Take(Math.Max(1, options.OperationCacheSize / 2)).ToList())
            _entries.TryRemove(query, out _);
    }

    private sealed class Entry(CompiledDocument document)
    {
        public CompiledDocument Document { get; } = document;

        public long LastUsed { get; set; }
    }
}
