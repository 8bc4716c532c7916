namespace Engagement.Charter;

/// <summary>A record that something happened.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">To what: the activity, the run of a survey, the topic, the loop or the meeting.</param>
/// <param name="Title">What that is called.</param>
/// <param name="HappenedOn">The day.</param>
public sealed record EvidenceItem(EvidenceKind Kind, Guid Id, string Title, DateOnly HappenedOn);
