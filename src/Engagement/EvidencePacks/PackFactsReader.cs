using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Governance;
using Engagement.InclusionStatements;
using Engagement.KeyActions;
using Engagement.LoggedFeedback;
using Engagement.Measures;
using Engagement.Metrics;
using Engagement.Releases;
using Engagement.Surveys;
using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>Reads what a pack is made of: the log, up to a moment, once.</summary>
public sealed class PackFactsReader(DocumentStore store, IProjectionDaemon daemon, LoopFigureReads loopFigures, Demonstration demonstration, TimeProvider clock)
{
    // What is appended carries the time at which its transaction was sent: it is in the log this much later, or the platform stands still.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    // Of what is evidence only what made it so. What single people did is left out.
    private static readonly Type[] MadeEvidence =
    [
        typeof(ActivityHeld),
        typeof(WaveClosed),
        typeof(TopicPublished),
        typeof(TopicClosed),
        typeof(EntryPublished),
        typeof(LoopClosed),
        typeof(GroupConfirmationGiven),
    ];

    private static readonly string[] BehindLoopFigures = [nameof(LoopHistory), "LoopConfirmations", ViewFactsProjection.ProjectionName];

    /// <summary>Waits until everything that was recorded by a moment can be read, also by the figures that follow the log.</summary>
    internal async Task<LogMoment> SettleAsync(DateTimeOffset asAt, CancellationToken cancellationToken)
    {
        if (asAt + Settled - clock.GetUtcNow() is { Ticks: > 0 } early)
            await Task.Delay(early < Settled ? early : Settled, cancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var last = await store.CountAsync("select coalesce(max(seq_id), 0) from public.mt_events", cancellationToken);
        try
        {
            while (await store.Tail.PositionAsync(patience.Token) < last)
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);

            foreach (var projection in BehindLoopFigures)
                await daemon.WaitForAsync(projection, last, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("What was recorded by the moment of an evidence pack is not all in the read models yet.");
        }

        return new LogMoment(asAt, last);
    }

    /// <summary>Null where there was no such commissioning activity by then.</summary>
    internal async Task<PackFacts?> ReadAsync(Guid? activityId, LogMoment moment, CancellationToken cancellationToken)
    {
        var editions = new PackFold<CharterEdition>(CharterEdition.Evolve, CharterModule.EditionEvents);
        var activities = new PackFold<CommissioningActivity>(CommissioningActivity.Evolve, CharterModule.CommissioningEvents);
        var statements = new PackFold<StatementDocument>(StatementDocument.Evolve, InclusionStatementsModule.Types);
        var themes = Of(new ThemeCardProjection(), [typeof(ThemeOpened), typeof(ThemesMerged), typeof(ThemeUnmerged)]);
        var histories = Of(new LoopHistoryProjection());
        var loops = new PackFold<Loop>(Loop.Evolve, [.. histories.Types, typeof(ContributorsTold), typeof(ConfirmationGiven), typeof(GroupConfirmationGiven)]);
        var releases = Of(new ReleasePageProjection());
        var denominators = Of(new DenominatorSheetProjection());
        var measures = Of(new MeasurePageProjection());
        var actions = Of(new KeyActionPageProjection());
        var groups = Of(new GovernanceGroupPageProjection());
        var meetings = Of(new MeetingPageProjection());
        var barriers = new PackFold<BarrierPage>(BarrierPage.Evolve, GovernanceModule.BarrierTypes);
        var log = Of(new LogEntrySheetProjection(), [typeof(FeedbackLogged), typeof(FeedbackReclassified)]);
        IPackFold[] folds = [editions, activities, statements, themes, histories, loops, releases, denominators, measures, actions, groups, meetings, barriers, log];

        var told = folds.SelectMany(fold => fold.Types.Select(type => (type, fold))).ToLookup(pair => pair.type, pair => pair.fold);
        var kept = CharterModule.CommissioningEvents.Concat(MadeEvidence).ToHashSet();
        var events = new List<IEvent>();
        await using var session = store.QuerySession();
        await foreach (var e in moment.ReadAsync(session, [.. told.Select(group => group.Key).Union(kept)], cancellationToken))
        {
            foreach (var fold in told[e.Data.GetType()])
                fold.Apply(e);

            if (kept.Contains(e.Data.GetType()))
                events.Add(e);
        }

        var activity = activityId is { } id ? activities.Things.GetValueOrDefault(id) : null;
        if (activityId is not null && activity is null)
            return null;

        return new PackFacts
        {
            Moment = moment,
            LogBeginsLater = await LogBeginningAsync(cancellationToken) is { } beginning && beginning > moment.At ? beginning : null,
            IsDemonstration = await demonstration.IsMarkedAsync(cancellationToken),
            Activity = activity,
            Editions = editions.Things,
            Activities = activity is not null ? [activity] : [.. activities.Things.Values.OrderBy(one => one.StartedOn).ThenBy(one => one.Id)],
            Statements = statements.Things,
            Events = events.ToLookup(e => e.StreamId),
            Themes = themes.Things,
            Loops = loops.Things,
            LoopHistories = histories.Things,
            LoopFigures = await loopFigures.OfAsync(null, moment.At, cancellationToken),
            TimeToDecision = await loopFigures.TimeToDecisionAsync(new MetricsScope(AsAt: moment.At), cancellationToken),
            Releases = releases.Things,
            Denominators = denominators.Things,
            Measures = measures.Things,
            Actions = actions.Things,
            Groups = groups.Things,
            Meetings = meetings.Things,
            Barriers = barriers.Things,
            Log = log.Things,
            Deleted = await DeletedAsync(moment, cancellationToken),
        };
    }

    internal async Task<PackEvents> ProveAsync(PackFacts known, CancellationToken cancellationToken)
    {
        var links = PackLinks.Of(known);
        long[] positions = [.. links.Events.Select(e => e.Sequence)];
        var digests = await store.Seals.DigestsAsync(positions, cancellationToken);
        var proofs = await store.Seals.ProveManyAsync(positions, known.Moment.At, cancellationToken);
        return PackEvents.Of(links, digests, proofs, await store.Seals.LatestByAsync(known.Moment.At, cancellationToken));
    }

    // A key is destroyed by the rule that its stream names before, or because its owner asked.
    private async Task<IReadOnlyDictionary<string, int>> DeletedAsync(LogMoment moment, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select coalesce(e.data ->> 'RecordClass', 'erased because somebody asked'), sum(coalesce((e.data ->> 'Count')::int, 1))::int
            from public.mt_events e
            where e.seq_id <= $1 and e.timestamp <= $2 and (
                e.type in ('retention_expired', 'records_expired')
                or e.type = 'subject_key_destroyed' and not exists (
                    select from public.mt_events rule where rule.stream_id = e.stream_id and rule.version < e.version and rule.type = 'retention_expired'))
            group by 1
            """,
            row => (Class: row.GetString(0), Count: row.GetInt32(1)),
            cancellationToken,
            moment.Position,
            moment.At.UtcDateTime);
        return rows.ToDictionary(row => row.Class, row => row.Count);
    }

    // Asking for a pack is an event itself, so there is a first one, and it stays the first.
    private async Task<DateTimeOffset?> LogBeginningAsync(CancellationToken cancellationToken)
    {
        var first = await store.ListAsync(
            "select timestamp from public.mt_events order by seq_id limit 1", row => row.GetFieldValue<DateTimeOffset>(0), cancellationToken);
        return first is [var beginning] ? beginning : null;
    }

    private static PackFold<T> Of<T>(SingleStreamProjection<T> projection, IReadOnlyCollection<Type>? types = null)
        where T : class => new((state, e) => projection.Evolve(state, e.StreamId, e), types ?? projection.EventTypes ?? []);
}
