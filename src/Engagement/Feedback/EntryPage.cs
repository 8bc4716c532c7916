namespace Engagement.Feedback;

/// <summary>
/// A published "you said, we did". <paramref name="ViewCount"/> is null when it is too small to show;
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
