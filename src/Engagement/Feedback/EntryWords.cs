using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>What an entry says, and whom it concerns.</summary>
/// <param name="YouSaid">In standard English.</param>
/// <param name="WeDid">In standard English.</param>
/// <param name="Renditions">The same in Easy Read and in other languages.</param>
/// <param name="Audiences">Whose point it was; empty: everybody's.</param>
/// <param name="Districts">The codes of the districts it concerns; empty: the whole county. Set by hand, because districts of views could point at people.</param>
public sealed record EntryWords(
    string YouSaid,
    string WeDid,
    IReadOnlyList<EntryRendition> Renditions,
    IReadOnlyList<Audience> Audiences,
    IReadOnlyList<string> Districts);
