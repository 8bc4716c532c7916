using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Tests.Integration;

/// <summary>The coding board, the theme explorer and suggestions, which follow in the background.</summary>
public sealed class WhatCodersWorkWith : PlatformTest
{
    private const string Thanet = "E07000114";
    private const string Dover = "E07000108";

    private CodingCommands Coding => Platform.Get<CodingCommands>();

    private CodingBoardReads Board => Platform.Get<CodingBoardReads>();

    private ThemeExplorerReads Explorer => Platform.Get<ThemeExplorerReads>();

    private ThemeSuggestionReads Suggestions => Platform.Get<ThemeSuggestionReads>();

    [Fact]
    public async Task A_view_that_was_withdrawn_unread_stands_in_one_page_with_one_that_was_read()
    {
        var theme = await Platform.OpenThemeAsync(null, "Waiting");
        var withdrawn = await Platform.CaptureAsync(null, "We are waiting for a plan");
        var coded = await Platform.CaptureAsync(null, "Waiting too");
        await Platform.WithdrawAsync(withdrawn);
        await Platform.CodeAsync(coded, theme);

        // A rebuild goes as far as is known to be complete, so that both are in it, and in one page of it.
        await Platform.CatchUpAsync();
        await Platform.Daemon.RebuildProjectionAsync(ViewsProjection.ProjectionName);

        (await FindAsync(new CodingBoardFilter { State = ViewState.Withdrawn })).ShouldBe([withdrawn]);
        (await FindAsync(new CodingBoardFilter { State = ViewState.Coded })).ShouldBe([coded]);
    }

    [Fact]
    public async Task The_board_finds_views_by_what_is_known_of_them()
    {
        var theme = await Platform.OpenThemeAsync(null, "Waiting");
        var parent = await Platform.CaptureAsync(null, "We are waiting for a plan", district: Thanet);
        var young = await Platform.CaptureAsync(null, "Nobody listens", Audience.YoungPeople, proxy: true, district: Dover);
        var withdrawn = await Platform.CaptureAsync(null, "Waiting too");
        await Platform.CodeAsync(parent, theme);
        await Platform.WithdrawAsync(withdrawn);
        var (consultation, wave) = await Platform.OpenAsync();
        var answer = Story.ViewOf(await Platform.SubmitAsync(wave, "a"));
        await Platform.CatchUpAsync();

        (await FindAsync(CodingBoardFilter.All)).ShouldBe([parent, young, answer]);
        (await FindAsync(new CodingBoardFilter { State = ViewState.Coded })).ShouldBe([parent]);
        (await FindAsync(new CodingBoardFilter { State = ViewState.Withdrawn })).ShouldBe([withdrawn]);
        (await FindAsync(new CodingBoardFilter { ThemeId = theme })).ShouldBe([parent]);
        (await FindAsync(new CodingBoardFilter { Audience = Audience.YoungPeople })).ShouldBe([young]);
        (await FindAsync(new CodingBoardFilter { Proxy = false })).ShouldBe([parent, answer]);
        (await FindAsync(new CodingBoardFilter { District = Dover })).ShouldBe([young]);
        (await FindAsync(new CodingBoardFilter { Source = ViewSourceKind.Answer })).ShouldBe([answer]);
        var question = (await Board.QuestionsAsync(consultation, default)).ShouldHaveSingleItem();
        (question.Text, question.Views).ShouldBe(("What would you change?", 1));
        (await FindAsync(new CodingBoardFilter { InstrumentId = question.InstrumentId, Question = question.Key })).ShouldBe([answer]);
        (await FindAsync(new CodingBoardFilter { InstrumentId = question.InstrumentId, Question = "another" })).ShouldBeEmpty();
        (await FindAsync(new CodingBoardFilter { Words = "wait plan" })).ShouldBe([parent]);
        (await FindAsync(new CodingBoardFilter { Words = "wait -plan" })).ShouldBeEmpty();
        (await FindAsync(new CodingBoardFilter { Words = "\"a named contact' (" })).ShouldBe([answer], "whatever is typed finds what it can");
        (await Board.CountAsync(new CodingBoardFilter { Proxy = false }, default)).ShouldBe(2);

        var row = (await Board.ListAsync(new CodingBoardFilter { ThemeId = theme }, null, 10, default)).Items.Single();
        (row.Text, row.District, row.Need, row.Audience, row.State, row.Version).ShouldBe(
            ("We are waiting for a plan", Thanet, "autism", Audience.ParentsAndCarers, ViewState.Coded, 2));
        row.ThemeIds.ShouldBe([theme]);
        (await Board.ListAsync(new CodingBoardFilter { Source = ViewSourceKind.Answer }, null, 10, default)).Items.Single()
            .QuestionText.ShouldBe("What would you change?");
    }

    [Fact]
    public async Task The_next_view_is_the_oldest_unread_one_and_pages_follow_one_another()
    {
        var then = TimeProvider.System.GetUtcNow();
        var views = new List<Guid>();
        for (var i = 0; i < 5; i++)
            views.Add(await Platform.CaptureAsync(null, "a", saidAt: then.AddHours(i)));

        await Platform.CodeAsync(views[0], await Platform.OpenThemeAsync(null, "Trust"));
        await Platform.CatchUpAsync();

        var next = (await Board.NextAsync(CodingBoardFilter.All, null, default)).ShouldNotBeNull();
        next.Id.ShouldBe(views[1]);
        (await Board.NextAsync(CodingBoardFilter.All, CodingBoardReads.PositionOf(next), default)).ShouldNotBeNull().Id.ShouldBe(views[2]);
        var first = await Board.ListAsync(CodingBoardFilter.All, null, 3, default);
        var rest = await Board.ListAsync(CodingBoardFilter.All, CodingBoardReads.PositionOf(first.Items[^1]), 3, default);
        first.Items.Concat(rest.Items).Select(row => row.Id).ShouldBe(views);
        (first.HasMore, rest.HasMore).ShouldBe((true, false));
    }

    [Fact]
    public async Task Progress_and_figures_keep_audiences_and_voices_apart()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        await CodeAsync(theme, 6, Audience.ParentsAndCarers, district: Thanet);
        await CodeAsync(theme, 2, Audience.ParentsAndCarers, proxy: true, district: Thanet);
        await CodeAsync(theme, 7, Audience.ParentsAndCarers, district: Dover);
        await CodeAsync(theme, 5, Audience.YoungPeople, district: Thanet);
        await CodeAsync(theme, 1, Audience.YoungPeople, district: Dover);
        await Platform.CaptureAsync(null, "a", Audience.YoungPeople);
        await Platform.CatchUpAsync();

        var voices = (await Explorer.VoicesAsync([theme], TimeProvider.System.GetUtcNow(), default))[theme];
        var places = await Explorer.BreakdownAsync([theme], ThemeDimension.District, default);
        var months = await Explorer.BreakdownAsync([theme], ThemeDimension.Month, default);
        var progress = await Board.ProgressAsync(null, default);

        voices.ShouldBe(
        [
            new ThemeVoices(Audience.ParentsAndCarers, 13, 2, ThemeTrend.Rising),
            new ThemeVoices(Audience.YoungPeople, 6, 0, ThemeTrend.NotKnown),
        ]);
        var parents = places.Single(p => p.Audience == Audience.ParentsAndCarers);
        parents.Cells.Select(cell => cell.Key).ShouldBe([Dover, Thanet]);
        parents.Cells.Select(cell => cell.Proxy).ShouldBe([null, null], "two said for others in one place could be told from the total");
        places.Single(p => p.Audience == Audience.YoungPeople).Cells.Select(cell => cell.OwnVoice).ShouldBe([null, null], "one young person in one place");
        months.SelectMany(m => m.Cells).ShouldAllBe(cell => cell.Key!.Length == 7);
        progress.ShouldBe(
        [
            new CodingProgress(Audience.ParentsAndCarers, false, ViewState.Coded, 13),
            new CodingProgress(Audience.ParentsAndCarers, true, ViewState.Coded, 2),
            new CodingProgress(Audience.YoungPeople, false, ViewState.Unread, 1),
            new CodingProgress(Audience.YoungPeople, false, ViewState.Coded, 6),
        ]);
    }

    [Fact]
    public async Task Suggestions_follow_what_coders_do_and_a_rejected_one_does_not_come_back()
    {
        var (contact, waiting) = (await Platform.OpenThemeAsync(null, "One contact"), await Platform.OpenThemeAsync(null, "Waiting"));
        foreach (var words in new[] { "One named contact please", "A named contact who answers", "We want a named contact" })
            await Platform.CodeAsync(await Platform.CaptureAsync(null, words), contact);

        foreach (var words in new[] { "We waited for the assessment", "Waiting for a plan", "The wait is too long" })
            await Platform.CodeAsync(await Platform.CaptureAsync(null, words), waiting);

        var (first, second) = (await Platform.CaptureAsync(null, "Give us a named contact"), await Platform.CaptureAsync(null, "A named contact, and a shorter wait"));
        await Platform.CatchUpAsync();
        var suggested = await Suggestions.ForViewsAsync([first, second], default);
        suggested[first][0].ThemeId.ShouldBe(contact);
        suggested[second].Select(s => s.ThemeId).ShouldBe([contact, waiting], ignoreOrder: true);

        await Platform.CodeAsync(first, contact, suggested[first][0].Suggestion);
        await Coding.RejectSuggestionAsync(
            new RejectViewSuggestion(second, contact, suggested[second].Single(s => s.ThemeId == contact).Suggestion), CodingStory.FirstCoder, default);

        var after = await Suggestions.ForViewsAsync([first, second], default);
        after[first].ShouldAllBe(s => s.ThemeId != contact);
        after[second].Select(s => s.ThemeId).ShouldBe([waiting]);
        (await Suggestions.RatesAsync(default)).ShouldBe([new ThemeSuggestionRate(ThemeSuggester.Method, 1, 1, 1)]);
        (await Suggestions.RatesAsync(default))[0].Rate.ShouldBe(0.5);

        await Platform.MergeAsync(waiting, contact);
        (await Suggestions.ForViewsAsync([second], default))[second].ShouldBeEmpty("the rejected theme went into the other");
    }

    [Fact]
    public async Task What_was_withdrawn_is_forgotten()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        var other = await Platform.CaptureAsync(null, "The bus is late");
        var only = await Platform.CaptureAsync(null, "Nobody keeps promises");
        await Platform.CodeAsync(only, theme);
        await Platform.CodeAsync(other, theme);
        var asked = await Platform.CaptureAsync(null, "Promises promises");
        await Platform.CatchUpAsync();
        (await Suggestions.ForViewsAsync([asked], default))[asked].ShouldHaveSingleItem();

        await Platform.WithdrawAsync(only);
        await Platform.CatchUpAsync();

        (await Suggestions.ForViewsAsync([asked], default))[asked].ShouldBeEmpty();
    }

    [Fact]
    public async Task Built_again_from_the_log_all_of_it_is_the_same()
    {
        const string Everything =
            """
            select jsonb_build_object(
                'views', (select jsonb_agg(to_jsonb(v) order by v.id) from engagement.views v),
                'themes', (select jsonb_agg(to_jsonb(v) order by v.view_id, v.coded_theme_id) from engagement.view_themes v),
                'today', (select jsonb_agg(to_jsonb(v) order by v.theme_id) from engagement.theme_today v),
                'changes', (select jsonb_agg(to_jsonb(v) order by v.position, v.from_id) from engagement.theme_changes v),
                'progress', (select jsonb_agg(to_jsonb(v) order by v.view_id) from engagement.view_progress v),
                'suggestions', (select jsonb_agg(to_jsonb(v) order by v.view_id, v.view_version) from engagement.view_suggestions v),
                'cards', (select jsonb_agg(data order by id) from mt_doc_themecard),
                'samples', (select jsonb_agg(data order by id) from mt_doc_codingsamplecard))::text
            """;
        var (trust, old) = (await Platform.OpenThemeAsync(null, "Trust"), await Platform.OpenThemeAsync(null, "Confidence"));
        var views = new List<Guid>();
        for (var i = 0; i < 8; i++)
            views.Add(await Platform.CaptureAsync(null, $"view number {i} on trust"));

        foreach (var view in views[..6])
            await Platform.CodeAsync(view, old);

        await Platform.CodeAsync(views[0], trust, new Suggestion(ThemeSuggester.Method, 1, 0.5));
        await Coding.RejectSuggestionAsync(
            new RejectViewSuggestion(views[6], trust, new Suggestion(ThemeSuggester.Method, 1, 0.5)), CodingStory.FirstCoder, default);
        await Platform.MergeAsync(trust, old);
        await Platform.SplitAsync(trust, "Part", views[0], views[1]);
        await Coding.UncodeViewAsync(new UncodeView(views[2], trust, "Misread"), CodingStory.FirstCoder, default);
        await Platform.WithdrawAsync(views[3]);
        await Platform.Feedback.MarkViewNotCodableAsync(new MarkViewNotCodable(views[7], "Illegible"), CodingStory.FirstCoder, default);
        await Coding.DrawSampleAsync(new DrawCodingSample(null, 1, 2), CodingStory.FirstCoder, default);
        await Platform.CatchUpAsync();
        var live = await Platform.ScalarAsync<string>(Everything);

        foreach (var projection in new[] { "Views", "ViewThemes", "ViewProgress", "ViewSuggestions", "ThemeCard", "CodingSampleCard" })
            await Platform.Daemon.RebuildProjectionAsync(projection);

        (await Platform.ScalarAsync<string>(Everything)).ShouldBe(live);
    }

    private async Task<IReadOnlyList<Guid>> FindAsync(CodingBoardFilter filter) =>
        [.. (await Board.ListAsync(filter, null, 10, default)).Items.Select(row => row.Id)];

    private async Task CodeAsync(Guid theme, int count, Audience audience, bool proxy = false, string? district = null)
    {
        for (var i = 0; i < count; i++)
            await Platform.CodeAsync(await Platform.CaptureAsync(null, "a", audience, proxy, district), theme);
    }
}
