using Engagement.Common;
using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenPublishingATopic
{
    private static readonly Guid Id = Guid.Parse("11111111-1111-4111-8111-111111111111");

    private static readonly PublishTopic Command =
        new(ForumId, "What makes a good review meeting?", null, new DateOnly(2024, 10, 1), new DateOnly(2024, 11, 10), ConsultationId);

    [Fact]
    public void a_question_is_put_to_the_forum() => Publish(Command).Then(new TopicPublished(
        ForumId,
        "What makes a good review meeting?",
        Slug.For("What makes a good review meeting?", Id),
        null,
        new DateOnly(2024, 10, 1),
        new DateOnly(2024, 11, 10),
        ConsultationId));

    [Fact]
    public void there_is_no_topic_without_a_question() =>
        Publish(Command with { Question = "" }).ThenRefused("QUESTION_MISSING", "Enter the question this topic asks", "question");

    [Fact]
    public void it_does_not_open_in_the_past() => Publish(Command with { OpensOn = new DateOnly(2024, 9, 30) })
        .ThenRefused("OPENING_DATE_PAST", "Enter an opening date that is today or later", "opensOn");

    [Fact]
    public void it_does_not_close_before_it_opens() => Publish(Command with { ClosesOn = new DateOnly(2024, 9, 30) })
        .ThenRefused("CLOSING_DATE_EARLIER", "Enter a closing date that is not before the opening date", "closesOn");

    [Fact]
    public void the_council_publishes_nothing_in_kent_pacts_forums() => new Outcome(PublishTopic.Decide(Command, Id, PactForum, Officer, Today))
        .ThenRefused("NOT_THE_OWNER", "Kent PACT runs this forum. You can see what it publishes");

    [Fact]
    public void kent_pact_publishes_in_its_own() =>
        PublishTopic.Decide(Command, Id, PactForum, Coordinator, Today).Events.ShouldHaveSingleItem().ShouldBeOfType<TopicPublished>();

    [Theory]
    [InlineData("2024-09-22", TopicState.Coming)]
    [InlineData("2024-09-23", TopicState.Open)]
    [InlineData("2024-11-10", TopicState.Open)]
    [InlineData("2024-11-11", TopicState.Closed)]
    public void it_opens_and_closes_by_itself(string day, TopicState state) =>
        OpenTopic.StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(state);

    [Fact]
    public void it_may_be_closed_earlier_with_a_reason()
    {
        Close("The guidance is due earlier", OpenTopic, Today).Then(new TopicClosed(Today, "The guidance is due earlier"));
        Close(" ", OpenTopic, Today).ThenRefused("REASON_REQUIRED", "Explain why the topic closes before its date", "reason");
        Close("Again", OpenTopic, new DateOnly(2024, 11, 11)).ThenRefused("TOPIC_CLOSED", "This topic has already closed");
    }

    private static Outcome Publish(PublishTopic command) => new(PublishTopic.Decide(command, Id, CouncilForum, Officer, Today));

    private static Outcome Close(string reason, Topic topic, DateOnly today) =>
        new(CloseTopic.Decide(new CloseTopic(TopicId, reason), topic, CouncilForum, Officer, today));
}
