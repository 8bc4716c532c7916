using Engagement.Releases;

namespace Engagement.Forums;

/// <summary>
/// How a forum was moderated in a month, for everyone to read: the frozen figures of its release and nothing else, so nothing before they are published.
/// No words, and null for each count that is hidden. Counts are of the contributions received in the month. How long they waited is told in counts too: a
/// median could not be checked together with them.
/// </summary>
/// <param name="ForumId">The forum.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="State">Whether there are figures to read.</param>
/// <param name="ReleaseId">The release that they are of; null before it is published.</param>
/// <param name="Received">Posts and comments received.</param>
/// <param name="ReleasedAtFirst">Released without having been held, returned or refused before.</param>
/// <param name="Held">Held at any time.</param>
/// <param name="Returned">Returned at any time.</param>
/// <param name="Refused">Refused at any time.</param>
/// <param name="RefusedByReason">Those refused, by the class of the last reason.</param>
/// <param name="LookedAtWithinADay">A person decided on it within 24 hours.</param>
/// <param name="LookedAtWithinThreeDays">After more than that, within 72 hours.</param>
/// <param name="LookedAtLater">After more than that.</param>
/// <param name="Appeals">Appealed about.</param>
/// <param name="AppealsUpheld">Those whose refusal stood.</param>
/// <param name="AppealsOverturned">Those whose refusal did not.</param>
/// <param name="Reversed">Those with a decision that was reversed other than by an appeal.</param>
public sealed record TransparencyReport(
    Guid ForumId,
    DateOnly Month,
    TransparencyState State,
    Guid? ReleaseId,
    int? Received,
    int? ReleasedAtFirst,
    int? Held,
    int? Returned,
    int? Refused,
    IReadOnlyDictionary<RefusalReason, int?> RefusedByReason,
    int? LookedAtWithinADay,
    int? LookedAtWithinThreeDays,
    int? LookedAtLater,
    int? Appeals,
    int? AppealsUpheld,
    int? AppealsOverturned,
    int? Reversed)
{
    private static readonly TransparencyReport Nothing = new(
        default, default, TransparencyState.BeingChecked, null, null, null, null, null, null, new Dictionary<RefusalReason, int?>(), null, null, null, null, null, null, null);

    /// <summary>What is said instead of figures; null where there are some.</summary>
    public string? WhyNoFigures => State switch
    {
        TransparencyState.BeingChecked => "The figures of this month are being checked",
        TransparencyState.Withheld => DisclosurePolicy.CannotBeShown.Message,
        _ => null,
    };

    /// <param name="forumId">The forum.</param>
    /// <param name="month">The month.</param>
    /// <param name="release">The release of it that stands, or the last draft; null where there is none yet.</param>
    internal static TransparencyReport Of(Guid forumId, DateOnly month, ReleasePage? release)
    {
        var nothing = Nothing with { ForumId = forumId, Month = month };
        return release switch
        {
            { State: ReleaseState.Published, Figures: { } figures } => Read(nothing with { ReleaseId = release.Id }, figures),
            { State: ReleaseState.Failed } => nothing with { State = TransparencyState.Withheld },
            _ => nothing,
        };
    }

    private static TransparencyReport Read(TransparencyReport report, string figures)
    {
        var tables = ReleasedFigures.TablesOf(figures).ToDictionary(table => table.Name);
        return report with
        {
            State = TransparencyState.Published,
            Received = tables[ModerationTables.Held].Total,
            ReleasedAtFirst = Yes(ModerationTables.ReleasedAtFirst),
            Held = Yes(ModerationTables.Held),
            Returned = Yes(ModerationTables.Returned),
            Refused = Yes(ModerationTables.Refused),
            RefusedByReason = Enum.GetValues<RefusalReason>().ToDictionary(why => why, why => Count(ModerationTables.RefusedBecause, why.ToString())),
            LookedAtWithinADay = Count(ModerationTables.LookedAt, ModerationTables.WithinADay),
            LookedAtWithinThreeDays = Count(ModerationTables.LookedAt, ModerationTables.WithinThreeDays),
            LookedAtLater = Count(ModerationTables.LookedAt, ModerationTables.Later),
            Appeals = Yes(ModerationTables.Appealed),
            AppealsUpheld = Count(ModerationTables.Appeal, nameof(AppealState.Upheld)),
            AppealsOverturned = Count(ModerationTables.Appeal, nameof(AppealState.Overturned)),
            Reversed = Yes(ModerationTables.Reversed),
        };

        int? Yes(string table) => Count(table, ModerationTables.Yes);

        int? Count(string table, string row) => tables[table].TotalOf(row);
    }
}
