using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Journeys;

namespace Engagement.Tests.Integration;

/// <summary>With nothing running in the background, so that only what was committed with the events themselves is there.</summary>
public sealed class WhatIsRightAtOnce : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task A_receipt_opens_its_journey_the_moment_it_is_given()
    {
        var (consultation, wave) = await Platform.OpenAsync();

        var receipt = await Platform.SubmitAsync(wave, "a");
        var journey = (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull();

        journey.ConsultationId.ShouldBe(consultation);
        journey.SubmittedAt.ShouldBe(receipt.SubmittedAt);
        journey.Steps.Select(step => step.Kind).ShouldBe(Enum.GetValues<JourneyStepKind>().Except([JourneyStepKind.Confirmed]), "nobody owes a confirmation");
        journey.Steps.Where(step => step.At is not null).ShouldBe([new JourneyStep(JourneyStepKind.Received, receipt.SubmittedAt, null)]);
    }

    [Fact]
    public async Task The_wrong_secret_opens_nothing()
    {
        var (_, wave) = await Platform.OpenAsync();
        var first = await Platform.SubmitAsync(wave, "a");
        var second = await Platform.SubmitAsync(wave, "b");

        (await Platform.Journeys.FindAsync(first.Reference, second.Secret, default)).ShouldBeNull();
        (await Platform.Journeys.FindAsync(first.Reference, "", default)).ShouldBeNull();
        (await Platform.Journeys.FindAsync("SEND-0000-0000", first.Secret, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_consultation_is_shown_as_it_was_last_changed()
    {
        var (id, _) = await Platform.OpenAsync();

        var page = (await Platform.ConsultationReads.FindAsync(id, default)).ShouldNotBeNull();

        page.StateOn(Story.Today).ShouldBe(ConsultationState.Open);
        page.Version.ShouldBe(5);
        page.Proposal.ShouldNotBeNull().Reasons.ShouldBe("Families wait too long");
        (await Platform.ConsultationReads.BySlugAsync(page.Slug, default)).ShouldNotBeNull().Id.ShouldBe(id);
    }

    [Fact]
    public async Task An_extension_of_the_consultation_reaches_its_survey()
    {
        var (id, wave) = await Platform.OpenAsync();
        var later = Story.Today.AddDays(60);

        await Platform.Consultations.ExtendClosingDateAsync(new ExtendClosingDate(id, later, "Late copies"), Story.Officer, default);

        (await Platform.SurveyReads.FindSurveyAsync(wave, default)).ShouldNotBeNull().Wave.ClosesOn.ShouldBe(later);
        (await Platform.SurveyReads.WavesByConsultationAsync([id, Guid.NewGuid()], Story.Today, default)).ShouldHaveSingleItem().Value.Id.ShouldBe(wave);
    }

    [Fact]
    public async Task An_officer_sees_a_view_as_they_have_just_coded_it()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var view = Story.ViewOf(await Platform.SubmitAsync(wave, "a"));
        (await Platform.FeedbackReads.FindViewAsync(view, default)).ShouldNotBeNull().State.ShouldBe(ViewState.Unread);

        await Platform.DecideAsync(consultation, view);

        var coded = (await Platform.FeedbackReads.FindViewAsync(view, default)).ShouldNotBeNull();
        coded.State.ShouldBe(ViewState.Coded);
        coded.Text.ShouldBe(Story.Words);
        coded.QuestionText.ShouldBe("What would you change?");
        coded.Version.ShouldBe(2);
        (await Platform.FeedbackReads.ViewCountsByThemeAsync(coded.ThemeIds, default)).ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    [Fact]
    public async Task A_published_entry_is_on_the_board_at_once_and_moves_up_when_published_again()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var first = await Platform.DecideAsync(consultation, Story.ViewOf(await Platform.SubmitAsync(wave, "a")));
        var second = await Platform.DecideAsync(consultation, Story.ViewOf(await Platform.SubmitAsync(wave, "b")));

        await Platform.PublishAsync(first);
        await Platform.PublishAsync(second);
        (await Platform.Entries.ListAsync(null, 10, default)).Items.Select(e => e.Id).ShouldBe([second, first]);

        await Platform.ActAsync(first);
        await Platform.PublishAsync(first, "You have one contact");

        var board = await Platform.Entries.ListAsync(null, 10, default);
        board.Items.Select(e => (e.Id, e.State)).ShouldBe([(first, EntryState.WeDid), (second, EntryState.WeWill)]);
        board.Items[0].Position.ShouldBeGreaterThan(board.Items[1].Position);
        board.Items[0].ViewCount.ShouldBeNull("one view is too few to show");
        board.Items[0].Slug.ShouldStartWith("inconsistent-messages-");
        (await Platform.Entries.BySlugAsync(board.Items[0].Slug, default)).ShouldNotBeNull().WeDid.ShouldBe("You have one contact");
        (await Platform.Entries.CountAsync(default)).ShouldBe(2);
    }

    [Fact]
    public async Task The_board_is_read_on_from_the_last_entry_seen()
    {
        var (consultation, _) = await Platform.OpenAsync();
        for (var i = 0; i < 3; i++)
            await Platform.PublishAsync(await Platform.DecideAsync(consultation));

        var first = await Platform.Entries.ListAsync(null, 2, default);
        var rest = await Platform.Entries.ListAsync(first.Items[^1].Position, 2, default);

        (first.Items.Count, first.HasMore).ShouldBe((2, true));
        (rest.Items.Count, rest.HasMore).ShouldBe((1, false));
        first.Items.Concat(rest.Items).Select(e => e.Id).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_list_of_consultations_shows_drafts_to_staff_only_and_goes_on_from_the_last_one_seen()
    {
        await Platform.PrepareAsync();
        var (open, _) = await Platform.OpenAsync();
        var (coming, _) = await Platform.PrepareAsync();
        await Platform.Consultations.OpenAsync(
            new OpenConsultation(coming, Story.Today.AddDays(1), Story.Today.AddDays(60), null), Story.Officer, default);

        var all = await ListAsync(new ConsultationFilter(), includeDrafts: true, null, 10);
        var first = await ListAsync(new ConsultationFilter(), includeDrafts: false, null, 1);
        var next = await ListAsync(new ConsultationFilter(), includeDrafts: false, ConsultationReads.PositionOf(first.Items[0], ConsultationOrder.Newest), 1);
        var opened = await ListAsync(new ConsultationFilter(ConsultationState.Open), includeDrafts: false, null, 10);

        all.Items.Count.ShouldBe(3);
        (first.Items.Single().Id, first.HasMore).ShouldBe((coming, true));
        (next.Items.Single().Id, next.HasMore).ShouldBe((open, false));
        opened.Items.Single().Id.ShouldBe(open);
        (await Platform.ConsultationReads.CountAsync(new ConsultationFilter(), includeDrafts: false, Story.Today, default)).ShouldBe(2);
        (await Platform.ConsultationReads.CountAsync(new ConsultationFilter(ConsultationState.Coming), includeDrafts: true, Story.Today, default)).ShouldBe(1);

        Task<Slice<ConsultationPage>> ListAsync(ConsultationFilter filter, bool includeDrafts, TimePosition? after, int limit) =>
            Platform.ConsultationReads.ListAsync(filter, ConsultationOrder.Newest, includeDrafts, Story.Today, after, limit, default);
    }

    [Theory]
    [InlineData(ConsultationOrder.Opens)]
    [InlineData(ConsultationOrder.Closes)]
    public async Task In_the_order_of_their_days_drafts_come_last_and_none_is_missed_between_pages(ConsultationOrder order)
    {
        Guid[] drafts = [(await Platform.PrepareAsync()).ConsultationId, (await Platform.PrepareAsync()).ConsultationId];
        var (open, _) = await Platform.OpenAsync();

        var read = new List<Guid>();
        TimePosition? after = null;
        for (var more = true; more;)
        {
            var page = await Platform.ConsultationReads.ListAsync(new ConsultationFilter(), order, includeDrafts: true, Story.Today, after, 1, default);
            read.Add(page.Items.Single().Id);
            after = ConsultationReads.PositionOf(page.Items[0], order);
            more = page.HasMore;
        }

        read[0].ShouldBe(open);
        read[1..].ShouldBe(drafts, ignoreOrder: true);
    }

    [Fact]
    public async Task Consultations_are_found_by_their_words_and_by_whom_they_ask()
    {
        var (found, _) = await Platform.PrepareAsync();
        await Platform.Consultations.ChooseAudiencesAsync(new ChooseAudiences(found, [Audience.Staff]), Story.Officer, default);
        await Platform.Consultations.PublishProposalAsync(new PublishProposal(found, "Fewer forms, and 100% of them plain", null, null), Story.Officer, default);
        await Platform.PrepareAsync();

        (await FindAsync(new ConsultationFilter(Search: "FEWER forms"))).ShouldBe([found]);
        (await FindAsync(new ConsultationFilter(Search: "1%_"))).ShouldBeEmpty("a sign is looked for as it is");
        (await FindAsync(new ConsultationFilter(Audience: Audience.Staff))).ShouldBe([found]);
        (await FindAsync(new ConsultationFilter(Audience: Audience.YoungPeople))).ShouldBeEmpty();

        async Task<IEnumerable<Guid>> FindAsync(ConsultationFilter filter) =>
            (await Platform.ConsultationReads.ListAsync(filter, ConsultationOrder.Newest, includeDrafts: true, Story.Today, null, 10, default)).Items.Select(page => page.Id);
    }

    [Fact]
    public async Task Nobody_consults_on_what_has_been_decided()
    {
        var (consultation, _) = await Platform.PrepareAsync();
        await Platform.DecideAsync(consultation);

        var refused = await Should.ThrowAsync<RuleRefusedException>(() => Platform.Consultations.OpenAsync(
            new OpenConsultation(consultation, Story.Today, Story.Today.AddDays(55), null), Story.Officer, default));

        refused.Code.ShouldBe("DECISION_ALREADY_MADE");
    }
}
