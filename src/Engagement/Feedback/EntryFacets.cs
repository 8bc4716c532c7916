using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>How many entries a further narrowing would leave, rounded; null where that is too few to say.</summary>
public sealed record EntryFacets(
    IReadOnlyDictionary<EntryState, int?> States,
    IReadOnlyDictionary<Audience, int?> Audiences,
    IReadOnlyDictionary<string, int?> Districts);
