using Engagement.Activities;
using Engagement.Tests.Specs;
using static Engagement.Tests.Activities.ActivityStory;

namespace Engagement.Tests.Activities;

public sealed class WhenPreparingAnActivity : Spec<Activity>
{
    [Fact]
    public void it_may_be_moved_with_a_reason() =>
        Given(Planned).When(Move(Day.AddDays(7), "The college is closed")).Then(new ActivityMoved(Day.AddDays(7), "The college is closed"));

    [Fact]
    public void those_who_planned_to_come_are_told_why() =>
        Given(Planned).When(Move(Day.AddDays(7), " ")).ThenRefused("REASON_REQUIRED", "Enter the reason, for those who planned to come", "reason");

    [Fact]
    public void it_does_not_move_into_the_past() => Given(Planned).When(Move(Today.AddDays(-1), "Sooner")).ThenRefused("DAY_IN_THE_PAST");

    [Fact]
    public void moving_it_to_where_it_is_does_nothing() => Given(Planned).When(Move(Day, "Again")).ThenNothing();

    [Fact]
    public void what_has_been_held_no_longer_moves() =>
        Given(Planned, Held).When(Move(Day.AddDays(7), "Later"))
            .ThenRefused("ACTIVITY_HELD", "This activity has been held. Its plan can no longer change");

    [Fact]
    public void invitations_are_counted_by_their_route() =>
        Given(Planned).When(a => SendInvitations.Decide(new SendInvitations(Id, 24, "By post"), a)).Then(new InvitationsSent(24, "By post"));

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void a_count_that_cannot_be_is_refused(int count) =>
        Given(Planned).When(a => SendInvitations.Decide(new SendInvitations(Id, count, "By post"), a)).ThenRefused("COUNT_INVALID");

    [Fact]
    public void support_is_offered_once_of_a_kind() =>
        Given(Planned, new SupportOffered(SupportKind.Transport, "A taxi"))
            .When(Offer(SupportKind.Transport))
            .ThenRefused("SUPPORT_ALREADY_OFFERED", "This support is already offered", "kind");

    [Fact]
    public void other_support_may_be_of_several_sorts() =>
        Given(Planned, new SupportOffered(SupportKind.Other, "A dog may come"))
            .When(Offer(SupportKind.Other))
            .Then(new SupportOffered(SupportKind.Other, "Ask us"));

    [Fact]
    public void a_cancelled_activity_is_not_prepared() =>
        Given(Planned, Cancelled).When(Offer(SupportKind.Childcare))
            .ThenRefused("ACTIVITY_CANCELLED", "This activity was cancelled. Plan a new one instead");

    [Fact]
    public void it_may_be_cancelled_with_a_reason() =>
        Given(Planned).When(a => CancelActivity.Decide(new CancelActivity(Id, "The building was flooded"), a)).Then(Cancelled);

    [Fact]
    public void what_was_held_is_not_cancelled() =>
        Given(Planned, Held).When(a => CancelActivity.Decide(new CancelActivity(Id, "Too late"), a)).ThenRefused("ACTIVITY_HELD");

    private static Func<Activity, Engagement.Common.Decision> Move(DateOnly day, string reason) =>
        activity => MoveActivity.Decide(new MoveActivity(Id, day, reason), activity, Today);

    private static Func<Activity, Engagement.Common.Decision> Offer(SupportKind kind) =>
        activity => OfferSupport.Decide(new OfferSupport(Id, kind, "Ask us"), activity);
}
