namespace Engagement.Governance;

/// <summary>From a day on a group met more often or less.</summary>
/// <param name="From">The day.</param>
/// <param name="Was">How often it met before.</param>
/// <param name="Frequency">How often it meets from then on.</param>
/// <param name="Reason">Why.</param>
public sealed record FrequencyChange(DateOnly From, MeetingFrequency Was, MeetingFrequency Frequency, string Reason);
