using Engagement.Participants;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Participants;

public sealed class WhenTakingPart : Spec<Participant>
{
    private static readonly ParticipantJoined Child = new(AgeBand.Under13);
    private static readonly ParticipantJoined YoungPerson = new(AgeBand.From13To15);
    private static readonly PermissionGiven Quoted = new(Permission.Quote, PermissionGiver.Self);

    [Fact]
    public void only_an_age_band_is_asked() => new Outcome(Join.Decide(new Join(AgeBand.From18To25))).Then(new ParticipantJoined(AgeBand.From18To25));

    [Fact]
    public void nothing_is_allowed_until_somebody_says_so() => Participant.Evolve(null, EventStore.Event.For(YoungPerson))!.Permissions.ShouldBeEmpty();

    [Fact]
    public void from_13_a_young_person_decides_for_themselves() => Given(YoungPerson).When(Allow(PermissionGiver.Self)).Then(Quoted);

    [Fact]
    public void under_13_a_parent_or_carer_agrees()
    {
        Given(Child).When(Allow(PermissionGiver.Self)).ThenRefused("PARENT_MUST_AGREE", "Ask your parent or carer to agree with you", "givenBy");
        Given(Child).When(Allow(PermissionGiver.ParentOrCarer)).Then(new PermissionGiven(Permission.Quote, PermissionGiver.ParentOrCarer));
    }

    [Fact]
    public void allowing_it_again_does_nothing() => Given(YoungPerson, Quoted).When(Allow(PermissionGiver.Self)).ThenNothing();

    [Fact]
    public void what_was_allowed_is_taken_back_without_a_reason() =>
        Given(YoungPerson, Quoted).When(Forbid).Then(new PermissionWithdrawn(Permission.Quote));

    [Fact]
    public void a_child_takes_it_back_alone() =>
        Given(Child, new PermissionGiven(Permission.Quote, PermissionGiver.ParentOrCarer)).When(Forbid).Then(new PermissionWithdrawn(Permission.Quote));

    [Fact]
    public void and_may_be_allowed_again() => Given(YoungPerson, Quoted, new PermissionWithdrawn(Permission.Quote)).When(Allow(PermissionGiver.Self)).Then(Quoted);

    [Fact]
    public void one_permission_is_not_another() =>
        Given(YoungPerson, Quoted)
            .When(p => GivePermission.Decide(new GivePermission(Id, Permission.Contact, PermissionGiver.Self), p))
            .Then(new PermissionGiven(Permission.Contact, PermissionGiver.Self));

    [Fact]
    public void what_is_told_is_sealed() =>
        Given(YoungPerson)
            .When(_ => DeclareCharacteristic.Decide(new DeclareCharacteristic(Id, Characteristic.Need, " autism "), Seal))
            .Then(new CharacteristicDeclared(Characteristic.Need, Seal("autism")));

    [Fact]
    public void a_question_may_be_left_out_but_not_answered_with_nothing() =>
        Given(YoungPerson)
            .When(_ => DeclareCharacteristic.Decide(new DeclareCharacteristic(Id, Characteristic.Need, " "), Seal))
            .ThenRefused("VALUE_MISSING", "Enter what you would like us to know, or leave this question out", "value");

    [Fact]
    public void what_helps_somebody_take_part_is_sealed_too() =>
        Given(YoungPerson)
            .When(p => RecordAccessNeed.Decide(new RecordAccessNeed(Id, "A quiet room"), p, Seal))
            .Then(new AccessNeedRecorded(Seal("A quiet room")));

    private static Func<Participant, Engagement.Common.Decision> Allow(PermissionGiver by) =>
        person => GivePermission.Decide(new GivePermission(Id, Permission.Quote, by), person);

    private static Engagement.Common.Decision Forbid(Participant person) =>
        WithdrawPermission.Decide(new WithdrawPermission(Id, Permission.Quote), person);

    // Sealing is not part of the decision: a stand-in that can be read in the expectation.
    private static PersonalText Seal(string words) => new(Id, $"sealed({words})");
}
