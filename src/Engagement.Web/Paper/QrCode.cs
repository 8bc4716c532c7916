using System.Globalization;
using System.Text;
using QRCoder;

namespace Engagement.Web.Paper;

/// <summary>An address as a square that a phone's camera reads.</summary>
internal static class QrCode
{
    /// <summary>The dark modules as the path of an SVG, one unit each, with the quiet border that readers need; and how many there are in a row.</summary>
    public static (string Path, int Size) Path(string address)
    {
        using var code = Generate(address);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                var from = x;
                while (x < row.Length && row[x])
                    x++;
                if (x > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return (path.ToString(), code.ModuleMatrix.Count);
    }

    public static byte[] Png(string address)
    {
        using var code = Generate(address);
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(pixelsPerModule: 8);
    }

    private static QRCodeData Generate(string address)
    {
        using var generator = new QRCodeGenerator();
        return generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
    }
}
