using System.Text.RegularExpressions;

namespace GraphQL.Tests.Oracle;

/// <summary>Documents that are nearly right: a token left out, doubled, exchanged or replaced, and other space between them.</summary>
internal static partial class Mutation
{
    private static readonly string[] Strangers =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "@", "$", "!", "|", "&", "...", "on", "query", "fragment", "null", "true", "1", "-0.5e3", "01", "1.", "\"s\"",
        "\"\\x\"", "\"open", "\"\"\"b\"\"\"", "nope", "f0", "q1", "t", "__typename", "__schema", "T0", "N0", "U0", "E0", "I0", "Int", "@mark", "@once", "@skip(if: true)",
        "subscription", "extend", "type", "#c\n", "\uFEFF", "é", "?", "😀",
    ];

    public static string Of(string document, Random random)
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        for (var times = random.Next(1, 4); times > 0 && tokens.Count > 1; times--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    (tokens[at], tokens[^1]) = (tokens[^1], tokens[at]);
                    break;
                case 3:
                    tokens[at] = tokens[random.Next(tokens.Count)];
                    break;
                default:
                    tokens[at] = Strangers[random.Next(Strangers.Length)];
                    break;
            }
        }

        string[] spaces = [" ", "\n", "\r\n", ", ", "\t", "  # and\n"];
        return string.Concat(tokens.Select(token => token + spaces[random.Next(4) == 0 ? random.Next(spaces.Length) : 0]));
    }

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|\\.\\.\\.|[A-Za-z_][A-Za-z0-9_]*|-?[0-9][0-9.eE+-]*|[^\\s,]")]
    private static partial Regex Token();
}
