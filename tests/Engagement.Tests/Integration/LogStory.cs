using Engagement.Activities;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.FeedbackPoints;
using Engagement.Forums;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Tests.Integration;

/// <summary>
/// Any life of a consultation as its log holds it: each step is chosen by a number, and is one that could have happened. What happened may be recorded
/// long after, so that the order of the log is not the order of occurrence.
/// </summary>
internal sealed class LogStory(DocumentStore store, HandClock clock)
{
    private static readonly string[] Districts = ["E07000105", "E07000107", "E07000114"];
    private static readonly Guid[] People = [.. Enumerable.Range(1, 4).Select(i => Guid.Parse($"00000000-0000-4000-8000-00000000000{i}"))];
    private static readonly PersonalText Sealed = new(Guid.NewGuid(), "AQID");
    private int _number;

    public Guid ConsultationId { get; } = Guid.CreateVersion7();

    public Guid WaveId { get; } = Guid.CreateVersion7();

    public List<Guid> Responses { get; } = [];

    public List<Guid> Contributions { get; } = [];

    public List<Guid> Activities { get; } = [];

    public List<Guid> Cases { get; } = [];

    public List<Guid> Views { get; } = [];

    public List<Guid> Themes { get; } = [];

    public List<Guid> Loops { get; } = [];

    public async Task BeginAsync()
    {
        await AppendAsync<Wave>(WaveId, null, new WaveOpened(ConsultationId, Guid.NewGuid(), 1, Day(0), Day(90), null));
        await ThemeAsync();
    }

    /// <summary>The number chooses what happens and to what.</summary>
    public Task DoAsync(int number)
    {
        _number = number;
        return Pick(25) switch
        {
            0 or 1 or 2 => SubmitAsync(),
            3 => ChangeResponseAsync(),
            4 or 5 => ContributeAsync(),
            6 or 7 => ModerateAsync(),
            8 => PlanAsync(),
            9 => AttendAsync(),
            10 => ReachAsync(),
            11 => RateAsync(),
            12 or 13 => CaptureAsync(),
            14 or 15 => CodeAsync(),
            16 => ThemeAsync(),
            17 => AppendAsync<Wave>(WaveId, null, new InvitationListFixed(new InvitationList(100 + Pick(50), Pick(20)))),
            _ => LoopAsync(),
        };
    }

    private async Task SubmitAsync()
    {
        var id = Guid.CreateVersion7();
        var channel = One(Enum.GetValues<Channel>());
        await AppendAsync<Response>(
            id,
            Pick(2) == 0 ? One(People) : null,
            new ResponseSubmitted(
                WaveId, ConsultationId, Guid.NewGuid(), 1, Guid.NewGuid(), "r", "s", channel, Content(), Pick(4) == 0 ? "The post was late" : null, Earlier()));
        Responses.Add(id);
    }

    private async Task ChangeResponseAsync()
    {
        if (await FindAsync<Response>(Responses) is not ({ IsWithdrawn: false, Voided: null }, var id))
            return;

        await AppendAsync<Response>(
            id,
            null,
            Pick(4) switch
            {
                0 => new ResponseWithdrawn(StaysInTotals: Pick(2) == 0),
                1 => new ResponseVoided(One(Enum.GetValues<VoidReason>())),
                _ => new ResponseAmended(1, Content(), clock.GetUtcNow()),
            });
    }

    private async Task ContributeAsync()
    {
        var id = Guid.CreateVersion7();
        List<object> events =
        [
            new ContributionReceived(
                Guid.NewGuid(), Guid.NewGuid(), ConsultationId, null, One(People), "Quiet Heron", Audience.ParentsAndCarers, One(Districts), Sealed, "r", "s", Earlier()),
        ];
        if (Pick(2) == 0)
            events.Add(new ContributionReleased(null, null));

        await AppendAsync<Contribution>(id, null, [.. events]);
        Contributions.Add(id);
    }

    private async Task ModerateAsync()
    {
        if (await FindAsync<Contribution>(Contributions) is not ({ State: not ContributionState.Withdrawn } contribution, var id))
            return;

        object[] changes = contribution.State == ContributionState.Released
            ? [new ContributionEdited(Sealed, clock.GetUtcNow()), new ContributionWithdrawn(true), new ModerationReversed("Seen again", Guid.NewGuid())]
            : [new ContributionReleased(null, Guid.NewGuid()), new ContributionRefused(One(Enum.GetValues<RefusalReason>()), "No", Guid.NewGuid())];
        await AppendAsync<Contribution>(id, null, One(changes));
    }

    private async Task PlanAsync()
    {
        var id = Guid.CreateVersion7();
        await AppendAsync<Activity>(
            id,
            null,
            new ActivityPlanned(
                "Coffee morning",
                ActivityKind.Meeting,
                EngagementLevel.Engaging,
                Audience.ParentsAndCarers,
                false,
                ConsultationId,
                Day(3),
                One(Districts),
                CycleStage.Analyse,
                new LundyPlan("Space", "Voice", "Audience", "Influence"),
                null));
        Activities.Add(id);
    }

    private async Task AttendAsync()
    {
        if (await FindAsync<Activity>(Activities) is not ({ } activity, var id))
            return;

        var attendance = new AttendanceRecorded([.. People.Take(Pick(4))], Pick(30), activity.Attendance is null ? null : "Miscounted");
        await AppendAsync<Activity>(id, null, activity.State == ActivityState.Held ? [attendance] : [new ActivityHeld(Day(-Pick(40))), attendance]);
    }

    private async Task ReachAsync()
    {
        var id = Cases.Count > 0 && Pick(2) == 0 ? One(Cases) : Guid.CreateVersion7();
        var known = await StateAsync<AssessmentCase>(id);
        var point = 1 + Pick(5);
        if (known?.ReachedOn.ContainsKey(point) == true)
            return;

        await AppendAsync<AssessmentCase>(id, null, new CaseReachedPoint($"{id:N}", point, Day(-Pick(60))));
        if (known is null)
            Cases.Add(id);
    }

    private async Task RateAsync()
    {
        if (await FindAsync<AssessmentCase>(Cases) is ({ } known, var id) && known.ReachedOn.Keys.Except(known.Given.Keys).Order().ToArray() is [var point, ..])
            await AppendAsync<AssessmentCase>(id, null, new SatisfactionGiven(point, One(Enum.GetValues<Satisfaction>())));
    }

    private async Task CaptureAsync()
    {
        var id = Guid.CreateVersion7();
        await AppendAsync<View>(
            id,
            null,
            new ViewCaptured(
                new ViewSource(One(Enum.GetValues<ViewSourceKind>()), Guid.NewGuid(), null),
                ConsultationId,
                Sealed,
                Earlier(),
                Audience.ParentsAndCarers,
                Pick(9) == 0,
                One(Districts),
                null,
                null));
        Views.Add(id);
    }

    private async Task CodeAsync()
    {
        if (await FindAsync<View>(Views) is not ({ IsWithdrawn: false } view, var id) || Themes.Count == 0)
            return;

        var theme = One(Themes);
        object? change = Pick(6) switch
        {
            0 => new ViewWithdrawn("Taken back"),
            1 when view.Codes.Count == 0 => new ViewNotCodable("A greeting"),
            2 when view.ThemeIds.ToArray() is [var from, ..] && !view.ThemeIds.Contains(theme) => new ViewMoved([from], theme),
            3 when view.ThemeIds.ToArray() is [var carried, ..] => new ViewUncoded(carried, "Misread"),
            _ when !view.ThemeIds.Contains(theme) => new ViewCoded(theme, view.Source.Id, ConsultationId, null),
            _ => null,
        };
        if (change is not null)
            await AppendAsync<View>(id, null, change);
    }

    private async Task ThemeAsync()
    {
        var themes = new List<(Guid Id, Theme State)>();
        foreach (var id in Themes)
        {
            if (await StateAsync<Theme>(id) is { MergedInto: null } theme)
                themes.Add((id, theme));
        }

        if (themes.Count < 3 || (Themes.Count < 6 && Pick(3) > 0))
        {
            var id = Guid.CreateVersion7();
            await AppendAsync<Theme>(id, null, new ThemeOpened(ConsultationId, "A point", "A point"));
            Themes.Add(id);
            return;
        }

        var (from, into) = (themes[0].Id, themes[1 + Pick(themes.Count - 1)].Id);
        if (await StateAsync<Loop>(Loop.IdFor(from)) is { Slug: not null })
            return;

        await using var session = Open(null);
        session.Events.Append(from, new ThemesMerged([from], into));
        session.Events.Append(into, new ThemesMerged([from], into));
        await session.SaveChangesAsync();
    }

    private async Task LoopAsync()
    {
        if (Themes.Count == 0)
            return;

        var theme = One(Themes);
        var id = Loop.IdFor(theme);
        var loop = await StateAsync<Loop>(id);
        // As LoopRules.NotMerged: of a theme that was merged away nothing is decided or published any more.
        if (loop?.Slug is null && await StateAsync<Theme>(theme) is not { MergedInto: null })
            return;

        if (loop is null)
            Loops.Add(id);

        await AppendAsync<Loop>(id, null, loop is null ? new LoopOpened(theme, ConsultationId) : Next(loop, $"a-point-{id:N}"));
    }

    private object Next(Loop loop, string slug) => loop switch
    {
        { Outcome: null, IsReopened: false } => new DecisionRecorded(DecisionOutcome.WeWill, Day(-Pick(9)), "Director", "Asked for", "None", null, null),
        { Outcome: null } => new DecisionReplaced(DecisionOutcome.WeCannot, Day(-1), "Director", "No money", "None", null, null),
        { IsClosed: true } => Pick(4) switch
        {
            0 => new DecisionReopened("It has stopped"),
            1 => new GroupConfirmationGiven(One(Enum.GetValues<FamilyReader>()), One(Enum.GetValues<ConfirmationAnswer>())),
            _ => Confirm(loop, Guid.Parse($"11111111-1111-4111-8111-{Pick(20):D12}")),
        },
        { Outcome: DecisionOutcome.WeWill, Commitments.Count: 0 } => new CommitmentMade(1, "A contact", "Director", Day(Pick(60))),
        { Published: not null } => new LoopClosed(EntryState.WeDid),
        { Commitments: [{ IsDelivered: false }, ..] } when Pick(2) == 0 => new ActionTaken("Contacts", "https://council.example.test/contacts", Day(0), [1]),
        { Commitments.Count: > 0 } when Pick(3) == 0 => new CommitmentRescheduled(1, Day(30 + Pick(60)), "Empty posts"),
        _ => new EntryPublished(slug, EntryState.WeDid, new EntryWords("You said", "We did", [], [], [])),
    };

    private ConfirmationGiven Confirm(Loop loop, Guid responseId) => new(
        responseId,
        One(Enum.GetValues<ConfirmationAnswer>()),
        loop.Confirmations.TryGetValue(responseId, out var before) ? before : null,
        null);

    private ResponseContent Content() => new(
        Pick(5) == 0, One<Audience?>([Audience.ParentsAndCarers, Audience.YoungPeople, null]), RenditionKind.Standard, "en",
        One<string?>([.. Districts, null]), One<string?>(["autism", null]), One<string?>(["primary", "secondary", null]), []);

    private DateTimeOffset Earlier() => clock.GetUtcNow().AddHours(-Pick(1000));

    private DateOnly Day(int more) => LondonCalendar.DayOf(clock.GetUtcNow()).AddDays(more);

    // Mixed anew each time, so that one number gives a whole step.
    private int Pick(int below)
    {
        _number = (int)((((uint)_number * 2654435761u) + 12345u) >> 1);
        return (_number >> 8) % below;
    }

    private T One<T>(IReadOnlyList<T> things) => things[Pick(things.Count)];

    private async Task<(T? State, Guid Id)> FindAsync<T>(List<Guid> ids) where T : class, IEvolve<T>
    {
        if (ids.Count == 0)
            return default;

        var id = One(ids);
        return (await StateAsync<T>(id), id);
    }

    private async Task<T?> StateAsync<T>(Guid id) where T : class, IEvolve<T>
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<T>(id);
    }

    private IDocumentSession Open(Guid? actor)
    {
        var session = store.LightweightSession();
        if (actor is { } person)
            session.SetHeader(EventMetadata.ActorIdHeader, person);

        return session;
    }

    private async Task AppendAsync<T>(Guid id, Guid? actor, params object[] events) where T : class
    {
        await using var session = Open(actor);
        session.Events.Append(id, events);
        await session.SaveChangesAsync();
    }
}
