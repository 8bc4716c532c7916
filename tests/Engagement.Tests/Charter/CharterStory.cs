using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using EventStore;

namespace Engagement.Tests.Charter;

/// <summary>A small charter and a service that is looked at by it.</summary>
internal static class CharterStory
{
    public static readonly DateOnly Today = new(2024, 9, 23);
    public static readonly Guid ActivityId = Guid.Parse("11111111-1111-4111-8111-111111111111");
    public static readonly Guid First = Guid.Parse("22222222-2222-4222-8222-222222222222");
    public static readonly Guid Second = Guid.Parse("33333333-3333-4333-8333-333333333333");
    public static readonly Guid Claimant = Guid.Parse("44444444-4444-4444-8444-444444444444");
    public static readonly Guid Edition = Guid.Parse("55555555-5555-4555-8555-555555555555");

    public static readonly CommandContext Commissioner = new("commissioner", ActorId: Claimant, Organisations: ["county-council"]);
    public static readonly CommandContext Parent = new("pact-representative", ActorId: Guid.Parse("66666666-6666-4666-8666-666666666666"), Organisations: ["kent-pact"]);
    public static readonly CommandContext Verifier = new("verifier", ActorId: Guid.Parse("77777777-7777-4777-8777-777777777777"), Organisations: ["youth-council"]);

    public static readonly AffectedPeople Families = new([Audience.ParentsAndCarers], ["E07000114"], ["primary"], []);

    public static readonly CommissioningStarted Started = new("A new contract for therapies", "therapies", Families, Edition, Today.AddDays(-60));
    public static readonly StageEntered Analyse = new(CycleStage.Analyse, 1, Today.AddDays(-60));
    public static readonly StageCompleted Analysed = new(CycleStage.Analyse, 1, Today.AddDays(-30));
    public static readonly StageEntered Plan = new(CycleStage.Plan, 1, Today.AddDays(-29));

    public static readonly Evidence Workshop = new(
        new EvidenceItem(EvidenceKind.ActivityHeld, Guid.Parse("88888888-8888-4888-8888-888888888888"), "Workshop on waiting times", Today.AddDays(-40)),
        false,
        [Audience.ParentsAndCarers],
        ["E07000114"],
        [],
        [],
        EngagementLevel.CoDesigning);

    public static CharterEdition EditionOf(Guid id, Guid? before, params (string Key, string[] Continues)[] principles) => new()
    {
        Id = id,
        Charter = "Youth charter",
        Title = "What young people expect",
        From = Today.AddYears(-1),
        Source = "Ours",
        EditionBeforeId = before,
        Principles = [.. principles.Select(one => new Principle(one.Key, one.Key, true, [new Criterion("seen", "It is seen", true)], one.Continues))],
    };

    public static CharterEdition Small { get; } = EditionOf(Edition, null, ("listen", []), ("lead", []));

    public static ClaimMade Claim(Guid id, string principle = "listen", CycleStage stage = CycleStage.Analyse) => new(
        id, principle, stage, Workshop.Item, "Parents said what waiting does", null, "county-council", Today.AddDays(-40).AddYears(2), null, Claimant);

    public static CommissioningActivity Told(params object[] events)
    {
        CommissioningActivity? state = null;
        object[] all = [Started, Analyse, .. events];
        for (var i = 0; i < all.Length; i++)
            state = CommissioningActivity.Evolve(state, Event.For(all[i], ActivityId, i + 1));

        return state!;
    }
}
