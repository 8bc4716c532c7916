using Engagement.Governance;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Governance;

public sealed class WhenSomethingStandsInTheWay : Spec<BarrierPage>
{
    private static readonly Guid Group = Guid.Parse("c0000000-0000-4000-8000-000000000007");
    private static readonly Guid Above = Guid.Parse("c0000000-0000-4000-8000-000000000008");
    private static readonly Guid Elsewhere = Guid.Parse("c0000000-0000-4000-8000-000000000009");
    private static readonly BarrierRaised Raised = new(Group, "Papers come late", "Parents read them on the bus", Today);

    [Fact]
    public void it_is_raised_with_what_has_to_be_known()
    {
        Raise("Papers come late", "Parents read them on the bus").Then(Raised);
        Raise(" ", "Detail").ThenRefused("TITLE_MISSING", "Say what stands in the way", "title");
        Raise("Title", " ").ThenRefused("DETAIL_MISSING", "Say whom it holds up, and what has been tried", "detail");
    }

    [Fact]
    public void it_goes_up_to_the_group_above_and_to_no_other()
    {
        Escalate(Above, Above).Then(new BarrierEscalated(Group, Above, "We have no budget"));
        Escalate(Elsewhere, Above).ThenRefused("NOT_THE_PARENT_GROUP", "A barrier goes up one step at a time. Escalate it to the group above", "toGroupId");
        Escalate(Above, null).ThenRefused("NO_GROUP_ABOVE", "This group is at the top. There is no group above it to escalate to", "toGroupId");
        Escalate(Above, Above, " ").ThenRefused("REASON_MISSING", "Say why the group cannot take it away itself", "reason");
    }

    [Fact]
    public void what_is_gone_stays_gone()
    {
        Given(Raised).When(barrier => ResolveBarrier.Decide(new ResolveBarrier(Id, " "), barrier, Today)).ThenRefused("RESOLUTION_MISSING", "Say what was done", "resolution");
        Given(Raised).When(barrier => ResolveBarrier.Decide(new ResolveBarrier(Id, "Papers go out a week before"), barrier, Today))
            .Then(new BarrierResolved("Papers go out a week before", Today));
        Given(Raised, new BarrierResolved("Done", Today)).When(barrier => EscalateBarrier.Decide(new EscalateBarrier(Id, Above, "Again"), barrier, Above))
            .ThenRefused("BARRIER_RESOLVED");
    }

    private static Outcome Raise(string title, string detail) => new(RaiseBarrier.Decide(new RaiseBarrier(Group, title, detail), Today));

    private static Outcome Escalate(Guid to, Guid? above, string reason = "We have no budget") =>
        Given(Raised).When(barrier => EscalateBarrier.Decide(new EscalateBarrier(Id, to, reason), barrier, above));
}
