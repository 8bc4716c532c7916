namespace GraphQL.TypeSystem;

/// <summary>How a schema is printed.</summary>
public sealed record SdlOptions
{
    /// <summary>Sorted, with applied directives.</summary>
    public static SdlOptions Default { get; } = new();

    /// <summary>Whether types, fields, arguments and values are sorted by name; otherwise they keep the order they were added in.</summary>
    public bool Sorted { get; init; } = true;

    /// <summary>Whether directives applied in the schema are printed, beyond those of the specification.</summary>
    public bool AppliedDirectives { get; init; } = true;
}
