namespace Engagement.Feedback;

/// <summary>
/// A published "you said, we did". <paramref name="ViewCount"/> is how many views make the point, of all audiences and with what was said for
/// others: how much is answered here, not how many of any group think so, and never to be shown as that. It is as it was when the entry was last published
/// or corrected. Null when it is too small to show, and for an entry that was last published before counts were frozen: a count of today would be of
/// another day than what it stands beside, so such an entry says no number until it is published or corrected again;
/// <paramref name="Position"/> is where in the log it last changed.
/// </summary>
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
    long Position);
