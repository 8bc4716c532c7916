namespace GraphQL.Data;

/// <summary>The page sizes of fields that name none of their own.</summary>
public sealed class PagingOptions
{
    /// <summary>Items in a page when the client gives neither first nor last. Default 10.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>The most items a client may ask for. Default 50.</summary>
    public int MaxPageSize { get; set; } = 50;

    internal static PagingOptions Default { get; } = new();
}
