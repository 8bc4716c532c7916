using System.Diagnostics;
using System.Text.Json;
using Engagement.Bench.Measuring;

namespace Engagement.Bench.Benchmarks;

/// <summary>What a phone makes of a page.</summary>
/// <param name="Name">The page.</param>
/// <param name="Lighthouse">What it says, by category.</param>
/// <param name="Wait">Until the largest part is on the screen, in milliseconds, over slow 4G with a processor six times slower.</param>
/// <param name="Weight">Bytes of a first visit, compressed: the page and all that it is made of.</param>
internal sealed record PhoneMeasure(string Name, IReadOnlyDictionary<string, LighthouseScore> Lighthouse, double Wait, double Weight)
{
    /// <summary>The longest that the largest part of a page may take, in milliseconds.</summary>
    public const double LongestWait = 1800;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Measures pages in Chromium, one after the other. What looks too slow is measured three times.</summary>
    /// <exception cref="BenchmarkException">They could not be measured.</exception>
    public static async Task<IReadOnlyList<PhoneMeasure>> OfAsync(Uri platform, IReadOnlyList<FamilyPage> pages, CancellationToken cancellationToken)
    {
        var script = RepositoryFolder.Of("tools", "Engagement.Bench", "Lighthouse", "measure.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(
                new { LongestWait, Pages = pages.Select(page => new { page.Name, Address = new Uri(platform, page.Address), page.Cookie }) }, Json));
            process.StandardInput.Close();
            var measures = new List<PhoneMeasure>(pages.Count);
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                measures.Add(JsonSerializer.Deserialize<PhoneMeasure>(line, Json)!);
                BenchmarkContext.Say($"{measures.Count} of {pages.Count} pages looked at: {measures[^1].Name}.");
            }

            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? measures : throw new BenchmarkException($"The pages could not be measured: {await complaints}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}

/// <summary>Points of 100, and the audits that are not perfect.</summary>
internal sealed record LighthouseScore(double Score, IReadOnlyList<string> Lost);
