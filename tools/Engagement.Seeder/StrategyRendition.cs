using Engagement.Consultations;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>The survey of the strategy in Easy Read: the same questions in short sentences, with three answers to each statement.</summary>
internal static class StrategyRendition
{
    public static RenditionName EasyRead { get; } = new(RenditionKind.EasyRead, "en");

    private static readonly Dictionary<string, string> Points = new()
    {
        ["strongly-agree"] = "easy-agree",
        ["agree"] = "easy-agree",
        ["neither"] = "easy-neither",
        ["disagree"] = "easy-disagree",
        ["strongly-disagree"] = "easy-disagree",
    };

    public static IReadOnlyList<RenderedItem> Items { get; } =
    [
        Words(StrategySurvey.SectionKey, "Our plan", StrategyWords.EasyReadProposal),
        Words("who", "Who are you?"),
        Statement("P1", "The school can give my child the help they need."),
        Statement("P2", "The staff at school know how to help my child."),
        Statement("P3", "Children with SEND get good help where we live."),
        Statement("P4", "The Local Offer website helped me."),
        Statement("P5", "I know what help there is. I know who to ask."),
        Statement("P6", "I get the facts I need, when I need them."),
        Statement("P7", "The forms and letters are easy to understand."),
        Statement("P8", "The plan says what my child needs."),
        Statement("P9", "My child gets help to be healthy and happy."),
        Statement("Y1", "The Local Offer website helped me."),
        Statement("Y2", "I do my best at school, college or work."),
        Statement("Y3", "People listen to me. They show me what changed."),
        Statement("T1", "I have had training about the SEND rules."),
        Statement("T2", "I know what the law says I must do."),
        Words("phase", "What kind of school is it?", "If there is more than one child, think of one."),
        Words("district", "Where do you live?"),
        Words("need", "What do you need most help with?"),
        Words(DemonstrationSurvey.FreeTextKey, "What one thing would help you most?", "Please do not write names."),
        Words(StrategySurvey.ElseKey, "Do you want to tell us more?", "Please do not write names."),
    ];

    /// <summary>The answer in Easy Read that is nearest to one of the five points.</summary>
    public static string PointOf(string answer) => Points.GetValueOrDefault(answer, answer);

    private static RenderedItem Words(string key, string text, string? hint = null) => new(key, text, hint, [], null);

    private static RenderedItem Statement(string key, string text) => new(key, text, null, [], AnswerScales.EasyReadAgreement.Key);
}
