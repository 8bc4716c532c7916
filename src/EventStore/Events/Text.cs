namespace EventStore;

/// <summary>What PostgreSQL keeps as text: anything but NUL and halves of characters.</summary>
internal static class Text
{
    public static bool CanBeKept(string? text) => text is null || !text.Contains('\0', StringComparison.Ordinal) && IsWhole(text);

    private static bool IsWhole(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
