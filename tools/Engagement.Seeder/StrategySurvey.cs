using Bogus;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Seeder.Texts;
using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>The statements and questions of the long stories, and how they are answered.</summary>
internal static class StrategySurvey
{
    public const string ElseKey = "else";

    /// <summary>The one section of the consultation's survey, under which the proposal stands.</summary>
    public const string SectionKey = "plan";

    private const float ProxyShare = 0.04f;

    private static readonly string[] Agreement = ["strongly-agree", "agree", "neither", "disagree", "strongly-disagree", "not-sure"];
    private static readonly float[] ParentWeights = [0.1f, 0.25f, 0.17f, 0.25f, 0.15f, 0.08f];
    private static readonly float[] YoungWeights = [0.16f, 0.33f, 0.2f, 0.15f, 0.08f, 0.08f];
    private static readonly float[] StaffWeights = [0.12f, 0.36f, 0.2f, 0.2f, 0.08f, 0.04f];
    private static readonly string[] Needs = ["autism", "communication", "learning", "mental-health", "physical", "sensory", "other", "prefer-not-to-say"];
    private static readonly float[] NeedWeights = [0.34f, 0.17f, 0.16f, 0.14f, 0.07f, 0.05f, 0.03f, 0.04f];

    private static readonly (string Key, string Text, Voice Voice)[] Statements =
    [
        ("P1", "I am confident my child's school or setting can meet their needs", Voice.Parents),
        ("P2", "I am confident my child's school or setting has the knowledge and skills to do so", Voice.Parents),
        ("P3", "The local area meets the needs of children with SEND", Voice.Parents),
        ("P4", "I found information on the Local Offer useful", Voice.Parents),
        ("P5", "I know what can be offered for my child and who to speak to", Voice.Parents),
        ("P6", "I get the right information at the right time", Voice.Parents),
        ("P7", "The assessment process and documents are clear", Voice.Parents),
        ("P8", "The plan is a good reflection of my child's needs", Voice.Parents),
        ("P9", "My child's wider health, wellbeing and care needs are supported", Voice.Parents),
        ("Y1", "I found the Local Offer useful", Voice.YoungPeople),
        ("Y2", "I am the best that I can be at school, college or work", Voice.YoungPeople),
        ("Y3", "People listen and show me what changed", Voice.YoungPeople),
        ("T1", "I have received training on the SEND Code", Voice.Organisations),
        ("T2", "I am confident in my knowledge of the statutory responsibilities", Voice.Organisations),
    ];

    public static Question[] Questions { get; } =
    [
        new(
            "who",
            QuestionKind.SingleChoice,
            "Who are you answering as?",
            null,
            false,
            [
                new("parent-carer", "A parent or carer"),
                new("young-person", "A young person"),
                new("organisation", "An organisation, or somebody who works with children"),
            ]),
        .. Statements.Select(s => new Question(s.Key, QuestionKind.Agreement, s.Text, null, true, [])),
        new(
            "phase",
            QuestionKind.SingleChoice,
            "Which phase is your child or young person in?",
            "If you answer for more than one, choose the one you think of first",
            true,
            [new("early-years", "Early years"), new("primary", "Primary"), new("secondary", "Secondary"), new("post-16", "After 16")])
        {
            Tags = [QuestionTags.Phase],
        },
        new(
            "district",
            QuestionKind.SingleChoice,
            "Which district do you live in?",
            null,
            true,
            [.. District.All.Select(d => new QuestionOption(d.Code, d.Name)), new(DistrictShares.Unknown, "Prefer not to say")])
        {
            Tags = [QuestionTags.District],
        },
        new(
            "need",
            QuestionKind.SingleChoice,
            "Which need comes first?",
            null,
            true,
            [
                new("autism", "Autism"),
                new("communication", "Speech, language and communication"),
                new("learning", "Learning"),
                new("mental-health", "Social, emotional and mental health"),
                new("physical", "Physical"),
                new("sensory", "Hearing or sight"),
                new("other", "Another need"),
                new("prefer-not-to-say", "Prefer not to say"),
            ])
        {
            Tags = [QuestionTags.Need],
        },
        new(DemonstrationSurvey.FreeTextKey, QuestionKind.FreeText, "What one change would help most?", "Please do not name people or schools", true, []),
        new(ElseKey, QuestionKind.FreeText, "Is there anything else you want to tell us?", "Please do not name people or schools", true, []),
    ];

    /// <summary>What one person answers, and what of it are views.</summary>
    public static AnsweredForm Answer(ViewWriter writer, Voice voice, bool easyRead, int number, Randomizer random)
    {
        var first = random.Bool(0.86f) ? (easyRead ? writer.WriteEasyRead(number) : writer.Write(voice, number)) : null;
        var second = !easyRead && random.Bool(0.34f) ? writer.Write(voice, number + 1_000_000) : null;
        var who = voice switch { Voice.Parents => "parent-carer", Voice.YoungPeople => "young-person", _ => "organisation" };
        var answers = new List<GivenAnswer> { Choice("who", who) };
        var weights = voice switch { Voice.Parents => ParentWeights, Voice.YoungPeople => YoungWeights, _ => StaffWeights };
        answers.AddRange(Statements.Where(s => s.Voice == voice && random.Bool(0.96f))
            .Select(s => random.WeightedRandom(Agreement, weights) is var point && easyRead
                ? Choice(s.Key, StrategyRendition.PointOf(point))
                : Choice(s.Key, point)));
        if (voice == Voice.Parents)
        {
            answers.Add(Choice("phase", first?.Phase ?? Persona.Of(random).Phase));
            answers.Add(Choice("need", random.WeightedRandom(Needs, NeedWeights)));
        }

        answers.Add(Choice("district", random.WeightedRandom(DistrictShares.Answers, DistrictShares.OfAnswers)));
        var views = new List<WrittenAnswer>();
        if (first is not null)
            views.Add(new WrittenAnswer(DemonstrationSurvey.FreeTextKey, first));
        if (second is not null)
            views.Add(new WrittenAnswer(ElseKey, second));

        answers.AddRange(views.Select(view => new GivenAnswer(view.QuestionKey, null, view.Written.Text)));
        return new AnsweredForm(answers, views, voice != Voice.Organisations && random.Bool(ProxyShare), AudienceOf(voice))
        {
            Rendition = easyRead ? RenditionKind.EasyRead : RenditionKind.Standard,
        };
    }

    private static Audience AudienceOf(Voice voice) => voice switch
    {
        Voice.Parents => Audience.ParentsAndCarers,
        Voice.YoungPeople => Audience.YoungPeople,
        _ => Audience.Organisations,
    };

    private static GivenAnswer Choice(string question, string option) => new(question, option, null);
}
