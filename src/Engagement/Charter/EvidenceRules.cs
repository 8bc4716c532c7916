using Engagement.Activities;
using static Engagement.Activities.CycleStage;
using static Engagement.Activities.EngagementLevel;
using static Engagement.Charter.EvidenceKind;

namespace Engagement.Charter;

/// <summary>All versions of the rules by which evidence finds itself. [ours]</summary>
public static class EvidenceRules
{
    /// <summary>The charter of what young people expect of commissioners.</summary>
    public const string Youth = "Youth charter";

    /// <summary>The charter of working with families as equals.</summary>
    public const string CoProduction = "SEND co-production charter";

    private const EvidenceKind Held = EvidenceKind.ActivityHeld;

    public static EvidenceRuleSet Version1 { get; } = new(
        1,
        new DateOnly(2019, 6, 1),
        [
            Rule("youth-include-analyse", Youth, "include", Analyse, Held, Consulting, "Young people or families were heard while it was found out what is needed"),
            Rule("youth-include-analyse-survey", Youth, "include", Analyse, WaveClosed, null, "Anybody affected could answer a survey while it was found out what is needed"),
            Rule("youth-listen-analyse-topic", Youth, "listen", Analyse, TopicClosed, null, "What families wrote in a forum was there while it was found out what is needed"),
            Rule("youth-lead-plan", Youth, "lead", Plan, Held, CoDesigning, "Those who took part made the plan with us, or decided as equals"),
            Rule("youth-include-plan", Youth, "include", Plan, Held, Engaging, "Those affected were heard while the plan was made"),
            Rule("youth-lead-do", Youth, "lead", Do, Held, CoDesigning, "Those who took part had a hand in choosing who provides the service"),
            Rule("youth-respect-do", Youth, "respect", Do, Held, Engaging, "Those affected were heard while it was done"),
            Rule("youth-honest-do", Youth, "honest", Do, LoopPublished, null, "We said in public what is done about what they said, and what is not"),
            Rule("youth-listen-review", Youth, "listen", Review, LoopConfirmed, null, "Families say that our answer answers them"),
            Rule("youth-honest-review", Youth, "honest", Review, LoopClosed, null, "Those who said it were told, and what was promised was done"),
            Rule("youth-support-review", Youth, "support", Review, Held, Consulting, "Those who use the service were asked whether it helps them"),
            Rule("youth-include-review-survey", Youth, "include", Review, WaveClosed, null, "Anybody affected could say in a survey whether it helps them"),
            Rule("equal-plan", CoProduction, "equal", Plan, Held, CoDesigning, "Families made the plan with us"),
            Rule("equal-do", CoProduction, "equal", Do, Held, CoProducing, "Families decided with us as equals"),
            Rule("early-analyse", CoProduction, "early", Analyse, Held, Consulting, "Families were asked before there was a plan"),
            Rule("early-analyse-survey", CoProduction, "early", Analyse, WaveClosed, null, "Families answered a survey before there was a plan"),
            Rule("informed-do", CoProduction, "informed", Do, LoopPublished, null, "We said in public what is done about what families said"),
            Rule("accessible-analyse", CoProduction, "accessible", Analyse, TopicClosed, null, "Families could say it from home, when it suited them"),
            Rule("accountable-review", CoProduction, "accountable", Review, LoopClosed, null, "Families were told, and what was promised was done"),
            Rule("accountable-review-confirmed", CoProduction, "accountable", Review, LoopConfirmed, null, "Families say that our answer answers them"),
            Rule("accessible-review", CoProduction, "accessible", Review, WaveClosed, null, "Anybody affected could say in a survey whether the service helps"),
        ]);

    /// <summary>Meetings of groups that keep to the charter count too.</summary>
    public static EvidenceRuleSet Version2 { get; } = new(
        2,
        new DateOnly(2026, 11, 1),
        [
            .. Version1.Rules,
            Rule("early-analyse-seat", CoProduction, "early", Analyse, RepresentativesAttended, null, "Parents’ representatives were there when the group met, before there was a plan"),
            Rule("equal-plan-seat", CoProduction, "equal", Plan, RepresentativesAttended, null, "Parents’ representatives sat in the group while the plan was made"),
            Rule("equal-do-seat", CoProduction, "equal", Do, RepresentativesAttended, null, "Parents’ representatives sat in the group while it was done"),
            Rule("accountable-review-seat", CoProduction, "accountable", Review, RepresentativesAttended, null, "Parents’ representatives were there when the group looked at what came of it"),
        ]);

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<EvidenceRuleSet> All { get; } = [Version1, Version2];

    /// <summary>Those in use on a day; before the first, the first.</summary>
    public static EvidenceRuleSet On(DateOnly day) => All.LastOrDefault(version => version.From <= day) ?? All[0];

    /// <summary>Whether there is, or was, such a rule.</summary>
    public static bool IsRule(string? name) => name is not null && All.Any(version => version.Rules.Any(rule => version.NameOf(rule) == name));

    private static EvidenceRule Rule(
        string key, string charter, string principle, CycleStage stage, EvidenceKind kind, EngagementLevel? least, string why) =>
        new(key, charter, principle, stage, kind, least, why);
}
