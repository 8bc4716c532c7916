using System.Text;

namespace GraphQL.Language;

/// <summary>Reads GraphQL text, by the September 2025 edition: executable and type-system documents.</summary>
/// <remarks>
/// Every method throws <see cref="GraphQLSyntaxException"/>, and nothing else, for a text it does not accept, however hostile.
/// </remarks>
public static class GraphQLParser
{
    /// <summary>Parses a document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The document.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL or breaks a limit.</exception>
    public static DocumentNode Parse(string source, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Parse(Encoding.UTF8.GetBytes(source), options);
    }

    /// <summary>Parses a document from UTF-8 text. The bytes are copied, so the buffer may be reused.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The document.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not UTF-8, not GraphQL or breaks a limit.</exception>
    public static DocumentNode Parse(ReadOnlySpan<byte> utf8, ParserOptions? options = null) =>
        new Utf8Parser(utf8, options ?? ParserOptions.Default).ParseDocument();

    /// <summary>Parses a single value, which may contain variables.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not one value or breaks a limit.</exception>
    public static ValueNode ParseValue(string source, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Utf8Parser(Encoding.UTF8.GetBytes(source), options ?? ParserOptions.Default).ParseSingleValue(isConstant: false);
    }

    /// <summary>Parses a single value without variables.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not one constant value or breaks a limit.</exception>
    public static ValueNode ParseConstantValue(string source, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Utf8Parser(Encoding.UTF8.GetBytes(source), options ?? ParserOptions.Default).ParseSingleValue(isConstant: true);
    }

    /// <summary>Parses a type reference, such as <c>[Entry!]!</c>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not one type reference or breaks a limit.</exception>
    public static TypeNode ParseType(string source, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Utf8Parser(Encoding.UTF8.GetBytes(source), options ?? ParserOptions.Default).ParseSingleType();
    }
}
