namespace Engagement.Seeder;

/// <summary>
/// How much of the long stories is told. A smaller profile tells the beginning of the same lists, so that a thing has one name in all of them.
/// </summary>
/// <param name="Activities">Activities of the Written Statement, of 221.</param>
/// <param name="Online">Online responses to the strategy consultation.</param>
/// <param name="Paper">On paper.</param>
/// <param name="EasyRead">In Easy Read.</param>
/// <param name="Organisations">Of organisations.</param>
/// <param name="Listening">Responses to the listening exercises, which are there for their number.</param>
internal sealed record StorySize(int Activities, int Online, int Paper, int EasyRead, int Organisations, int Listening)
{
    /// <summary>To the strategy consultation: one parent answers online and on paper.</summary>
    public int Responses => Online + Paper + EasyRead + Organisations + Math.Min(Paper, 1);

    /// <summary>Null where only the sample is told.</summary>
    public static StorySize? Of(DemonstrationProfile profile) => profile switch
    {
        DemonstrationProfile.Small => new StorySize(Activities: 140, Online: 700, Paper: 48, EasyRead: 36, Organisations: 12, Listening: 0),
        DemonstrationProfile.Medium => new StorySize(Activities: 221, Online: 900, Paper: 60, EasyRead: 45, Organisations: 12, Listening: 14_000),
        DemonstrationProfile.Large => new StorySize(Activities: 221, Online: 900, Paper: 60, EasyRead: 45, Organisations: 12, Listening: 600_000),
        _ => null,
    };
}
