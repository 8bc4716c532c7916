using System.Globalization;
using System.Text;

namespace Engagement.Host.Printing;

/// <summary>The moments that a PDF says it was made and changed at: with <see cref="PdfParts"/> the only bytes of it that differ when the same page is printed again.</summary>
internal static class PdfDates
{
    /// <summary>Writes a moment over them. The length stays the same, so nothing in the file moves.</summary>
    public static void Set(Span<byte> pdf, DateTimeOffset moment)
    {
        var digits = Encoding.ASCII.GetBytes(moment.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        foreach (var name in (ReadOnlySpan<string>)["/CreationDate (D:", "/ModDate (D:"])
        {
            var key = Encoding.ASCII.GetBytes(name);
            var rest = pdf;
            while (rest.IndexOf(key) is >= 0 and var at && rest.Length - at - key.Length >= digits.Length)
            {
                var written = rest.Slice(at + key.Length, digits.Length);
                if (!written.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                    digits.CopyTo(written);

                rest = rest[(at + key.Length + digits.Length)..];
            }
        }
    }
}
