namespace Engagement.Feedback;

/// <summary>That an entry was published, or published again, and where in the log.</summary>
public sealed record EntryChange(Guid EntryId, string Slug, long Position);
