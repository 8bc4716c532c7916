using Engagement.Common;
using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenRunningAForum
{
    private static readonly Forum Coast = PactForum with { Title = "The coast", Purpose = "For parents near the coast" };

    [Fact]
    public void its_body_says_in_its_own_words_what_it_is_for() => Reword(" The sea ", "For parents by the sea", Coast, Coordinator)
        .Then(new ForumReworded("The sea", "For parents by the sea"));

    [Fact]
    public void the_same_words_again_change_nothing() => Reword("The coast", "For parents near the coast", Coast, Coordinator).ThenNothing();

    [Fact]
    public void it_has_a_title_and_a_purpose()
    {
        Reword(" ", "p", Coast, Coordinator).ThenRefused("TITLE_MISSING", "Enter a title for this forum", "title");
        Reword("t", " ", Coast, Coordinator).ThenRefused("PURPOSE_MISSING", "Say what this forum is for, and who reads it", "purpose");
    }

    [Fact]
    public void nobody_else_puts_words_into_kent_pacts_mouth() => Reword("The sea", "p", Coast, Officer)
        .ThenRefused("NOT_THE_OWNER", "Kent PACT runs this forum. You can see what it publishes");

    [Fact]
    public void a_topic_is_put_before_the_others_and_back()
    {
        Pin(true, OpenTopic, Coordinator).Then(new TopicPinned(true));
        Pin(true, OpenTopic with { IsPinned = true }, Coordinator).ThenNothing();
        Pin(false, OpenTopic with { IsPinned = true }, Coordinator).Then(new TopicPinned(false));
    }

    [Fact]
    public void nobody_else_pins_in_kent_pacts_forums() => Pin(true, OpenTopic, Officer).ThenRefused("NOT_THE_OWNER");

    [Fact]
    public void what_was_heard_is_published_once_the_topic_has_closed() => Summarise(" You want papers early. ", OpenTopic, Coordinator, Closed)
        .Then(new TopicSummaryPublished("You want papers early."));

    [Fact]
    public void and_put_right_later_by_another()
    {
        var told = OpenTopic with { Summary = "You want papers early." };
        Summarise("You want papers a week before.", told, Coordinator, Closed).Then(new TopicSummaryPublished("You want papers a week before."));
        Summarise("You want papers early.", told, Coordinator, Closed).ThenNothing();
    }

    [Fact]
    public void not_while_people_still_write() => Summarise("You want papers early.", OpenTopic, Coordinator, Today)
        .ThenRefused("TOPIC_NOT_CLOSED", "Publish what you heard once the topic has closed, so that it leaves nobody out");

    [Fact]
    public void it_says_something_in_few_words()
    {
        Summarise(" ", OpenTopic, Coordinator, Closed).ThenRefused("SUMMARY_MISSING", "Enter what you heard", "text");
        Summarise(new string('x', 2_001), OpenTopic, Coordinator, Closed).ThenRefused("TEXT_TOO_LONG", "Use 2,000 characters or fewer", "text");
    }

    [Fact]
    public void nobody_else_says_what_kent_pact_heard() => Summarise("All is well.", OpenTopic, Officer, Closed).ThenRefused("NOT_THE_OWNER");

    private static DateOnly Closed => OpenTopic.ClosesOn.AddDays(1);

    private static Outcome Summarise(string text, Topic topic, Acting by, DateOnly today) =>
        new(PublishTopicSummary.Decide(new PublishTopicSummary(TopicId, text), topic, PactForum, by, today));

    private static Outcome Reword(string title, string purpose, Forum forum, Acting by) =>
        new(RewordForum.Decide(new RewordForum(ForumId, title, purpose), forum, by));

    private static Outcome Pin(bool pinned, Topic topic, Acting by) => new(PinTopic.Decide(new PinTopic(TopicId, pinned), topic, PactForum, by));
}
