using Engagement.Common;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Privacy;

public sealed class WhenARecordIsOnHold : Spec<SubjectRecord>
{
    private static readonly Acting Lead = new(Guid.NewGuid(), "safeguarding-lead");
    private static readonly Acting Officer = new(Guid.NewGuid(), "participation-officer");
    private static readonly ErasureRequested Asked = new(Id, SubjectKind.Participant, null, Today, Today.AddMonths(1));
    private static readonly SafeguardingHoldSet OnHold = new(Id, Today.AddDays(30), Seal("A worry"), Lead.Id);

    [Fact]
    public void the_reason_is_sealed() => Given(Asked).When(Hold(Lead, Today.AddDays(30), " A worry ")).Then(OnHold);

    [Fact]
    public void it_may_be_before_anybody_asks() =>
        new Outcome(SetSafeguardingHold.Decide(new SetSafeguardingHold(Id, Today.AddDays(30), "A worry"), null, Lead, Today, Seal)).Then(OnHold);

    [Fact]
    public void only_the_safeguarding_lead_sets_and_lifts_it()
    {
        Given(Asked).When(Hold(Officer, Today.AddDays(30), "A worry")).ThenRefused("NOT_THE_SAFEGUARDING_LEAD");
        Given(OnHold).When(record => LiftSafeguardingHold.Decide(record, Officer)).ThenRefused("NOT_THE_SAFEGUARDING_LEAD");
    }

    [Fact]
    public void it_is_reviewed_on_a_day_to_come() =>
        Given(Asked).When(Hold(Lead, Today, "A worry")).ThenRefused("REVIEW_IN_THE_PAST", "Choose a day after today to review this hold on", "reviewOn");

    [Fact]
    public void it_has_a_reason() => Given(Asked).When(Hold(Lead, Today.AddDays(30), " ")).ThenRefused("REASON_REQUIRED", "Enter why this record is needed", "reason");

    [Fact]
    public void it_is_lifted_once()
    {
        Given(OnHold).When(record => LiftSafeguardingHold.Decide(record, Lead)).Then(new SafeguardingHoldLifted(Lead.Id));
        Given(OnHold, new SafeguardingHoldLifted(Lead.Id)).When(record => LiftSafeguardingHold.Decide(record, Lead)).ThenNothing();
    }

    private static Func<SubjectRecord, Engagement.Common.Decision> Hold(Acting by, DateOnly reviewOn, string reason) =>
        record => SetSafeguardingHold.Decide(new SetSafeguardingHold(Id, reviewOn, reason), record, by, Today, Seal);

    private static PersonalText Seal(string words) => new(Id, $"sealed({words})");
}
