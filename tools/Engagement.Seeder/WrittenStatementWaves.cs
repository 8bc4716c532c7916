using Bogus;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Seeder.Texts;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>
/// The survey waves of the Written Statement, which belong to no consultation: parents in June and December, young people beside them, staff twice.
/// </summary>
internal static class WrittenStatementWaves
{
    private const int Seed = 2019_12;
    private const int OpenDays = 25;

    private static readonly ViewWriter Writer = new(Seed);

    /// <summary>All of them, in order of time; what a smaller profile tells is a share of each.</summary>
    public static IReadOnlyList<PlannedWave> All { get; } =
    [
        new("parents-2019-06", "Parents and carers, June 2019", Voice.Parents, Audience.ParentsAndCarers, new DateOnly(2019, 6, 3), 670),
        new("young-people-2019-06", "Young people, June 2019", Voice.YoungPeople, Audience.YoungPeople, new DateOnly(2019, 6, 3), 180),
        new("staff-2019-11", "Staff, November 2019", Voice.Organisations, Audience.Staff, new DateOnly(2019, 11, 4), 1_100),
        new("parents-2019-12", "Parents and carers, December 2019", Voice.Parents, Audience.ParentsAndCarers, new DateOnly(2019, 12, 2), 640),
        new("young-people-2019-12", "Young people, December 2019", Voice.YoungPeople, Audience.YoungPeople, new DateOnly(2019, 12, 2), 180),
        new("parents-2020-06", "Parents and carers, June 2020", Voice.Parents, Audience.ParentsAndCarers, new DateOnly(2020, 6, 1), 710),
        new("young-people-2020-06", "Young people, June 2020", Voice.YoungPeople, Audience.YoungPeople, new DateOnly(2020, 6, 1), 180),
        new("staff-2020-11", "Staff, November 2020", Voice.Organisations, Audience.Staff, new DateOnly(2020, 11, 2), 1_240),
        new("parents-2020-12", "Parents and carers, December 2020", Voice.Parents, Audience.ParentsAndCarers, new DateOnly(2020, 12, 1), 820),
        new("young-people-2020-12", "Young people, December 2020", Voice.YoungPeople, Audience.YoungPeople, new DateOnly(2020, 12, 1), 180),
    ];

    public static int Responses(StorySize size) => All.Sum(wave => Share(wave, size));

    public static int Share(PlannedWave wave, StorySize size) => wave.Responses * size.WavePercent / 100;

    public static async Task TellAsync(Storyteller teller, StorySize size, LoadProgress progress)
    {
        if (size.WavePercent == 0)
            return;

        await teller.SurveyAsync(SurveyName, new DateOnly(2019, 5, 6), "How things are for children with SEND (demonstration)", StrategySurvey.Questions);
        await teller.AtOnceAsync(All, wave => OpenAsync(teller, wave));
        var piles = All.ToDictionary(wave => wave, wave => new CodingPile(NameOf(wave), point => Storyteller.IdOf("theme", WrittenStatementStory.ThemeName(point))));
        await teller.AtOnceAsync(All.SelectMany(wave => Enumerable.Range(1, Share(wave, size)).Select(number => (Wave: wave, Number: number))), async response =>
        {
            await RespondAsync(teller, response.Wave, response.Number, piles[response.Wave]);
            progress.Advance();
        });
        await teller.AtOnceAsync(All, wave => teller.Surveys.CloseWaveAsync(
            new CloseWave(IdOf(wave)), Storyteller.OfficerOn(wave.Opens.AddDays(OpenDays + 1), $"{NameOf(wave)}:close"), teller.CancellationToken));
        foreach (var (wave, pile) in piles)
            await pile.CodeAsync(teller, wave.Opens.AddDays(OpenDays + 3), days: 14);
    }

    /// <summary>The survey of all of them.</summary>
    public static Guid InstrumentId => Storyteller.IdOf("instrument", SurveyName);

    /// <summary>The first of the parents' waves.</summary>
    public static Guid FirstId => IdOf(All[0]);

    private static string SurveyName => $"{WrittenStatementStory.Name}:survey";

    private static string NameOf(PlannedWave wave) => $"{WrittenStatementStory.Name}:{wave.Key}";

    private static Guid IdOf(PlannedWave wave) => Storyteller.IdOf("scheduled wave", NameOf(wave));

    private static async Task OpenAsync(Storyteller teller, PlannedWave planned)
    {
        var wave = await teller.Waves.ScheduleAsync(
            new ScheduleWave(
                Storyteller.IdOf("instrument", SurveyName),
                $"{planned.Title} (demonstration)",
                planned.Audience,
                null,
                WaveFrequency.TwiceAYear,
                planned.Opens,
                planned.Opens.AddDays(OpenDays)),
            Storyteller.OfficerOn(planned.Opens.AddDays(-14), NameOf(planned)),
            teller.CancellationToken);
        await teller.Waves.OpenAsync(
            new OpenScheduledWave(wave, null), Storyteller.OfficerOn(planned.Opens.AddDays(-3), $"{NameOf(planned)}:open"), teller.CancellationToken);
    }

    private static async Task RespondAsync(Storyteller teller, PlannedWave planned, int number, CodingPile pile)
    {
        var global = planned.Opens.DayNumber * 2_000 + number;
        var random = new Randomizer(unchecked(Seed + global * 104_729 + (int)planned.Voice));
        var form = StrategySurvey.Answer(Writer, planned.Voice, false, global, random);
        var day = planned.Opens.AddDays(random.Int(0, OpenDays));
        var key = Storyteller.KeyOf($"{NameOf(planned)}:response-{number}");
        var receipt = await teller.Surveys.SubmitAsync(
            new SubmitResponse(IdOf(planned), key, form.Answers, form.Proxy, random.Bool(0.02f) ? Channel.Paper : Channel.Web) { Audience = planned.Audience },
            Storyteller.PublicAt(new DateTimeOffset(day, new TimeOnly(random.Int(7, 20), random.Int(0, 59)), TimeSpan.Zero)),
            teller.CancellationToken);
        foreach (var view in form.Views)
        {
            pile.Add(
                View.IdFor(receipt.ResponseId, view.QuestionKey), global, Coder.Read(view.Written, Seed, global + view.QuestionKey.Length));
        }
    }
}
