using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

/// <summary>Something for the safeguarding lead. Closed is terminal: a new worry is a new item.</summary>
public sealed record SafeguardingItem : IEvolve<SafeguardingItem>
{
    public required SafeguardingRaised Raised { get; init; }

    public SafeguardingState State { get; init; }

    public int TimesOpened { get; init; }

    /// <summary>The item that the nth worry about a contribution raised: a possible disclosure, or a report of danger.</summary>
    public static Guid IdFor(Guid contributionId, int worry) => DeterministicId.From(
        "safeguarding item", contributionId.ToString("N"), worry.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static SafeguardingItem? Evolve(SafeguardingItem? state, IEvent e) => (state, e.Data) switch
    {
        (null, SafeguardingRaised raised) => new SafeguardingItem { Raised = raised },
        ({ } item, SafeguardingItemOpened) => item with { TimesOpened = item.TimesOpened + 1 },
        ({ } item, SafeguardingAcknowledged) => item with { State = SafeguardingState.Acknowledged },
        ({ } item, SafeguardingClosed) => item with { State = SafeguardingState.Closed },
        _ => state,
    };
}
