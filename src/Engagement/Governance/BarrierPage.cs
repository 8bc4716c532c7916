using EventStore;

namespace Engagement.Governance;

/// <summary>Something that stands in the way of parents and carers, as its rules see it and as it is shown. Right at once.</summary>
public sealed record BarrierPage : IEvolve<BarrierPage>
{
    /// <summary>The barrier.</summary>
    public Guid Id { get; init; }

    /// <summary>What stands in the way.</summary>
    public required string Title { get; init; }

    /// <summary>What has to be known of it.</summary>
    public required string Detail { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>The day it was raised.</summary>
    public required DateOnly RaisedOn { get; init; }

    /// <summary>Why it went up to the group it is with now; null where it is with the group it was raised in.</summary>
    public string? EscalatedBecause { get; init; }

    /// <summary>How often it went up.</summary>
    public int Escalations { get; init; }

    /// <summary>What was done about it; null until then.</summary>
    public string? Resolution { get; init; }

    /// <summary>The day it was gone; null until then.</summary>
    public DateOnly? ResolvedOn { get; init; }

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }

    public static BarrierPage? Evolve(BarrierPage? state, IEvent e) => (state, e.Data) switch
    {
        (null, BarrierRaised raised) => new BarrierPage
        {
            Id = e.StreamId,
            Title = raised.Title,
            Detail = raised.Detail,
            GroupId = raised.GroupId,
            RaisedOn = raised.RaisedOn,
            Version = (int)e.Version,
        },
        ({ } barrier, BarrierEscalated escalated) => barrier with
        {
            GroupId = escalated.ToGroupId,
            EscalatedBecause = escalated.Reason,
            Escalations = barrier.Escalations + 1,
            Version = (int)e.Version,
        },
        ({ } barrier, BarrierResolved resolved) => barrier with { Resolution = resolved.Resolution, ResolvedOn = resolved.ResolvedOn, Version = (int)e.Version },
        _ => state,
    };
}
