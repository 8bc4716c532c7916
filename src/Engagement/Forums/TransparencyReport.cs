using Engagement.Releases;

namespace Engagement.Forums;

/// <summary>
/// How a forum was moderated in a month, for everyone to read. No words, and no count under ten: null says "fewer than 10". Others are rounded
/// to five. Counts are of the contributions received in the month.
/// </summary>
/// <param name="ForumId">The forum.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Received">Posts and comments received.</param>
/// <param name="ReleasedAtFirst">Released without having been held, returned or refused before.</param>
/// <param name="Held">Held at any time.</param>
/// <param name="Returned">Returned at any time.</param>
/// <param name="Refused">Refused at any time.</param>
/// <param name="RefusedByReason">Those refused, by the class of the last reason.</param>
/// <param name="MedianHoursToFirstDecision">Half of the first decisions by a person came within that time; null for fewer than 10 of them.</param>
/// <param name="Appeals">Appeals made.</param>
/// <param name="AppealsUpheld">Appeals after which the refusal stood.</param>
/// <param name="AppealsOverturned">Appeals after which it did not.</param>
/// <param name="Reversals">Decisions reversed other than by an appeal.</param>
public sealed record TransparencyReport(
    Guid ForumId,
    DateOnly Month,
    int? Received,
    int? ReleasedAtFirst,
    int? Held,
    int? Returned,
    int? Refused,
    IReadOnlyDictionary<RefusalReason, int?> RefusedByReason,
    double? MedianHoursToFirstDecision,
    int? Appeals,
    int? AppealsUpheld,
    int? AppealsOverturned,
    int? Reversals)
{
    private static readonly DisclosurePolicy Policy = DisclosurePolicy.PublicV1;

    internal static TransparencyReport Publish(ModerationFigures figures)
    {
        var byReason = Parts(Enum.GetValues<RefusalReason>().ToDictionary(r => r, r => figures.RefusedByReason.GetValueOrDefault(r)));
        var appeals = Parts(new Dictionary<AppealOutcome, int>
        {
            [AppealOutcome.Upheld] = figures.Upheld,
            [AppealOutcome.Overturned] = figures.Overturned,
        });
        return new TransparencyReport(
            figures.ForumId,
            figures.Month,
            Policy.Lone(figures.Received),
            Policy.Lone(figures.ReleasedAtFirst),
            Policy.Lone(figures.Held),
            Policy.Lone(figures.Returned),
            Policy.Lone(figures.Refused),
            byReason,
            figures.DecidedByPeople < Policy.LeastBase || figures.MedianHours is not { } hours ? null : Math.Round(hours, 1),
            Policy.Lone(figures.Appeals),
            appeals[AppealOutcome.Upheld],
            appeals[AppealOutcome.Overturned],
            Policy.Lone(figures.Reversals));
    }

    /// <summary>The parts of a total that is shown as well. None and few look alike here, as they do in the counts that stand alone.</summary>
    internal static IReadOnlyDictionary<T, int?> Parts<T>(IReadOnlyDictionary<T, int> parts) where T : notnull
    {
        KeyValuePair<T, int>[] all = [.. parts];
        var shown = Policy.Show([.. all.Select(part => part.Value)]);
        return all.Select((part, i) => (part, i)).ToDictionary(p => p.part.Key, p => p.part.Value == 0 ? null : shown?.Counts[p.i]);
    }
}
