namespace GraphQL.Data;

/// <summary>What databases can be given, whatever clients send.</summary>
internal static class QueryValues
{
    /// <summary>The same value in the form that every data source takes.</summary>
    /// <exception cref="FormatException">No data source could hold the value.</exception>
    public static object? Normalize(object? value) => value switch
    {
        // PostgreSQL takes moments in UTC only, and no text with this character in it.
        DateTimeOffset moment => moment.ToUniversalTime(),
        string text when text.Contains('\0', StringComparison.Ordinal) => throw new FormatException("A text must not contain the character U+0000."),
        _ => value,
    };
}
