namespace Engagement.Feedback;

/// <summary>That an entry was published, published again or corrected, and where in the log.</summary>
public sealed record EntryChange(Guid EntryId, string Slug, long Position);
