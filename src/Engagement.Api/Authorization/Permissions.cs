namespace Engagement.Api.Authorization;

/// <summary>What may be done, in the words a field's rule names it by.</summary>
public static class Permissions
{
    public const string ReadDrafts = "consultations.read-drafts";
    public const string EditConsultations = "consultations.edit";
    public const string EditSurveys = "surveys.edit";
    public const string ReadViews = "views.read";
    public const string CodeViews = "views.code";
    public const string ReadLoops = "loops.read";
    public const string Decide = "loops.decide";
    public const string PublishEntries = "entries.publish";
    public const string ReadMetrics = "metrics.read";
}
