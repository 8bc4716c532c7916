using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>What a report waits for.</summary>
/// <param name="UnfinishedViews">How many views have neither a theme nor a reason why they have none.</param>
/// <param name="ThemesWithoutResponse">How many themes nobody has responded to.</param>
public sealed record ReportReadiness(int UnfinishedViews, int ThemesWithoutResponse)
{
    /// <summary>In words, what blocks the report of a consultation in a state; empty where nothing does.</summary>
    public IReadOnlyList<Refusal> Blocks(ConsultationState state)
    {
        var blocks = new List<Refusal>();
        if (state != ConsultationState.Closed)
            blocks.Add(new Refusal("NOT_CLOSED", "This consultation has not closed yet"));

        if (UnfinishedViews > 0)
            blocks.Add(new Refusal("VIEWS_UNFINISHED", UnfinishedViews == 1 ? "1 view is still to be coded" : $"{UnfinishedViews} views are still to be coded"));

        if (ThemesWithoutResponse > 0)
        {
            blocks.Add(new Refusal(
                "THEMES_WITHOUT_RESPONSE",
                ThemesWithoutResponse == 1 ? "1 theme still needs a response" : $"{ThemesWithoutResponse} themes still need a response"));
        }

        return blocks;
    }
}
