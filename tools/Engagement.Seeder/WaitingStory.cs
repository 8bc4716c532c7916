using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.LoggedFeedback;
using Engagement.Metrics;
using Engagement.Paper;
using Engagement.Privacy;
using Engagement.SignIn;
using Engagement.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Seeder;

/// <summary>
/// What waits for staff today: posts for moderators, one that may mean that somebody is at risk, one that went back to its author, an appeal, forms on
/// paper to check, somebody who asks to be erased, and complaints that nobody has acknowledged. And how many people there are, to compare with.
/// </summary>
internal static class WaitingStory
{
    public const int Posts = 9;
    public const int PaperForms = 4;

    private const string Name = "waiting";
    private const string Public = "public";

    /// <summary>The form that two people read differently.</summary>
    private const int Differs = 3;

    // The council's figures of January 2024, made up so that they add up to the county's 44,921.
    private static readonly (string District, int Count)[] Population =
    [
        ("E07000105", 3782), ("E07000106", 4486), ("E07000107", 3329), ("E07000108", 3317), ("E07000112", 3129), ("E07000109", 3047),
        ("E07000110", 5010), ("E07000111", 3434), ("E07000113", 4323), ("E07000114", 4010), ("E07000115", 3768), ("E07000116", 3286),
    ];

    private static readonly (FeedbackKind Kind, string Service, string Words, int ReceivedOn, bool IsAcknowledged, string? District)[] Log =
    [
        (FeedbackKind.Complaint, "annual-review", "The review was moved three times and each time I had taken the day off work.", -6, false, "E07000114"),
        (FeedbackKind.Complaint, "transport", "The taxi came forty minutes late for a week. Nobody rang, and nobody said sorry.", -3, false, "E07000107"),
        (FeedbackKind.Complaint, "statutory-assessment", "I was told six weeks. It is ten now and I have to ring to hear anything.", -12, true, null),
        (FeedbackKind.Compliment, "therapies", "The therapist showed us how to do it at home. That was the first time.", -4, false, "E07000106"),
        (FeedbackKind.Comment, "local-offer", "The search shows clubs that closed two years ago.", -2, false, null),
    ];

    public static async Task TellAsync(Storyteller teller)
    {
        await LoadPopulationAsync(teller);
        await NameFacilitatorAsync(teller);
        await PostAsync(teller);
        await KeyFormsAsync(teller);
        await LogAsync(teller);
        await DraftWordsAsync(teller);
    }

    /// <summary>Words for families: two wait for a family reader, one was found plain and waits to be published.</summary>
    private static async Task DraftWordsAsync(Storyteller teller)
    {
        foreach (var (index, point) in StrategyLoops.ToPublish.Take(3).Index())
        {
            var loop = StrategyLoops.LoopOf(point);
            await teller.Feedback.DraftEntryAsync(
                new DraftEntry(loop, point.YouSaid, $"We will act on this, and show here what has changed: {point.Title.ToLowerInvariant()}."),
                teller.OfficerOn(-9 + index, $"{Name}:words:{point.Key}"),
                teller.CancellationToken);
            if (index == 2)
            {
                await teller.Feedback.ApproveEntryAsync(
                    new ApproveEntry(loop, FamilyReader.ParentForum), Storyteller.ReaderOn(teller.Day(-3), $"{Name}:plain:{point.Key}"), teller.CancellationToken);
            }
        }
    }

    private static async Task LoadPopulationAsync(Storyteller teller) => await teller.Services.GetRequiredService<DenominatorSets>().LoadAsync(
        new LoadDenominatorSet(
            "Children and young people with SEND (demonstration)",
            "Made up for the demonstration, after the school census",
            new DateOnly(2024, 1, 18),
            "With a plan and with SEN support",
            Population.Sum(district => district.Count),
            [.. Population.Select(district => new DenominatorGroup(DenominatorDimension.District, district.District, district.Count))]),
        teller.OfficerOn(-60, $"{Name}:population") with { ActorRole = "analyst" },
        teller.CancellationToken);

    // Whoever signs in as a youth facilitator while the platform is being tried finds the young people's posts.
    private static Task NameFacilitatorAsync(Storyteller teller) => teller.Services.GetService<Pseudonyms>() is { } pseudonyms
        ? teller.Forums.NameFacilitatorAsync(
            new NameFacilitator(ForumStory.ForumId(ForumStory.Youth), pseudonyms.ActorOf("development", "youth-facilitator"), "Youth facilitator", teller.Day(-74)),
            ForumStory.RunBy(ForumStory.Youth, teller.Day(-60), $"{Name}:facilitator"),
            teller.CancellationToken)
        : Task.CompletedTask;

    private static async Task PostAsync(Storyteller teller)
    {
        var north = OpenForumStory.TopicId(ForumStory.North);
        var east = OpenForumStory.TopicId(ForumStory.East);
        var youth = OpenForumStory.TopicId(ForumStory.Youth);

        await PostAsync(teller, north, "north-1", "A timetable with pictures before the holidays. We could practise it all summer.", -3);
        await PostAsync(teller, north, "north-2", "Could the new school ring us once before the first day? Ten minutes would do.", -2);
        await PostAsync(teller, north, "north-3", "Since September my son says: I don’t feel safe at school. Whom do I tell?", -1);
        await PostAsync(teller, east, "east-1", "One page with what was decided. The plan itself is 38 pages.", -1);
        await PostAsync(teller, youth, "youth-1", "Do not plan it on a Friday afternoon. I am tired by then.", -2);
        await PostAsync(teller, youth, "youth-2", "Let us choose the room.", -1);
        await PostAsync(teller, youth, "youth-3", "Adults should know that I hurt myself when it gets too loud and nobody listens.", -1);

        var returned = await PostAsync(teller, east, "east-2", "Please ring me about my daughter’s plan, I am at home on 01632 960 441 after six.", -4);
        await teller.Moderation.ReturnAsync(
            new ReturnContribution(returned.Id, ReturnReason.ContactDetails, "Please take the telephone number out. Anybody can read this."),
            ForumStory.RunBy(ForumStory.East, teller.Day(-3), $"{Name}:east-2:return"),
            teller.CancellationToken);

        var refused = await PostAsync(teller, north, "north-4", "The people in that office are idiots, all of them.", -5);
        await teller.Moderation.RefuseAsync(
            new RefuseContribution(refused.Id, RefusalReason.Abusive, "This attacks people. Please say what went wrong, without that."),
            ForumStory.RunBy(ForumStory.North, teller.Day(-4), $"{Name}:north-4:refuse"),
            teller.CancellationToken);
        await teller.Contributions.AppealAsync(
            new MakeAppeal(refused.Id, "I was angry, and I had waited an hour on the telephone. I did not name anybody."),
            Family(teller, -3, "north-4") with { IdempotencyKey = Storyteller.KeyOf($"{Name}:north-4:appeal") },
            teller.CancellationToken);

        // Somebody whose words wait asks for everything to be erased: the month runs.
        await teller.Services.GetRequiredService<PrivacyCommands>().RequestErasureAsync(
            new RequestErasure(returned.AuthorId, SubjectKind.Contributor),
            Family(teller, -2, "east-2") with { IdempotencyKey = Storyteller.KeyOf($"{Name}:erase") },
            teller.CancellationToken);
    }

    private static Task<PostedContribution> PostAsync(Storyteller teller, Guid topic, string name, string text, int day) => teller.Contributions.PostAsync(
        new PostContribution(topic, Storyteller.KeyOf($"{Name}:{name}"), text, null), Family(teller, day, name), teller.CancellationToken);

    private static CommandContext Family(Storyteller teller, int day, string name) =>
        Storyteller.PublicAt(new DateTimeOffset(teller.Day(day), new TimeOnly(18, 20), TimeSpan.Zero)) with { ActorId = ForumStory.Person($"{Name}:{name}") };

    private static async Task KeyFormsAsync(Storyteller teller)
    {
        var room = new PaperRoom(teller, Wave.IdFor(Storyteller.IdOf("consultation", OpenConsultationStory.Name)));
        string[] answers = ["agree", "strongly-disagree", "neither", "disagree"];
        string[] words =
        [
            "A club on Saturdays that my son can walk to.", "Tell us by letter when a place is free.", "The bus does not go there on Sundays.", "More swimming, please.",
        ];
        for (var i = 1; i <= PaperForms; i++)
        {
            var sheet = new PaperSheet(
                teller.Day(-6),
                new FilledForm([new("P1", answers[i - 1], null), new("phase", "primary", null), new(DemonstrationSurvey.FreeTextKey, null, words[i - 1])])
                {
                    Audience = Audience.ParentsAndCarers,
                });
            await room.BeginAsync($"SB-{i:000}", sheet, $"{Name}:paper-{i}", teller.Day(-5), differs: i == Differs);
        }
    }

    private static async Task LogAsync(Storyteller teller)
    {
        var log = teller.Services.GetRequiredService<LogCommands>();
        for (var i = 0; i < Log.Length; i++)
        {
            var (kind, service, words, day, isAcknowledged, district) = Log[i];
            var id = await log.LogAsync(
                new LogFeedback(kind, service, words, teller.Day(day), district), teller.OfficerOn(day, $"{Name}:log-{i + 1}"), teller.CancellationToken);
            if (isAcknowledged)
                await log.AcknowledgeAsync(new AcknowledgeFeedback(id), teller.OfficerOn(day + 2, $"{Name}:log-{i + 1}:acknowledge"), teller.CancellationToken);
        }
    }
}
