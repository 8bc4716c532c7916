using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using EventStore;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

/// <summary>Whatever anyone asks in whatever order, these things hold. Each seed is a walk of its own, the same at every run.</summary>
public sealed class ModerationInvariants
{
    private static readonly Guid Id = Guid.Parse("11111111-1111-8111-8111-111111111111");
    private static readonly Acting[] People = [Officer, OtherOfficer, Author, Reader with { Role = "moderator" }, Coordinator];
    private static readonly string[] Texts = ["All is well", "Ring me: 07700 900123", "My uncle hits me"];

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_it_goes(int seed)
    {
        var random = new Random(seed);
        var state = Contribution.Evolve(null, Event.For(Received, Id, 1)).ShouldNotBeNull();
        var views = 0;
        Guid? firstReleaser = null;
        if (seed % 2 == 0)
        {
            state = Contribution.Evolve(state, Event.For(new ContributionReleased(null, null), Id, 2)).ShouldNotBeNull();
            views = 1;
        }

        for (var step = 0; step < 80; step++)
        {
            var before = state;
            var by = People[random.Next(People.Length)];
            var decision = Ask(random, state, by);
            if (decision.Refusal is { } refusal)
            {
                decision.Events.ShouldBeEmpty();
                refusal.Message.ShouldNotBeNullOrWhiteSpace();
                continue;
            }

            foreach (var e in decision.Events)
            {
                views += e switch { ViewCaptured => 1, ViewWithdrawn => -1, _ => 0 };
                if (e is ContributionReleaseApproved approved)
                    firstReleaser = approved.By;

                if (e is ContributionReleased released && before.IsFlagged)
                    released.By.ShouldNotBe(firstReleaser, "two different people release a flagged contribution");

                state = Contribution.Evolve(state, Event.For(e, Id, step + 2)).ShouldNotBeNull();
            }

            // It is a view exactly while it is shown.
            views.ShouldBe(state.State == ContributionState.Released ? 1 : 0);

            if (before.IsFlagged)
                state.IsFlagged.ShouldBeTrue();

            if (before.State == ContributionState.Withdrawn)
                state.State.ShouldBe(ContributionState.Withdrawn);

            if (by.Id != Author.Id)
                state.Words.ShouldBe(before.Words, "nobody alters another's words");
            else if (state.State != before.State)
                state.State.ShouldBeOneOf(ContributionState.Waiting, ContributionState.Held, ContributionState.Withdrawn);

            if (by.Body == ForumOwner.KentPact)
                state.State.ShouldBe(before.State, "this forum is the council's");

            state.Supporters.ShouldBeUnique();
            state.Supporters.ShouldNotContain(Author.Id);
        }
    }

    private static Engagement.Common.Decision Ask(Random random, Contribution c, Acting by)
    {
        var on = CaseOf(by);
        var reason = random.Next(4) == 0 ? "" : "Because";
        return random.Next(12) switch
        {
            0 => ReleaseContribution.Decide(new ReleaseContribution(Id, reason), c, on),
            1 => ReleaseContribution.Decide(new ReleaseContribution(Id), c, on),
            2 => HoldContribution.Decide(new HoldContribution(Id, Any<HoldReason>(random), reason), c, on, Seal),
            3 => ReturnContribution.Decide(new ReturnContribution(Id, Any<ReturnReason>(random), reason), c, on),
            4 => RefuseContribution.Decide(new RefuseContribution(Id, Any<RefusalReason>(random), reason), c, on),
            5 => ReverseModeration.Decide(new ReverseModeration(Id, reason), c, on),
            6 => MakeAppeal.Decide(new MakeAppeal(Id, "Look again"), c, by, Seal),
            7 => DecideAppeal.Decide(new DecideAppeal(Id, Any<AppealOutcome>(random), reason), c, on),
            8 => EditContribution.Decide(new EditContribution(Id, Texts[random.Next(Texts.Length)]), c, OpenTopic, by, Seal, Now),
            9 => random.Next(8) == 0 ? WithdrawContribution.Decide(c, by) : Engagement.Common.Decision.Nothing,
            10 => SupportContribution.Decide(c, OpenTopic, by, Today),
            _ => WithdrawSupport.Decide(c, OpenTopic, by, Today),
        };
    }

    private static T Any<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
}
