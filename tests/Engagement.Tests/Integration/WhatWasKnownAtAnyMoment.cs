using System.Text.Json;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Metrics;
using Engagement.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Integration;

/// <summary>
/// Whatever is recorded, and in whatever order it happened: what the whole log says was known at a moment is what a store that held nothing more said at
/// that moment. And it is what the rules themselves, folded up to that moment, would count.
/// </summary>
public sealed class WhatWasKnownAtAnyMoment : PlatformTest
{
    private const int First = 8;
    private const int Others = 2;
    private const int Steps = 110;
    private const int StepsBetweenLooks = 11;

    private static readonly DateTimeOffset Start = new(2024, 8, 20, 10, 0, 0, TimeSpan.Zero);

    protected override bool RunsInBackground => false;

    [Fact]
    public async Task Stays_what_it_was_and_is_what_the_rules_count()
    {
        var clock = new HandClock(Start);
        // Projections follow; no message is handled, which would be recorded at a moment that the story has not chosen.
        await RestartAsync(runsInBackground: false, clock);
        await Platform.Daemon.StartAsync();
        var known = new List<(Guid ConsultationId, DateTimeOffset At, string Figures)>();
        var counted = 0;

        // The first story is always the same one, in which something happens to everything that is projected. The others are new each time.
        var chosen = new Random(First);
        await TellAsync([.. Enumerable.Range(0, Steps).Select(_ => chosen.Next())]);
        var stories = Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(Steps)), TellAsync);
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Others), stories));

        counted.ShouldBeGreaterThan(100, "stories in which nothing is left to count show nothing");
        await SameAsThenAsync();

        foreach (var projection in (string[])["Acts", "ViewFacts", "LoopHistory", "LoopConfirmations", "FeedbackPointFacts", "WaveHistory"])
        {
            var live = await Platform.ScalarAsync<string>(Rows(projection));
            live.Length.ShouldBeGreaterThan(1000);
            await Platform.Daemon.RebuildProjectionAsync(projection);
            (await Platform.ScalarAsync<string>(Rows(projection))).ShouldBe(live, projection);
        }

        await SameAsThenAsync();

        async Task TellAsync(int[] steps)
        {
            var story = new LogStory(Platform.Store, clock);
            await story.BeginAsync();
            for (var i = 0; i < steps.Length; i++)
            {
                clock.Pass(TimeSpan.FromHours(1 + (steps[i] % 50)));
                await story.DoAsync(steps[i]);
                if (i % StepsBetweenLooks == 0 || i == steps.Length - 1)
                {
                    await Platform.CatchUpAsync();
                    var at = clock.GetUtcNow();
                    known.Add((story.ConsultationId, at, await FiguresAsync(story.ConsultationId, at)));
                    (await FiguresAsync(story.ConsultationId, null)).ShouldBe(known[^1].Figures, "what is known is what is known now");
                }
            }

            foreach (var (consultation, at, _) in known.Where(k => k.ConsultationId == story.ConsultationId))
                counted += await CheckAgainstRulesAsync(story, at);
        }

        async Task SameAsThenAsync()
        {
            foreach (var (consultation, at, figures) in known)
                (await FiguresAsync(consultation, at)).ShouldBe(figures);
        }
    }

    /// <summary>Everything that can be asked, of the consultation and of the whole platform.</summary>
    private async Task<string> FiguresAsync(Guid consultation, DateTimeOffset? asAt)
    {
        var scope = new MetricsScope(consultation, asAt);
        var everywhere = new MetricsScope(AsAt: asAt);
        var figures = new List<object>
        {
            await Platform.Metrics.OfAsync(scope, default) with { AsAtPosition = 0 },
            await Platform.Metrics.OfAsync(everywhere, default) with { AsAtPosition = 0 },
            await Platform.LoopFigures.OfAsync(consultation, asAt, default),
            await Platform.LoopFigures.OfAsync(null, asAt, default),
            await Platform.LoopFigures.TimeToDecisionAsync(scope, default),
            await Platform.LoopFigures.TimeToDecisionAsync(everywhere, default),
            await Platform.Participation.ResponseRatesAsync(consultation, asAt, default),
            await Platform.Get<FeedbackPointFigureReads>().OfAsync(new DateOnly(2024, 1, 1), new DateOnly(2030, 1, 1), asAt, default),
        };
        foreach (var dimension in Enum.GetValues<MetricsDimension>())
        {
            figures.Add(await Platform.Participation.ByAsync(dimension, scope, default));
            figures.Add(await Platform.Metrics.ViewsByAsync(dimension, scope, default));
        }

        return JsonSerializer.Serialize(figures);
    }

    private async Task<int> CheckAgainstRulesAsync(LogStory story, DateTimeOffset at)
    {
        await using var session = Platform.Store.QuerySession();
        var metrics = await Platform.Metrics.ForConsultationAsync(story.ConsultationId, at, default);

        var responses = await StatesAsync<Response>(story.Responses);
        metrics.Responses.ShouldBe(responses.Count(r => r.Voided is null && (!r.IsWithdrawn || r.StaysInTotals)));
        var posts = await StatesAsync<Contribution>(story.Contributions);
        metrics.Participation.Posts.ShouldBe(posts.Count(c => c.State == ContributionState.Released));
        var activities = await StatesAsync<Engagement.Activities.Activity>(story.Activities);
        metrics.Participation.Identified.ShouldBe(activities.Sum(a => a.Attendance?.Identified.Count ?? 0));
        metrics.Participation.HeadCount.ShouldBe(activities.Sum(a => a.Attendance?.HeadCount ?? 0));
        var views = await StatesAsync<View>(story.Views);
        metrics.Views.ShouldBe(views.Count(v => !v.IsWithdrawn));
        metrics.ViewsCoded.ShouldBe(views.Count(v => v.State == ViewState.Coded));

        var themes = new Dictionary<Guid, Theme>();
        foreach (var theme in story.Themes)
        {
            if (await session.Events.AggregateStreamAsync<Theme>(theme, timestamp: at) is { } state)
                themes[theme] = state;
        }

        var loops = (await StatesAsync<Loop>(story.Loops)).Where(l => l.Slug is not null || themes[l.ThemeId].MergedInto is null).ToArray();
        var today = LondonCalendar.DayOf(at);
        var figures = await Platform.LoopFigures.OfAsync(story.ConsultationId, at, default);
        figures.Loops.ShouldBe(loops.Length);
        figures.Closed.ShouldBe(loops.Count(l => l.IsClosed));
        figures.Closure.ShouldBe(new LoopClosure(loops.Count(l => l.IsClosed && l.DueOn <= today), loops.Count(l => l.DueOn <= today)));
        figures.Confirmation.Yes.ShouldBe(loops.Sum(l => l.Confirmations.Values.Count(a => a == ConfirmationAnswer.Yes)));

        var published = loops.Where(l => l.Slug is not null).Select(l => l.ThemeId).ToHashSet();
        var time = await Platform.LoopFigures.TimeToDecisionAsync(new MetricsScope(story.ConsultationId, at), default);
        time.Views.ShouldBe(views.Count(v => v.State is ViewState.Unread or ViewState.Coded));
        time.Published.ShouldBe(views.Count(v => !v.IsWithdrawn && v.ThemeIds.Any(theme => published.Contains(TodayOf(theme)))));
        return metrics.Responses + metrics.Participation.Posts + metrics.ViewsCoded + figures.Loops;

        Guid TodayOf(Guid theme) => themes[theme].MergedInto is { } into ? TodayOf(into) : theme;

        async Task<List<T>> StatesAsync<T>(List<Guid> ids) where T : class, EventStore.IEvolve<T>
        {
            var states = new List<T>();
            foreach (var id in ids)
            {
                if (await session.Events.AggregateStreamAsync<T>(id, timestamp: at) is { } state)
                    states.Add(state);
            }

            return states;
        }
    }

    private static string Rows(string projection) => projection switch
    {
        "Acts" => "select jsonb_agg(to_jsonb(a) order by act_id, version, part)::text from engagement.acts a",
        "ViewFacts" =>
            """
            select (jsonb_agg(to_jsonb(v) order by view_id, version)
                || (select jsonb_agg(to_jsonb(c) order by view_id, theme_id, version) from engagement.view_codings c)
                || (select coalesce(jsonb_agg(to_jsonb(m) order by from_id), '[]') from engagement.theme_merges m))::text
            from engagement.view_facts v
            """,
        "LoopConfirmations" => "select jsonb_agg(to_jsonb(c) order by loop_id, version)::text from engagement.loop_confirmations c",
        "FeedbackPointFacts" => "select jsonb_agg(to_jsonb(f) order by case_id, point)::text from engagement.feedback_point_facts f",
        _ => $"select jsonb_agg(data order by id)::text from mt_doc_{projection.ToLowerInvariant()}",
    };
}
