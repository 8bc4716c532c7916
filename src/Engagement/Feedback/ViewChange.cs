using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>What a page of events comes to for one view, so that each view is written once a page.</summary>
internal sealed record ViewChange(Guid ViewId)
{
    /// <summary>All that can happen to a view after its capture: its version must be known whatever it was.</summary>
    public static IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ViewCoded),
        typeof(ViewUncoded),
        typeof(ViewMoved),
        typeof(ViewNotCodable),
        typeof(ViewWithdrawn),
        typeof(ViewSuggestionRejected),
        typeof(ViewQuoted),
    ];

    public int Version { get; private init; }

    public long Position { get; private init; }

    public int MoreCodes { get; private init; }

    public bool? NotCodable { get; private init; }

    public bool Withdrawn { get; private init; }

    /// <summary>When it was first coded or marked within the page.</summary>
    public DateTime? ReadAt { get; private init; }

    /// <summary>In the order in which the views first occur.</summary>
    public static IReadOnlyList<ViewChange> Of(IEnumerable<IEvent> events)
    {
        var order = new List<Guid>();
        var changes = new Dictionary<Guid, ViewChange>();
        foreach (var e in events.Where(e => EventTypes.Contains(e.Data.GetType())))
        {
            if (!changes.TryGetValue(e.StreamId, out var change))
            {
                order.Add(e.StreamId);
                change = new ViewChange(e.StreamId);
            }

            changes[e.StreamId] = change.And(e);
        }

        return [.. order.Select(id => changes[id])];
    }

    private ViewChange And(IEvent e)
    {
        var next = this with { Version = (int)e.Version, Position = e.Sequence };
        return e.Data switch
        {
            ViewCoded => next with { MoreCodes = MoreCodes + 1, NotCodable = false, ReadAt = ReadAt ?? e.OccurredAt().UtcDateTime },
            ViewUncoded => next with { MoreCodes = MoreCodes - 1 },
            ViewMoved moved => next with { MoreCodes = MoreCodes + 1 - moved.From.Count },
            ViewNotCodable => next with { NotCodable = true, ReadAt = ReadAt ?? e.OccurredAt().UtcDateTime },
            ViewWithdrawn => next with { Withdrawn = true },
            _ => next,
        };
    }
}
