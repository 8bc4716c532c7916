using System.Text;

namespace GraphQL.Language;

/// <summary>The UTF-8 text of a document. Lines and columns are worked out only when an error needs them.</summary>
public sealed class SourceText
{
    private readonly byte[] _utf8;

    internal SourceText(ReadOnlySpan<byte> utf8) => _utf8 = utf8.ToArray();

    /// <summary>A source for nodes that were made in code.</summary>
    public static SourceText Empty { get; } = new([]);

    /// <summary>The length in UTF-8 bytes.</summary>
    public int Length => _utf8.Length;

    /// <summary>The bytes of the document.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>Works out line and column of a place in the text.</summary>
    /// <param name="offset">An offset in UTF-8 bytes; beyond the end counts as the end.</param>
    /// <returns>The location, its column in UTF-16 code units.</returns>
    public Location GetLocation(int offset) => GetLocation(_utf8, offset);

    /// <summary>The whole text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);

    internal static Location GetLocation(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..Math.Min(offset, utf8.Length)];
        var line = 1;
        var lineStart = 0;
        while (before[lineStart..].IndexOfAny((byte)'\n', (byte)'\r') is var found and >= 0)
        {
            var end = lineStart + found;
            var isPair = before[end] == (byte)'\r' && end + 1 < utf8.Length && utf8[end + 1] == (byte)'\n';
            if (isPair && end + 1 >= before.Length)
                break;
            line++;
            lineStart = end + (isPair ? 2 : 1);
        }

        return new Location(line, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
