using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>Limits and behaviour of a GraphQL server. The defaults suit a public one.</summary>
public sealed class GraphQLOptions
{
    /// <summary>How long a query or mutation may take. Default 30 seconds.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many documents are kept parsed, validated and planned. Default 1,000.</summary>
    public int OperationCacheSize { get; set; } = 1000;

    /// <summary>The longest document that is kept, in characters; longer ones are read anew each time. Default 20,000.</summary>
    public int MaxCachedDocumentLength { get; set; } = 20_000;

    /// <summary>Adds the exception's text to unexpected errors, as extensions.detail. For development only. Default false.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>
    /// Gives the schema <c>@defer</c>: a client that takes a response in parts gets the fragments it defers after the rest. On one object at most
    /// 64 are deferred; further ones come with the rest. Default false, for the specification has the directive only as a draft.
    /// </summary>
    public bool EnableDefer { get; set; }

    /// <summary>Gives the schema <c>@stream</c>: a client that takes a response in parts gets the items of a list as they come. Default false.</summary>
    public bool EnableStream { get; set; }

    /// <summary>The parser's limits.</summary>
    public ParserOptions Parser { get; set; } = ParserOptions.Default;

    /// <summary>The largest HTTP body and socket message, in bytes. Default 1 MiB.</summary>
    public int MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>How long a socket may take until it sends connection_init. Default 10 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a socket is pinged. Default 20 seconds.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many operations one socket may have open. Default 50.</summary>
    public int MaxOperationsPerSocket { get; set; } = 50;
}
