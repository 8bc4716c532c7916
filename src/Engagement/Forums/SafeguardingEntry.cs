namespace Engagement.Forums;

/// <summary>An item in the safeguarding lead's list, without any words.</summary>
/// <param name="Id">The item.</param>
/// <param name="Source">What raised it.</param>
/// <param name="Cause">How it was noticed.</param>
/// <param name="State">How it stands.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="AcknowledgedAt">When the safeguarding lead took it.</param>
/// <param name="TimesOpened">How often its words have been read.</param>
/// <param name="Version">For optimistic commands.</param>
public sealed record SafeguardingEntry(
    Guid Id,
    SafeguardingSource Source,
    SafeguardingCause Cause,
    SafeguardingState State,
    DateTimeOffset RaisedAt,
    DateTimeOffset? AcknowledgedAt,
    int TimesOpened,
    int Version)
{
    /// <summary>The pseudonym of who wrote it, for a hold on their record.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The topic it was written in.</summary>
    public Guid? TopicId { get; init; }
}
