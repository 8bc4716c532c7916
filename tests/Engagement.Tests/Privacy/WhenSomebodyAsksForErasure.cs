using Engagement.Common;
using Engagement.Privacy;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Privacy;

public sealed class WhenSomebodyAsksForErasure : Spec<SubjectRecord>
{
    private static readonly Guid Decider = Guid.NewGuid();
    private static readonly Guid Another = Guid.NewGuid();
    private static readonly ErasureRequested Asked = new(Id, SubjectKind.Participant, null, Today, new DateOnly(2024, 10, 23));
    private static readonly ErasureDecided Granted = new(ErasureOutcome.Granted, ErasureGround.ConsentWithdrawn, Decider);
    private static readonly ErasureDecided Refused = new(ErasureOutcome.Refused, ErasureGround.LegalClaims, Decider);
    private static readonly SafeguardingHoldSet OnHold = new(Id, new DateOnly(2024, 12, 2), new(Id, "sealed"), Another);
    private static readonly SubjectKeyDestroyed Destroyed = new(Id, "proof", Another);

    [Theory]
    [InlineData("2024-09-23", "2024-10-23")]
    [InlineData("2025-01-31", "2025-02-28")]
    [InlineData("2024-01-31", "2024-02-29")]
    [InlineData("2024-08-31", "2024-09-30")]
    [InlineData("2024-12-15", "2025-01-15")]
    public void it_is_answered_within_a_calendar_month(string asked, string answerBy) =>
        new Outcome(RequestErasure.Decide(new RequestErasure(Id, SubjectKind.Participant), null, IsoDay.Parse(asked)))
            .Then(new ErasureRequested(Id, SubjectKind.Participant, null, IsoDay.Parse(asked), IsoDay.Parse(answerBy)));

    [Fact]
    public void asking_again_does_not_start_the_month_again() => Given(Asked).When(record => Ask(record, Today.AddDays(20))).ThenNothing();

    [Fact]
    public void whoever_was_refused_may_ask_again() =>
        Given(Asked, Refused).When(record => Ask(record, Today.AddDays(20)))
            .Then(new ErasureRequested(Id, SubjectKind.Participant, null, Today.AddDays(20), new DateOnly(2024, 11, 13)));

    [Fact]
    public void it_is_decided_on_a_ground() => Given(Asked).When(Decide(ErasureOutcome.Granted, ErasureGround.ConsentWithdrawn)).Then(Granted);

    [Theory]
    [InlineData(ErasureOutcome.Granted, ErasureGround.LegalClaims)]
    [InlineData(ErasureOutcome.Granted, ErasureGround.ArchivingOrStatistics)]
    [InlineData(ErasureOutcome.Partly, ErasureGround.ConsentWithdrawn)]
    [InlineData(ErasureOutcome.Refused, ErasureGround.Objection)]
    public void the_ground_has_to_fit_the_answer(ErasureOutcome outcome, ErasureGround ground) =>
        Given(Asked).When(Decide(outcome, ground)).ThenRefused("GROUND_DOES_NOT_FIT", "Choose a ground that the law gives for this answer", "ground");

    [Fact]
    public void every_ground_fits_some_answer() =>
        DecideErasure.Grounds.Values.SelectMany(grounds => grounds).Distinct().ShouldBe(Enum.GetValues<ErasureGround>(), ignoreOrder: true);

    [Fact]
    public void nothing_is_decided_that_nobody_asked() =>
        Given(OnHold).When(Decide(ErasureOutcome.Granted, ErasureGround.Objection))
            .ThenRefused("ERASURE_NOT_REQUESTED", "Nobody has asked for this record to be erased");

    [Fact]
    public void the_same_decision_again_does_nothing_and_another_is_refused()
    {
        Given(Asked, Granted).When(Decide(ErasureOutcome.Granted, ErasureGround.ConsentWithdrawn)).ThenNothing();
        Given(Asked, Granted).When(Decide(ErasureOutcome.Refused, ErasureGround.LegalClaims))
            .ThenRefused("ERASURE_DECIDED", "This request has been answered. If the person asks again, it can be answered again");
    }

    [Fact]
    public void a_hold_blocks_granting_but_not_refusing()
    {
        const string Message = "This record is on hold. The safeguarding lead will review it on 2 December 2024";
        Given(OnHold, Asked).When(Decide(ErasureOutcome.Granted, ErasureGround.ConsentWithdrawn)).ThenRefused("RECORD_ON_HOLD", Message);
        Given(OnHold, Asked).When(Decide(ErasureOutcome.Partly, ErasureGround.PublicTask)).ThenRefused("RECORD_ON_HOLD", Message);
        Given(OnHold, Asked).When(Decide(ErasureOutcome.Refused, ErasureGround.LegalClaims)).Then(Refused);
    }

    [Fact]
    public void a_hold_set_after_the_decision_blocks_the_destruction() =>
        Given(Asked, Granted, OnHold).When(Destroy(Another))
            .ThenRefused("RECORD_ON_HOLD", "This record is on hold. The safeguarding lead will review it on 2 December 2024");

    [Fact]
    public void a_lifted_hold_blocks_nothing() =>
        Given(Asked, OnHold, new SafeguardingHoldLifted(Another), Granted).When(Destroy(Another)).Then(Destroyed);

    [Fact]
    public void two_people_destroy_a_key()
    {
        Given(Asked, Granted).When(Destroy(Decider))
            .ThenRefused("SECOND_PERSON_REQUIRED", "You decided on this request, so another person has to destroy the key");
        Given(Asked, Granted).When(Destroy(Another)).Then(Destroyed);
    }

    [Fact]
    public void a_key_is_destroyed_only_where_that_was_granted()
    {
        const string Message = "Decide on this request first. Another person then destroys the key";
        Given(Asked).When(Destroy(Another)).ThenRefused("ERASURE_NOT_GRANTED", Message);
        Given(Asked, Refused).When(Destroy(Another)).ThenRefused("ERASURE_NOT_GRANTED", Message);
    }

    [Fact]
    public void what_the_safeguarding_lead_looks_at_stays() =>
        Given(Asked, Granted).When(record => DestroySubjectKey.Decide(new DestroySubjectKey(Id), record, Another, "proof", isWatched: true))
            .ThenRefused("SAFEGUARDING_OPEN", "A safeguarding item about what this person wrote is open. The safeguarding lead has to close it first");

    [Fact]
    public void destroying_it_again_does_nothing() => Given(Asked, Granted, Destroyed).When(Destroy(Decider)).ThenNothing();

    [Fact]
    public void nothing_is_written_afterwards()
    {
        const string Message = "What this person told us has been erased. Nothing can be added to it";
        Given(Destroyed).When(record => Ask(record, Today)).ThenRefused("SUBJECT_ERASED", Message);
        Given(Asked, Granted, Destroyed).When(Decide(ErasureOutcome.Granted, ErasureGround.ConsentWithdrawn)).ThenRefused("SUBJECT_ERASED", Message);
        Given(Destroyed)
            .When(record => SetSafeguardingHold.Decide(new SetSafeguardingHold(Id, Today.AddDays(1), "A worry"), record, Lead, Today, Seal))
            .ThenRefused("SUBJECT_ERASED", Message);
    }

    private static Engagement.Common.Acting Lead { get; } = new(Another, "safeguarding-lead");

    private static Decision Ask(SubjectRecord record, DateOnly day) =>
        RequestErasure.Decide(new RequestErasure(Id, SubjectKind.Participant), record, day);

    private static Func<SubjectRecord, Decision> Decide(ErasureOutcome outcome, ErasureGround ground) =>
        record => DecideErasure.Decide(new DecideErasure(Id, outcome, ground), record, Decider);

    private static Func<SubjectRecord, Decision> Destroy(Guid by) =>
        record => DestroySubjectKey.Decide(new DestroySubjectKey(Id), record, by, "proof", isWatched: false);

    private static Engagement.Participants.PersonalText Seal(string words) => new(Id, $"sealed({words})");
}
