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

    /// <summary>What stands beside the phases of school.</summary>
    public static IReadOnlyList<OptionSymbol> SchoolSymbols { get; } =
        [new("early-years", "baby"), new("primary", "playground"), new("secondary", "student"), new("post-16", "work")];

    public static IReadOnlyList<RenderedItem> Items { get; } =
    [
        Words(StrategySurvey.SectionKey, "Our plan", StrategyWords.EasyReadProposal, symbol: "plan"),
        Words("who", "Who are you?", symbol: "me") with
        {
            OptionSymbols = [new("parent-carer", "family"), new("young-person", "child"), new("organisation", "work")],
        },
        Statement("P1", "school", "The school can give my child the help they need."),
        Statement("P2", "teacher", "The staff at school know how to help my child."),
        Statement("P3", "help", "Children with SEND get good help where we live."),
        Statement("P4", "internet", "The Local Offer website helped me."),
        Statement("P5", "question", "I know what help there is. I know who to ask."),
        Statement("P6", "information", "I get the facts I need, when I need them."),
        Statement("P7", "letter", "The forms and letters are easy to understand."),
        Statement("P8", "form", "The plan says what my child needs."),
        Statement("P9", "happy", "My child gets help to be healthy and happy."),
        Statement("Y1", "internet", "The Local Offer website helped me."),
        Statement("Y2", "star", "I do my best at school, college or work."),
        Statement("Y3", "listen", "People listen to me. They show me what changed."),
        Statement("T1", "learn", "I have had training about the SEND rules."),
        Statement("T2", "law", "I know what the law says I must do."),
        Words("phase", "What kind of school is it?", "If there is more than one child, think of one.", "school") with { OptionSymbols = SchoolSymbols },
        Words("district", "Where do you live?", symbol: "home"),
        Words("need", "What do you need most help with?", symbol: "help") with
        {
            OptionSymbols =
            [
                new("communication", "talk"), new("learning", "learn"), new("mental-health", "mind"), new("physical", "body"), new("sensory", "hearing"),
            ],
        },
        Words(DemonstrationSurvey.FreeTextKey, "What one thing would help you most?", "Please do not write names.", "idea"),
        Words(StrategySurvey.ElseKey, "Do you want to tell us more?", "Please do not write names.", "say"),
    ];

    /// <summary>The answer in Easy Read that is nearest to one of the five points.</summary>
    public static string PointOf(string answer) => Points.GetValueOrDefault(answer, answer);

    private static RenderedItem Words(string key, string text, string? hint = null, string? symbol = null) => new(key, text, hint, [], null) { Symbol = symbol };

    private static RenderedItem Statement(string key, string symbol, string text) =>
        new(key, text, null, [], AnswerScales.EasyReadAgreement.Key) { Symbol = symbol };
}
