using Engagement.Activities;
using Engagement.Feedback;
using static Engagement.Tests.Activities.ActivityStory;

namespace Engagement.Tests.Integration;

public sealed class WhatBecomesOfAnActivity : PlatformTest
{
    private ActivityCommands Activities => Platform.Get<ActivityCommands>();

    private ActivityReads Reads => Platform.Get<ActivityReads>();

    [Fact]
    public async Task What_is_noted_is_on_the_officers_list_and_can_be_coded()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var id = await HeldAsync(consultation, "Review meetings");

        await Activities.RecordNotesAsync(
            new RecordNotes(id, [new ActivityNote("We want fewer forms", false, null, null, null), new ActivityNote("And pictures", true, null, null, null)]),
            Story.Officer,
            default);
        await Platform.CatchUpAsync();

        var views = await Platform.Views.ListAsync(new CodingBoardFilter(consultation), ViewOrder.Newest, null, 10, default);
        views.Items.Select(view => view.Text).ShouldBe(["We want fewer forms", "And pictures"], ignoreOrder: true);
        views.Items.ShouldAllBe(view => view.QuestionText == null);
        await Platform.DecideAsync(consultation, views.Items[0].Id);
        (await Reads.FindAsync(id, default)).ShouldNotBeNull().Notes.ShouldBe(2);
    }

    [Fact]
    public async Task The_list_turns_pages_by_day_and_is_narrowed()
    {
        var first = await PlannedAsync("Review meetings", Story.Today.AddDays(3));
        var second = await PlannedAsync("Travel 100% by bus", Story.Today.AddDays(9));
        var third = await PlannedAsync("Travel to college", Story.Today.AddDays(9));
        await Activities.CancelAsync(new CancelActivity(first, "The building was flooded"), Story.Officer, default);

        var page = await Reads.ListAsync(new ActivityFilter(), ActivityOrder.Latest, null, 2, default);
        var rest = await Reads.ListAsync(new ActivityFilter(), ActivityOrder.Latest, ActivityReads.PositionOf(page.Items[^1]), 2, default);

        page.Items.Select(a => a.Id).ShouldBe([second, third], ignoreOrder: true);
        (page.HasMore, rest.HasMore).ShouldBe((true, false));
        rest.Items.Select(a => a.Id).ShouldBe([first]);
        (await Titles(new ActivityFilter(State: ActivityState.Cancelled))).ShouldBe(["Review meetings"]);
        (await Titles(new ActivityFilter(Words: "travel"))).Count().ShouldBe(2);
        (await Titles(new ActivityFilter(Words: "100%"))).ShouldBe(["Travel 100% by bus"]);
        (await Titles(new ActivityFilter(Words: "_"))).ShouldBeEmpty();
        (await Titles(new ActivityFilter(Words: "tra\0vel"))).Count().ShouldBe(2);
        (await Titles(new ActivityFilter(District: "E07\0"))).ShouldBeEmpty();
        (await Titles(new ActivityFilter(From: Story.Today.AddDays(3)))).Count().ShouldBe(3);
        (await Titles(new ActivityFilter(From: Story.Today.AddDays(4)))).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Who_means_to_come_is_known_to_those_who_prepare_it_and_to_nobody_twice()
    {
        var id = await PlannedAsync("Review meetings", Story.Today.AddDays(3));
        var (you, somebodyElse) = (Guid.NewGuid(), Guid.NewGuid());
        await Activities.OpenPlacesAsync(new OpenPlaces(id, 1, "The library, at 10"), Story.Officer, default);

        await Activities.TakePlaceAsync(new TakePlace(id, somebodyElse), Story.Parent, default);
        await Activities.GiveUpPlaceAsync(new GiveUpPlace(id, somebodyElse), Story.Parent, default);
        await Activities.TakePlaceAsync(new TakePlace(id, you), Story.Parent, default);
        await Activities.TakePlaceAsync(new TakePlace(id, you), Story.Parent, default);

        var page = (await Reads.FindAsync(id, default)).ShouldNotBeNull();
        (page.Places, page.Joining).ShouldBe((1, "The library, at 10"));
        page.Coming.ShouldBe([you]);
    }

    [Fact]
    public async Task Nobody_but_officers_hears_of_a_talk_with_one_person()
    {
        await Activities.PlanAsync(Plan with { Title = "A talk", Kind = ActivityKind.OneToOne, OnDay = Story.Today }, Story.Officer, default);
        await PlannedAsync("A group", Story.Today);

        (await Titles(new ActivityFilter())).Count().ShouldBe(2);
        (await Reads.ListPublicAsync(new ActivityFilter(), ActivityOrder.Latest, null, 10, default)).Items.ShouldHaveSingleItem().Title.ShouldBe("A group");
        (await Reads.CountPublicAsync(new ActivityFilter(), default)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_shown_is_what_was_recorded()
    {
        var id = await HeldAsync(null, "Review meetings");
        await Activities.RecordAttendanceAsync(new RecordAttendance(id, [Guid.NewGuid(), Guid.NewGuid()], 9, null), Story.Officer, default);
        await Activities.AssessLevelAsync(new AssessLevel(id, Guid.NewGuid(), EngagementLevel.Consulting), Story.Parent, default);
        await Activities.AssessLevelAsync(new AssessLevel(id, Guid.NewGuid(), EngagementLevel.Consulting), Story.Parent, default);

        var page = (await Reads.FindAsync(id, default)).ShouldNotBeNull();

        (page.State, page.Invited, page.Identified, page.HeadCount).ShouldBe((ActivityState.Held, 24, 2, 9));
        page.AssessedLevels.ShouldBe([new(EngagementLevel.Consulting, 2)]);
        page.Support.ShouldBe([new OfferedSupport(SupportKind.Interpreter, "British Sign Language")]);
    }

    private async Task<IEnumerable<string>> Titles(ActivityFilter filter) =>
        (await Reads.ListAsync(filter, ActivityOrder.Latest, null, 10, default)).Items.Select(activity => activity.Title);

    private Task<Guid> PlannedAsync(string title, DateOnly day, Guid? consultation = null) =>
        Activities.PlanAsync(Plan with { Title = title, OnDay = day, ConsultationId = consultation }, Story.Officer, default);

    private async Task<Guid> HeldAsync(Guid? consultation, string title)
    {
        var id = await PlannedAsync(title, Story.Today, consultation);
        await Activities.SendInvitationsAsync(new SendInvitations(id, 24, "By post"), Story.Officer, default);
        await Activities.OfferSupportAsync(new OfferSupport(id, SupportKind.Interpreter, "British Sign Language"), Story.Officer, default);
        await Activities.HoldAsync(new HoldActivity(id, Story.Today), Story.Officer, default);
        return id;
    }
}
