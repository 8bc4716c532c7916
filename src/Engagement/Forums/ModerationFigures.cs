namespace Engagement.Forums;

/// <summary>
/// How a forum was moderated: of the contributions received in one month, what had become of them by the time of asking. Exact, so never for
/// the public: see <see cref="TransparencyReport"/>.
/// </summary>
internal sealed record ModerationFigures(
    Guid ForumId,
    DateOnly Month,
    int Received,
    int ReleasedAtFirst,
    int Held,
    int Returned,
    int Refused,
    IReadOnlyDictionary<RefusalReason, int> RefusedByReason,
    int DecidedByPeople,
    double? MedianHours,
    int Appeals,
    int Upheld,
    int Overturned,
    int Reversals);
