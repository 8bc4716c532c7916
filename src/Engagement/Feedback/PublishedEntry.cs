namespace Engagement.Feedback;

public sealed record PublishedEntry(
    string Slug, EntryState State, string YouSaid, string WeDid, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>How many views make the point, as it was frozen; null where it is too small to show, or was never frozen.</summary>
    public int? ViewCount { get; init; }
}
