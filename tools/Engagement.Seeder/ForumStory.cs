using Bogus;
using Engagement.Common;
using Engagement.Forums;
using Engagement.Seeder.Texts;

namespace Engagement.Seeder;

/// <summary>
/// Four forums of Kent PACT with twelve topics each, and one for young people: 720 and 200 contributions, of which about 6% go back to their authors, 2%
/// are refused, and one in two hundred is held because somebody may need help.
/// </summary>
internal static class ForumStory
{
    public const int Topics = 12;
    public const int PerTopic = 15;
    public const int YouthTopics = 10;
    public const int PerYouthTopic = 20;

    /// <summary>Contributions of the first topic of the first forum whose story is told on purpose, so that each profile has it.</summary>
    public const int Edited = 3;
    public const int Overturned = 5;
    public const int Upheld = 9;

    /// <summary>Of the first topic of the young people's forum.</summary>
    public const int Disclosed = 12;

    /// <summary>Which of the forums.</summary>
    public const int North = 0;
    public const int East = 2;
    public const int Youth = 4;

    private const string Name = "forums";
    private const int Seed = 2019_09;
    private const string FacilitatorRole = "Youth facilitator";
    private const string Heard =
        "Many of you find this hard, and some have met one person who made it easy. You want to be told earlier, and by somebody you know. We sent both on.";

    private const int DaysOpen = 30;
    private const int DaysBetween = 45;

    private static readonly DateOnly Established = new(2019, 6, 10);
    private static readonly ViewWriter Writer = new(Seed);
    private static readonly Guid Coordinator = Person("pact-coordinator");
    private static readonly Guid OtherCoordinator = Person("other-pact-coordinator");
    private static readonly Guid Facilitator = Person("youth-facilitator");
    private static readonly Guid OtherFacilitator = Person("other-youth-facilitator");

    private static readonly (string Key, string Title, Voice Voice)[] Forums =
    [
        ("north", "Kent PACT forum, north of the county", Voice.Parents),
        ("south", "Kent PACT forum, south of the county", Voice.Parents),
        ("east", "Kent PACT forum, east of the county", Voice.Parents),
        ("west", "Kent PACT forum, west of the county", Voice.Parents),
        ("youth", "Youth Voice", Voice.YoungPeople),
    ];

    public static Guid ForumId(int forum) => Storyteller.IdOf("forum", $"{Name}:{Forums[forum].Key}");

    public static Guid ContributionId(int number) => ContributionId(0, number);

    public static Guid YouthContributionId(int number) => ContributionId(Youth, number);

    public static int Contributions(StorySize size) => 4 * size.ForumTopics * PerTopic + YouthTopicsOf(size) * PerYouthTopic;

    public static async Task TellAsync(Storyteller teller, StorySize size, LoadProgress progress)
    {
        var topics = new List<(int Forum, int Topic)>();
        for (var forum = 0; forum < Forums.Length; forum++)
        {
            await EstablishAsync(teller, forum);
            var count = Forums[forum].Voice == Voice.YoungPeople ? YouthTopicsOf(size) : size.ForumTopics;
            topics.AddRange(Enumerable.Range(0, count).Select(topic => (forum, topic)));
        }

        await teller.AtOnceAsync(topics, topic => TellAsync(teller, topic.Forum, topic.Topic, progress));
    }

    /// <summary>A check lasts three years, so whoever moderates the young people's forum today has been checked since.</summary>
    public static async Task CheckFacilitatorsAgainAsync(Storyteller teller, DateOnly day)
    {
        Guid[] facilitators = [Facilitator, OtherFacilitator];
        for (var i = 0; i < facilitators.Length; i++)
        {
            await teller.Forums.NameFacilitatorAsync(
                new NameFacilitator(ForumId(Youth), facilitators[i], FacilitatorRole, day.AddDays(-14)),
                RunBy(Youth, day, $"{Name}:facilitator-{i + 1}"),
                teller.CancellationToken);
        }
    }

    public static Guid Person(string name) => DeterministicId.From("demonstration-participant", name);

    /// <summary>Whoever runs the forum: Kent PACT its own, an officer for young people theirs.</summary>
    public static CommandContext RunBy(int forum, DateOnly day, string name) => Forums[forum].Voice == Voice.YoungPeople
        ? Storyteller.OfficerOn(day, name) with { ActorRole = "youth-participation-officer", ActorId = Facilitator }
        : Storyteller.OfficerOn(day, name) with { ActorRole = "pact-coordinator", ActorId = Coordinator };

    public static async Task SupportAsync(Storyteller teller, Guid contribution, string name, DateOnly day, int supporters)
    {
        for (var i = 1; i <= supporters; i++)
        {
            await teller.Contributions.SupportAsync(
                new SupportContribution(contribution),
                Storyteller.OfficerOn(day, $"{name}:support-{i}") with { ActorRole = "public", ActorId = Person($"{name}:supporter-{i}") },
                teller.CancellationToken);
        }
    }

    private static Guid ContributionId(int forum, int number) => Contribution.IdFor(
        Storyteller.IdOf("topic", TopicName(forum, 0)), Storyteller.KeyOf($"{TopicName(forum, 0)}:{number}"));

    private static string TopicName(int forum, int topic) => $"{Name}:{Forums[forum].Key}:topic-{topic + 1}";

    private static int YouthTopicsOf(StorySize size) => (size.ForumTopics * YouthTopics + Topics - 1) / Topics;

    private static Task<Guid> EstablishAsync(Storyteller teller, int forum)
    {
        var (key, title, voice) = Forums[forum];
        var young = voice == Voice.YoungPeople;
        Facilitator[] facilitators =
        [
            new(Facilitator, FacilitatorRole, new DateOnly(2019, 1, 14)), new(OtherFacilitator, FacilitatorRole, new DateOnly(2019, 2, 4)),
        ];
        return teller.Forums.EstablishAsync(
            new EstablishForum(
                $"{title} (demonstration)",
                young
                    ? "For young people to say how things are. Two facilitators read everything before it is shown."
                    : "For parents and carers to talk about what works and what does not. What Kent PACT sends on, officers answer.",
                young ? ForumOwner.Council : ForumOwner.KentPact,
                young ? ForumAgeBand.Under18 : ForumAgeBand.EighteenAndOver,
                young ? Audience.YoungPeople : Audience.ParentsAndCarers,
                ModerationMode.BeforeShown,
                young ? facilitators : []),
            RunBy(forum, Established, $"{Name}:{key}"),
            teller.CancellationToken);
    }

    private static async Task TellAsync(Storyteller teller, int forum, int number, LoadProgress progress)
    {
        var voice = Forums[forum].Voice;
        TextPoint[] points = [.. TextBank.Instance.ByVoice[voice]];
        var about = points[(number * 2 + forum * 7) % points.Length];
        var name = TopicName(forum, number);
        var opens = Established.AddDays(7 + number * DaysBetween);
        var topic = await teller.Forums.PublishTopicAsync(
            new PublishTopic(
                ForumId(forum), $"{about.Title}: how is it for you?", about.YouSaid, opens, opens.AddDays(DaysOpen), null),
            RunBy(forum, opens.AddDays(-2), name),
            teller.CancellationToken);

        Guid? post = null;
        var contributions = voice == Voice.YoungPeople ? PerYouthTopic : PerTopic;
        for (var i = 1; i <= contributions; i++)
        {
            var shown = await ContributeAsync(teller, forum, topic, about, name, opens.AddDays(DaysOpen * (i - 1) / contributions), number * 100 + i, post);
            post ??= shown;
            progress.Advance();
        }

        if (number == 0 && voice == Voice.Parents)
        {
            await teller.Forums.PublishSummaryAsync(
                new PublishTopicSummary(topic, Heard), RunBy(forum, opens.AddDays(DaysOpen + 14), $"{name}:summary"), teller.CancellationToken);
        }
    }

    /// <summary>One contribution and what its moderator does; the id of it where it is shown.</summary>
    private static async Task<Guid?> ContributeAsync(
        Storyteller teller, int forum, Guid topic, TextPoint about, string name, DateOnly day, int number, Guid? post)
    {
        var random = new Randomizer(unchecked(Seed + forum * 1_000_003 + number * 7_919));
        var kind = KindOf(forum, number, random);
        var written = kind == WrittenKind.View
            ? Writer.Write(about, forum * 100_000 + number)
            : Writer.WriteForModeration(kind, about.Voice, forum * 100_000 + number);
        var said = Storyteller.KeyOf($"{name}:{number}");
        var posted = await teller.Contributions.PostAsync(
            new PostContribution(topic, said, written.Text, random.Bool(0.3f) ? post : null),
            Storyteller.PublicAt(new DateTimeOffset(day, new TimeOnly(random.Int(8, 20), random.Int(0, 59)), TimeSpan.Zero)) with
            {
                ActorId = Person($"forum-{forum}-{number}"),
            },
            teller.CancellationToken);

        var by = RunBy(forum, day.AddDays(1), $"{name}:{number}:moderate");
        var author = Storyteller.PublicAt(new DateTimeOffset(day.AddDays(3), new TimeOnly(18, 40), TimeSpan.Zero)) with { ActorId = posted.AuthorId };
        switch (kind)
        {
            case WrittenKind.ContactDetails:
                await teller.Moderation.ReturnAsync(
                    new ReturnContribution(posted.Id, ReturnReason.ContactDetails, "Please take the number or address out. Anybody can read this."),
                    by,
                    teller.CancellationToken);
                if (number % 2 == 0)
                    return null;

                // The author says the same without the number or the address.
                await teller.Contributions.EditAsync(
                    new EditContribution(posted.Id, Writer.Write(about, forum * 100_000 + number + 50_000).Text),
                    author with { IdempotencyKey = Storyteller.KeyOf($"{name}:{number}:edit") },
                    teller.CancellationToken);
                await teller.Moderation.ReleaseAsync(
                    new ReleaseContribution(posted.Id), RunBy(forum, day.AddDays(4), $"{name}:{number}:release"), teller.CancellationToken);
                return posted.Id;
            case WrittenKind.Unkind:
                await teller.Moderation.RefuseAsync(
                    new RefuseContribution(posted.Id, RefusalReason.Abusive, "This attacks people. Please say what went wrong, without that."),
                    by,
                    teller.CancellationToken);
                return number % 2 == 0 ? null : await AppealAsync(teller, forum, posted.Id, author, $"{name}:{number}", day);
            case WrittenKind.Disclosure when posted.State != ContributionState.Held:
                await teller.Moderation.HoldAsync(
                    new HoldContribution(
                        posted.Id, HoldReason.PossibleDisclosure, "Thank you for telling us. Somebody will speak with you soon.", "Please read this today."),
                    by,
                    teller.CancellationToken);
                return null;
            // What was held by itself waits for the safeguarding lead or a second opinion.
            case var _ when posted.State == ContributionState.Held:
                return null;
            default:
                await teller.Moderation.ReleaseAsync(new ReleaseContribution(posted.Id), by, teller.CancellationToken);
                await SupportAsync(teller, posted.Id, $"{name}:{number}", day.AddDays(1), random.Int(0, 3));
                await Coder.CodeAsync(
                    teller,
                    $"{name}:{number}",
                    Contribution.ViewIdFor(posted.Id, 1),
                    Coder.Read(written, Seed, forum * 100_000 + number),
                    point => Storyteller.IdOf("theme", WrittenStatementStory.ThemeName(point)),
                    day.AddDays(8));
                return posted.Id;
        }
    }

    /// <summary>What is in a post; a few are settled, so that each profile has one of each kind.</summary>
    private static WrittenKind KindOf(int forum, int number, Randomizer random)
    {
        var drawn = random.WeightedRandom(
            [WrittenKind.View, WrittenKind.ContactDetails, WrittenKind.Unkind, WrittenKind.Disclosure], [0.915f, 0.06f, 0.02f, 0.005f]);
        return (forum, number) switch
        {
            (0, Edited) => WrittenKind.ContactDetails,
            (0, Overturned or Upheld) => WrittenKind.Unkind,
            (4, Disclosed) => WrittenKind.Disclosure,
            _ => drawn,
        };
    }

    /// <summary>Another moderator looks at a refusal. Null where it stands.</summary>
    private static async Task<Guid?> AppealAsync(Storyteller teller, int forum, Guid contribution, CommandContext author, string name, DateOnly day)
    {
        var overturned = name == $"{TopicName(0, 0)}:{Overturned}";
        await teller.Contributions.AppealAsync(
            new MakeAppeal(
                contribution,
                overturned
                    ? "I am angry at a service and at a plan. I have not attacked any person, and other parents should be able to read this."
                    : "Everybody here thinks the same, and I do not see why I may not say it."),
            author with { IdempotencyKey = Storyteller.KeyOf($"{name}:appeal") },
            teller.CancellationToken);

        var other = Forums[forum].Voice == Voice.YoungPeople ? OtherFacilitator : OtherCoordinator;
        await teller.Moderation.DecideAppealAsync(
            overturned
                ? new DecideAppeal(contribution, AppealOutcome.Overturned, "You are right: this is about the work and not about a person. We are sorry, and show it now.")
                : new DecideAppeal(contribution, AppealOutcome.Upheld, "We have read it again. It is about people and not about what they did. You can write a new post."),
            RunBy(forum, day.AddDays(6), $"{name}:appeal-decided") with { ActorId = other },
            teller.CancellationToken);
        return overturned ? contribution : null;
    }
}
