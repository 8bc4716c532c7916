namespace Engagement.History;

/// <summary>One thing that happened to something, as a person reads it. No words of people, and nobody's name or pseudonym.</summary>
/// <param name="Number">Its place in the history, from 1.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was written down, which is later where it was entered afterwards.</param>
/// <param name="Role">The role in which somebody did it; null where nobody is named, as what the platform does by itself.</param>
/// <param name="What">What happened, in a sentence.</param>
/// <param name="Why">The reason that was given; null where none is asked for.</param>
/// <param name="Dates">The dates that it set or moved.</param>
public sealed record HistoryEntry(
    int Number, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Role, string What, string? Why, IReadOnlyList<MovedDate> Dates);
