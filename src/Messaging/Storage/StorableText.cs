namespace Messaging.Storage;

/// <summary>
/// Makes any text one that PostgreSQL can store. An exception's message may hold anything; were it refused, the failed message could
/// not be buried and would be tried for ever.
/// </summary>
internal static class StorableText
{
    private const int MaximumLength = 20_000;
    private const char Replacement = '\uFFFD';

    public static string From(string text)
    {
        var characters = text.AsSpan(0, Math.Min(text.Length, MaximumLength)).ToArray();
        for (var i = 0; i < characters.Length; i++)
        {
            var isPair = i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1]);
            if (isPair)
                i++;
            else if (characters[i] == '\0' || char.IsSurrogate(characters[i]))
                characters[i] = Replacement;
        }

        return new string(characters);
    }
}
