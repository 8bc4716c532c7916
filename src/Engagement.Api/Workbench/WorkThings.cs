namespace Engagement.Api.Workbench;

/// <summary>What each kind of work is to be done with, as the schema calls it.</summary>
internal static class WorkThings
{
    public static string TypeOf(string kind) => kind switch
    {
        "UNREAD_VIEW" or "UNREAD_VIEW_ELSEWHERE" => "View",
        "THEME_NEEDS_RESPONSE" or "STANDING_THEME" => "Theme",
        "LOOP_DUE" or "COMMITMENT_OVERDUE" or "PROMISE_TO_MAKE" or "DECISION_REOPENED" or "CONFIRMATION_SAYS_NO" or "DECISION_TO_PUBLISH" or "ENTRY_TO_READ" or "ENTRY_TO_PUBLISH" => "Loop",
        "RESPONSE_DUE" => "Consultation",
        "CONTRIBUTION_WAITS" or "APPEAL_WAITS" => "ModeratedContribution",
        "SAFEGUARDING_OPEN" => "SafeguardingItem",
        "ERASURE_TO_DECIDE" or "KEY_TO_DESTROY" => "ErasureCase",
        "PAPER_TO_CHECK" or "PAPER_DIFFERS" => "PaperForm",
        "FEEDBACK_TO_ACKNOWLEDGE" or "COMPLAINT_TO_ANSWER" => "LoggedFeedback",
        "RENDITION_TO_APPROVE" => "Instrument",
        "MILESTONE_OVERDUE" or "MILESTONE_DUE" => "KeyAction",
        "CLAIM_TO_VERIFY" or "NOT_APPLICABLE_TO_AGREE" or "CLAIM_DISPUTED" => "CommissioningActivity",
        "STATEMENT_EVIDENCE_TO_CHECK" or "STATEMENT_EVIDENCE_DISPUTED" => "StatementClaim",
        "RELEASE_TO_APPROVE" or "RELEASE_TO_PUBLISH" => "Release",
        "WEBHOOK_FAILING" or "WEBHOOK_TURNED_OFF" => "Webhook",
        "MESSAGES_NOT_HANDLED" => "DeadLetter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody said what this work is to be done with."),
    };
}
