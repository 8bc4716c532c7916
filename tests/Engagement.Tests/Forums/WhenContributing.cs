using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenContributing
{
    private static readonly Guid Id = Guid.Parse("11111111-1111-8111-8111-111111111111");
    private static readonly Arrival Arrival = new(Id, Author.Id, "Amber Lantern", "SEND-7F3K-92QX", "hash", Now, Seal);
    private static readonly Contribution Post = new()
    {
        Id = Guid.Parse("22222222-2222-8222-8222-222222222222"),
        TopicId = TopicId,
        ForumId = ForumId,
        AuthorId = Reader.Id,
        Audience = Engagement.Common.Audience.ParentsAndCarers,
        Words = Seal("p"),
        SaidAt = Now,
        State = ContributionState.Released,
        Releases = 1,
    };

    [Fact]
    public void it_waits_until_a_moderator_has_read_it() => Say("Meetings start too early", CouncilForum).Then(Received);

    [Fact]
    public void in_a_forum_moderated_after_posting_it_is_shown_at_once_and_is_a_view() =>
        Say("Meetings start too early", CouncilForum with { Moderation = ModerationMode.AfterShown })
            .Then(Received, new ContributionReleased(null, null), ViewOf(Received, Id));

    [Fact]
    public void nothing_is_shown_at_once_in_a_forum_for_under_18s_whatever_its_settings() =>
        Say("Meetings start too early", YouthForum with { Moderation = ModerationMode.AfterShown })
            .Then(Received with { Audience = Engagement.Common.Audience.YoungPeople });

    [Fact]
    public void contact_details_are_held_and_marked_for_the_moderator() =>
        Say("Ring me: 07700 900123", CouncilForum with { Moderation = ModerationMode.AfterShown }).Then(
            Received with { Words = Seal("Ring me: 07700 900123") },
            new ContributionHeld(HoldReason.ContactDetails, Screening.ContactDetailsFound, [new MarkedSpan(MarkKind.Phone, 9, 12)], null, null));

    [Fact]
    public void a_possible_disclosure_is_held_and_the_safeguarding_lead_is_told()
    {
        var words = Seal("My uncle hits me");

        Say("My uncle hits me", CouncilForum).Then(
            Received with { Words = words },
            new ContributionHeld(
                HoldReason.PossibleDisclosure,
                Screening.DisclosureFound,
                [new MarkedSpan(MarkKind.PossibleDisclosure, 9, 7)],
                DisclosureWords.Version,
                null),
            new SafeguardingRaised(
                new SafeguardingSource(SafeguardingSourceKind.Contribution, Id),
                SafeguardingCause.WordList,
                DisclosureWords.Version,
                [new MarkedSpan(MarkKind.PossibleDisclosure, 9, 7)],
                words,
                null,
                null));
    }

    [Fact]
    public void a_topic_that_has_closed_says_when_and_what_else_one_can_do() =>
        new Outcome(Decide(new PostContribution(TopicId, "k", "Too late"), OpenTopic, null, new DateOnly(2024, 11, 11))).ThenRefused(
            "TOPIC_CLOSED",
            "This topic closed on 10 November 2024. You can read what was said, take part in another topic, or tell us by e-mail or post, "
            + "shown on the forum's page");

    [Fact]
    public void so_does_one_that_was_closed_earlier() =>
        Decide(new PostContribution(TopicId, "k", "Too late"), OpenTopic with { ClosedEarlyOn = Today }, null, Today)
            .Refusal.ShouldNotBeNull().Message.ShouldStartWith("This topic closed on 1 October 2024.");

    [Fact]
    public void a_topic_to_come_says_when_it_opens() =>
        new Outcome(Decide(new PostContribution(TopicId, "k", "Too soon"), OpenTopic, null, new DateOnly(2024, 9, 22)))
            .ThenRefused("TOPIC_NOT_OPEN_YET", "This topic has not opened yet. You can take part from 23 September 2024");

    [Fact]
    public void a_post_may_be_commented_on() => Comment(Post).Then(Received with { ReplyTo = Post.Id });

    [Fact]
    public void a_comment_may_not() => Comment(Post with { ReplyTo = Guid.NewGuid() })
        .ThenRefused("COMMENT_ON_COMMENT", "You can comment on a post, but not on a comment. Comment on the post instead", "replyTo");

    [Theory]
    [InlineData(ContributionState.Waiting)]
    [InlineData(ContributionState.Held)]
    [InlineData(ContributionState.Refused)]
    [InlineData(ContributionState.Withdrawn)]
    public void what_is_not_shown_is_not_commented_on(ContributionState state) => Comment(Post with { State = state })
        .ThenRefused("POST_NOT_SHOWN", "This post is not shown here, so you cannot comment on it", "replyTo");

    [Fact]
    public void nor_is_what_was_said_in_another_topic() => Comment(Post with { TopicId = Guid.NewGuid() }).ThenRefused("POST_NOT_SHOWN");

    [Theory]
    [InlineData("Look: https://pictures.example.test/school.JPG")]
    [InlineData("pictures.example.test/a/b.png")]
    [InlineData("![my class](there)")]
    [InlineData("<img src=there>")]
    [InlineData("data:image/png;base64,AAAA")]
    public void there_are_no_pictures_and_no_links_to_pictures(string text) => Say(text, CouncilForum)
        .ThenRefused("PICTURES_NOT_ALLOWED", "Pictures and links to pictures cannot be shown here. Say it in words", "text");

    [Fact]
    public void something_must_be_said() => Say(" \n ", CouncilForum).ThenRefused("TEXT_MISSING", "Enter what you want to say", "text");

    [Fact]
    public void five_thousand_characters_are_enough()
    {
        Say(new string('a', 5_001), CouncilForum).ThenRefused("TEXT_TOO_LONG", "Use 5,000 characters or fewer", "text");
        Decide(new PostContribution(TopicId, "k", new string('a', 5_000)), OpenTopic, null, Today).Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_district_is_one_of_the_county() =>
        new Outcome(Decide(new PostContribution(TopicId, "k", "Hello", District: "Atlantis"), OpenTopic, null, Today))
            .ThenRefused("DISTRICT_UNKNOWN", "Choose a district from the list, or leave it out", "district");

    [Fact]
    public void nothing_is_said_to_one_person_alone() =>
        typeof(ContributionReceived).GetProperties().ShouldNotContain(
            p => p.Name.Contains("Recipient", StringComparison.Ordinal) || p.Name.Contains("Image", StringComparison.Ordinal));

    private static Outcome Say(string text, Forum forum) =>
        new(PostContribution.Decide(new PostContribution(TopicId, "k", text), OpenTopic, forum, null, Arrival, Today));

    private static Outcome Comment(Contribution on) =>
        new(Decide(new PostContribution(TopicId, "k", "Meetings start too early", ReplyTo: on.Id), OpenTopic, on, Today));

    private static Engagement.Common.Decision Decide(PostContribution command, Topic topic, Contribution? replyTo, DateOnly today) =>
        PostContribution.Decide(command, topic, CouncilForum, replyTo, Arrival, today);
}
