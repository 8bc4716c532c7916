namespace GraphQL.Language;

/// <summary>What the parser accepts before it stops reading. The defaults suit requests from strangers.</summary>
public sealed record ParserOptions
{
    /// <summary>The limits for requests: 200 levels, 100,000 tokens, 2,048 selections, 4 directives in one place, names of 1,024 letters.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>The limits for a schema the program itself brings: only the nesting is limited.</summary>
    public static ParserOptions Trusted { get; } = new()
    {
        MaxTokens = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxNameLength = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
    };

    /// <summary>How many selection sets, lists, objects and list types may stand inside one another.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How many tokens a document may have.</summary>
    public int MaxTokens { get; init; } = 100_000;

    /// <summary>How many selections (fields, spreads and inline fragments) a document may have.</summary>
    public int MaxFields { get; init; } = 2_048;

    /// <summary>
    /// How long a name may be. The answer repeats an alias for each item of a list and each error, so that a long one would make a small
    /// request a huge answer.
    /// </summary>
    public int MaxNameLength { get; init; } = 1_024;

    /// <summary>How many directives may stand in one place.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;
}
