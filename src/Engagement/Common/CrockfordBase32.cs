using System.Text;

namespace Engagement.Common;

/// <summary>Crockford's base 32: no letter that can be misread, and what is misread on paper is read back right.</summary>
public static class CrockfordBase32
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The first <paramref name="length"/> characters of the bytes, five bits a character.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length * 5, bytes.Length * 8);

        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            var bit = i * 5;
            var window = bytes[bit / 8] << 8 | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(Alphabet[window >> (11 - bit % 8) & 31]);
        }

        return text.ToString();
    }

    /// <summary>As a person typed it, to as we wrote it: upper case, no separators, O as 0, I and L as 1.</summary>
    public static string Normalise(string? typed)
    {
        var text = new StringBuilder(typed?.Length ?? 0);
        foreach (var c in typed ?? "")
        {
            var upper = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (Alphabet.Contains(upper, StringComparison.Ordinal))
                text.Append(upper);
        }

        return text.ToString();
    }

    public static string InGroupsOfFour(string text) => string.Join('-', text.Chunk(4).Select(group => new string(group)));
}
