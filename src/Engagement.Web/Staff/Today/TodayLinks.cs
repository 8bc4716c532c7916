using Engagement.Web.Staff.Charter;
using Engagement.Web.Staff.Coding;
using Engagement.Web.Staff.Feedback;
using Engagement.Web.Staff.Loops;
using Engagement.Web.Staff.Messages;
using Engagement.Web.Staff.Paper;
using Engagement.Web.Staff.Statements;
using Engagement.Web.Staff.Surveys;
using Engagement.Web.Staff.Webhooks;

namespace Engagement.Web.Staff.Today;

/// <summary>Where each kind of work is done.</summary>
internal static class TodayLinks
{
    public const string Parts = $"{Links.Staff}/today/parts";

    /// <summary>Null where there is no page for it.</summary>
    public static string? Of(WorkItem item) => item switch
    {
        { Kind: WorkWords.UnreadView, Consultation.Slug: { } slug } => Links.With($"{Links.StaffConsultation(slug)}/coding", ("view", item.ThingId)),
        { Kind: WorkWords.ViewElsewhere } => Links.With(CodingLinks.Outside, ("view", item.ThingId)),
        { Kind: WorkWords.Theme or WorkWords.StandingTheme } => Under("themes", item),
        { Kind: "ENTRY_TO_READ" } => LoopsLinks.Words(item.ThingId),
        { Kind: "LOOP_DUE" } => Links.Loop(item.ThingId),
        { Kind: "COMMITMENT_OVERDUE" or "PROMISE_TO_MAKE" } => $"{Links.Loop(item.ThingId)}#promises",
        { Kind: "DECISION_REOPENED" } => $"{Links.Loop(item.ThingId)}#decision",
        { Kind: "CONFIRMATION_SAYS_NO" } => $"{Links.Loop(item.ThingId)}#answered",
        { Kind: "DECISION_TO_PUBLISH" or "ENTRY_TO_PUBLISH" } => $"{Links.Loop(item.ThingId)}#entry",
        { Kind: "RESPONSE_DUE", Consultation.Slug: { } slug } => Links.StaffConsultation(slug),
        { Kind: "CONTRIBUTION_WAITS" or "APPEAL_WAITS" } => Under("moderation", item),
        { Kind: "SAFEGUARDING_OPEN" } => Under("safeguarding", item),
        { Kind: "ERASURE_TO_DECIDE" or "KEY_TO_DESTROY" } => Under("privacy/erasure", item),
        { Kind: "PAPER_TO_CHECK" or "PAPER_DIFFERS", PaperForm: { Wave.Id: { } wave, FormNumber: var number } } => PaperLinks.Form(wave, number),
        { Kind: "FEEDBACK_TO_ACKNOWLEDGE" or "COMPLAINT_TO_ANSWER" } => FeedbackLinks.Of(item.ThingId),
        { Kind: "RENDITION_TO_APPROVE" } => SurveyLinks.Renditions(item.ThingId),
        { Kind: "MILESTONE_OVERDUE" or "MILESTONE_DUE" } => Under("actions", item),
        { Kind: "CLAIM_TO_VERIFY" or "NOT_APPLICABLE_TO_AGREE" } => CharterLinks.Check(item.ThingId),
        { Kind: "CLAIM_DISPUTED" } => CharterLinks.Of(item.ThingId),
        { Kind: "MESSAGES_NOT_HANDLED" } => MessagesLinks.List,
        { Kind: "STATEMENT_EVIDENCE_TO_CHECK" or "STATEMENT_EVIDENCE_DISPUTED", StatementDocument.Id: { } document } => StatementLinks.Claim(document, item.ThingId),
        { Kind: "WEBHOOK_FAILING" or "WEBHOOK_TURNED_OFF" } => WebhookLinks.Of(item.ThingId),
        { Kind: "RELEASE_TO_APPROVE" or "RELEASE_TO_PUBLISH" } => Under("releases", item),
        _ => null,
    };

    private static string Under(string folder, WorkItem item) => $"{Links.Staff}/{folder}/{Uri.EscapeDataString(item.ThingId)}";
}
