using Bogus;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Seeder.Texts;
using Engagement.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// Listening exercises over the years after 2020: not of the two stories, but of the size that shows how the platform bears it.
/// </summary>
internal static class ListeningStory
{
    public const int BatchSize = 100;

    private const int Largest = 50_000;
    private const int Seed = 2021_04;
    private const int OpenDays = 56;

    private static readonly DateOnly Begins = new(2021, 4, 12);
    private static readonly ViewWriter Writer = new(Seed);

    public static string NameOf(int exercise) => $"listening-{exercise}";

    public static int BatchesOf(StorySize size) => (size.Listening + BatchSize - 1) / BatchSize;

    public static async Task TellAsync(Storyteller teller, StorySize size, LoadProgress progress)
    {
        var left = size.Listening;
        for (var exercise = 1; left > 0; exercise++)
        {
            var responses = Math.Min(left, Largest);
            left -= responses;
            progress.Begin($"listening exercise {exercise}");
            await TellAsync(teller, exercise, responses, progress);
        }
    }

    private static async Task TellAsync(Storyteller teller, int exercise, int responses, LoadProgress progress)
    {
        var name = NameOf(exercise);
        var opens = Begins.AddDays(91 * (exercise - 1));
        var wave = await OpenAsync(teller, name, exercise, opens);
        var themes = await ThemesAsync(teller, name, opens);
        var survey = await teller.Services.GetRequiredService<SurveyReads>().FindSurveyAsync(wave, teller.CancellationToken)
            ?? throw new InvalidOperationException($"The survey of {name} is not there.");
        var bulk = new BulkTeller(teller.Services);

        var batches = (responses + BatchSize - 1) / BatchSize;
        await teller.AtOnceAsync(Enumerable.Range(0, batches), async batch =>
        {
            var day = opens.AddDays((int)((long)OpenDays * batch / batches));
            var at = new DateTimeOffset(day, new TimeOnly(8 + batch % 12, batch % 60), TimeSpan.Zero);
            var numbers = Enumerable.Range(batch * BatchSize + 1, Math.Min(BatchSize, responses - batch * BatchSize));
            await TellAsync(teller, bulk, survey, themes, exercise, numbers, at);
            progress.Advance(BatchSize);
        });
    }

    private static async Task TellAsync(
        Storyteller teller,
        BulkTeller bulk,
        Survey survey,
        IReadOnlyDictionary<string, ThemeCard> themes,
        int exercise,
        IEnumerable<int> numbers,
        DateTimeOffset at)
    {
        var submissions = new List<SubmitResponse>(BatchSize);
        var codings = new List<(Guid, IReadOnlyList<ThemeCard>?)>();
        var batch = "";
        foreach (var number in numbers)
        {
            var global = exercise * Largest * 2 + number;
            var random = new Randomizer(unchecked(Seed + global * 104_729));
            var voice = random.WeightedRandom([Voice.Parents, Voice.YoungPeople, Voice.Organisations], [0.8f, 0.15f, 0.05f]);
            var form = StrategySurvey.Answer(Writer, voice, false, global, random);
            var key = Storyteller.KeyOf($"{NameOf(exercise)}:response-{number}");
            if (batch.Length == 0)
                batch = $"{NameOf(exercise)}:from-{number}";

            var channel = random.Bool(0.02f) ? Channel.Paper : Channel.Web;
            submissions.Add(new SubmitResponse(survey.Wave.Id, key, form.Answers, form.Proxy, channel) { Audience = form.Audience });
            foreach (var view in form.Views)
            {
                if (Coder.Read(view.Written, Seed, global) is { Count: > 0 } points)
                    codings.Add((View.IdFor(Response.IdFor(survey.Wave.Id, key), view.QuestionKey), [.. points.Select(point => themes[point.Key])]));
            }
        }

        var views = await bulk.SubmitAsync(batch, survey, at, submissions, teller.CancellationToken);
        await bulk.CodeAsync($"{batch}:code", at.AddDays(21), codings, views, teller.CancellationToken);
    }

    private static async Task<Guid> OpenAsync(Storyteller teller, string name, int exercise, DateOnly opens)
    {
        var drafted = opens.AddDays(-40);
        var id = await teller.Consultations.DraftAsync(
            new DraftConsultation(
                $"Listening exercise {exercise} (demonstration)",
                "SEND Family Engagement Officer",
                "Director of SEND",
                opens.AddDays(120),
                AudienceIncludesChildren: true),
            Storyteller.OfficerOn(drafted, name),
            teller.CancellationToken);
        await teller.Consultations.PublishProposalAsync(
            new PublishProposal(
                id,
                "We ask every family once a year how things are, and report what changed since the year before.",
                "What we hear must not depend on who happens to be in the room.",
                null),
            Storyteller.OfficerOn(drafted, $"{name}:proposal"),
            teller.CancellationToken);
        await teller.Consultations.LinkEqualityAnalysisAsync(
            new LinkEqualityAnalysis(id, "https://council.example.test/equality/listening"),
            Storyteller.OfficerOn(drafted, $"{name}:equality"),
            teller.CancellationToken);
        await teller.Consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.EasyRead, "en", "Youth reader", "https://council.example.test/listening/easy-read"),
            Storyteller.OfficerOn(drafted, $"{name}:easy-read"),
            teller.CancellationToken);
        await teller.Consultations.OpenAsync(
            new OpenConsultation(id, opens, opens.AddDays(OpenDays), null),
            Storyteller.OfficerOn(opens.AddDays(-7), $"{name}:open"),
            teller.CancellationToken);
        await teller.SurveyAsync($"{name}:survey", drafted, $"Listening survey {exercise} (demonstration)", StrategySurvey.Questions);
        return await teller.Surveys.OpenWaveAsync(
            new OpenWave(id, Storyteller.IdOf("instrument", $"{name}:survey")),
            Storyteller.OfficerOn(opens.AddDays(-6), $"{name}:wave"),
            teller.CancellationToken);
    }

    private static async Task<IReadOnlyDictionary<string, ThemeCard>> ThemesAsync(Storyteller teller, string name, DateOnly opens)
    {
        var consultation = Storyteller.IdOf("consultation", name);
        var reads = teller.Services.GetRequiredService<FeedbackReads>();
        var themes = new Dictionary<string, ThemeCard>();
        foreach (var point in TextBank.Instance.Points)
        {
            var id = await teller.Feedback.OpenThemeAsync(
                new OpenTheme(consultation, point.Title, point.YouSaid),
                Storyteller.OfficerOn(opens, $"{name}:theme:{point.Key}"),
                teller.CancellationToken);
            var theme = await reads.FindThemeAsync(id, teller.CancellationToken);
            themes.Add(point.Key, theme ?? throw new InvalidOperationException($"The theme {point.Key} is not there."));
        }

        return themes;
    }
}
