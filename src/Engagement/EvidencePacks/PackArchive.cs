using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.EvidencePacks;

/// <summary>
/// The files of a pack, and the archive they are kept in. The manifest names each with its hash, so its own hash stands for all of them. The PDF is not in it:
/// it is printed from the page, and another version of the program that prints gives other bytes.
/// </summary>
internal sealed class PackArchive
{
    /// <summary>What the bytes of a pack mean. It goes up when a pack of the same moment is to be written otherwise.</summary>
    public const string Format = "engagement-evidence-pack/4";

    private const string Page = "pack.html";
    private const string Printed = "pack.pdf";
    private const string Manifest = "manifest.json";
    private const string Sums = "SHA256SUMS";

    // The archive's own calendar begins then.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IReadOnlyList<(string Name, byte[] Content)> _files;
    private readonly DateTimeOffset _asAt;

    private PackArchive(IReadOnlyList<(string Name, byte[] Content)> files, string printable, DateTimeOffset asAt) => (_files, Printable, _asAt) = (files, printable, asAt);

    /// <summary>The page with nothing folded away, to be printed.</summary>
    public string Printable { get; }

    public static PackArchive Of(PackFacts known, IReadOnlyList<PackSection> sections, PackEvents events)
    {
        var files = new List<(string Name, byte[] Content)> { ("pack.json", PackJson.Of(known, sections, events)), ("proofs.json", PackJson.OfProofs(events)) };
        files.AddRange(sections.SelectMany(section => section.Tables).Where(table => table.From is null).Select(table => ($"csv/{table.Name}.csv", PackCsv.Of(table))));
        (string Name, string Hash)[] hashes = [.. files.Select(file => (file.Name, HashOf(file.Content)))];
        files.Add((Page, Encoding.UTF8.GetBytes(PackHtml.Of(known, sections, events, hashes, isFolded: true))));
        files.Add((Manifest, ManifestOf(known, files)));
        return new PackArchive(files, PackHtml.Of(known, sections, events, hashes, isFolded: false), known.Moment.At.ToUniversalTime());
    }

    /// <param name="pdf">The page as it was printed; null where nothing printed it.</param>
    public MadePack Keep(byte[]? pdf)
    {
        (string Name, byte[] Content)[] files = [.. _files, .. pdf is null ? [] : new[] { (Printed, pdf) }];
        var sums = string.Concat(files.Select(file => $"{HashOf(file.Content)}  {file.Name}\n"));
        using var bytes = new MemoryStream();
        // Stored, not compressed: compressors of different versions write different bytes.
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files.Append((Sums, Encoding.UTF8.GetBytes(sums))).OrderBy(file => file.Item1, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = _asAt < Earliest ? Earliest : _asAt;
                using var written = entry.Open();
                written.Write(content);
            }
        }

        return new MadePack(bytes.ToArray(), HashOf(_files.Single(file => file.Name == Manifest).Content), pdf is not null);
    }

    /// <summary>A file of an archive; null where it does not have it.</summary>
    public static byte[]? Take(byte[] archive, EvidencePackFile file) => file switch
    {
        EvidencePackFile.Html => Entry(archive, Page),
        EvidencePackFile.Pdf => Entry(archive, Printed),
        _ => archive,
    };

    private static byte[]? Entry(byte[] archive, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(archive, writable: false), ZipArchiveMode.Read);
        if (zip.GetEntry(name) is not { } entry)
            return null;

        using var content = new MemoryStream();
        using var stored = entry.Open();
        stored.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] ManifestOf(PackFacts known, IEnumerable<(string Name, byte[] Content)> files) => PackJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        PackJson.WriteScope(json, known);
        json.WriteStartArray("files");
        foreach (var (name, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("bytes", content.Length);
            json.WriteString("sha256", HashOf(content));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
