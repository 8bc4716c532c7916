using Engagement.Common;
using Engagement.Feedback;
using Engagement.Journeys;

namespace Engagement.Tests.Integration;

/// <summary>Themes that wait, promises that are late, and what is still missing: the lists that officers narrow.</summary>
public sealed class WhatOfficersLookFor : PlatformTest
{
    private const string Thanet = "E07000114";
    private const string Dover = "E07000108";

    private ThemeListReads Themes => Platform.Get<ThemeListReads>();

    private CommitmentReads Commitments => Platform.Get<CommitmentReads>();

    [Fact]
    public async Task Themes_of_a_district_that_have_waited_for_an_answer_are_found()
    {
        var waiting = await OpenAsync("Waiting for plans", daysAgo: 70);
        var recent = await OpenAsync("Transport", daysAgo: 10);
        var elsewhere = await OpenAsync("Respite", daysAgo: 70);
        foreach (var (theme, district) in new[] { (waiting, Thanet), (recent, Thanet), (elsewhere, Dover) })
            await Platform.CodeAsync(await Platform.CaptureAsync(null, "Words", district: district), theme);
        await Platform.CatchUpAsync();

        (await FindAsync(new ThemeQuery(District: Thanet, WaitingDays: 60))).ShouldBe([waiting]);
        (await FindAsync(new ThemeQuery(District: Thanet))).ShouldBe([waiting, recent]);
        (await FindAsync(new ThemeQuery(WaitingDays: 60))).ShouldBe([waiting, elsewhere]);
        (await FindAsync(new ThemeQuery(WaitingDays: 71))).ShouldBeEmpty();
        (await FindAsync(new ThemeQuery(Answered: true))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_published_answer_ends_the_waiting_and_looking_at_it_again_begins_it_anew()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        var theme = (await Platform.FeedbackReads.FindLoopAsync(loop, default))!.ThemeId;
        (await FindAsync(new ThemeQuery(consultation, Answered: false))).ShouldBe([theme], "it is decided, and nobody has been told");

        await Platform.PublishAsync(loop);
        (await FindAsync(new ThemeQuery(consultation, Answered: false))).ShouldBeEmpty();
        (await FindAsync(new ThemeQuery(consultation, WaitingDays: 0))).ShouldBeEmpty();

        await Platform.Feedback.ReopenDecisionAsync(new ReopenDecision(loop, "New money"), Story.Officer, default);
        (await FindAsync(new ThemeQuery(consultation, WaitingDays: 0))).ShouldBe([theme]);
        (await FindAsync(new ThemeQuery(consultation, WaitingDays: 1))).ShouldBeEmpty("not since it was opened");
    }

    [Fact]
    public async Task Who_may_not_read_views_finds_no_theme_of_a_few_people_in_a_place()
    {
        var (few, five) = (await Platform.OpenThemeAsync(null, "Few"), await Platform.OpenThemeAsync(null, "Five"));
        for (var i = 0; i < 5; i++)
        {
            await Platform.CodeAsync(await Platform.CaptureAsync(null, "Words", district: Thanet), five);
            if (i > 0)
                await Platform.CodeAsync(await Platform.CaptureAsync(null, "Words", district: Thanet), few);
        }

        await Platform.CatchUpAsync();

        (await FindAsync(new ThemeQuery(District: Thanet), readsViews: false)).ShouldBe([five]);
        (await FindAsync(new ThemeQuery(District: Thanet))).ShouldBe([few, five]);
        (await FindAsync(new ThemeQuery(District: Thanet, Audience: Audience.YoungPeople))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Themes_come_in_every_order_page_by_page_and_merged_ones_only_when_asked_for()
    {
        var (a, b, c) = (await OpenAsync("A", 3), await OpenAsync("B", 2), await OpenAsync("C", 1));
        var merged = await OpenAsync("Merged", 4);
        foreach (var theme in new[] { a, merged, b, b, b })
            await Platform.CodeAsync(await Platform.CaptureAsync(null, "Words"), theme);
        await Platform.MergeAsync(a, merged);

        (await PagesAsync(ThemeOrder.Oldest)).ShouldBe([a, b, c]);
        (await PagesAsync(ThemeOrder.Newest)).ShouldBe([c, b, a]);
        (await PagesAsync(ThemeOrder.MostViews)).ShouldBe([b, a, c]);
        (await FindAsync(new ThemeQuery(Merged: true))).ShouldBe([merged, a, b, c]);
        (await FindAsync(new ThemeQuery(Words: "about b"))).ShouldBe([b]);
        (await Themes.CountAsync(new ThemeQuery(Standing: true), true, Story.Today, default)).ShouldBe(3);
        ThemePosition.TryParse($"Newest_1_{a:N}", ThemeOrder.Oldest, out _).ShouldBeFalse("a place in another order is none in this");
    }

    [Fact]
    public async Task Late_commitments_are_those_that_are_not_delivered_after_their_day()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        await Platform.Feedback.MakeCommitmentAsync(
            new MakeCommitment(loop, "Letters in plain words", "Head of letters", Story.Today.AddDays(10)), Story.Officer, default);
        var first = (await Platform.FeedbackReads.FindLoopAsync(loop, default))!.Commitments[0];
        var late = first.DueOn.AddDays(1);

        (await DueAsync(new CommitmentQuery(), late)).ShouldBe([2, 1], "those due first come first");
        (await DueAsync(new CommitmentQuery(LateOnly: true), Story.Today.AddDays(11))).ShouldBe([2]);
        (await DueAsync(new CommitmentQuery(LateOnly: true), late)).ShouldBe([2, 1]);
        (await DueAsync(new CommitmentQuery(OwnerRole: "Head of letters"), late)).ShouldBe([2]);
        (await DueAsync(new CommitmentQuery(DueFrom: first.DueOn), late)).ShouldBe([1]);

        await Platform.Feedback.TakeActionAsync(
            new TakeAction(loop, "Letters were rewritten", "https://council.example.test/letters", Story.Today, [2]), Story.Officer, default);
        (await DueAsync(new CommitmentQuery(LateOnly: true), late)).ShouldBe([1]);
        (await DueAsync(new CommitmentQuery(Delivered: true), late)).ShouldBe([2]);
        (await Commitments.CountAsync(new CommitmentQuery(consultation), late, default)).ShouldBe(2);

        var page = await Commitments.ListAsync(new CommitmentQuery(), late, null, 1, default);
        CommitmentPosition.TryParse(CommitmentPosition.Of(page.Items[0]).ToString(), out var position).ShouldBeTrue();
        (await Commitments.ListAsync(new CommitmentQuery(), late, position, 1, default)).Items.Single().Number.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_missing_is_seen_on_a_loop_as_its_own_rules_see_it()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        Func<Task>[] story =
        [
            () => Platform.PublishAsync(loop),
            () => Platform.Feedback.RecordTellingAsync(new RecordTelling(loop, "letter", 3), Story.Officer, default),
            () => Platform.Feedback.TakeActionAsync(
                new TakeAction(loop, "It changed", "https://council.example.test/it", Story.Today), Story.Officer, default),
            () => Platform.PublishAsync(loop, "It changed"),
            () => Platform.Feedback.RecordTellingAsync(new RecordTelling(loop, "letter", 3), Story.Officer, default),
            () => Platform.Feedback.ReopenDecisionAsync(new ReopenDecision(loop, "New money"), Story.Officer, default),
        ];
        foreach (var step in story)
        {
            await step();

            var card = (await Platform.FeedbackReads.FindLoopAsync(loop, default))!;
            LoopConditions.Of(card).ShouldBe(await Platform.Loops.ConditionsAsync(loop, default));
        }
    }

    [Fact]
    public async Task A_journey_is_told_as_it_stood_at_a_moment()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        var view = Story.ViewOf(receipt);
        var loop = await Platform.DecideAsync(consultation, [view]);
        await Platform.CatchUpAsync();
        var before = (await Platform.FeedbackReads.FindLoopAsync(loop, default))!.Decision!.RecordedAt;
        await Platform.PublishAsync(loop);

        var then = (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, before, default)).ShouldNotBeNull();
        var now = (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull();

        then.Steps.Single(step => step.Kind == JourneyStepKind.Published).At.ShouldBeNull();
        then.Steps.Single(step => step.Kind == JourneyStepKind.Decided).At.ShouldBe(before);
        then.EntryIds.ShouldBeEmpty();
        now.EntryIds.ShouldBe([loop]);
    }

    private Task<Guid> OpenAsync(string title, int daysAgo) => Platform.Feedback.OpenThemeAsync(
        new OpenTheme(null, title, $"What people said about {title}"),
        CodingStory.FirstCoder with { OccurredAt = Story.NoonDaysAgo(daysAgo) },
        default);

    private async Task<IReadOnlyList<Guid>> FindAsync(ThemeQuery query, bool readsViews = true)
    {
        var today = TimeProvider.System.LondonToday();
        var found = await Themes.ListAsync(query, readsViews, today, ThemeOrder.Oldest, null, 10, default);
        (await Themes.CountAsync(query, readsViews, today, default)).ShouldBe(found.Items.Count);
        return [.. found.Items.Select(row => row.Theme.Id)];
    }

    private async Task<IReadOnlyList<Guid>> PagesAsync(ThemeOrder order)
    {
        var found = new List<Guid>();
        Slice<ThemeRow> page;
        ThemePosition? after = null;
        do
        {
            page = await Themes.ListAsync(new ThemeQuery(), true, Story.Today, order, after, 1, default);
            found.AddRange(page.Items.Select(row => row.Theme.Id));
            ThemePosition.TryParse(page.Items[^1].Position.ToString(), order, out var position).ShouldBeTrue();
            after = position;
        }
        while (page.HasMore);
        return found;
    }

    private async Task<IReadOnlyList<int>> DueAsync(CommitmentQuery query, DateOnly today) =>
        [.. (await Commitments.ListAsync(query, today, null, 10, default)).Items.Select(commitment => commitment.Number)];
}
