namespace GraphQL.Language;

/// <summary>The stable codes of errors the parser reports.</summary>
public static class LanguageErrorCodes
{
    /// <summary>The text is not GraphQL.</summary>
    public const string Syntax = "SYNTAX_ERROR";

    /// <summary>More levels inside one another than <see cref="ParserOptions.MaxDepth"/>.</summary>
    public const string DepthLimit = "LIMIT_DEPTH";

    /// <summary>More tokens than <see cref="ParserOptions.MaxTokens"/>.</summary>
    public const string TokenLimit = "LIMIT_TOKENS";

    /// <summary>More selections than <see cref="ParserOptions.MaxFields"/>.</summary>
    public const string FieldLimit = "LIMIT_FIELDS";

    /// <summary>More directives in one place than <see cref="ParserOptions.MaxDirectivesPerLocation"/>.</summary>
    public const string DirectiveLimit = "LIMIT_DIRECTIVES";

    /// <summary>A name is longer than <see cref="ParserOptions.MaxNameLength"/>.</summary>
    public const string NameLimit = "LIMIT_NAME_LENGTH";

    internal static bool Contains(string? code) => code is Syntax or DepthLimit or TokenLimit or FieldLimit or DirectiveLimit or NameLimit;
}
