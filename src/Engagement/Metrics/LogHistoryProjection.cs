using Engagement.LoggedFeedback;
using EventStore;

namespace Engagement.Metrics;

/// <summary>What was known of an entry of the log of complaints, compliments and comments, at every moment. Without its words.</summary>
public sealed record LogHistory
{
    public required Guid Id { get; init; }

    /// <summary>In the order they were recorded in.</summary>
    public IReadOnlyList<LogStanding> Standings { get; init; } = [];
}

/// <param name="RecordedAt">From when it was known.</param>
/// <param name="Kind">What it was taken for.</param>
/// <param name="Service">The code of the service it is about.</param>
/// <param name="ReceivedOn">The day it came.</param>
/// <param name="District">The code of the person's district, if known.</param>
/// <param name="AcknowledgedOn">The day the person was told that we have it.</param>
/// <param name="AnsweredOn">The day it was answered.</param>
public sealed record LogStanding(
    DateTimeOffset RecordedAt, FeedbackKind Kind, string Service, DateOnly ReceivedOn, string? District, DateOnly? AcknowledgedOn, DateOnly? AnsweredOn);

public sealed class LogHistoryProjection : SingleStreamProjection<LogHistory>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
        [typeof(FeedbackLogged), typeof(FeedbackReclassified), typeof(FeedbackAcknowledged), typeof(FeedbackAnswered)];

    public override LogHistory? Evolve(LogHistory? snapshot, Guid id, IEvent e)
    {
        var last = snapshot is { Standings: [.., var latest] } ? latest with { RecordedAt = e.Timestamp } : null;
        LogStanding? now = (last, e.Data) switch
        {
            (null, FeedbackLogged logged) => new LogStanding(e.Timestamp, logged.Kind, logged.Service, logged.ReceivedOn, logged.District, null, null),
            ({ }, FeedbackReclassified reclassified) => last with { Kind = reclassified.Kind },
            ({ }, FeedbackAcknowledged acknowledged) => last with { AcknowledgedOn = acknowledged.AcknowledgedOn },
            ({ }, FeedbackAnswered answered) => last with { AnsweredOn = answered.AnsweredOn },
            _ => null,
        };
        return now is null ? snapshot : new LogHistory { Id = id, Standings = [.. snapshot?.Standings ?? [], now] };
    }
}
