using Engagement.Charter;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Governance;
using Engagement.InclusionStatements;
using Engagement.KeyActions;
using Engagement.LoggedFeedback;
using Engagement.Measures;
using Engagement.Metrics;
using Engagement.Releases;
using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>All that a pack is made of, as it had been recorded by its moment.</summary>
internal sealed record PackFacts
{
    public required LogMoment Moment { get; init; }

    /// <summary>When the log begins, where that is after the moment: then nothing was on record. Null where something was.</summary>
    public required DateTimeOffset? LogBeginsLater { get; init; }

    /// <summary>Whether the people on this platform are made up, to look around in.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>The commissioning activity the pack is about; null: the whole partnership.</summary>
    public required CommissioningActivity? Activity { get; init; }

    public required IReadOnlyDictionary<Guid, CharterEdition> Editions { get; init; }

    /// <summary>Those that the pack is about: the one, or all.</summary>
    public required IReadOnlyList<CommissioningActivity> Activities { get; init; }

    public required IReadOnlyDictionary<Guid, StatementDocument> Statements { get; init; }

    /// <summary>What happened to commissioning activities and to what is evidence for them, by stream, in order.</summary>
    public required ILookup<Guid, IEvent> Events { get; init; }

    public required IReadOnlyDictionary<Guid, ThemeCard> Themes { get; init; }

    public required IReadOnlyDictionary<Guid, Loop> Loops { get; init; }

    /// <summary>How each loop stood, whenever it changed.</summary>
    public required IReadOnlyDictionary<Guid, LoopHistory> LoopHistories { get; init; }

    public required LoopFigures LoopFigures { get; init; }

    public required TimeToDecision TimeToDecision { get; init; }

    public required IReadOnlyDictionary<Guid, ReleasePage> Releases { get; init; }

    public required IReadOnlyDictionary<Guid, DenominatorSheet> Denominators { get; init; }

    public required IReadOnlyDictionary<Guid, MeasurePage> Measures { get; init; }

    public required IReadOnlyDictionary<Guid, KeyActionPage> Actions { get; init; }

    public required IReadOnlyDictionary<Guid, GovernanceGroupPage> Groups { get; init; }

    public required IReadOnlyDictionary<Guid, MeetingPage> Meetings { get; init; }

    public required IReadOnlyDictionary<Guid, BarrierPage> Barriers { get; init; }

    public required IReadOnlyDictionary<Guid, LogEntrySheet> Log { get; init; }

    /// <summary>How many records of each class had been deleted.</summary>
    public required IReadOnlyDictionary<string, int> Deleted { get; init; }

    /// <summary>The day of the moment in London: by it deadlines are judged.</summary>
    public DateOnly Day => LondonCalendar.DayOf(Moment.At);

    /// <summary>Whose evidence it is.</summary>
    public static string Partnership => $"{Organisation.Find(Organisation.CountyCouncil)!.Name} and its partners";

    public string Scope => Activity?.Title ?? "The whole partnership";

    /// <summary>What the claims of the pack name as evidence.</summary>
    public IReadOnlySet<Guid> Evidence => Activities.SelectMany(one => one.Claims).Select(claim => claim.Evidence.Id).ToHashSet();
}
