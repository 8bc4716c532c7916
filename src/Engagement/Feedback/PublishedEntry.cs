namespace Engagement.Feedback;

public sealed record PublishedEntry(
    string Slug, EntryState State, string YouSaid, string WeDid, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);
