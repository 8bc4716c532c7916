namespace Engagement.Api.Authorization;

/// <summary>What may be done, in the words a field's rule names it by. Who may do it, and how far: <see cref="RoleTable"/>.</summary>
public static class Permissions
{
    public const string ReadDrafts = "consultations.read-drafts";
    public const string EditConsultations = "consultations.edit";
    public const string PublishReports = "consultations.publish-report";
    public const string EditSurveys = "surveys.edit";
    public const string RunWaves = "waves.run";
    public const string KeyPaper = "paper.key";
    public const string CheckPaper = "paper.check";
    public const string ReadExactResults = "results.read-exact";
    public const string ReadMetrics = "metrics.read";
    public const string LoadDenominators = "metrics.load-denominators";
    public const string RecordFeedbackPoints = "feedback-points.record";
    public const string CollateFeedbackPoints = "feedback-points.collate";
    public const string ReadWorkbench = "workbench.read";
    public const string ReadViews = "views.read";
    public const string CodeViews = "views.code";
    public const string CodeAgain = "views.code-again";
    public const string EditThemes = "themes.edit";
    public const string ReadLoops = "loops.read";
    public const string Decide = "loops.decide";
    public const string SignPlainLanguage = "entries.sign-plain-language";
    public const string PublishEntries = "entries.publish";
    public const string ConfirmForFamilies = "loops.confirm-for-families";
    public const string RunForums = "forums.run";
    public const string Moderate = "contributions.moderate";
    public const string ChangeOwnContributions = "contributions.change-own";
    public const string RunGovernance = "governance.run";
    public const string Nominate = "governance.nominate";
    public const string ReadCharter = "charter.read";
    public const string RunCharter = "charter.run";
    public const string ClaimEvidence = "charter.claim";
    public const string VerifyClaims = "charter.verify";
    public const string OpenSafeguarding = "safeguarding.open";
    public const string ReadActivities = "activities.read";
    public const string EditActivities = "activities.edit";
    public const string ReadLoggedFeedback = "logged-feedback.read";
    public const string AnswerLoggedFeedback = "logged-feedback.answer";
    public const string ChangeOwnRecord = "participants.change-own";
    public const string RecordAccessNeeds = "participants.record-access-needs";
    public const string RequestErasure = "erasure.request";
    public const string DecideErasure = "erasure.decide";
    public const string DestroyKeys = "erasure.destroy-keys";
    public const string ReadRetention = "retention.read";
    public const string ReadReleases = "releases.read";
    public const string DraftReleases = "releases.draft";
    public const string ApproveReleases = "releases.approve";
    public const string Export = "data.export";
    public const string ReadAccessLog = "access-log.read";
    public const string ManageApiKeys = "api-keys.manage";
    public const string EndSessions = "sessions.end-others";
    public const string ManageAccounts = "accounts.manage";
}
