using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Engagement.Consultations;
using Engagement.Seeder;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The staff's pages with a listening exercise of thousands of views: how long the coding board and Today take to be there, and on the board from a key to
/// the next frame.
/// </summary>
internal sealed class ConsoleBenchmark : IBenchmark
{
    private const double LongestScreen = 300;
    private const double LongestKey = 50;

    private static readonly string ScreenNote = $"limit {LongestScreen} ms. One officer asks for it again and again; the ceiling is a bare web server that gives out as many bytes.";
    private static readonly string KeyNote = $"limit {LongestKey} ms. In Chromium, each key as soon as the frame of the one before is there; what the keys do is saved meanwhile.";

    public string Name => "console";

    public string Description => "staff's coding board of thousands of views, and Today: first screens, and the time from a key to the next frame (limits fail the run)";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var database = await context.CreateDatabaseAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        var (slug, views) = await FillAsync(context, database, folder.Path, cancellationToken);

        await using var platform = await Servers.PlatformAsync(database, folder.Path, cancellationToken, environment: "Development");
        using var officer = new FamilyVisit(platform.Address);
        await officer.OpenAsync("/sign-in", cancellationToken);
        await officer.SubmitAsync("/sign-in", cancellationToken, ("role", "participation-officer"), ("_return", "/staff"));

        var rows = new List<Row>();
        var board = $"/staff/consultations/{slug}/coding";
        await using (var bare = await Servers.BareAsync("constant", cancellationToken))
        {
            foreach (var (name, address) in new[] { ($"coding board of {views} views", board), ("Today", "/staff") })
            {
                BenchmarkContext.Say($"{name}, beside as many bytes from a bare server.");
                rows.AddRange(await ScreenAsync(context, platform, bare, $"console, {name}", address, officer.Cookies!, cancellationToken));
            }
        }

        BenchmarkContext.Say("Keys on the board.");
        rows.AddRange(await KeysAsync(new Uri(platform.Address, board), officer.Cookies!, context.Quick ? 40 : 200, cancellationToken));
        return rows;
    }

    /// <summary>Demonstration data; the consultation with the most views to read, and how many.</summary>
    private static async Task<(string Slug, long Views)> FillAsync(BenchmarkContext context, string database, string dataDirectory, CancellationToken cancellationToken)
    {
        await using var prepared = await SurveyedPlatform.StartAsync(database, dataDirectory, (_, _) => Task.FromResult(Guid.Empty), cancellationToken);
        BenchmarkContext.Say("Loading demonstration data.");
        await DemonstrationData.LoadAsync(prepared.Services, context.Quick ? DemonstrationProfile.Small : DemonstrationProfile.Medium, cancellationToken: cancellationToken);
        await prepared.CatchUpAsync(TimeSpan.FromMinutes(5), cancellationToken);
        await using var most = prepared.Service<DocumentStore>().DataSource.CreateCommand(
            "select consultation_id, count(*) from engagement.views where consultation_id is not null group by 1 order by count(*) filter (where state = 'Unread') desc limit 1");
        await using var row = await most.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var consultation = await prepared.Service<ConsultationReads>().FindAsync(row.GetGuid(0), cancellationToken);
        return (consultation!.Slug, row.GetInt64(1));
    }

    private static async Task<IEnumerable<Row>> ScreenAsync(
        BenchmarkContext context, ServerUnderTest platform, ServerUnderTest bare, string name, string address, string cookies, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        var page = new Uri(platform.Address, address);
        var asMuch = new Uri(bare.Address, $"/{await GetAsync(page, cancellationToken)}");
        var pace = await context.Rounds.CompareAsync(new Workload((_, ct) => GetAsync(page, ct)), new Workload((_, ct) => GetAsync(asMuch, ct)), concurrency: 1, cancellationToken);
        return Row.OfTimes(name, pace, platform.PeakMegabytes).Select(row => row with { Note = ScreenNote, Limit = LongestScreen });

        async Task<int> GetAsync(Uri from, CancellationToken ct)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, from) { Headers = { { "Accept-Encoding", "gzip, br" }, { "Cookie", cookies } } };
            using var response = await http.SendAsync(request, ct);
            var content = await response.Content.ReadAsByteArrayAsync(ct);
            return response.StatusCode == HttpStatusCode.OK ? content.Length : throw new BenchmarkException($"{from} was answered {(int)response.StatusCode}.");
        }
    }

    private static async Task<IEnumerable<Row>> KeysAsync(Uri board, string cookies, int keys, CancellationToken cancellationToken)
    {
        var script = RepositoryFolder.Of("tools", "Engagement.Bench", "Lighthouse", "keys.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, board.ToString(), cookies, $"{keys}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new BenchmarkException($"The keys could not be measured: {await complaints}");

        var times = JsonSerializer.Deserialize<double[]>(output)!.Order().ToArray();
        return
        [
            new Row($"console, key to the next frame, half of {times.Length}", At(0.5), "ms", null, 0, KeyNote, LongestKey),
            new Row("console, key to the next frame, 95 in 100", At(0.95), "ms", null, 0, KeyNote, LongestKey),
            new Row("console, key to the next frame, the longest", times[^1], "ms", null, 0),
        ];

        double At(double share) => times[(int)(share * (times.Length - 1))];
    }
}
