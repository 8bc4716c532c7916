using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Tests.Integration;

public sealed class WhatIsKnownOfAParticipant : PlatformTest
{
    protected override bool RunsInBackground => false;

    private ParticipantCommands Participants => Platform.Get<ParticipantCommands>();

    private ParticipantReads Reads => Platform.Get<ParticipantReads>();

    [Fact]
    public async Task They_read_what_they_told_and_the_database_does_not()
    {
        var id = await Participants.JoinAsync(new Join(AgeBand.From16To17), Story.Parent, default);
        await Participants.DeclareCharacteristicAsync(new DeclareCharacteristic(id, Characteristic.Need, "hearing"), Story.Parent, default);
        await Participants.DeclareCharacteristicAsync(new DeclareCharacteristic(id, Characteristic.Need, "deaf since birth"), Story.Parent, default);
        await Participants.RecordAccessNeedAsync(new RecordAccessNeed(id, "A sign language interpreter"), Story.Parent, default);
        await Participants.GivePermissionAsync(new GivePermission(id, Permission.Quote, PermissionGiver.Self), Story.Parent, default);

        var profile = (await Reads.FindAsync(id, default)).ShouldNotBeNull();

        profile.Characteristics.ShouldBe([new(Characteristic.Need, "deaf since birth")]);
        profile.AccessNeeds.ShouldBe(["A sign language interpreter"]);
        (await Reads.AllowsAsync(id, Permission.Quote, default), await Reads.AllowsAsync(id, Permission.Contact, default)).ShouldBe((true, false));
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where data::text like '%deaf%' or data::text like '%interpreter%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Joining_twice_with_one_key_is_joining_once()
    {
        var once = Story.Parent with { IdempotencyKey = "join-1" };

        var first = await Participants.JoinAsync(new Join(AgeBand.Over25), once, default);
        var second = await Participants.JoinAsync(new Join(AgeBand.Over25), once, default);

        second.ShouldBe(first);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys")).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_allows_anything_who_is_not_there()
    {
        (await Reads.AllowsAsync(Guid.NewGuid(), Permission.Quote, default)).ShouldBeFalse();
        (await Reads.FindAsync(Guid.NewGuid(), default)).ShouldBeNull();
        await Should.ThrowAsync<ThingNotFoundException>(
            () => Participants.RecordAccessNeedAsync(new RecordAccessNeed(Guid.NewGuid(), "A quiet room"), Story.Parent, default));
    }
}
