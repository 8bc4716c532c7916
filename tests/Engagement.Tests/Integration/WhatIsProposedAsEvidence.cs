using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.Governance;

namespace Engagement.Tests.Integration;

public sealed class WhatIsProposedAsEvidence : PlatformTest
{
    private static readonly CommandContext Commissioner = new("commissioner", ActorId: Guid.Parse("a0000000-0000-4000-8000-0000000000c1"), Organisations: ["county-council"]);
    private static readonly CommandContext Parent = new("pact-representative", ActorId: Guid.Parse("a0000000-0000-4000-8000-0000000000c2"), Organisations: ["kent-pact"]);

    protected override bool RunsInBackground => false;

    private CharterCommands Commands => Platform.Get<CharterCommands>();

    private CharterReads Reads => Platform.Get<CharterReads>();

    [Fact]
    public async Task Activities_that_reached_those_affected_in_the_time_of_the_stage_are_proposed_where_the_rules_say()
    {
        var activity = await StartAsync();
        var workshop = await HoldAsync("Workshop", EngagementLevel.Consulting, Audience.YoungPeople, "E07000114");
        await HoldAsync("Only told", EngagementLevel.Informing, Audience.YoungPeople, "E07000114");
        await HoldAsync("Elsewhere", EngagementLevel.Consulting, Audience.YoungPeople, "E07000105");
        await HoldAsync("Staff", EngagementLevel.Consulting, Audience.Staff, "E07000114");
        await HoldAsync("A talk with one person", EngagementLevel.Consulting, Audience.YoungPeople, "E07000114", ActivityKind.OneToOne);

        var proposal = (await ProposalsAsync(activity)).ShouldHaveSingleItem();

        proposal.Evidence.Item.ShouldBe(new EvidenceItem(EvidenceKind.ActivityHeld, workshop, "Workshop", Story.Today));
        (proposal.Principle, proposal.Stage, proposal.Rule).ShouldBe(("include", CycleStage.Analyse, "2/youth-include-analyse"));
        proposal.Why.ShouldBe("Young people or families were heard while it was found out what is needed");
        proposal.Evidence.Reaches(AnyAffected).ShouldBeTrue("what the statement finds, the rule of claims accepts");
    }

    [Fact]
    public async Task What_was_taken_or_was_not_is_not_proposed_again()
    {
        var activity = await StartAsync();
        var (one, other) = (await HoldAsync("One"), await HoldAsync("Other"));
        (await ProposalsAsync(activity)).Count.ShouldBe(2);

        var claim = await ClaimAsync(activity, one);
        await Commands.RejectEvidenceAsync(
            new RejectEvidence(activity, "include", CycleStage.Analyse, EvidenceKind.ActivityHeld, other, "1/youth-include-analyse", "Another service"),
            Commissioner,
            default);
        (await ProposalsAsync(activity)).ShouldBeEmpty();

        await Commands.WithdrawClaimAsync(new WithdrawClaim(activity, claim, "Wrong one"), Commissioner, default);
        (await ProposalsAsync(activity)).ShouldBeEmpty("a person decided on it");
        (await EvidenceAsync()).Select(one => one.Item.Title).ShouldBe(["One", "Other"], ignoreOrder: true, "all of it can still be claimed");
    }

    [Fact]
    public async Task A_list_of_proposals_goes_on_where_its_last_page_ended()
    {
        var activity = await StartAsync();
        foreach (var number in Enumerable.Range(1, 5))
            await HoldAsync($"Workshop {number}");

        var (found, edition) = await FindAsync(activity);
        var evidence = Platform.Get<EvidenceReads>();
        var first = await evidence.ProposalsAsync(found, edition, null, null, Story.Today, null, 3, default);
        var rest = await evidence.ProposalsAsync(found, edition, null, null, Story.Today, EvidenceReads.PositionOf(first.Items[^1]), 3, default);

        (first.HasMore, rest.HasMore).ShouldBe((true, false));
        first.Items.Concat(rest.Items).Select(one => one.Evidence.Item.Title).ShouldBe(Enumerable.Range(1, 5).Select(number => $"Workshop {number}"), ignoreOrder: true);
        ProposalPosition.TryParse(EvidenceReads.PositionOf(first.Items[0]).ToString(), out var position).ShouldBeTrue();
        position.ShouldBe(EvidenceReads.PositionOf(first.Items[0]));
    }

    [Fact]
    public async Task Answers_to_families_and_closed_surveys_and_topics_are_evidence_too()
    {
        var then = Story.Officer with { OccurredAt = Story.NoonDaysAgo(100) };
        var (consultation, wave) = await Platform.OpenAsync(then);
        await Platform.Surveys.CloseWaveAsync(new Engagement.Surveys.CloseWave(wave), Story.Officer, default);
        var loop = await Platform.DecideAsync(consultation);
        await Platform.PublishAsync(loop);

        var all = Platform.Get<EvidenceReads>();
        var survey = (await all.FindAsync(EvidenceKind.WaveClosed, wave, Story.Today, default)).ShouldNotBeNull();
        survey.ReachesAll.ShouldBeTrue();
        var published = (await all.FindAsync(EvidenceKind.LoopPublished, loop, Story.Today, default)).ShouldNotBeNull();
        (published.Item.Title, published.Item.HappenedOn).ShouldBe(("Inconsistent messages", Story.Today));
        published.Reaches(AnyAffected).ShouldBeFalse("nobody is known to have said it");
        (await all.FindAsync(EvidenceKind.LoopClosed, loop, Story.Today, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_claim_waits_for_a_representative_and_then_counts_2()
    {
        var activity = await StartAsync();
        var claim = await ClaimAsync(activity, await HoldAsync("Workshop"));
        (await WaitingAsync("charter.verify")).ShouldBe(["CLAIM_TO_VERIFY"]);

        await Commands.DisputeClaimAsync(new DisputeClaim(activity, claim, "Nobody was told", "kent-pact"), Parent, default);
        (await WaitingAsync("charter.verify")).ShouldBeEmpty();
        (await WaitingAsync("charter.claim")).ShouldBe(["CLAIM_DISPUTED"]);

        await Commands.VerifyClaimAsync(new VerifyClaim(activity, claim, "kent-pact"), Parent, default);
        (await WaitingAsync("charter.claim")).ShouldBeEmpty();
        var (found, edition) = await FindAsync(activity);
        CharterGrid.Of(edition, found).Points.ShouldBe(2);
    }

    [Fact]
    public async Task Whether_a_cell_applies_waits_for_a_representative()
    {
        var activity = await StartAsync();
        await Commands.MarkNotApplicableAsync(new MarkNotApplicable(activity, "lead", CycleStage.Do, "Decided by law", "county-council"), Commissioner, default);
        (await WaitingAsync("charter.verify")).ShouldBe(["NOT_APPLICABLE_TO_AGREE"]);
        (await Reads.CountAsync(new CommissioningFilter(ToCheck: true), default)).ShouldBe(1);

        await Commands.AnswerNotApplicableAsync(new AnswerNotApplicable(activity, "lead", CycleStage.Do, true, null, "kent-pact"), Parent, default);
        (await WaitingAsync("charter.verify")).ShouldBeEmpty();
        (await Reads.ListAsync(new CommissioningFilter(ToCheck: true), null, 10, default)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_expires_by_itself()
    {
        var activity = await StartAsync();
        await ClaimAsync(activity, await HoldAsync("Workshop"));

        await RestartAsync(runsInBackground: true, new SetClock(DateTimeOffset.UtcNow.AddYears(2).AddDays(3)));
        var expired = await Platform.EventAsync<ClaimExpired>();

        (expired.StreamId, ((ClaimExpired)expired.Data).ExpiredOn).ShouldBe((activity, Story.Today.AddYears(2)));
        (await Reads.FindAsync(activity, default)).ShouldNotBeNull().Claims.ShouldHaveSingleItem().State.ShouldBe(ClaimState.Expired);
    }

    [Fact]
    public async Task A_claim_expires_also_where_the_nodes_clock_is_behind_the_databases()
    {
        var activity = await StartAsync();
        var claim = await ClaimAsync(activity, await HoldAsync("Workshop"));
        var due = LondonCalendar.StartOf(Story.Today.AddYears(2));

        await RestartAsync(runsInBackground: false, new HandClock(due.AddSeconds(-1)));
        await Platform.Make<ExpireClaimHandler>().Handle(new ExpireClaim(activity, claim), Messages.DueAt(due), default);

        (await Reads.FindAsync(activity, default)).ShouldNotBeNull().Claims.ShouldHaveSingleItem().State.ShouldBe(ClaimState.Expired);
    }

    [Fact]
    public async Task Last_years_record_is_looked_at_by_this_years_edition()
    {
        var activity = await StartAsync();
        var claim = await ClaimAsync(activity, await HoldAsync("Workshop"));
        await Commands.VerifyClaimAsync(new VerifyClaim(activity, claim, "kent-pact"), Parent, default);
        var before = (await FindAsync(activity)).Edition.Id;
        var next = await AdoptAsync("Next", Story.Today, before, ("belong", ["include"]), ("learn", []));

        var again = (await Reads.RescoreAsync(activity, next, default)).ShouldNotBeNull();

        (again.Before.Points, again.After.Points, again.IsConnected).ShouldBe((2, 2, true));
        again.Cells.ShouldAllBe(change => change.Principle == "learn");
        (await Reads.RescoreAsync(activity, Guid.NewGuid(), default)).ShouldBeNull();
        (await Reads.FindAsync(activity, default)).ShouldNotBeNull().EditionId.ShouldBe(before);
    }

    [Fact]
    public async Task Representatives_who_came_to_a_group_that_keeps_to_the_charter_are_proposed_for_what_touches_parents()
    {
        var edition = await AdoptAsync(EvidenceRules.CoProduction, "Working as equals", Story.Today.AddYears(-1), null, ("early", []), ("equal", []));
        await Commands.SignUpAsync(new SignUpGroup(edition, "improvement board"), Commissioner, default);
        var met = await MeetAsync("Improvement Board", Attendance.Substitute);
        await MeetAsync("Another board", Attendance.Attended);
        await MeetAsync("Improvement board", Attendance.Absent);
        var forParents = await StartAsync(edition, Audience.ParentsAndCarers);
        var forYoungPeople = await StartAsync(edition, Audience.YoungPeople);

        var proposal = (await ProposalsAsync(forParents)).ShouldHaveSingleItem();

        proposal.Evidence.Item.ShouldBe(
            new EvidenceItem(EvidenceKind.RepresentativesAttended, met, "Parents’ representatives at the meeting: Improvement Board", Story.Today));
        (proposal.Principle, proposal.Stage, proposal.Rule).ShouldBe(("early", CycleStage.Analyse, "2/early-analyse-seat"));
        (await ProposalsAsync(forYoungPeople)).ShouldBeEmpty("representatives speak for parents and carers");
        (await Platform.Get<EvidenceReads>().ListAsync(new AffectedPeople([Audience.ParentsAndCarers], [], [], []), null, null, Story.Today, null, 20, default)).Items.Count
            .ShouldBe(2, "a person can claim what another group did");
        await Commands.MakeClaimAsync(
            new MakeClaim(forParents, "early", CycleStage.Analyse, EvidenceKind.RepresentativesAttended, met, "They asked for the figures", null, "county-council", proposal.Rule),
            Commissioner,
            default);
        (await ProposalsAsync(forParents)).ShouldBeEmpty();
    }

    private static AffectedPeople AnyAffected { get; } = new([Audience.YoungPeople], ["E07000114"], [], []);

    private async Task<Guid> StartAsync()
    {
        var edition = await AdoptAsync("What young people expect", Story.Today.AddYears(-1), null, ("include", []), ("listen", []), ("lead", []));
        return await Commands.StartAsync(new StartCommissioning("A new contract for therapies", "therapies", AnyAffected, edition), Commissioner, default);
    }

    private Task<Guid> StartAsync(Guid edition, Audience audience) => Commands.StartAsync(
        new StartCommissioning("Short breaks", "social-care", new AffectedPeople([audience], [], [], []), edition), Commissioner, default);

    private async Task<Guid> MeetAsync(string name, Attendance attendance)
    {
        var (groups, meetings) = (Platform.Get<GovernanceCommands>(), Platform.Get<MeetingCommands>());
        var group = await groups.ConstituteAsync(new ConstituteGroup(name, "Steers the plan", MeetingFrequency.Monthly, null), Story.Officer, default);
        var seat = await groups.CreateSeatAsync(new CreateSeat(group, "Parent representative"), Story.Officer, default);
        await groups.NominateAsync(new NominateRepresentative(group, seat, Guid.NewGuid(), "Parent"), ForumStories.Coordinator, default);
        await groups.AppointAsync(new AppointRepresentative(group, seat, Story.Today), Story.Officer, default);
        var meeting = await meetings.ScheduleAsync(new ScheduleMeeting(group, Story.Today), Story.Officer, default);
        await meetings.HoldAsync(new HoldMeeting(meeting, Story.Today), Story.Officer, default);
        await meetings.TakeAttendanceAsync(new TakeAttendance(meeting, [new SeatAttendance(seat, attendance)]), Story.Officer, default);
        return meeting;
    }

    private Task<Guid> AdoptAsync(string title, DateOnly from, Guid? before, params (string Key, string[] Continues)[] principles) =>
        AdoptAsync(EvidenceRules.Youth, title, from, before, principles);

    private Task<Guid> AdoptAsync(string charter, string title, DateOnly from, Guid? before, params (string Key, string[] Continues)[] principles) => Commands.AdoptAsync(
        new AdoptEdition(
            charter,
            title,
            from,
            "Ours",
            before,
            [.. principles.Select(one => new Principle(one.Key, one.Key, true, [new Criterion("seen", "It is seen", true)], one.Continues))]),
        Commissioner,
        default);

    private async Task<Guid> HoldAsync(
        string title, EngagementLevel level = EngagementLevel.Consulting, Audience audience = Audience.YoungPeople, string? district = null,
        ActivityKind kind = ActivityKind.Workshop)
    {
        var activities = Platform.Get<ActivityCommands>();
        var id = await activities.PlanAsync(
            new PlanActivity(
                title, kind, level, audience, false, null, Story.Today, district, CycleStage.Analyse,
                new LundyPlan("A hall", "Talk", "The board", "It decides"), audience == Audience.YoungPeople ? "Two workers with checks" : null),
            Story.Officer,
            default);
        await activities.HoldAsync(new HoldActivity(id, Story.Today), Story.Officer, default);
        return id;
    }

    private Task<Guid> ClaimAsync(Guid activity, Guid held) => Commands.MakeClaimAsync(
        new MakeClaim(
            activity, "include", CycleStage.Analyse, EvidenceKind.ActivityHeld, held, "They said what is needed", null, "county-council", "1/youth-include-analyse"),
        Commissioner,
        default);

    private async Task<(CommissioningActivity Activity, CharterEdition Edition)> FindAsync(Guid id)
    {
        var activity = (await Reads.FindAsync(id, default)).ShouldNotBeNull();
        return (activity, (await Reads.FindEditionAsync(activity.EditionId, default)).ShouldNotBeNull());
    }

    private async Task<IReadOnlyList<EvidenceProposal>> ProposalsAsync(Guid id)
    {
        var (activity, edition) = await FindAsync(id);
        return (await Platform.Get<EvidenceReads>().ProposalsAsync(activity, edition, null, null, Story.Today, null, 20, default)).Items;
    }

    private async Task<IReadOnlyList<Evidence>> EvidenceAsync() =>
        (await Platform.Get<EvidenceReads>().ListAsync(AnyAffected, null, null, Story.Today, null, 20, default)).Items;

    private async Task<IEnumerable<string>> WaitingAsync(string permission)
    {
        var query = new WorkQuery(new WorkAsker(new HashSet<string> { permission }), Story.Today);
        return (await Platform.Workbench.ListAsync(query, null, 10, default)).Items.Select(item => item.Kind);
    }
}
