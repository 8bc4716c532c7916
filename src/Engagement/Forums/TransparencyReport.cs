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
        var tables = ModerationTables.From(
            figures.Received,
            figures.ReleasedAtFirst,
            figures.Held,
            figures.Returned,
            reason => figures.RefusedByReason.GetValueOrDefault(reason),
            state => state switch
            {
                AppealState.Upheld => figures.Upheld,
                AppealState.Overturned => figures.Overturned,
                AppealState.Open => figures.Appeals - figures.Upheld - figures.Overturned,
                _ => 0,
            });
        var shown = tables.All.Zip(Disclosure.Show(tables.All, Policy)).ToDictionary(table => table.First, table => table.Second);
        int? Of(CountTable table, string row) => Count(shown[table]?.RowTotals[table.Rows.ToList().IndexOf(row)]);
        return new TransparencyReport(
            figures.ForumId,
            figures.Month,
            Count(shown[tables.Held]?.Total),
            Of(tables.ReleasedAtFirst, tables.ReleasedAtFirst.Rows[0]),
            Of(tables.Held, tables.Held.Rows[0]),
            Of(tables.Returned, tables.Returned.Rows[0]),
            Of(tables.Refused, tables.Refused.Rows[0]),
            Enum.GetValues<RefusalReason>().ToDictionary(reason => reason, reason => Of(tables.Reasons, reason.ToString())),
            figures.DecidedByPeople < Policy.LeastBase || figures.MedianHours is not { } hours ? null : Math.Round(hours, 1),
            Of(tables.Appealed, tables.Appealed.Rows[0]),
            Of(tables.Appeals, nameof(AppealState.Upheld)),
            Of(tables.Appeals, nameof(AppealState.Overturned)),
            Policy.Lone(figures.Reversals));
    }

    // None and few look alike, as they do in the counts that stand alone.
    private static int? Count(int? shown) => shown is 0 ? null : shown;
}
