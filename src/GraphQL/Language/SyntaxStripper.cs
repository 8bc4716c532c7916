using System.Text;

namespace GraphQL.Language;

/// <summary>Makes documents as short as they can be without being parsed to another tree.</summary>
public static class SyntaxStripper
{
    /// <summary>Removes what the language ignores: space, line ends, commas, comments and the common indentation of block strings.</summary>
    /// <param name="source">A text made of GraphQL tokens; it need not be a document.</param>
    /// <returns>The same tokens, with a space only where two would otherwise become one.</returns>
    /// <exception cref="GraphQLSyntaxException">The text has a part that is no token.</exception>
    public static string Strip(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var utf8 = Encoding.UTF8.GetBytes(source);
        var lexer = new Utf8Lexer(utf8);
        var result = new StringBuilder(source.Length);
        var endsInWord = false;
        for (lexer.MoveNext(); lexer.Kind != TokenKind.EndOfFile; lexer.MoveNext())
        {
            var isWord = lexer.Kind is TokenKind.Name or TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.BlockString;

            // A number runs into the dots of a spread.
            if (endsInWord && (isWord || lexer.Kind == TokenKind.Spread))
                result.Append(' ');
            result.Append(lexer.Kind == TokenKind.BlockString ? BlockString.PrintShort(lexer.StringValue()) : Encoding.UTF8.GetString(lexer.Text));
            endsInWord = isWord;
        }

        return result.ToString();
    }
}
