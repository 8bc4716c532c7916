using EventStore;

namespace Engagement.Feedback;

/// <summary>Views that are coded a second time by somebody else, to see whether two people understand the themes alike.</summary>
public sealed record CodingSample : IEvolve<CodingSample>
{
    public Guid? ConsultationId { get; init; }

    public required IReadOnlyList<Guid> ViewIds { get; init; }

    /// <summary>Those that have been coded a second time.</summary>
    public IReadOnlyList<Guid> Done { get; init; } = [];

    public static CodingSample? Evolve(CodingSample? state, IEvent e) => (state, e.Data) switch
    {
        (null, CodingSampleDrawn drawn) => new CodingSample { ConsultationId = drawn.ConsultationId, ViewIds = drawn.ViewIds },
        ({ } sample, SecondCodingGiven given) => sample with { Done = [.. sample.Done, given.ViewId] },
        _ => state,
    };
}
