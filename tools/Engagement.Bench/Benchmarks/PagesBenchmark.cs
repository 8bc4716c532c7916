using System.Net;
using Engagement.Activities;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Seeder;
using Engagement.Surveys;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The pages of families. How many of the main ones a running platform gives out in a second, beside a bare web server that gives out as many bytes; and
/// what a phone makes of every one.
/// </summary>
internal sealed class PagesBenchmark : IBenchmark
{
    private const int Connections = 32;
    private const double Best = 100;

    private static readonly string[] Categories = ["performance", "accessibility", "best-practices"];

    private static readonly string LoadNote =
        $"{Connections} ask at once, each for a page after the other, compressed. The host process, the database and the generator have the {Environment.ProcessorCount} processors "
        + "of this machine between them.";

    private static readonly string WaitNote =
        $"limit {PhoneMeasure.LongestWait} ms. A first visit, until the largest part is on the screen, over slow 4G with a processor six times slower.";

    public string Name => "pages";

    public string Description => "survey, question and board under load beside a bare server; Lighthouse, weight and wait of every family page (limits fail the run)";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var database = await context.CreateDatabaseAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        var slug = await FillAsync(database, folder.Path, cancellationToken);

        await using var platform = await Servers.PlatformAsync(database, folder.Path, cancellationToken);
        var pages = await FamilyPage.FindAsync(platform.Address, slug, cancellationToken);
        var main = pages.Where(page => FamilyPage.Main.Contains(page.Name)).ToList();
        var rows = new List<Row>();
        await using (var bare = await Servers.BareAsync("constant", cancellationToken))
        {
            foreach (var page in main)
            {
                BenchmarkContext.Say($"{page.Name}, beside as many bytes from a bare server.");
                rows.AddRange(await LoadAsync(context, platform, bare, page, cancellationToken));
            }
        }

        var looked = context.Quick ? main : pages;
        rows.AddRange(Rows(looked, await PhoneMeasure.OfAsync(platform.Address, looked, cancellationToken)));
        return rows;
    }

    /// <summary>Demonstration data, an activity to come to, and a long survey, of which the consultation's slug is returned.</summary>
    private static async Task<string> FillAsync(string database, string dataDirectory, CancellationToken cancellationToken)
    {
        await using var prepared = await SurveyedPlatform.StartAsync(database, dataDirectory, LongSurvey.OpenAsync, cancellationToken);
        BenchmarkContext.Say("Loading demonstration data.");
        await DemonstrationData.LoadAsync(prepared.Services, DemonstrationProfile.Small, cancellationToken: cancellationToken);
        await PlanAsync(prepared.Service<ActivityCommands>(), cancellationToken);
        await prepared.CatchUpAsync(cancellationToken);
        var survey = await prepared.Service<SurveyReads>().FindSurveyAsync(prepared.WaveId, cancellationToken);
        var consultation = await prepared.Service<ConsultationReads>().FindAsync(survey!.Wave.ConsultationId!.Value, cancellationToken);
        return consultation!.Slug;
    }

    private static async Task PlanAsync(ActivityCommands activities, CancellationToken cancellationToken)
    {
        var officer = new CommandContext("participation-officer");
        var activity = await activities.PlanAsync(
            new PlanActivity(
                "An evening about short breaks",
                ActivityKind.Workshop,
                EngagementLevel.CoDesigning,
                Audience.ParentsAndCarers,
                IncludesUnder18s: false,
                ConsultationId: null,
                LondonCalendar.DayOf(DateTimeOffset.UtcNow).AddDays(14),
                District: null,
                CycleStage.Plan,
                new LundyPlan("A warm room", "Cards and talk", "The head of the service", "You write the letter"),
                SafeguardingPlan: null),
            officer,
            cancellationToken);
        await activities.OpenPlacesAsync(new OpenPlaces(activity, 12, "The library, at 6 in the evening."), officer, cancellationToken);
    }

    private static async Task<IEnumerable<Row>> LoadAsync(
        BenchmarkContext context, ServerUnderTest platform, ServerUnderTest bare, FamilyPage page, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        var address = new Uri(platform.Address, page.Address);
        var size = await GetAsync(http, address, page.Cookie, cancellationToken);
        var asMuch = new Uri(bare.Address, $"/{size}");

        var pace = await context.Rounds.CompareAsync(
            new Workload((_, ct) => GetAsync(http, address, page.Cookie, ct), Cpu: () => new CpuTimes(context.Postgres.CpuTimes().Server, platform.CpuTime)),
            new Workload((_, ct) => GetAsync(http, asMuch, page.Cookie, ct), Cpu: () => new CpuTimes(default, bare.CpuTime)),
            Connections,
            cancellationToken);
        var name = $"pages, {page.Name}";
        var memory = platform.PeakMegabytes;
        return
        [
            Row.OfRate(name, "requests/s", pace, memory) with { Note = LoadNote },
            .. Row.OfTimes(name, pace, memory),
            new Row($"{name}, server CPU", pace.Subject.ServerCpuMicroseconds, "µs/op", pace.Ceiling.ServerCpuMicroseconds, memory),
            new Row($"{name}, database CPU", pace.Subject.ClientCpuMicroseconds, "µs/op", null, memory),
        ];
    }

    /// <summary>One request as a browser sends it; how many bytes came.</summary>
    private static async Task<int> GetAsync(HttpClient http, Uri address, string? cookie, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await http.SendAsync(request, cancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.StatusCode == HttpStatusCode.OK ? content.Length : throw new BenchmarkException($"{address} was answered {(int)response.StatusCode}.");
    }

    private static IEnumerable<Row> Rows(IReadOnlyList<FamilyPage> pages, IReadOnlyList<PhoneMeasure> measures)
    {
        foreach (var category in Categories)
        {
            yield return new Row($"pages, Lighthouse {category}, lowest of {measures.Count}", measures.Min(measure => measure.Lighthouse[category].Score), Row.Points, null, 0);
            foreach (var measure in measures)
            {
                var (score, lost) = measure.Lighthouse[category];
                if (score < Best)
                    yield return new Row($"pages, Lighthouse {category}, {measure.Name}", score, Row.Points, null, 0, $"limit {Best}. Not perfect: {string.Join(", ", lost)}.", Best);
            }
        }

        yield return new Row($"pages, weight, heaviest of {measures.Count}", measures.Max(measure => measure.Weight) / 1000, "kB", null, 0, FamilyPage.WeightNote);
        yield return new Row($"pages, wait, longest of {measures.Count}", measures.Max(measure => measure.Wait), "ms", null, 0, WaitNote);
        foreach (var (page, measure) in pages.Zip(measures))
        {
            yield return new Row($"pages, weight, {page.Name}", measure.Weight / 1000, "kB", null, 0, Limit: page.Kilobytes);
            yield return new Row($"pages, wait, {page.Name}", measure.Wait, "ms", null, 0, Limit: PhoneMeasure.LongestWait);
        }
    }
}
