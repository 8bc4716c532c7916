using Engagement.Forums;

namespace Engagement.Seeder;

/// <summary>Three topics of the forums that anyone can write in now: two of parents, one of them before the others, and one of young people.</summary>
internal static class OpenForumStory
{
    private const string Name = "forums:now";

    private static readonly OpenTopic[] Topics =
    [
        new(
            ForumStory.North,
            "What would help in the month before a new school year?",
            "Kent PACT sends a summary of this topic to the transition team, and their answer comes back here.",
            OpenedOn: -12,
            ClosesOn: 30,
            IsPinned: true,
            [
                new("A visit to the empty building in August made all the difference for us.", 9),
                new("One page about the new teacher, with a photograph, that we can read together at home.", 6),
                new("We got the name of the class three days before. Please tell us in June.", 4),
                new("Yes, a photograph. My son looked at it every evening.", 2, AnswerTo: 1),
                new("The taxi changed on the first morning and nobody had told us.", 3),
                new("Same here. One telephone number for the first week would do.", 1, AnswerTo: 4),
            ]),
        new(
            ForumStory.East,
            "How do you like to hear from the council about your child's plan?",
            null,
            OpenedOn: -5,
            ClosesOn: 37,
            IsPinned: false,
            [
                new("A text message that says who will ring and when. Then I can be in a quiet room.", 5),
                new("By post. Our connection is bad and letters stay on the fridge.", 2),
                new("E-mail, but with the words in the message and not behind a sign-in.", 3),
                new("And please say at the top whether we have to do something.", 1, AnswerTo: 2),
            ]),
        new(
            ForumStory.Youth,
            "What should adults know before they plan something for you?",
            "Two facilitators read everything before it is shown.",
            OpenedOn: -7,
            ClosesOn: 28,
            IsPinned: false,
            [
                new("Ask us first, not after.", 3),
                new("Tell me how many people will be there.", 2),
                new("Put pictures in the plan.", 1),
            ]),
    ];

    public static int Contributions => Topics.Sum(topic => topic.Said.Count);

    /// <summary>The topic that is open in a forum.</summary>
    public static Guid TopicId(int forum) => Storyteller.IdOf("topic", $"{Name}:{Array.FindIndex(Topics, topic => topic.Forum == forum) + 1}");

    public static async Task TellAsync(Storyteller teller)
    {
        await ForumStory.CheckFacilitatorsAgainAsync(teller, teller.Day(-60));
        for (var i = 0; i < Topics.Length; i++)
            await TellAsync(teller, Topics[i], $"{Name}:{i + 1}");
    }

    private static async Task TellAsync(Storyteller teller, OpenTopic open, string name)
    {
        var topic = await teller.Forums.PublishTopicAsync(
            new PublishTopic(
                ForumStory.ForumId(open.Forum), open.Question, open.Background, teller.Day(open.OpenedOn), teller.Day(open.ClosesOn), null),
            ForumStory.RunBy(open.Forum, teller.Day(open.OpenedOn), name),
            teller.CancellationToken);
        if (open.IsPinned)
        {
            await teller.Forums.PinTopicAsync(
                new PinTopic(topic, true), ForumStory.RunBy(open.Forum, teller.Day(open.OpenedOn), $"{name}:pin"), teller.CancellationToken);
        }

        var posts = new List<Guid>();
        foreach (var said in open.Said)
        {
            var number = posts.Count + 1;
            var day = teller.Day(open.OpenedOn + number);
            Guid? replyTo = said.AnswerTo is { } post ? posts[post] : null;
            var posted = await teller.Contributions.PostAsync(
                new PostContribution(topic, Storyteller.KeyOf($"{name}:{number}"), said.Text, replyTo),
                Storyteller.PublicAt(new DateTimeOffset(day, new TimeOnly(7 + number * 2, 40), TimeSpan.Zero)) with
                {
                    ActorId = ForumStory.Person($"{name}:{number}"),
                },
                teller.CancellationToken);
            await teller.Moderation.ReleaseAsync(
                new ReleaseContribution(posted.Id), ForumStory.RunBy(open.Forum, day.AddDays(1), $"{name}:{number}:moderate"), teller.CancellationToken);
            await ForumStory.SupportAsync(teller, posted.Id, $"{name}:{number}", day.AddDays(1), said.Supporters);
            posts.Add(posted.Id);
        }
    }

    // OpenedOn and ClosesOn are days of the story.
    private sealed record OpenTopic(
        int Forum, string Question, string? Background, int OpenedOn, int ClosesOn, bool IsPinned, IReadOnlyList<SaidInForum> Said);

    // AnswerTo is the earlier one that it is a comment on, counted from 0.
    private sealed record SaidInForum(string Text, int Supporters, int? AnswerTo = null);
}
