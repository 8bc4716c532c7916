namespace Engagement.Forums;

/// <summary>An item in the safeguarding lead's list, without any words.</summary>
public sealed record SafeguardingEntry(
    Guid Id,
    SafeguardingSource Source,
    SafeguardingCause Cause,
    SafeguardingState State,
    DateTimeOffset RaisedAt,
    DateTimeOffset? AcknowledgedAt,
    int TimesOpened,
    int Version);
