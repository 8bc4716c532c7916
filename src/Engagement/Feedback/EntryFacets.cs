using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>
/// How many entries a further narrowing would leave, exactly: entries are public documents that anybody can count, and a count of them tells nothing of
/// how many people spoke. Counts of people or of views never go this way.
/// </summary>
public sealed record EntryFacets(
    IReadOnlyDictionary<EntryState, int> States,
    IReadOnlyDictionary<Audience, int> Audiences,
    IReadOnlyDictionary<string, int> Districts);
