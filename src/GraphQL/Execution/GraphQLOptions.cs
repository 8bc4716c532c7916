using GraphQL.Data;
using GraphQL.Language;
using GraphQL.Server;
using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>Limits and behaviour of a GraphQL server. The defaults suit a public one.</summary>
public sealed class GraphQLOptions
{
    /// <summary>How long a query, a mutation or the result of one event of a subscription may take. Default 30 seconds.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many documents are kept parsed, validated and planned. Default 1,000.</summary>
    public int OperationCacheSize { get; set; } = 1000;

    /// <summary>The longest document that is kept, in characters; longer ones are read anew each time. Default 20,000.</summary>
    public int MaxCachedDocumentLength { get; set; } = 20_000;

    /// <summary>Adds the exception's text to unexpected errors, as extensions.detail. For development only. Default false.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>The page sizes of fields that name none of their own.</summary>
    public PagingOptions Paging { get; set; } = new();

    /// <summary>
    /// Gives the schema <c>@defer</c>: a client that takes a response in parts gets the fragments it defers after the rest. On one object at most
    /// 64 are deferred; further ones come with the rest. Default false, for the specification has the directive only as a draft.
    /// </summary>
    public bool EnableDefer { get; set; }

    /// <summary>Gives the schema <c>@stream</c>: a client that takes a response in parts gets the items of a list as they come. Default false.</summary>
    public bool EnableStream { get; set; }

    /// <summary>Whether each resolver that waits has a span of its own in traces. Default false.</summary>
    public bool TraceResolvers { get; set; }

    /// <summary>The parser's limits.</summary>
    public ParserOptions Parser { get; set; } = ParserOptions.Default;

    /// <summary>The limits of validation.</summary>
    public ValidationOptions Validation { get; set; } = ValidationOptions.Default;

    /// <summary>What an operation may cost.</summary>
    public CostOptions Cost { get; } = new();

    /// <summary>How large the variables of a request may be, in bytes of JSON. Default 512 KiB.</summary>
    public int MaxVariablesBytes { get; set; } = 512 * 1024;

    /// <summary>How many objects and lists may stand inside one another in the variables of a request. Default 64.</summary>
    public int MaxVariablesDepth { get; set; } = 64;

    /// <summary>Which documents clients may name instead of sending.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>How many requests one HTTP body may hold as a list; 0 allows none. Default 0.</summary>
    public int MaxBatchSize { get; set; }

    /// <summary>How many event streams of single connection mode may be reserved or open at once. Default 10,000.</summary>
    public int MaxEventStreams { get; set; } = 10_000;

    /// <summary>Whether documents are checked before they are executed; only what tests the executor itself goes without.</summary>
    internal bool ValidatesDocuments { get; set; } = true;

    /// <summary>
    /// Whether <c>application/graphql-response+json</c> has the statuses of the draft of 2026: 294 when there are data and errors, 422 when a document
    /// is GraphQL and cannot be executed. Otherwise these are 200 and 400, as today's clients and audits expect. Default false.
    /// </summary>
    public bool UseDraftStatusCodes { get; set; }

    /// <summary>The largest HTTP body and socket message, in bytes. Default 1 MiB.</summary>
    public int MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>The largest HTTP body that brings files, in bytes, whatever the server's own limit is. Default 30,000,000.</summary>
    public long MaxUploadBytes { get; set; } = 30_000_000;

    /// <summary>How many files one HTTP body may bring, and in how many places of the variables they may stand. Default 20.</summary>
    public int MaxUploadFiles { get; set; } = 20;

    /// <summary>Whether HTTP bodies may bring files; set by <see cref="GraphQLBuilder.AddUploadType"/>.</summary>
    internal bool TakesUploads { get; set; }

    /// <summary>How long a socket may take until it sends connection_init, and a reserved event stream until it is opened. Default 10 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a socket is pinged, and how long an event stream may be quiet before a comment is sent. Default 20 seconds.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many operations one socket, or one event stream, may have open. Default 50.</summary>
    public int MaxOperationsPerSocket { get; set; } = 50;
}
