using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;

namespace Engagement.Tests.Integration;

/// <summary>With nothing running in the background: what coders did is seen, and counted, the moment it is done.</summary>
public sealed class WhatCodersSeeAtOnce : PlatformTest
{
    protected override bool RunsInBackground => false;

    private CodingCommands Coding => Platform.Get<CodingCommands>();

    private CodingBoardReads Board => Platform.Get<CodingBoardReads>();

    private ThemeExplorerReads Explorer => Platform.Get<ThemeExplorerReads>();

    [Fact]
    public async Task Many_views_are_coded_together_and_uncoded_together()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        Guid[] views = [await CaptureAsync("a"), await CaptureAsync("b"), await CaptureAsync("c")];
        await Platform.CodeAsync(views[1], theme);

        await Coding.CodeViewsAsync(new CodeViews(theme, views), CodingStory.FirstCoder, default);
        (await Platform.CountAsync(theme)).ShouldBe(3);

        await Coding.UncodeViewsAsync(new UncodeViews(theme, views, "Coded by mistake"), CodingStory.FirstCoder, default);
        (await Platform.CountAsync(theme)).ShouldBe(0);
        (await Platform.FeedbackReads.FindViewAsync(views[0], default)).ShouldNotBeNull().State.ShouldBe(ViewState.Unread);
    }

    [Fact]
    public async Task One_view_that_cannot_be_coded_stops_them_all()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        Guid[] views = [await CaptureAsync("a"), await CaptureAsync("b")];
        await Platform.WithdrawAsync(views[1]);

        var refused = await Should.ThrowAsync<RuleRefusedException>(
            () => Coding.CodeViewsAsync(new CodeViews(theme, views), CodingStory.FirstCoder, default));

        refused.Message.ShouldBe("Nothing was changed, because of view 2 of 2. The person has withdrawn this view. It is neither coded nor counted");
        (await Platform.CountAsync(theme)).ShouldBe(0);
        await Should.ThrowAsync<ThingNotFoundException>(
            () => Coding.CodeViewsAsync(new CodeViews(theme, [views[0], Guid.NewGuid()]), CodingStory.FirstCoder, default));
        (await Platform.CountAsync(theme)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_hundred_views_are_coded_in_one_transaction_and_a_repeat_changes_nothing()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        var views = new List<Guid>();
        for (var i = 0; i < 200; i++)
            views.Add(await CaptureAsync("a"));

        var context = CodingStory.FirstCoder with { IdempotencyKey = "code-1" };
        await Coding.CodeViewsAsync(new CodeViews(theme, views), context, default);
        var events = await Platform.CountEventsAsync();
        await Coding.CodeViewsAsync(new CodeViews(theme, views), context, default);

        (await Platform.CountAsync(theme)).ShouldBe(200);
        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task A_merge_takes_the_views_along_and_counts_each_once()
    {
        var old = await Platform.OpenThemeAsync(null, "Confidence");
        var trust = await Platform.OpenThemeAsync(null, "Trust");
        var updates = await Platform.OpenThemeAsync(null, "Updates");
        var (both, one) = (await CaptureAsync("a"), await CaptureAsync("b"));
        await Platform.CodeAsync(both, old);
        await Platform.CodeAsync(both, trust);
        await Platform.CodeAsync(one, old);

        await Platform.MergeAsync(trust, old);
        await Platform.MergeAsync(updates, trust);

        (await Platform.CountAsync(updates)).ShouldBe(2);
        (await Platform.CountAsync(old)).ShouldBe(0);
        (await Platform.FeedbackReads.FindViewAsync(both, default)).ShouldNotBeNull().ThemeIds.ShouldBe([updates]);

        var late = await CaptureAsync("c");
        var refused = await Should.ThrowAsync<RuleRefusedException>(() => Platform.CodeAsync(late, old));
        refused.Message.ShouldBe("This theme was merged into 'Updates'. Use that theme instead");
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.MergeAsync(updates, old))).Code.ShouldBe("THEME_MERGED");

        await Coding.UncodeViewAsync(new UncodeView(both, updates, "Misread"), CodingStory.FirstCoder, default);
        (await Platform.CountAsync(updates)).ShouldBe(1);
    }

    [Fact]
    public async Task A_merge_that_is_undone_gives_back_the_codes_that_came_with_it_and_no_others()
    {
        var deepest = await Platform.OpenThemeAsync(null, "Confidence");
        var old = await Platform.OpenThemeAsync(null, "Being told");
        var trust = await Platform.OpenThemeAsync(null, "Trust");
        var updates = await Platform.OpenThemeAsync(null, "Updates");
        var (both, one, deep) = (await CaptureAsync("a"), await CaptureAsync("b"), await CaptureAsync("c"));
        await Platform.CodeAsync(both, old);
        await Platform.CodeAsync(both, trust);
        await Platform.CodeAsync(one, old);
        await Platform.CodeAsync(deep, deepest);
        await Platform.MergeAsync(old, deepest);
        await Platform.MergeAsync(trust, old);
        await Platform.MergeAsync(updates, trust);
        var since = await CaptureAsync("d");
        await Platform.CodeAsync(since, updates);
        (await Platform.CountAsync(updates)).ShouldBe(4);
        (await Platform.FeedbackReads.ViewsBroughtByThemeAsync([old], default))[old].ShouldBe(3);

        await Platform.UnmergeAsync(old);

        (await Platform.CountAsync(old)).ShouldBe(3, "with what had gone into it before");
        (await Platform.CountAsync(updates)).ShouldBe(2);
        (await Platform.FeedbackReads.FindViewAsync(both, default)).ShouldNotBeNull().ThemeIds.ShouldBe([old, updates], ignoreOrder: true);
        (await Platform.FeedbackReads.FindThemeAsync(old, default)).ShouldNotBeNull().MergedInto.ShouldBeNull();
        await Platform.CodeAsync(since, old);
        (await Platform.CountAsync(old)).ShouldBe(4);
        (await Explorer.HistoryAsync(trust, default)).Changes.Select(change => change.Kind)
            .ShouldBe([ThemeChangeKind.Merged, ThemeChangeKind.Merged, ThemeChangeKind.Unmerged], ignoreOrder: true);

        await Platform.MergeAsync(updates, old);
        (await Platform.CountAsync(updates)).ShouldBe(4);
        (await Explorer.HistoryAsync(old, default)).TodaysThemeIds.ShouldBe([updates]);
    }

    [Fact]
    public async Task A_decision_that_was_published_since_keeps_a_merge_and_one_from_before_does_not()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation, Story.ViewOf(await Platform.SubmitAsync(wave, "a")));
        var answered = (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().ThemeId;
        var (before, after) = (await Platform.OpenThemeAsync(consultation, "Before"), await Platform.OpenThemeAsync(consultation, "After"));
        await Platform.MergeAsync(answered, before);
        await Platform.PublishAsync(loop);
        await Platform.MergeAsync(answered, after);

        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.UnmergeAsync(before))).Code.ShouldBe("DECISION_PUBLISHED_SINCE");
        await Platform.UnmergeAsync(after);
        (await Platform.FeedbackReads.FindThemeAsync(after, default)).ShouldNotBeNull().MergedInto.ShouldBeNull();
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\ud800')]
    public async Task A_district_that_no_database_can_hold_is_none(char half)
    {
        var district = $"E{half}";
        (await Board.CountAsync(CodingBoardFilter.All with { District = district }, default)).ShouldBe(0);
        (await Platform.Get<EntrySearch>().FindAsync(new EntryQuery(District: district), null, 10, default)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_waits_for_what_was_said_a_moment_ago()
    {
        var (consultation, _) = await Platform.OpenAsync();
        await Platform.CaptureAsync(consultation, "a");
        var theme = await Platform.OpenThemeAsync(consultation, "Trust");
        var trusted = await Platform.OpenThemeAsync(consultation, "Being trusted");
        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).ShouldBe(new ReportReadiness(1, 2));

        await Platform.MergeAsync(theme, trusted);
        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).ShouldBe(new ReportReadiness(1, 1));
    }

    [Fact]
    public async Task The_loop_of_a_theme_that_was_merged_away_is_nobodys_work_any_more()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation, await Platform.CaptureAsync(consultation, "a"));
        var merged = (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().ThemeId;
        var theme = await Platform.OpenThemeAsync(consultation, "Trust");
        var later = Story.Today.AddDays(200);
        (await Platform.Loops.CountsAsync(consultation, later, default)).Overdue.ShouldBe(1);

        await Platform.MergeAsync(theme, merged);

        (await Platform.Loops.CountsAsync(consultation, later, default)).Overdue.ShouldBe(0);
        (await Platform.Loops.BoardAsync(new LoopBoardQuery(), later, null, 10, default)).Items.ShouldBeEmpty();
        (await Platform.Workbench.ListAsync(Story.AllWork(later), null, 10, default)).Items.ShouldNotContain(item => item.Id == loop);
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.ActAsync(loop)))
            .Message.ShouldBe("This theme was merged into 'Trust'. Use that theme instead");
    }

    [Fact]
    public async Task Only_the_loop_of_a_theme_that_stands_goes_up_the_chain()
    {
        var longAgo = Story.Officer with { OccurredAt = TimeProvider.System.GetUtcNow().AddDays(-200) };
        var (merged, theme) = (await Platform.OpenThemeAsync(null, "Being trusted"), await Platform.OpenThemeAsync(null, "Trust"));
        Guid[] loops =
        [
            await Platform.Feedback.OpenLoopAsync(new OpenLoop(merged), longAgo, default),
            await Platform.Feedback.OpenLoopAsync(new OpenLoop(theme), longAgo, default),
        ];
        await Platform.MergeAsync(theme, merged);

        var handler = Platform.Make<EscalateOverdueLoopHandler>();
        foreach (var loop in loops)
            await handler.Handle(new EscalateOverdueLoop(loop), Messages.DueAt(DateTimeOffset.UnixEpoch), default);

        (await Platform.ScalarAsync<Guid>("select stream_id from mt_events where type = 'loop_escalated'")).ShouldBe(loops[1]);
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'loop_escalated'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_published_decision_is_linked_instead()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation, Story.ViewOf(await Platform.SubmitAsync(wave, "a")));
        await Platform.PublishAsync(loop);
        var published = (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().ThemeId;
        var other = await Platform.OpenThemeAsync(consultation, "Trust");

        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.MergeAsync(other, published)))
            .Message.ShouldBe("This theme has a published decision. Link it instead of merging");
        await Platform.Get<ThemeCommands>().LinkAsync(new LinkThemes(published, other, "Both are about being told"), CodingStory.FirstCoder, default);

        (await Platform.FeedbackReads.FindThemeAsync(other, default)).ShouldNotBeNull().LinkedTo.ShouldBe([published]);
        (await Explorer.HistoryAsync(published, default)).Changes.ShouldHaveSingleItem().Kind.ShouldBe(ThemeChangeKind.Linked);
    }

    [Fact]
    public async Task A_split_moves_the_named_views_and_old_and_new_themes_lead_to_one_another()
    {
        var (first, second) = (await Platform.OpenThemeAsync(null, "Being told"), await Platform.OpenThemeAsync(null, "Letters"));
        var (stays, moves) = (await CaptureAsync("a"), await CaptureAsync("b"));
        await Platform.CodeAsync(stays, first);
        await Platform.CodeAsync(moves, second);
        await Platform.MergeAsync(first, second);

        var part = await Platform.SplitAsync(first, "Telephone calls", moves);

        (await Platform.CountAsync(first)).ShouldBe(1);
        (await Platform.CountAsync(part)).ShouldBe(1);
        (await Platform.FeedbackReads.FindViewAsync(moves, default)).ShouldNotBeNull().ThemeIds.ShouldBe([part]);
        (await Platform.FeedbackReads.FindThemeAsync(part, default)).ShouldNotBeNull().SplitFrom.ShouldBe(first);
        var old = await Explorer.HistoryAsync(second, default);
        old.TodaysThemeIds.ShouldBe([first, part]);
        var now = await Explorer.HistoryAsync(part, default);
        now.ThemeIds.ShouldBe([part, first, second], ignoreOrder: true);
        now.Changes.Select(change => (change.Kind, change.From, change.Into)).ShouldBe(
            [(ThemeChangeKind.Merged, second, first), (ThemeChangeKind.Split, first, part)]);

        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.SplitAsync(first, "Again", stays, moves)))
            .Message.ShouldBe("Nothing was changed, because of view 2 of 2. This view does not have this theme");
        (await Platform.CountAsync(first)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_merges_that_cross_one_is_refused()
    {
        var (a, b) = (await Platform.OpenThemeAsync(null, "A"), await Platform.OpenThemeAsync(null, "B"));

        var outcomes = await Task.WhenAll(TryAsync(() => Platform.MergeAsync(b, a)), TryAsync(() => Platform.MergeAsync(a, b)));

        outcomes.Count(succeeded => succeeded).ShouldBe(1);
        var today = await Platform.FeedbackReads.TodaysThemesAsync([a, b], default);
        today.Values.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Views_that_are_coded_while_their_theme_is_merged_are_counted_with_what_it_became()
    {
        var (a, b) = (await Platform.OpenThemeAsync(null, "A"), await Platform.OpenThemeAsync(null, "B"));
        var views = new List<Guid>();
        for (var i = 0; i < 20; i++)
            views.Add(await CaptureAsync("a"));

        var coding = views.Select(view => TryAsync(() => Platform.CodeAsync(view, a))).ToArray();
        await Platform.MergeAsync(b, a);
        var coded = (await Task.WhenAll(coding)).Count(succeeded => succeeded);

        (await Platform.CountAsync(b)).ShouldBe(coded);
        (await Platform.CountAsync(a)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_finished_is_known_exactly_oldest_first()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var then = TimeProvider.System.GetUtcNow().AddDays(-3);
        var theme = await Platform.OpenThemeAsync(consultation, "Trust");
        var views = new List<Guid>();
        for (var i = 0; i < 5; i++)
            views.Add(await Platform.CaptureAsync(consultation, "a", saidAt: then.AddHours(-i)));

        await Platform.CodeAsync(views[0], theme);
        await Platform.Feedback.MarkViewNotCodableAsync(new MarkViewNotCodable(views[1], "Illegible"), CodingStory.FirstCoder, default);
        await Platform.WithdrawAsync(views[2]);
        var first = await Board.UnfinishedViewsAsync(consultation, null, 1, default);
        var rest = await Board.UnfinishedViewsAsync(consultation, CodingBoardReads.PositionOf(first.Items[0]), 1, default);

        first.Items.Concat(rest.Items).Select(view => view.Id).ShouldBe([views[4], views[3]]);
        (first.HasMore, rest.HasMore).ShouldBe((true, false));
        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).UnfinishedViews.ShouldBe(2);

        await Coding.UncodeViewAsync(new UncodeView(views[0], theme, "Misread"), CodingStory.FirstCoder, default);
        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).UnfinishedViews.ShouldBe(3);
    }

    [Fact]
    public async Task A_withdrawn_view_is_counted_nowhere_and_its_words_are_not_shown()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        var view = await CaptureAsync("Said in confidence");
        await Platform.CodeAsync(view, theme);

        await Platform.WithdrawAsync(view);

        (await Platform.CountAsync(theme)).ShouldBe(0);
        var seen = (await Platform.FeedbackReads.FindViewAsync(view, default)).ShouldNotBeNull();
        (seen.State, seen.Text, seen.ThemeIds.Count).ShouldBe((ViewState.Withdrawn, null, 0));
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.CodeAsync(view, theme))).Code.ShouldBe("VIEW_WITHDRAWN");
    }

    [Fact]
    public async Task A_quote_is_a_place_in_the_persons_words()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        var view = await CaptureAsync(Story.Words);
        await Platform.CodeAsync(view, theme);

        await Coding.QuoteViewAsync(new QuoteView(view, theme, "named contact"), mayQuote: true, CodingStory.FirstCoder, default);

        (await Platform.FeedbackReads.FindViewStateAsync(view, default)).ShouldNotBeNull().Quotes.ShouldBe([new ViewQuoted(theme, 4, 13)]);
        (await Should.ThrowAsync<RuleRefusedException>(() => Coding.QuoteViewAsync(
            new QuoteView(view, theme, "help us"), mayQuote: false, CodingStory.FirstCoder, default))).Code.ShouldBe("QUOTE_NOT_PERMITTED");
    }

    [Fact]
    public async Task A_sample_is_coded_again_by_somebody_else_who_does_not_see_the_first_codes()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var (trust, updates) = (await Platform.OpenThemeAsync(consultation, "Trust"), await Platform.OpenThemeAsync(consultation, "Updates"));
        var views = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            views.Add(await Platform.CaptureAsync(consultation, $"view {i}"));
            await Platform.CodeAsync(views[i], i < 2 ? trust : updates);
        }

        var samples = Platform.Get<CodingSampleReads>();
        var sample = await Coding.DrawSampleAsync(new DrawCodingSample(consultation, 3, 4), CodingStory.FirstCoder, default);
        (await samples.NextAsync(sample, CodingStory.FirstCoder.ActorId!.Value, default)).ShouldBeNull("the first coder is not the second");

        while (await samples.NextAsync(sample, CodingStory.SecondCoder.ActorId!.Value, default) is { } next)
            await Coding.CodeAgainAsync(new CodeAgain(sample, next.Id, [next.Id == views[0] ? trust : updates]), CodingStory.SecondCoder, default);

        (await Should.ThrowAsync<RuleRefusedException>(
            () => Coding.CodeAgainAsync(new CodeAgain(sample, views[0], []), CodingStory.FirstCoder, default))).Code.ShouldBe("SAME_CODER");
        var agreement = (await samples.AgreementAsync(sample, default)).ShouldNotBeNull();
        // Of four: trust 1 both, 1 only first, 2 neither; updates 2 both, 1 only second, 1 neither. po = 0.75, pe = 0.5 each.
        agreement.Kappa.ShouldNotBeNull().ShouldBe(0.5, 1e-12);
        agreement.Disagreements.ShouldHaveSingleItem().ViewId.ShouldBe(views[1]);
        (await samples.ListAsync(consultation, null, 10, default)).Items.ShouldHaveSingleItem().Given.Count.ShouldBe(4);

        await Platform.MergeAsync(trust, updates);
        (await samples.AgreementAsync(sample, default)).ShouldNotBeNull().Disagreements.ShouldBeEmpty("what was told apart is one theme today");
    }

    [Fact]
    public async Task Who_acted_is_known_by_their_pseudonym()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        var view = await CaptureAsync("a");
        await Platform.CodeAsync(view, theme);

        await using var session = Platform.Store.QuerySession();
        var coded = (await session.Events.FetchStreamAsync(view))[^1];

        coded.ActorId().ShouldBe(CodingStory.FirstCoder.ActorId);
        (await session.Events.FetchStreamAsync(view))[0].ActorId().ShouldBeNull();
    }

    [Fact]
    public async Task The_codebook_holds_the_themes_that_take_codes()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var (trust, old) = (await Platform.OpenThemeAsync(consultation, "Trust"), await Platform.OpenThemeAsync(consultation, "Confidence"));
        var themes = Platform.Get<ThemeCommands>();
        await themes.DescribeAsync(
            new DescribeTheme(trust, "Families do not believe what they are told", "Broken promises", null), CodingStory.FirstCoder, default);
        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).ThemesWithoutResponse.ShouldBe(2);
        await themes.ShareBackAsync(new ShareThemeBack(trust, "forum evening", 23), CodingStory.FirstCoder, default);
        await themes.GiveDispositionAsync(new DisposeTheme(trust, Disposition.NotOurs, null), CodingStory.FirstCoder, default);
        await Platform.MergeAsync(trust, old);

        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).ThemesWithoutResponse.ShouldBe(0);
        var book = await Explorer.CodebookAsync(consultation, default);

        var entry = book.ShouldHaveSingleItem();
        entry.Description.ShouldBe(new ThemeDescribed("Families do not believe what they are told", "Broken promises", null));
        entry.Disposition.ShouldBe(new ThemeDisposed(Disposition.NotOurs, null));
        (entry.DisposedAt, entry.SharedBackAt).ShouldNotBe((null, null));
        entry.Version.ShouldBe(5);
        (await Should.ThrowAsync<RuleRefusedException>(
            () => themes.ShareBackAsync(new ShareThemeBack(old, "forum evening", 23), CodingStory.FirstCoder, default)))
            .Message.ShouldBe("This theme was merged into 'Trust'. Use that theme instead");
    }

    private static async Task<bool> TryAsync(Func<Task> work)
    {
        await Task.Yield();
        try
        {
            await work();
            return true;
        }
        catch (EngagementException)
        {
            return false;
        }
    }

    private Task<Guid> CaptureAsync(string words) => Platform.CaptureAsync(null, words);
}
