namespace Engagement.Consultations;

/// <summary>A closing date that moved. Source is set where the first one had been recorded wrongly: it says where the right one is written.</summary>
public sealed record ClosingDateChange(DateOnly Was, DateOnly ClosesOn, string Reason, string? Source, DateTimeOffset At);
