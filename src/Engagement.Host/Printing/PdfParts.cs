using System.Globalization;
using System.Text;

namespace Engagement.Host.Printing;

/// <summary>
/// The numbers by which a tagged PDF calls the parts of its page: the browser counts on from whatever it did before, so on a busy machine the same page may get others.
/// </summary>
internal static class PdfParts
{
    private const int Digits = 8;

    /// <summary>Counts them anew from 0, in their order. The length stays the same, so nothing in the file moves.</summary>
    public static void Number(Span<byte> pdf)
    {
        var key = "(node"u8;
        var found = new List<(int Place, int Number)>();
        for (var from = 0; pdf[from..].IndexOf(key) is >= 0 and var at && from + at + key.Length + Digits <= pdf.Length; from += at + key.Length)
        {
            var place = from + at + key.Length;
            if (int.TryParse(pdf.Slice(place, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                found.Add((place, number));
        }

        var ranks = found.Select(one => one.Number).Distinct().Order().Index().ToDictionary(one => one.Item, one => one.Index);
        foreach (var (place, number) in found)
            Encoding.ASCII.GetBytes(ranks[number].ToString("D8", CultureInfo.InvariantCulture)).CopyTo(pdf[place..]);
    }
}
