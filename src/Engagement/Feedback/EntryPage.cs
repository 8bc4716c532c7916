using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A published "you said, we did".</summary>
/// <param name="Id">That of its loop.</param>
/// <param name="ConsultationId">The consultation in which people said it.</param>
/// <param name="ThemeId">The theme it answers.</param>
/// <param name="Slug">The readable part of its address. It never changes.</param>
/// <param name="State">We will, we did or we cannot.</param>
/// <param name="YouSaid">What people said, in plain words.</param>
/// <param name="WeDid">What was or will be done, or why it cannot be.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Commitment">What was promised last.</param>
/// <param name="Action">What was done last.</param>
/// <param name="PublishedAt">When it was first published.</param>
/// <param name="UpdatedAt">When it was last published or corrected.</param>
/// <param name="ViewCount">
/// How many views make the point, of all audiences and with what was said for others: how much is answered here, not how many of any group think so, and
/// never to be shown as that. It is as it was when the entry was last published or corrected. Null when it is too small to show, and for an entry that was
/// last published before counts were frozen: a count of today would be of another day than what it stands beside.
/// </param>
/// <param name="Position">Where in the log it last changed.</param>
/// <param name="Renditions">The same in Easy Read and in other languages.</param>
/// <param name="Audiences">Whose point it was; none: everybody's.</param>
/// <param name="Districts">The codes of the districts it concerns; none: the whole county.</param>
public sealed record EntryPage(
    Guid Id,
    Guid? ConsultationId,
    Guid ThemeId,
    string Slug,
    EntryState State,
    string YouSaid,
    string WeDid,
    RecordedDecision Decision,
    Commitment? Commitment,
    TakenAction? Action,
    DateTimeOffset PublishedAt,
    DateTimeOffset UpdatedAt,
    int? ViewCount,
    long Position,
    IReadOnlyList<EntryRendition> Renditions,
    IReadOnlyList<Audience> Audiences,
    IReadOnlyList<string> Districts);
