using Engagement.Common;
using Engagement.Feedback;
using Engagement.Seeder;
using Engagement.Surveys;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// A long survey that very many have answered, over some weeks and by every voice. Six of ten views are grouped under sixty themes, each with a loop and
/// a published entry. All of it was decided on by the rules: responses and codings as in the demonstration data, by the thousand.
/// </summary>
internal sealed class LargeWave(SurveyedPlatform platform, int responses)
{
    public const int Themes = 60;

    /// <summary>Four audiences in their own voice, and two that others speak for.</summary>
    public const int Voices = 6;

    private const int BatchSize = 500;
    private const int AtOnce = 2;
    private const int CodedOfTen = 6;

    private static readonly CommandContext Officer = new("participation-officer");
    private static readonly CommandContext Reader = new("pact-member");

    private static readonly (string Said, string Done)[] Entries =
    [
        ("Families wait too long for speech therapy, and nobody says why.", "We cannot add therapists this year, because none could be found. We publish the waiting times."),
        ("Transport to school comes late on most mornings.", "We cannot change the contract before it ends. Until then one person answers the telephone from seven."),
        ("Nobody tells us who to speak to when the plan is not kept.", "We cannot give every school its own officer. Each district has a named person now."),
        ("Short breaks are booked out months ahead.", "We cannot offer more places before the new centre opens. Cancelled places are told to all who wait."),
    ];

    public Guid ConsultationId { get; private set; }

    /// <summary>The id of the response of a number, from 0.</summary>
    public Guid ResponseOf(int number) => Response.IdFor(platform.WaveId, KeyOf(number));

    public Guid ViewOf(int number) => View.IdFor(ResponseOf(number), LongSurvey.WordsOf(number));

    public async Task FillAsync(string connectionString, CancellationToken cancellationToken)
    {
        var survey = await platform.Service<SurveyReads>().FindSurveyAsync(platform.WaveId, cancellationToken)
            ?? throw new BenchmarkException("The survey is not there.");
        ConsultationId = survey.Wave.ConsultationId!.Value;
        var themes = await OpenThemesAsync(cancellationToken);
        var batches = responses / BatchSize;
        var told = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, batches),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (batch, ct) =>
            {
                await TellAsync(batch, (double)batch / batches, survey, themes, ct);
                if (Interlocked.Increment(ref told) % 50 == 0)
                    BenchmarkContext.Say($"{told * BatchSize:N0} of {responses:N0} responses taken.");
            });
        await AnswerAsync(themes, cancellationToken);
        await platform.CatchUpAsync(TimeSpan.FromMinutes(10), cancellationToken);

        // As the database does by itself a minute later.
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var statistics = database.CreateCommand("VACUUM ANALYZE");
        statistics.CommandTimeout = 600;
        await statistics.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string KeyOf(int number) => $"response-{number}";

    private async Task TellAsync(int batch, double part, Survey survey, IReadOnlyList<ThemeCard> themes, CancellationToken cancellationToken)
    {
        var teller = new BulkTeller(platform.Services);
        var at = DateTimeOffset.UtcNow.AddDays(-LongSurvey.OpenSinceDays * (1 - part));
        var numbers = Enumerable.Range(batch * BatchSize, BatchSize).ToList();
        var known = await teller.SubmitAsync($"responses {batch}", survey, at, numbers.ConvertAll(Command), cancellationToken);
        await teller.CodeAsync(
            $"codings {batch}",
            at.AddHours(1),
            [
                .. numbers.Where(number => number % 10 < CodedOfTen)
                    .Select(number => (ViewOf(number), (IReadOnlyList<ThemeCard>)[themes[number % themes.Count]])),
            ],
            known,
            cancellationToken);
    }

    private SubmitResponse Command(int number) =>
        new(platform.WaveId, KeyOf(number), LongSurvey.Answers(number), Proxy: number % 25 == 0, number % 50 == 7 ? Channel.Api : Channel.Web)
        {
            Audience = (number % 20) switch { < 14 => Audience.ParentsAndCarers, < 17 => Audience.YoungPeople, < 19 => Audience.Staff, _ => Audience.Organisations },
        };

    private async Task<IReadOnlyList<ThemeCard>> OpenThemesAsync(CancellationToken cancellationToken)
    {
        var commands = platform.Service<FeedbackCommands>();
        var ids = new List<Guid>();
        for (var i = 0; i < Themes; i++)
            ids.Add(await commands.OpenThemeAsync(new OpenTheme(ConsultationId, $"Theme {i + 1}", EntryOf(i).Said), Officer, cancellationToken));
        var cards = (await platform.Service<FeedbackReads>().ThemesByIdsAsync(ids, cancellationToken)).ToDictionary(card => card.Id);
        return ids.ConvertAll(id => cards[id]);
    }

    /// <summary>Each theme gets a decision that can be published as it is.</summary>
    private async Task AnswerAsync(IReadOnlyList<ThemeCard> themes, CancellationToken cancellationToken)
    {
        var commands = platform.Service<FeedbackCommands>();
        var today = LondonCalendar.DayOf(DateTimeOffset.UtcNow);
        for (var i = 0; i < themes.Count; i++)
        {
            var (said, done) = EntryOf(i);
            var loop = await commands.OpenLoopAsync(new OpenLoop(themes[i].Id), Officer, cancellationToken);
            await commands.RecordDecisionAsync(
                new RecordDecision(loop, DecisionOutcome.WeCannot, today, "SEND Improvement Board", done, "There were none that could be paid for.", null),
                Officer,
                cancellationToken);
            string[] districts = i % 3 == 0 ? [] : [District.All[i % District.All.Count].Code];
            await commands.DraftEntryAsync(new DraftEntry(loop, said, done, Districts: districts), Officer, cancellationToken);
            await commands.ApproveEntryAsync(new ApproveEntry(loop, FamilyReader.ParentForum), Reader, cancellationToken);
            await commands.PublishEntryAsync(new PublishEntry(loop, said, done), Officer, cancellationToken);
        }
    }

    private static (string Said, string Done) EntryOf(int theme) => Entries[theme % Entries.Length];
}
