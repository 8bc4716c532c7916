using Bogus;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>The questions of the demonstration, and how often each answer is given.</summary>
internal static class DemonstrationSurvey
{
    public const string FreeTextKey = "change";

    private static readonly string[] Agreement = ["strongly-agree", "agree", "neither", "disagree", "strongly-disagree", "not-sure"];
    private static readonly float[] AgreementWeights = [0.12f, 0.26f, 0.16f, 0.24f, 0.14f, 0.08f];
    private static readonly string[] Phases = ["early-years", "primary", "secondary", "post-16"];
    private static readonly float[] PhaseWeights = [0.12f, 0.40f, 0.36f, 0.12f];

    public static Question[] Questions(string statement, string freeText) =>
    [
        new("P1", QuestionKind.Agreement, statement, null, false, []),
        new(
            "phase",
            QuestionKind.SingleChoice,
            "Which phase is your child or young person in?",
            "If you answer for more than one, choose the one you think of first",
            true,
            [
                new("early-years", "Early years"),
                new("primary", "Primary"),
                new("secondary", "Secondary"),
                new("post-16", "After 16"),
            ]),
        new(FreeTextKey, QuestionKind.FreeText, freeText, "Please do not name people or schools", true, []),
    ];

    public static IReadOnlyList<GivenAnswer> Answer(Randomizer random) =>
    [
        new("P1", random.WeightedRandom(Agreement, AgreementWeights), null),
        new("phase", random.WeightedRandom(Phases, PhaseWeights), null),
    ];
}
