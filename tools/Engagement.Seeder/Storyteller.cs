using Bogus;
using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.FeedbackPoints;
using Engagement.Forums;
using Engagement.Governance;
using Engagement.InclusionStatements;
using Engagement.KeyActions;
using Engagement.Measures;
using Engagement.Paper;
using Engagement.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>Gives commands as people would, on the days of the story. Each has a key of its own, so that telling twice does nothing twice.</summary>
internal sealed class Storyteller(IServiceProvider services, DateOnly storyDay, CancellationToken cancellationToken)
{
    private const string Officer = "participation-officer";
    private const string Reader = "pact-member";
    private const string Public = "public";
    private const int AtOnce = 6;

    public ConsultationCommands Consultations { get; } = services.GetRequiredService<ConsultationCommands>();

    public SurveyCommands Surveys { get; } = services.GetRequiredService<SurveyCommands>();

    public FeedbackCommands Feedback { get; } = services.GetRequiredService<FeedbackCommands>();

    public CodingCommands Coding { get; } = services.GetRequiredService<CodingCommands>();

    public PaperCommands Paper { get; } = services.GetRequiredService<PaperCommands>();

    public WaveCommands Waves { get; } = services.GetRequiredService<WaveCommands>();

    public ResponseCommands Responses { get; } = services.GetRequiredService<ResponseCommands>();

    public FeedbackPointCommands FeedbackPoints { get; } = services.GetRequiredService<FeedbackPointCommands>();

    public ForumCommands Forums { get; } = services.GetRequiredService<ForumCommands>();

    public ContributionCommands Contributions { get; } = services.GetRequiredService<ContributionCommands>();

    public ModerationCommands Moderation { get; } = services.GetRequiredService<ModerationCommands>();

    public ThemeCommands Themes { get; } = services.GetRequiredService<ThemeCommands>();

    public GovernanceCommands Governance { get; } = services.GetRequiredService<GovernanceCommands>();

    public MeetingCommands Meetings { get; } = services.GetRequiredService<MeetingCommands>();

    public KeyActionCommands KeyActions { get; } = services.GetRequiredService<KeyActionCommands>();

    public MeasureCommands Measures { get; } = services.GetRequiredService<MeasureCommands>();

    public ActivityCommands Activities { get; } = services.GetRequiredService<ActivityCommands>();

    public StatementCommands Statements { get; } = services.GetRequiredService<StatementCommands>();

    public CharterCommands Charter { get; } = services.GetRequiredService<CharterCommands>();

    public IServiceProvider Services { get; } = services;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The id that a thing gets when it is made under a name of the story.</summary>
    public static Guid IdOf(string kind, string name) => DeterministicId.ForNew(kind, KeyOf(name));

    public static string KeyOf(string name) => $"demonstration:{name}";

    public DateOnly Day(int day) => storyDay.AddDays(day);

    /// <summary>An officer at work on a day of the story, at half past nine.</summary>
    public CommandContext OfficerOn(int day, string name) => OfficerOn(Day(day), name);

    public static CommandContext OfficerOn(DateOnly day, string name) =>
        new(Officer, KeyOf(name), OccurredAt: new DateTimeOffset(day, new TimeOnly(9, 30), TimeSpan.Zero));

    /// <summary>A parent of the forum who reads what is to be published.</summary>
    public static CommandContext ReaderOn(DateOnly day, string name) => OfficerOn(day, name) with { ActorRole = Reader };

    /// <summary>Somebody who answers at a moment of the story.</summary>
    public static CommandContext PublicAt(DateTimeOffset at) => new(Public, OccurredAt: at);

    /// <summary>Tells things of which none waits for another, several at once.</summary>
    public Task AtOnceAsync<T>(IEnumerable<T> things, Func<T, Task> tell) => Parallel.ForEachAsync(
        things,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = CancellationToken },
        async (thing, _) => await tell(thing));

    public Task SurveyAsync(string name, int day, string title, IReadOnlyList<Question> questions) => SurveyAsync(name, Day(day), title, questions);

    public async Task SurveyAsync(string name, DateOnly day, string title, IReadOnlyList<Question> questions, Section? section = null)
    {
        var instrument = await Surveys.DraftInstrumentAsync(new DraftInstrument(title), OfficerOn(day, name), CancellationToken);
        if (section is not null)
        {
            await Surveys.AddSectionAsync(
                new AddSection(instrument, section.Key, section.Title, section.Introduction, []), OfficerOn(day, $"{name}:{section.Key}"), CancellationToken);
        }

        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            var details = new QuestionDetails { Section = question.Section, Tags = question.Tags };
            var context = OfficerOn(day, $"{name}:{question.Key}");
            if (question.Kind == QuestionKind.Agreement)
            {
                await Surveys.AddStatementAsync(
                    new AddStatement(instrument, question.Key, question.Text, question.Hint, question.Optional) { Details = details }, context, CancellationToken);
            }
            else
            {
                await Surveys.AddQuestionAsync(
                    new AddQuestion(
                        instrument, question.Key, question.Kind, question.Text, question.Hint, question.Optional, question.Options)
                    {
                        Details = details,
                    },
                    context,
                    CancellationToken);
            }
        }

        await Surveys.PublishInstrumentVersionAsync(
            new PublishInstrumentVersion(instrument), OfficerOn(day, $"{name}:publish"), CancellationToken);
    }

    /// <summary>
    /// Responses over some days of the story, each with the words given for it (null: the free text is left out).
    /// Returns the views, in the same order; null where there is none.
    /// </summary>
    public async Task<IReadOnlyList<Guid?>> RespondAsync(
        string name, Guid waveId, int fromDay, int toDay, int seed, IReadOnlyList<string?> words, Func<Randomizer, IReadOnlyList<GivenAnswer>> answer)
    {
        var random = new Randomizer(seed);
        int[] days = [.. words.Select(_ => random.Int(fromDay, toDay)).Order()];
        var views = new List<Guid?>();
        for (var i = 0; i < words.Count; i++)
        {
            var at = At(days[i], new TimeOnly(random.Int(7, 21), random.Int(0, 59)));
            GivenAnswer[] answers = [.. answer(random), new GivenAnswer(DemonstrationSurvey.FreeTextKey, null, words[i])];
            var channel = random.WeightedRandom([Channel.Web, Channel.Api, Channel.Paper], [0.93f, 0.05f, 0.02f]);
            var receipt = await Surveys.SubmitAsync(
                new SubmitResponse(waveId, KeyOf($"{name}:response-{i + 1}"), answers, Proxy: random.Bool(0.04f), channel),
                PublicAt(at),
                CancellationToken);
            views.Add(words[i] is null ? null : View.IdFor(receipt.ResponseId, DemonstrationSurvey.FreeTextKey));
        }

        return views;
    }

    private DateTimeOffset At(int day, TimeOnly time) => new(Day(day), time, TimeSpan.Zero);
}
