namespace Engagement.Privacy;

/// <summary>A record that the safeguarding lead needs, so that nothing of it is erased.</summary>
/// <param name="SubjectId">Whose record it is.</param>
/// <param name="ReviewOn">The day the lead looks at it again.</param>
/// <param name="Reason">Why it is needed.</param>
/// <param name="SetAt">When it was put on hold, or put on hold anew.</param>
public sealed record SafeguardingHold(Guid SubjectId, DateOnly ReviewOn, string? Reason, DateTimeOffset SetAt);
