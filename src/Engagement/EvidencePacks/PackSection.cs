namespace Engagement.EvidencePacks;

/// <summary>A part of a pack.</summary>
/// <param name="Id">Where links lead.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Words">What has to be known to read it, in paragraphs.</param>
/// <param name="Tables">Its tables, in their order.</param>
internal sealed record PackSection(string Id, string Title, IReadOnlyList<string> Words, IReadOnlyList<PackTable> Tables)
{
    /// <summary>What its tables come to, in a few sentences with their numbers; null where the first page has nothing to say of it.</summary>
    public string? InShort { get; init; }
}
