using Engagement.Common;
using EventStore;

namespace Engagement.Privacy;

/// <summary>How much of a class of records has been deleted by its rule.</summary>
public sealed record RetentionLog : IEvolve<RetentionLog>
{
    public long Deleted { get; init; }

    public static Guid IdOf(string recordClass) => DeterministicId.From("retention log", recordClass);

    public static RetentionLog? Evolve(RetentionLog? state, IEvent e) =>
        e.Data is RecordsExpired expired ? new RetentionLog { Deleted = (state?.Deleted ?? 0) + expired.Count } : state;
}
