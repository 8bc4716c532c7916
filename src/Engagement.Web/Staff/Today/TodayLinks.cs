using Engagement.Web.Staff.Charter;
using Engagement.Web.Staff.Loops;

namespace Engagement.Web.Staff.Today;

/// <summary>Where each kind of work is done.</summary>
internal static class TodayLinks
{
    public const string Parts = $"{Links.Staff}/today/parts";

    /// <summary>Null where there is no page for it.</summary>
    public static string? Of(WorkItem item) => item switch
    {
        { Kind: WorkWords.UnreadView, Consultation.Slug: { } slug } => Links.With($"{Links.StaffConsultation(slug)}/coding", ("view", item.ThingId)),
        { Kind: "THEME_NEEDS_RESPONSE" } => Under("themes", item),
        { Kind: "ENTRY_TO_READ" } => LoopsLinks.Words(item.ThingId),
        { Kind: "LOOP_DUE" or "COMMITMENT_OVERDUE" or "DECISION_REOPENED" or "CONFIRMATION_SAYS_NO" or "DECISION_TO_PUBLISH" or "ENTRY_TO_PUBLISH" } => Links.Loop(item.ThingId),
        { Kind: "RESPONSE_DUE", Consultation.Slug: { } slug } => Links.StaffConsultation(slug),
        { Kind: "CONTRIBUTION_WAITS" or "APPEAL_WAITS" } => Under("moderation", item),
        { Kind: "SAFEGUARDING_OPEN" } => Under("safeguarding", item),
        { Kind: "ERASURE_TO_DECIDE" or "KEY_TO_DESTROY" } => Under("privacy/erasure", item),
        { Kind: "PAPER_TO_CHECK" or "PAPER_DIFFERS" } => $"{Links.Staff}/paper",
        { Kind: "CLAIM_TO_VERIFY" or "NOT_APPLICABLE_TO_AGREE" } => CharterLinks.Check(item.ThingId),
        { Kind: "CLAIM_DISPUTED" } => CharterLinks.Of(item.ThingId),
        { Kind: "RELEASE_TO_APPROVE" or "RELEASE_TO_PUBLISH" } => Under("releases", item),
        _ => null,
    };

    private static string Under(string folder, WorkItem item) => $"{Links.Staff}/{folder}/{Uri.EscapeDataString(item.ThingId)}";
}
