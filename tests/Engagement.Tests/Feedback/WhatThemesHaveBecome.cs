using Engagement.Feedback;
using EventStore;
using FsCheck.Fluent;

namespace Engagement.Tests.Feedback;

public sealed class WhatThemesHaveBecome
{
    private const int Themes = 6;
    private const int Views = 30;

    private static readonly Guid A = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    private static readonly Guid B = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
    private static readonly Guid C = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
    private static readonly Guid D = Guid.Parse("dddddddd-dddd-4ddd-8ddd-dddddddddddd");

    [Fact]
    public void a_theme_that_nothing_happened_to_is_itself()
    {
        var lineage = new ThemeLineage([]);

        lineage.TodayOf(A).ShouldBe(A);
        lineage.TodaysThemesOf(A).ShouldBe([A]);
        lineage.HistoryOf(A).ShouldBeEmpty();
    }

    [Fact]
    public void merges_are_followed_to_the_end()
    {
        var lineage = Lineage((ThemeChangeKind.Merged, A, B), (ThemeChangeKind.Merged, B, C));

        lineage.TodayOf(A).ShouldBe(C);
        lineage.TodaysThemesOf(A).ShouldBe([C]);
        lineage.HistoryOf(C).Select(change => change.From).ShouldBe([A, B]);
        lineage.AncestryOf(C).ShouldBe([A, B, C], ignoreOrder: true);
    }

    [Fact]
    public void a_merge_that_was_undone_leads_nowhere_and_stays_in_the_history_of_both()
    {
        var lineage = Lineage((ThemeChangeKind.Merged, A, B), (ThemeChangeKind.Merged, B, C), (ThemeChangeKind.Unmerged, A, B));

        lineage.TodayOf(A).ShouldBe(A);
        lineage.TodaysThemesOf(A).ShouldBe([A]);
        lineage.TodayOf(B).ShouldBe(C);
        lineage.AncestryOf(C).ShouldBe([B, C], ignoreOrder: true);
        lineage.HistoryOf(A).Select(change => change.Kind).ShouldBe([ThemeChangeKind.Merged, ThemeChangeKind.Unmerged]);
        lineage.HistoryOf(B).Count.ShouldBe(3);
    }

    [Fact]
    public void merged_again_it_is_followed_again() =>
        Lineage((ThemeChangeKind.Merged, A, B), (ThemeChangeKind.Unmerged, A, B), (ThemeChangeKind.Merged, A, B)).TodayOf(A).ShouldBe(B);

    [Fact]
    public void from_an_old_theme_one_reaches_its_parts_wherever_they_are_now()
    {
        var lineage = Lineage((ThemeChangeKind.Split, A, B), (ThemeChangeKind.Merged, A, C), (ThemeChangeKind.Merged, B, D));

        lineage.TodaysThemesOf(A).ShouldBe([C, D]);
        lineage.AncestryOf(D).ShouldBe([A, B, D], ignoreOrder: true);
        lineage.HistoryOf(D).Count.ShouldBe(3);
    }

    [Fact]
    public void a_part_that_goes_back_leads_to_where_it_came_from() =>
        Lineage((ThemeChangeKind.Split, A, B), (ThemeChangeKind.Merged, B, A)).TodaysThemesOf(A).ShouldBe([A]);

    [Fact]
    public void a_link_joins_no_views()
    {
        var lineage = Lineage((ThemeChangeKind.Linked, A, B));

        lineage.TodaysThemesOf(A).ShouldBe([A]);
        lineage.AncestryOf(B).ShouldBe([B]);
        lineage.HistoryOf(B).ShouldHaveSingleItem();
    }

    /// <summary>Each view begins with one theme. Whatever is merged and split by the rules, it is in exactly one of today's themes.</summary>
    [Fact]
    public void no_view_is_lost_or_doubled_by_any_merges_and_splits() => Always.Holds(
        from isMerge in Gen.Elements(true, false)
        from first in Gen.Choose(0, 20)
        from second in Gen.Choose(0, 20)
        select (isMerge, first, second),
        scripts: 300,
        longest: 25,
        script =>
        {
            var world = new World();
            foreach (var (isMerge, first, second) in script)
            {
                if (isMerge)
                    world.Merge(first, second);
                else
                    world.Split(first, second);

                world.Check();
            }
        });

    private static ThemeLineage Lineage(params (ThemeChangeKind Kind, Guid From, Guid Into)[] changes) =>
        new(changes.Select((change, i) => new ThemeChange(change.Kind, change.From, change.Into, DateTimeOffset.UnixEpoch, i + 1)));

    /// <summary>Themes and views that change as decisions say, with nothing else.</summary>
    private sealed class World
    {
        private readonly Dictionary<Guid, Theme> _themes = [];
        private readonly Dictionary<Guid, View> _views = [];
        private readonly Dictionary<Guid, Guid> _firstThemes = [];
        private readonly List<ThemeChange> _changes = [];

        public World()
        {
            for (var i = 0; i < Themes; i++)
                Happen(_themes, Guid.NewGuid(), new ThemeOpened(null, $"Theme {i}", "s"));

            for (var i = 0; i < Views; i++)
            {
                var id = Guid.NewGuid();
                var theme = _themes.Keys.ElementAt(i % Themes);
                Happen(_views, id, Feedback.Views.Captured with { ConsultationId = null });
                Happen(_views, id, new ViewCoded(theme, id, null, null));
                _firstThemes.Add(id, theme);
            }
        }

        public void Merge(int first, int second)
        {
            var from = Pick(first);
            var into = Pick(second);
            var decision = MergeThemes.Decide(new MergeThemes([from.Id], into.Id), [from], into, new HashSet<Guid>(), new Dictionary<Guid, string>());
            if (decision.Events.Count == 0)
                return;

            Happen(_themes, from.Id, decision.Events[0]);
            Happen(_themes, into.Id, decision.Events[0]);
            _changes.Add(new ThemeChange(ThemeChangeKind.Merged, from.Id, into.Id, DateTimeOffset.UnixEpoch, _changes.Count + 1));
        }

        public void Split(int first, int every)
        {
            var theme = Pick(first);
            var coding = CodingTheme(theme);
            Guid[] moving = [.. _views.Values.Where((view, i) => coding.CarriedBy(view).Count > 0 && i % (every + 1) == 0).Select(view => view.Id)];
            var part = Guid.NewGuid();
            var decision = SplitTheme.Decide(new SplitTheme(theme.Id, "Part", "s", moving), theme, part, false, null);
            if (decision.Events.Count == 0)
                return;

            foreach (var e in decision.Events)
                Happen(_themes, part, e);

            Happen(_themes, theme.Id, decision.Events[^1]);
            _changes.Add(new ThemeChange(ThemeChangeKind.Split, theme.Id, part, DateTimeOffset.UnixEpoch, _changes.Count + 1));
            foreach (var id in moving)
                Happen(_views, id, SplitTheme.Move(_views[id], coding, part).Events.Single());
        }

        public void Check()
        {
            var lineage = new ThemeLineage(_changes);
            foreach (var view in _views.Values)
            {
                Guid[] today = [.. view.ThemeIds.Select(lineage.TodayOf).Distinct()];
                var theme = today.ShouldHaveSingleItem("a view is in one theme, as it was in the beginning");
                _themes[theme].MergedInto.ShouldBeNull("today's theme is one that takes codes");
                lineage.TodaysThemesOf(_firstThemes[view.Id]).ShouldContain(theme, "the old theme leads to where the view is now");
                lineage.AncestryOf(theme).ShouldContain(_firstThemes[view.Id], "today's theme knows where its views came from");
            }
        }

        private Theme Pick(int number) => _themes.Values.ElementAt(number % _themes.Count);

        private CodingTheme CodingTheme(Theme theme)
        {
            var lineage = new ThemeLineage(_changes);
            var card = Feedback.Views.Messages with { Id = theme.Id, ConsultationId = null };
            return new CodingTheme(card, _themes.Keys.Where(id => lineage.TodayOf(id) == theme.Id).ToHashSet(), null);
        }

        private static void Happen<T>(Dictionary<Guid, T> things, Guid id, object e) where T : class, IEvolve<T> =>
            things[id] = T.Evolve(things.GetValueOrDefault(id), Event.For(e, id)).ShouldNotBeNull();
    }
}
