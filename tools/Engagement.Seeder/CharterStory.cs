using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;

namespace Engagement.Seeder;

/// <summary>
/// Services that go round the cycle of commissioning, looked at by the charters: claims that were accepted, one that is disputed, a cell that does not apply
/// and one where that waits for an answer. Much that happened is not claimed yet, and is proposed.
/// </summary>
internal static class CharterStory
{
    public const string Name = "charter";

    /// <summary>The principle and the stage whose claim is disputed, at <see cref="TherapiesId"/>.</summary>
    public const string Disputed = "include";

    private const string Therapies = "therapies";
    private const string Clubs = "clubs";
    private const string Pact = Organisation.KentPact;
    private const string YouthCouncil = Organisation.YouthCouncil;

    private static readonly AffectedPeople Families = new([Audience.ParentsAndCarers, Audience.YoungPeople], [], [], []);

    private static readonly LundyPlan Lundy = new(
        "A place that those who came chose, with a quiet room beside it.",
        "Cards, pictures and talk; answers may come the day after.",
        "Those who write the contract listen, and take the notes.",
        "What was said is in the contract, or its answer says why not.");

    private static readonly Occasion[] Occasions =
    [
        new("waiting", "Focus group: what waiting for therapy does to us", -300, Audience.ParentsAndCarers, EngagementLevel.Consulting, CycleStage.Analyse),
        new("speaking", "Workshop: what helps us to say things", -290, Audience.YoungPeople, EngagementLevel.Engaging, CycleStage.Analyse),
        new("questions", "Workshop: the questions we ask of providers", -230, Audience.YoungPeople, EngagementLevel.CoDesigning, CycleStage.Plan),
        new("scoring", "Young people score the presentations of providers", -150, Audience.YoungPeople, EngagementLevel.CoProducing, CycleStage.Do),
        new("first-months", "Coffee morning: the first months of the new service", -60, Audience.ParentsAndCarers, EngagementLevel.Consulting, CycleStage.Review),
        new("visits", "Young people visit the new service", -45, Audience.YoungPeople, EngagementLevel.CoDesigning, CycleStage.Review),
    ];

    public static Guid TherapiesId => IdOf(Therapies);

    /// <summary>How many activities it holds of its own.</summary>
    public static int Activities => Occasions.Length;

    public static async Task TellAsync(Storyteller teller)
    {
        foreach (var occasion in Occasions)
            await HoldAsync(teller, occasion);

        var youth = await AdoptAsync(teller, CharterEditions.Youth, "youth", "SEND Improvement Board", "Kent and Medway Children and Young People Programme Board");
        var first = await AdoptAsync(teller, CharterEditions.FirstOfCoProduction, "first", "SEND Improvement Board", "Kent PACT");
        var second = await AdoptAsync(teller, CharterEditions.SecondOfCoProduction(teller.Day(-90), first), "second", "Kent PACT");

        await TellTherapiesAsync(teller, youth);
        await TellClubsAsync(teller, first);
        await StartAsync(teller, "waiting-list", "Neurodevelopmental pathway: help while families wait", "mental-health", Families, youth, -320);
        await StartAsync(
            teller, "advice", "Advice in colleges for those who become adults", "preparing-for-adulthood",
            new AffectedPeople([Audience.YoungPeople], [], ["post-16"], []), second, -30);
    }

    private static async Task TellTherapiesAsync(Storyteller teller, Guid edition)
    {
        var service = new Service(teller, Therapies, await StartAsync(teller, Therapies, "Speech and language therapy: a new contract", "therapies", Families, edition, -320));
        await service.ClaimAsync("include", CycleStage.Analyse, "waiting", "Parents of children on the waiting list said what waiting does, and it is the first page of the needs assessment", -280, verifiedFor: Pact);
        await service.ClaimAsync("listen", CycleStage.Analyse, "speaking", "What young people said is written in their own words in the needs assessment", -279);
        await service.RejectAsync("include", CycleStage.Analyse, "speaking", "1/youth-include-analyse", "It is claimed for listening already, and those who came had been asked before", -278);
        await service.NextAsync(CycleStage.Analyse, CycleStage.Plan, -260);
        await service.ClaimAsync("lead", CycleStage.Plan, "questions", "Young people wrote the three questions that every provider had to answer", -220, "heard", YouthCouncil);
        var disputed = await service.ClaimAsync(Disputed, CycleStage.Plan, "questions", "Young people who use the service were part of writing the contract", -219, "belonging");
        await service.DisputeAsync(disputed, "Eight of us came, and none of us uses a device to speak. Those who do were not asked", -205);
        await service.AskNotApplicableAsync("respect", CycleStage.Plan, "The plan was written in two weeks between meetings, and nobody was met", -204);
        await service.NextAsync(CycleStage.Plan, CycleStage.Do, -200);
        await service.ClaimAsync("lead", CycleStage.Do, "scoring", "Young people had a third of the points in choosing the provider", -140, verifiedFor: YouthCouncil);
        await service.AskNotApplicableAsync("support", CycleStage.Do, "The rules of the tender let nobody be trained by a provider while it is scored", -138);
        await service.AgreeAsync("support", CycleStage.Do, -130);
        await service.NextAsync(CycleStage.Do, CycleStage.Review, -100);
        await service.ClaimAsync("support", CycleStage.Review, "first-months", "Parents said what they had learnt from the first months, and the provider changed its letters", -50);
    }

    private static async Task TellClubsAsync(Storyteller teller, Guid edition)
    {
        var service = new Service(teller, Clubs, await StartAsync(teller, Clubs, "Short breaks: clubs in the holidays", "social-care", Families, edition, -400));
        await service.ClaimAsync("equal", CycleStage.Analyse, "speaking", "Young people chaired the workshop", -285, verifiedFor: YouthCouncil);
        await service.ClaimAsync("early", CycleStage.Analyse, "waiting", "Parents were asked before anything was written", -284, verifiedFor: Pact);
        await service.ClaimAsync("informed", CycleStage.Analyse, "waiting", "Parents had the figures a week before", -283);
        await service.ClaimAsync("accessible", CycleStage.Analyse, "speaking", "There were cards and pictures, and answers came the day after", -282);
        await service.AskNotApplicableAsync("accountable", CycleStage.Analyse, "Nothing had been promised yet", -281);
        await service.AgreeAsync("accountable", CycleStage.Analyse, -275);
        await service.NextAsync(CycleStage.Analyse, CycleStage.Plan, -270);
        await service.ClaimAsync("equal", CycleStage.Plan, "questions", "Young people wrote part of the specification", -225, "belonging", YouthCouncil);
        await service.NextAsync(CycleStage.Plan, CycleStage.Do, -180);
    }

    private static async Task<Guid> AdoptAsync(Storyteller teller, AdoptEdition edition, string key, params string[] groups)
    {
        var name = $"{Name}:edition:{key}";
        var id = await teller.Charter.AdoptAsync(edition, Storyteller.OfficerOn(edition.From.AddDays(-14), name), teller.CancellationToken);
        foreach (var group in groups)
        {
            await teller.Charter.SignUpAsync(
                new SignUpGroup(id, $"{group} (demonstration)"), Storyteller.OfficerOn(edition.From.AddDays(7), $"{name}:{group}"), teller.CancellationToken);
        }

        return id;
    }

    private static Task<Guid> StartAsync(Storyteller teller, string key, string title, string service, AffectedPeople people, Guid edition, int day) =>
        teller.Charter.StartAsync(new StartCommissioning($"{title} (demonstration)", service, people, edition), Commissioner(teller, day, key), teller.CancellationToken);

    private static async Task HoldAsync(Storyteller teller, Occasion occasion)
    {
        var name = ActivityName(occasion.Key);
        var young = occasion.Audience == Audience.YoungPeople;
        var id = await teller.Activities.PlanAsync(
            new PlanActivity(
                $"{occasion.Title} (demonstration)",
                young ? ActivityKind.Workshop : ActivityKind.FocusGroup,
                occasion.Level,
                occasion.Audience,
                young,
                null,
                teller.Day(occasion.OnDay),
                null,
                occasion.Stage,
                Lundy,
                young ? "Two workers with checks, and the safeguarding lead can be reached." : null),
            teller.OfficerOn(occasion.OnDay - 20, name),
            teller.CancellationToken);
        await teller.Activities.HoldAsync(
            new HoldActivity(id, teller.Day(occasion.OnDay)), teller.OfficerOn(occasion.OnDay, $"{name}:hold"), teller.CancellationToken);
    }

    public static (EvidenceKind Kind, Guid Id) ActivityOf(string occasion) => (EvidenceKind.ActivityHeld, Storyteller.IdOf("activity", ActivityName(occasion)));

    private static string ActivityName(string key) => $"{Name}:activity:{key}";

    private static Guid IdOf(string key) => Storyteller.IdOf("commissioning activity", $"{Name}:{key}");

    public static CommandContext Commissioner(Storyteller teller, int day, string name) => teller.OfficerOn(day, $"{Name}:{name}") with
    {
        ActorRole = "commissioner",
        ActorId = DeterministicId.From("demonstration-person", "commissioner"),
        Organisations = [Organisation.CountyCouncil],
    };

    public static CommandContext Verifier(Storyteller teller, int day, string name) => teller.OfficerOn(day, $"{Name}:{name}") with
    {
        ActorRole = "verifier",
        ActorId = DeterministicId.From("demonstration-person", "verifier"),
        Organisations = [Pact, YouthCouncil],
    };

    private sealed record Occasion(string Key, string Title, int OnDay, Audience Audience, EngagementLevel Level, CycleStage Stage);

    private sealed class Service(Storyteller teller, string key, Guid id)
    {
        public async Task<Guid> ClaimAsync(
            string principle, CycleStage stage, string occasion, string explanation, int day, string? outcome = null, string? verifiedFor = null)
        {
            var name = $"{key}:claim:{principle}:{stage}";
            var claim = await teller.Charter.MakeClaimAsync(
                new MakeClaim(id, principle, stage, EvidenceKind.ActivityHeld, EvidenceOf(occasion), explanation, outcome, null, null),
                Commissioner(teller, day, name),
                teller.CancellationToken);
            if (verifiedFor is not null)
                await teller.Charter.VerifyClaimAsync(new VerifyClaim(id, claim, verifiedFor), Verifier(teller, day + 7, $"{name}:verify"), teller.CancellationToken);

            return claim;
        }

        public Task DisputeAsync(Guid claim, string reason, int day) => teller.Charter.DisputeClaimAsync(
            new DisputeClaim(id, claim, reason, YouthCouncil), Verifier(teller, day, $"{key}:dispute"), teller.CancellationToken);

        public Task RejectAsync(string principle, CycleStage stage, string occasion, string rule, string reason, int day) => teller.Charter.RejectEvidenceAsync(
            new RejectEvidence(id, principle, stage, EvidenceKind.ActivityHeld, EvidenceOf(occasion), rule, reason),
            Commissioner(teller, day, $"{key}:reject:{principle}"),
            teller.CancellationToken);

        public Task AskNotApplicableAsync(string principle, CycleStage stage, string reason, int day) => teller.Charter.MarkNotApplicableAsync(
            new MarkNotApplicable(id, principle, stage, reason, null), Commissioner(teller, day, $"{key}:not-applicable:{principle}"), teller.CancellationToken);

        public Task AgreeAsync(string principle, CycleStage stage, int day) => teller.Charter.AnswerNotApplicableAsync(
            new AnswerNotApplicable(id, principle, stage, true, null, Pact), Verifier(teller, day, $"{key}:agree:{principle}"), teller.CancellationToken);

        public async Task NextAsync(CycleStage from, CycleStage to, int day)
        {
            await teller.Charter.CompleteStageAsync(new CompleteStage(id, from), Commissioner(teller, day - 1, $"{key}:complete:{from}"), teller.CancellationToken);
            await teller.Charter.EnterStageAsync(new EnterStage(id, to), Commissioner(teller, day, $"{key}:enter:{to}"), teller.CancellationToken);
        }

        private static Guid EvidenceOf(string occasion) => Storyteller.IdOf("activity", ActivityName(occasion));
    }
}
