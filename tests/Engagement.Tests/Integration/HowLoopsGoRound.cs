using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Journeys;
using Engagement.Metrics;
using Engagement.Participants;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

public sealed class HowLoopsGoRound : PlatformTest
{
    [Fact]
    public async Task What_was_done_and_told_is_closed_and_those_who_said_it_confirm_it()
    {
        var (loop, receipts) = await CloseAsync();

        await ConfirmAsync(loop, receipts[0], ConfirmationAnswer.No, "Nothing has changed at our school");
        (await Card(loop)).NeedsAttentionSince.ShouldNotBeNull();
        (await Platform.Loops.CommentsAsync(loop, null, 50, default)).Items.Select(c => (c.Answer, c.Text)).ShouldBe(
            [(ConfirmationAnswer.No, "Nothing has changed at our school")]);
        await ConfirmAsync(loop, receipts[0], ConfirmationAnswer.Yes);
        await ConfirmAsync(loop, receipts[1], ConfirmationAnswer.Partly);

        var card = await Card(loop);
        card.ClosedAt.ShouldNotBeNull();
        card.Confirmation.ShouldBe(new LoopConfirmation(1, 1, 0, null, null));
        (card.NeedsAttentionSince, card.ConfirmedAt).ShouldBe((null, null));
        (await Platform.Loops.CommentsAsync(loop, null, 50, default)).Items.ShouldBeEmpty("they have taken it back");
        await using var session = Platform.Store.QuerySession();
        var comment = (await session.Events.FetchStreamAsync(loop)).Select(e => e.Data).OfType<ConfirmationGiven>().First().Comment.ShouldNotBeNull();
        (await Platform.Get<SubjectKeys>().OpenAsync(comment, default)).ShouldBe("Nothing has changed at our school");
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where data::text like '%our school%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_the_wrong_receipt_confirms_nothing()
    {
        var (loop, receipts) = await CloseAsync();
        var (_, otherWave) = await Platform.OpenAsync();
        var other = await Platform.SubmitAsync(otherWave, "x");

        (await Should.ThrowAsync<RuleRefusedException>(() => ConfirmAsync(loop, receipts[0] with { Secret = other.Secret }, ConfirmationAnswer.Yes)))
            .Code.ShouldBe("RECEIPT_NOT_FOUND");
        (await Should.ThrowAsync<RuleRefusedException>(() => ConfirmAsync(loop, other, ConfirmationAnswer.Yes))).Code.ShouldBe("NOT_BEHIND_THIS");
    }

    [Fact]
    public async Task Confirmed_by_both_groups_it_is_a_step_of_the_journey_until_it_is_reopened()
    {
        var (loop, receipts) = await CloseAsync();
        await Platform.Feedback.GiveGroupConfirmationAsync(
            new GiveGroupConfirmation(loop, FamilyReader.ParentForum, ConfirmationAnswer.Yes), Story.Reader, default);
        await Platform.Feedback.GiveGroupConfirmationAsync(
            new GiveGroupConfirmation(loop, FamilyReader.YoungPeople, ConfirmationAnswer.Yes), Story.Reader, default);
        await ConfirmAsync(loop, receipts[0], ConfirmationAnswer.Yes);
        await Platform.CatchUpAsync();

        var view = Story.ViewOf(receipts[0]);
        var journey = (await Platform.Journeys.OfViewAsync(view, default)).ShouldNotBeNull();
        journey.Steps.Select(step => step.Kind).ShouldBe(Enum.GetValues<JourneyStepKind>());
        journey.Steps.ShouldAllBe(step => step.At != null);
        journey.EntryIds.ShouldBe([loop]);

        await Platform.Feedback.ReopenDecisionAsync(new ReopenDecision(loop, "The contacts have left"), Story.Officer, default);

        journey = (await Platform.Journeys.OfViewAsync(view, default)).ShouldNotBeNull();
        journey.Steps.ShouldNotContain(step => step.Kind == JourneyStepKind.Confirmed);
        journey.Steps.ShouldAllBe(step => step.At != null, "what happened has happened");
        var card = await Card(loop);
        card.ClosedAt.ShouldBeNull();
        card.Reopened.Single().Confirmation.ShouldBe(new LoopConfirmation(1, 0, 0, ConfirmationAnswer.Yes, ConfirmationAnswer.Yes));
        (await Platform.EventAsync<ConfirmersTold>()).Data.ShouldBe(new ConfirmersTold("tracking page", 1));
        (await Platform.Entries.FindAsync(loop, default)).ShouldNotBeNull("what was published stays");
    }

    [Fact]
    public async Task The_way_back_from_an_entry_leads_to_its_views()
    {
        var (loop, receipts) = await CloseAsync();
        await Platform.CatchUpAsync();

        var origin = (await Platform.Journeys.OfEntryAsync(loop, default)).ShouldNotBeNull();
        var views = await Platform.Journeys.ViewsOfEntryAsync(loop, null, 10, default);

        (origin.Views, origin.Responses).ShouldBe((2, 2));
        views.Items.ShouldBe(receipts.Select(Story.ViewOf), ignoreOrder: true);
        (await Platform.Journeys.OfEntryAsync(Guid.NewGuid(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_view_of_two_themes_that_are_one_today_is_one_view_of_the_entry()
    {
        var (loop, receipts) = await CloseAsync();
        var card = await Card(loop);
        var other = await Platform.OpenThemeAsync(card.ConsultationId, "Being told");
        await Platform.CodeAsync(Story.ViewOf(receipts[0]), other);
        await Platform.MergeAsync(card.ThemeId, other);
        await Platform.CatchUpAsync();

        (await Platform.Journeys.OfEntryAsync(loop, default)).ShouldNotBeNull().Views.ShouldBe(2);
        (await Platform.Journeys.ViewsOfEntryAsync(loop, null, 10, default)).Items.ShouldBe(receipts.Select(Story.ViewOf), ignoreOrder: true);
    }

    [Fact]
    public async Task An_escalation_meanwhile_does_not_stop_who_has_seen_all_else()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        var seen = Story.Officer with { ExpectedVersion = (await Card(loop)).Version };
        await using (var session = Platform.Store.LightweightSession())
        {
            session.Events.Append(loop, new LoopEscalated("Workstream", 1, Story.Today));
            await session.SaveChangesAsync();
        }

        await Platform.Feedback.ReopenDecisionAsync(new ReopenDecision(loop, "New money"), seen, default);

        await Should.ThrowAsync<StaleVersionException>(
            () => Platform.Feedback.RescheduleCommitmentAsync(
                new RescheduleCommitment(loop, 1, Story.Today.AddDays(100), "Empty posts"), seen, default));
    }

    [Fact]
    public async Task Officers_see_what_is_due_first_and_what_needs_them()
    {
        var (closed, receipts) = await CloseAsync();
        await ConfirmAsync(closed, receipts[0], ConfirmationAnswer.No);
        var (consultation, _) = await Platform.OpenAsync();
        var later = await Platform.DecideAsync(consultation);
        var sooner = await Platform.DecideAsync(consultation);
        await Platform.Feedback.MakeCommitmentAsync(
            new MakeCommitment(sooner, "Letters in plain words", "Head of transport", Story.Today.AddDays(10)), Story.Officer, default);
        var inDue = Story.Today.AddDays(20);

        var first = await Platform.Loops.BoardAsync(new LoopBoardQuery(IsClosed: false), inDue, null, 1, default);
        var rest = await Platform.Loops.BoardAsync(new LoopBoardQuery(IsClosed: false), inDue, LoopReads.PositionOf(first.Items[0]), 10, default);

        first.Items.Select(l => l.Id).ShouldBe([sooner]);
        first.HasMore.ShouldBeTrue();
        rest.Items.Select(l => l.Id).ShouldBe([later]);
        (await Ids(new LoopBoardQuery(OverdueOnly: true), inDue)).ShouldBe([sooner]);
        (await Ids(new LoopBoardQuery(NeedsAttentionOnly: true), inDue)).ShouldBe([closed]);
        (await Ids(new LoopBoardQuery(State: LoopState.Told), inDue)).ShouldBe([closed]);
        (await Ids(new LoopBoardQuery(OwnerRole: " Head of transport "), inDue)).ShouldBe([sooner]);
        (await Ids(new LoopBoardQuery(OwnerRole: "Director"), inDue)).ShouldBeEmpty();
        (await Ids(new LoopBoardQuery(OverdueOnly: true, Words: "inconsistent message"), inDue)).ShouldBe([sooner]);
        (await Ids(new LoopBoardQuery(Words: "nothing of the kind"), inDue)).ShouldBeEmpty();
        var counts = await Platform.Loops.CountsAsync(null, inDue, default);
        (counts.Closed, counts.Overdue, counts.NeedAttention, counts.ByState[LoopState.Committed]).ShouldBe((1, 1, 1, 2));
        await Platform.CatchUpAsync();
        (await Closure(inDue)).ShouldBe(new LoopClosure(0, 1));
        (await Closure(Story.Today.AddDays(100))).ShouldBe(new LoopClosure(1, 3));
        (await Platform.Loops.ConditionsAsync(later, default)).ShouldNotBeNull().Missing().ShouldContain("families have not been told yet");

        async Task<LoopClosure> Closure(DateOnly by) => (await Platform.LoopFigures.OfAsync(null, LondonCalendar.StartOf(by), default)).Closure;

        async Task<Guid[]> Ids(LoopBoardQuery query, DateOnly today) =>
            [.. (await Platform.Loops.BoardAsync(query, today, null, 10, default)).Items.Select(l => l.Id)];
    }

    [Fact]
    public async Task How_long_people_wait_counts_those_who_still_wait()
    {
        // Said 50 and 41 days ago and answered today; said 90 days ago and still waiting.
        var (consultation, wave) = await Platform.OpenAsync(Story.Officer with { OccurredAt = Story.NoonDaysAgo(91) });
        var views = new List<Guid>();
        foreach (var days in new[] { 90, 50, 41 })
        {
            var context = Story.Parent with { OccurredAt = Story.NoonDaysAgo(days) };
            views.Add(Story.ViewOf(await Platform.Surveys.SubmitAsync(Story.Response(wave, $"{days}"), context, default)));
        }

        var loop = await Platform.DecideAsync(consultation, views[1], views[2]);
        await Platform.PublishAsync(loop);
        await Platform.CatchUpAsync();

        var time = await Platform.LoopFigures.TimeToDecisionAsync(new MetricsScope(consultation), default);

        time.ShouldBe(new TimeToDecision(50, 90, 3, 2, 2));
    }

    [Fact]
    public async Task The_board_is_found_by_words_by_district_and_by_state()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var letters = await PublishAsync(consultation, "Your letters are long and late", "We will write shorter letters", ["E07000114"], [Audience.ParentsAndCarers]);
        var schools = await PublishAsync(consultation, "Schools do not communicate", "We will call each family", [], []);
        await Platform.ActAsync(schools);
        await PublishAgainAsync(schools, "Schools do not communicate", "Each family was called");

        (await Found(new EntryQuery("letter"))).ShouldBe([letters], "by stem");
        (await Found(new EntryQuery("comm"))).ShouldBe([schools], "by the beginning of a word");
        (await Found(new EntryQuery("shorter lat"))).ShouldBe([letters], "by all words");
        (await Found(new EntryQuery("letters communicate"))).ShouldBeEmpty();
        (await Found(new EntryQuery("families asked"))).ShouldBe([schools, letters], "by why it was decided");
        (await Found(new EntryQuery("we & ! :* ' will"))).ShouldBe([letters], "signs of the search itself mean nothing");
        (await Found(new EntryQuery(" - "))).ShouldBe([schools, letters]);
        (await Found(new EntryQuery(State: EntryState.WeDid))).ShouldBe([schools]);
        (await Found(new EntryQuery(District: "E07000114"))).ShouldBe([schools, letters]);
        (await Found(new EntryQuery(District: "E07000105"))).ShouldBe([schools]);
        (await Found(new EntryQuery(Audience: Audience.YoungPeople))).ShouldBe([schools]);
        (await Found(new EntryQuery(From: Story.Today, To: Story.Today, ConsultationId: consultation))).ShouldBe([schools, letters]);
        (await Found(new EntryQuery(From: Story.Today.AddDays(1)))).ShouldBeEmpty();

        var first = await Platform.EntrySearch.FindAsync(new EntryQuery(), null, 1, default);
        first.HasMore.ShouldBeTrue();
        (await Platform.EntrySearch.FindAsync(new EntryQuery(), first.Items[0].Position, 5, default)).Items.Select(e => e.Id).ShouldBe([letters]);
        var facets = await Platform.EntrySearch.FacetsAsync(new EntryQuery(), default);
        (facets.States[EntryState.WeDid], facets.States[EntryState.WeWill], facets.Districts["E07000105"]).ShouldBe((1, 1, 1), "anybody can count entries");

        async Task<Guid[]> Found(EntryQuery query) =>
            [.. (await Platform.EntrySearch.FindAsync(query, null, 10, default)).Items.Select(e => e.Id)];
    }

    [Fact]
    public async Task A_correction_is_on_the_board_and_found_by_its_words()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await PublishAsync(consultation, "Your leters are long", "We will write shorter ones", [], []);
        await Platform.ApproveAsync(new DraftEntry(loop, "Your letters are long", "We will write shorter ones"));

        await Platform.Feedback.CorrectEntryAsync(new CorrectEntry(loop, "Spelling"), Story.Officer, default);

        (await Platform.EntrySearch.FindAsync(new EntryQuery("letters"), null, 10, default)).Items.Single().YouSaid.ShouldBe("Your letters are long");
        (await Platform.EntrySearch.FindAsync(new EntryQuery("leters"), null, 10, default)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_approves_what_they_have_written()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        var officer = Story.Officer with { ActorId = Guid.NewGuid() };
        await Platform.Feedback.DraftEntryAsync(new DraftEntry(loop, "You said", "We will"), officer, default);

        (await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Feedback.ApproveEntryAsync(new ApproveEntry(loop, FamilyReader.ParentForum), officer, default))).Code.ShouldBe("ENTRY_APPROVED_BY_AUTHOR");
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Feedback.PublishEntryAsync(new PublishEntry(loop, "You said", "We will"), officer, default))).Code.ShouldBe("ENTRY_NOT_APPROVED");
    }

    [Theory]
    [InlineData("LoopCard", "select jsonb_agg(data order by id)::text from mt_doc_loopcard")]
    [InlineData("ConsultationPage", "select jsonb_agg(data order by id)::text from mt_doc_consultationpage")]
    [InlineData("EntryBoard", "select jsonb_agg(to_jsonb(e) order by loop_id)::text from engagement.entries e")]
    [InlineData("EntryWords", "select jsonb_agg(to_jsonb(w) order by loop_id)::text from engagement.entry_words w")]
    public async Task Built_again_from_the_log_it_is_the_same(string projection, string everything)
    {
        var (loop, receipts) = await CloseAsync();
        await ConfirmAsync(loop, receipts[0], ConfirmationAnswer.No, "No");
        await ConfirmAsync(loop, receipts[0], ConfirmationAnswer.Yes);
        await Platform.Feedback.ReopenDecisionAsync(new ReopenDecision(loop, "The contacts have left"), Story.Officer, default);
        await Platform.Feedback.RecordDecisionAsync(
            new RecordDecision(loop, DecisionOutcome.WeCannot, Story.Today, "Director", "There is no money", "None, for want of money", null), Story.Officer, default);
        await Platform.PublishAsync(loop, "We cannot");
        await Platform.ApproveAsync(new DraftEntry(loop, "You hear different things", "We cannot", Districts: ["E07000114"]));
        await Platform.Feedback.CorrectEntryAsync(new CorrectEntry(loop, "Shorter"), Story.Officer, default);
        var (consultation, _) = await Platform.OpenAsync();
        await Platform.Consultations.PauseAsync(new PauseConsultation(consultation, "Misprint"), Story.Officer, default);
        await Platform.Consultations.ResumeAsync(new ResumeConsultation(consultation, Story.Today.AddDays(60)), Story.Officer, default);
        await Platform.Consultations.WithdrawAsync(new WithdrawConsultation(consultation, "No grant"), Story.Officer, default);
        await Platform.CatchUpAsync();
        // Told of the new answer: then nothing is on its way any more.
        await Platform.EventAsync<LoopClosed>(after: (await Platform.EventAsync<DecisionReplaced>()).Sequence);
        var live = await Platform.ScalarAsync<string>(everything);

        await Platform.Daemon.RebuildProjectionAsync(projection, default);

        (await Platform.ScalarAsync<string>(everything)).ShouldBe(live);
    }

    private async Task<LoopCard> Card(Guid loop) => (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull();

    private Task ConfirmAsync(Guid loop, IssuedReceipt receipt, ConfirmationAnswer answer, string? comment = null) =>
        Platform.Feedback.GiveConfirmationAsync(
            new GiveConfirmation(loop, receipt.Reference, receipt.Secret, answer, comment), Story.Parent, default);

    /// <summary>A loop of two responses that was done, published and told, and so is closed.</summary>
    private async Task<(Guid Loop, IssuedReceipt[] Receipts)> CloseAsync()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        IssuedReceipt[] receipts = [await Platform.SubmitAsync(wave, "a"), await Platform.SubmitAsync(wave, "b")];
        var loop = await Platform.DecideAsync(consultation, [.. receipts.Select(Story.ViewOf)]);
        await Platform.ActAsync(loop);
        await Platform.PublishAsync(loop, "Each family has one contact");
        var closed = await Platform.EventAsync<LoopClosed>();
        closed.StreamId.ShouldBe(loop);
        closed.Data.ShouldBe(new LoopClosed(EntryState.WeDid));
        (await Platform.EventAsync<ConfirmationAsked>()).Data.ShouldBe(new ConfirmationAsked(2));
        return (loop, receipts);
    }

    private async Task<Guid> PublishAsync(
        Guid consultation, string youSaid, string weDid, IReadOnlyList<string> districts, IReadOnlyList<Audience> audiences)
    {
        var loop = await Platform.DecideAsync(consultation);
        await PublishAgainAsync(loop, youSaid, weDid, districts, audiences);
        return loop;
    }

    private async Task PublishAgainAsync(
        Guid loop, string youSaid, string weDid, IReadOnlyList<string>? districts = null, IReadOnlyList<Audience>? audiences = null)
    {
        await Platform.ApproveAsync(new DraftEntry(loop, youSaid, weDid, Audiences: audiences, Districts: districts));
        await Platform.Feedback.PublishEntryAsync(new PublishEntry(loop, youSaid, weDid), Story.Officer, default);
    }
}
