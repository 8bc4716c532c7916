using Engagement.Activities;
using Engagement.Common;
using Engagement.FeedbackPoints;
using Engagement.Forums;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Metrics;

/// <summary>
/// What a page of events comes to: new versions of acts, and the ends of versions from earlier pages. A version that begins and ends within the
/// page has both, so that the same rows come out however the log is cut into pages.
/// </summary>
internal sealed class ActPage
{
    private const string Changed = "Changed";

    private readonly Dictionary<Guid, Chain> _chains = [];

    public static IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ResponseSubmitted),
        typeof(ResponseAmended),
        typeof(ResponseWithdrawn),
        typeof(ResponseVoided),
        typeof(ContributionReceived),
        typeof(ContributionHeld),
        typeof(ContributionReleased),
        typeof(ContributionReturned),
        typeof(ContributionRefused),
        typeof(ModerationReversed),
        typeof(ContributionEdited),
        typeof(ContributionWithdrawn),
        typeof(AppealDecided),
        typeof(ActivityPlanned),
        typeof(ActivityPlanChanged),
        typeof(ActivityMoved),
        typeof(ActivityHeld),
        typeof(AttendanceRecorded),
        typeof(SatisfactionGiven),
    ];

    public List<ActVersion> Versions { get; } = [];

    /// <summary>What ended the versions from before the page, each act once.</summary>
    public List<(Guid ActId, DateTime At, string Because)> Ends { get; } = [];

    public static ActPage Of(IEnumerable<IEvent> events)
    {
        var page = new ActPage();
        foreach (var e in events)
            page.Take(e);

        return page;
    }

    private void Take(IEvent e)
    {
        switch (e.Data)
        {
            case ResponseSubmitted submitted:
                Begin(e, Of(e, submitted));
                break;
            case ResponseAmended amended:
                Replace(e, act => act with { Who = WhoOf(amended.Content), Counts = true });
                break;
            case ResponseWithdrawn { StaysInTotals: false }:
                End(e, "Withdrawn");
                break;
            case ResponseVoided voided:
                End(e, voided.Reason.ToString());
                break;
            case ContributionReceived received:
                Begin(e, Of(e, received));
                break;
            case ContributionReleased:
                Replace(e, act => act with { Counts = true });
                break;
            case ContributionHeld or ContributionReturned or ContributionRefused or ModerationReversed or ContributionEdited or ContributionWithdrawn:
            case AppealDecided { Outcome: AppealOutcome.Overturned }:
                End(e, "NotShown");
                break;
            case ActivityPlanned planned:
                Begin(e, Of(e, planned));
                break;
            case ActivityPlanChanged changed:
                Replace(e, act => act with { Who = new ActWho(changed.Audience, false, changed.District, null, null) });
                break;
            case ActivityMoved moved:
                Replace(e, act => act with { OccurredOn = moved.OnDay });
                break;
            case ActivityHeld held:
                Replace(e, act => act with { OccurredOn = held.HeldOn });
                break;
            case AttendanceRecorded attendance:
                Replace(e, act => act with { HeadCount = attendance.HeadCount, Counts = true });
                foreach (var (participant, i) in attendance.Identified.Select((participant, i) => (participant, i)))
                    AddPart(e, act => act with { Kind = ActKind.Attendance, Part = i + 1, ParticipantId = participant, HeadCount = 0 });
                break;
            case SatisfactionGiven given:
                Versions.Add(Of(e, given));
                break;
        }
    }

    // Somebody who is known acts in person on the web; on paper whoever types it in acts for them.
    private static ActVersion Of(IEvent e, ResponseSubmitted submitted) => new(e.StreamId, (int)e.Version, e.RecordedAt())
    {
        Counts = true,
        Origin = new ActOrigin(
            ActKind.Response, ChannelOf(submitted.Channel), LondonCalendar.DayOf(submitted.SubmittedAt), submitted.ConsultationId, submitted.WaveId),
        Who = WhoOf(submitted.Content),
        ParticipantId = submitted.Channel == Channel.Paper ? null : e.ActorId(),
    };

    private static ActVersion Of(IEvent e, ContributionReceived received) => new(e.StreamId, (int)e.Version, e.RecordedAt())
    {
        Origin = new ActOrigin(ActKind.Contribution, ActChannel.Forum, LondonCalendar.DayOf(received.ReceivedAt), received.ConsultationId, null),
        Who = new ActWho(received.Audience, false, received.District, null, null),
        ParticipantId = received.AuthorId,
    };

    private static ActVersion Of(IEvent e, ActivityPlanned planned) => new(e.StreamId, (int)e.Version, e.RecordedAt())
    {
        Origin = new ActOrigin(ActKind.HeadCount, ActChannel.Activity, planned.OnDay, planned.ConsultationId, null),
        Who = new ActWho(planned.Audience, false, planned.District, null, null),
    };

    // A family is known by its case only, so all its ratings are those of one participant.
    private static ActVersion Of(IEvent e, SatisfactionGiven given) => new(e.StreamId, (int)e.Version, e.RecordedAt())
    {
        Part = given.Point,
        Counts = true,
        Origin = new ActOrigin(ActKind.Rating, ActChannel.FeedbackPoint, LondonCalendar.DayOf(e.OccurredAt()), null, null),
        Who = new ActWho(Audience.ParentsAndCarers, false, null, null, null),
        ParticipantId = e.StreamId,
    };

    private static ActWho WhoOf(ResponseContent content) => new(content.Audience, content.Proxy, content.District, content.Need, content.Phase);

    private static ActChannel ChannelOf(Channel channel) => channel switch
    {
        Channel.Paper => ActChannel.Paper,
        Channel.Api => ActChannel.Api,
        _ => ActChannel.Web,
    };

    private void Begin(IEvent e, ActVersion version)
    {
        var chain = new Chain { Latest = version, BeganHere = true };
        _chains[e.StreamId] = chain;
        Add(chain, version);
    }

    private void Replace(IEvent e, Func<ActVersion, ActVersion> change)
    {
        var chain = End(e, Changed);
        chain.Latest = change(chain.Latest with { Version = (int)e.Version, RecordedAt = e.RecordedAt() });
        Add(chain, chain.Latest);
    }

    private void AddPart(IEvent e, Func<ActVersion, ActVersion> change)
    {
        var chain = _chains[e.StreamId];
        Add(chain, change(chain.Latest));
    }

    private Chain End(IEvent e, string because)
    {
        if (!_chains.TryGetValue(e.StreamId, out var chain))
            _chains.Add(e.StreamId, chain = new Chain { Latest = new ActVersion(e.StreamId, (int)e.Version, e.RecordedAt()) });

        foreach (var i in chain.Open)
            Versions[i] = Versions[i] with { EndedAt = e.RecordedAt(), EndedBecause = because };

        chain.Open.Clear();
        if (chain is { BeganHere: false, IsCutOff: false })
            Ends.Add((e.StreamId, e.RecordedAt(), because));

        chain.IsCutOff = true;
        return chain;
    }

    private void Add(Chain chain, ActVersion version)
    {
        chain.Open.Add(Versions.Count);
        Versions.Add(version);
    }

    /// <summary>One act on its way through the page.</summary>
    private sealed class Chain
    {
        public required ActVersion Latest { get; set; }

        public bool BeganHere { get; init; }

        /// <summary>Whether the versions from before the page have been ended.</summary>
        public bool IsCutOff { get; set; }

        public List<int> Open { get; } = [];
    }
}
