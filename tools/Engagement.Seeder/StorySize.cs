namespace Engagement.Seeder;

/// <summary>
/// How much of the long stories is told. A smaller profile tells the beginning of the same lists, so that a thing has one name in all of them.
/// </summary>
/// <param name="Activities">Activities of the Written Statement, of 221.</param>
/// <param name="WavePercent">How much of each survey wave of the Written Statement, of 100.</param>
/// <param name="FeedbackMonths">Months of feedback points, of 19.</param>
/// <param name="ForumTopics">Topics of each forum, of 12.</param>
/// <param name="Online">Online responses to the strategy consultation.</param>
/// <param name="Paper">On paper.</param>
/// <param name="EasyRead">In Easy Read.</param>
/// <param name="Organisations">Of organisations.</param>
/// <param name="Listening">Responses to the listening exercises, which are there for their number.</param>
internal sealed record StorySize(
    int Activities, int WavePercent, int FeedbackMonths, int ForumTopics, int Online, int Paper, int EasyRead, int Organisations, int Listening)
{
    private static readonly StorySize Whole = new(
        Activities: 221, WavePercent: 100, FeedbackMonths: 19, ForumTopics: 12, Online: 900, Paper: 60, EasyRead: 45, Organisations: 12, Listening: 0);

    /// <summary>To the strategy consultation: one parent answers online and on paper, and one letter comes late.</summary>
    public int Responses => Online + Paper + EasyRead + Organisations + Math.Min(Paper, 1) + 1;

    /// <summary>Null where only the sample is told.</summary>
    public static StorySize? Of(DemonstrationProfile profile) => profile switch
    {
        DemonstrationProfile.Small => new StorySize(
            Activities: 60, WavePercent: 6, FeedbackMonths: 1, ForumTopics: 1, Online: 380, Paper: 30, EasyRead: 22, Organisations: 12, Listening: 0),
        DemonstrationProfile.Medium => Whole with { Listening = 7_000 },
        DemonstrationProfile.Large => Whole with { Listening = 600_000 },
        _ => null,
    };
}
