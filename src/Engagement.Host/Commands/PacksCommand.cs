using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Common;
using Engagement.EvidencePacks;
using EventStore;

namespace Engagement.Host.Commands;

/// <summary><c>engagement packs</c>: makes evidence packs, and checks them without a database.</summary>
internal static class PacksCommand
{
    private static readonly Option<string?> AsAt = new("--as-at")
    {
        Description = "The moment, such as 2026-03-31T17:00:00Z, or a day: then its end in London. Now unless given.",
        HelpName = "moment",
    };

    private static readonly Option<Guid?> Activity = new("--activity")
    {
        Description = "The commissioning activity it is about. The whole partnership unless given.",
        HelpName = "id",
    };

    private static readonly Option<string> Out = new("--out") { Description = "The archive to write.", HelpName = "file", DefaultValueFactory = _ => "evidence-pack.zip" };

    private static readonly Argument<string> Archive = new("file") { Description = "The archive of a pack." };

    private static readonly Option<string?> SealHash = new("--seal")
    {
        Description = "The hash of a seal from a source that you trust: one of the pack's proofs must be under it.",
        HelpName = "hash",
    };

    public static Command Create()
    {
        var make = new TaughtCommand(
            "make", "Make an evidence pack as at a moment. The same moment gives the same bytes, whenever it is made.", "packs make --as-at 2026-03-31 --out pack.zip") { AsAt, Activity, Out };
        make.SetStoreAction(MakeAsync, isRecorded: true);

        var verify = new TaughtCommand(
            "verify",
            "Check an evidence pack without a database: its files, its manifest and every proof. Ends with exit code 1 when something does not fit.",
            "packs verify pack.zip") { Archive, SealHash };
        verify.SetAction((command, _) => Task.FromResult(Verify(command.GetValue(Archive)!, command.GetValue(SealHash))));

        return new Command("packs", "Make evidence packs, and check them.") { make, verify };
    }

    private static async Task<int> MakeAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var asAt = MomentOf(command.GetValue(AsAt));
        if (asAt > DateTimeOffset.UtcNow)
            throw new RefusedException("A pack holds what has been recorded. Choose a moment that has passed.", ExitCode.Misused);

        var bar = ProgressBar.OnError("Making");
        MadePack made;
        try
        {
            made = await platform.Services.GetRequiredService<PackMaker>().MakeAsync(
                command.GetValue(Activity),
                asAt,
                (percent, stage) =>
                {
                    bar.Report(percent / 100.0, stage);
                    return Task.CompletedTask;
                },
                cancellation);
        }
        catch (ThingNotFoundException)
        {
            throw new RefusedException($"There was no commissioning activity {command.GetValue(Activity)} by then.");
        }
        finally
        {
            bar.End();
        }

        var file = command.GetValue(Out)!;
        try
        {
            await File.WriteAllBytesAsync(file, made.Archive, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The pack cannot be written: {problem.Message}");
        }

        Console.Out.WriteLine($"The pack is in {file}{(made.HasPdf ? "" : ", without PDF")}. The SHA-256 of its manifest is {made.ManifestHash}");
        return ExitCode.Done;
    }

    private static DateTimeOffset MomentOf(string? text)
    {
        if (text is null)
            return DateTimeOffset.UtcNow;

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return LondonCalendar.StartOf(day.AddDays(1)).AddTicks(-TimeSpan.TicksPerMicrosecond);

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new RefusedException($"--as-at '{text}' is no moment. Write it like 2026-03-31 or 2026-03-31T17:00:00Z.", ExitCode.Misused);
    }

    private static int Verify(string file, string? trusted)
    {
        Dictionary<string, byte[]> files;
        try
        {
            using var zip = ZipFile.OpenRead(file);
            files = zip.Entries.ToDictionary(entry => entry.FullName, Read);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new RefusedException($"The pack cannot be read: {problem.Message}");
        }

        var wrong = new List<string>();
        var proofs = 0;
        try
        {
            using var manifest = JsonDocument.Parse(files["manifest.json"]);
            foreach (var named in manifest.RootElement.GetProperty("files").EnumerateArray())
            {
                var name = named.GetProperty("name").GetString()!;
                if (!files.TryGetValue(name, out var content) || HashOf(content) != named.GetProperty("sha256").GetString())
                    wrong.Add($"{name} is not what the manifest says.");
            }

            foreach (var line in Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Split("  ", 2) is not [var hash, var name] || !files.TryGetValue(name, out var content) || HashOf(content) != hash)
                    wrong.Add($"A file is not what SHA256SUMS says: {line}");
            }

            var isTrusted = trusted is null;
            foreach (var one in JsonSerializer.Deserialize<List<Proved>>(files["proofs.json"], JsonSerializerOptions.Web) ?? [])
            {
                proofs++;
                isTrusted |= string.Equals(one.Proof?.Seal.Hash, trusted, StringComparison.OrdinalIgnoreCase);
                if (one.Proof is null || !InclusionProof.Verify(one.Proof, one.Proof.Seal.Hash))
                    wrong.Add($"The proof of {one.Event} does not fit.");
            }

            if (!isTrusted)
                wrong.Add($"No proof is under the seal {trusted}.");
        }
        catch (Exception problem) when (problem is KeyNotFoundException or JsonException or InvalidOperationException)
        {
            throw new RefusedException($"{file} is no evidence pack: {problem.Message}");
        }

        wrong.ForEach(Console.Out.WriteLine);
        if (wrong.Count > 0)
            return ExitCode.Failed;

        Console.Out.WriteLine($"All fits: {Terminal.Count(files.Count, "file")} and {Terminal.Count(proofs, "proof")}. The SHA-256 of the manifest is {HashOf(files["manifest.json"])}");
        return ExitCode.Done;
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stored = entry.Open();
        stored.CopyTo(content);
        return content.ToArray();
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed record Proved(string Event, InclusionProof? Proof);
}
