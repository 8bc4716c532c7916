using Engagement.LoggedFeedback;
using Engagement.Tests.Specs;

namespace Engagement.Tests.LoggedFeedback;

public sealed class WhenTheLogIsReviewed : Spec<LogReview>
{
    private static readonly ReviewLog Command = new(new DateOnly(2024, 4, 1), new DateOnly(2024, 6, 30), " Fewer complaints of transport ", "We ask the forum of East why");

    [Fact]
    public void what_was_seen_and_what_is_done_about_it_is_recorded() =>
        Review(Command).Then(new LogReviewed(new DateOnly(2024, 4, 1), new DateOnly(2024, 6, 30), "Fewer complaints of transport", "We ask the forum of East why"));

    [Fact]
    public void it_is_of_days_that_have_been()
    {
        Review(Command with { To = new DateOnly(2024, 3, 31) })
            .ThenRefused("REVIEW_ENDS_BEFORE_IT_BEGINS", "Enter a last day that is not before the first", "to");
        Review(Command with { To = Today.AddDays(1) }).ThenRefused("REVIEW_IN_THE_FUTURE", "You can look at what has come until today", "to");
    }

    [Fact]
    public void looking_alone_is_not_enough()
    {
        Review(Command with { Found = " " }).ThenRefused("FOUND_MISSING", "Say what you saw in the log", "found");
        Review(Command with { Next = "" }).ThenRefused("NEXT_MISSING", "Say what is done about it, or why nothing is", "next");
    }

    private Outcome Review(ReviewLog command) => new(ReviewLog.Decide(command, Today));
}
