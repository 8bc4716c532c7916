using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.EvidencePacks;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Governance;
using Engagement.InclusionStatements;
using Engagement.KeyActions;
using Engagement.Measures;
using Engagement.Releases;
using Engagement.Surveys;
using EventStore;

namespace Engagement.History;

/// <summary>Who changed what, when and why, from the events of one thing.</summary>
public sealed class HistoryReads(DocumentStore store)
{
    /// <summary>Null where there is no such thing, or none whose history is read. Whether somebody may read it is asked by whoever calls this.</summary>
    public async Task<ThingHistory?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken);
        return events is [{ Data: var first }, ..] && KindOf(first) is { } kind ? new ThingHistory(kind, Tell(events)) : null;
    }

    /// <summary>What began with an event.</summary>
    internal static HistoryKind? KindOf(object first) => first switch
    {
        ConsultationDrafted => HistoryKind.Consultation,
        InstrumentDrafted => HistoryKind.Instrument,
        WaveScheduled or WaveOpened => HistoryKind.Wave,
        ViewCaptured => HistoryKind.View,
        ThemeOpened => HistoryKind.Theme,
        LoopOpened => HistoryKind.Loop,
        ForumEstablished => HistoryKind.Forum,
        TopicPublished => HistoryKind.Topic,
        ContributionReceived => HistoryKind.Contribution,
        ActivityPlanned => HistoryKind.Activity,
        GroupConstituted => HistoryKind.Group,
        MeetingScheduled => HistoryKind.Meeting,
        BarrierRaised => HistoryKind.Barrier,
        ActionAdopted => HistoryKind.KeyAction,
        MeasureDefined => HistoryKind.Measure,
        EditionAdopted => HistoryKind.CharterEdition,
        CommissioningStarted => HistoryKind.CommissioningActivity,
        StatementsAdopted => HistoryKind.StatementDocument,
        ReleaseDrafted => HistoryKind.Release,
        EvidencePackAsked => HistoryKind.EvidencePack,
        _ => null,
    };

    private static List<HistoryEntry> Tell(IReadOnlyList<IEvent> events)
    {
        var dates = new Dictionary<string, DateOnly>();
        var entries = new List<HistoryEntry>(events.Count);
        foreach (var e in events)
        {
            var told = Sentences.Of(e.Data);
            var moved = new List<MovedDate>();
            foreach (var (name, day) in told.Dates)
            {
                moved.Add(new MovedDate(name, dates.TryGetValue(name, out var before) ? before : null, day));
                dates[name] = day;
            }

            entries.Add(new HistoryEntry((int)e.Version, e.OccurredAt(), e.Timestamp, e.UserName, told.What, told.Why, moved));
        }

        return entries;
    }
}
