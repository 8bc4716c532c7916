namespace Engagement.Charter;

/// <summary>One of the things that a charter promises.</summary>
/// <param name="Key">What claims name it by, within its edition.</param>
/// <param name="Title">The promise.</param>
/// <param name="IsOurs">Whether the words are this platform's, because the source gives none. An owner may change them with the next edition.</param>
/// <param name="Criteria">By what it is seen whether it is kept.</param>
/// <param name="Continues">The keys of those principles of the edition before that it continues; none where it is new.</param>
public sealed record Principle(string Key, string Title, bool IsOurs, IReadOnlyList<Criterion> Criteria, IReadOnlyList<string> Continues);
