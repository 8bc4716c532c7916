using Engagement.Common;
using Engagement.Feedback;
using FsCheck.Fluent;

namespace Engagement.Tests.Feedback;

public sealed class WhatIsSuggested
{
    private static readonly Guid Contact = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    private static readonly Guid Waiting = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
    private static readonly Guid Transport = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");

    private static readonly CodedView[] Coded =
    [
        View(1, "One named contact would help us most", Contact),
        View(2, "We need a named contact who answers the telephone", Contact),
        View(3, "Nobody answers, please give us one contact", Contact),
        View(4, "We waited eleven months for the assessment", Waiting),
        View(5, "Waiting for the plan took more than a year", Waiting),
        View(6, "The wait for an assessment is too long", Waiting),
        View(7, "The bus to school is late every morning", Transport),
        View(8, "School transport was cancelled without notice", Transport),
    ];

    [Fact]
    public void the_theme_of_views_that_say_the_same_comes_first_with_its_reasons()
    {
        var suggestions = Suggest(Learnt(Coded), "Please give every family a named contact");

        suggestions[0].ThemeId.ShouldBe(Contact);
        suggestions[0].Suggestion.Method.ShouldBe("words and similar views");
        suggestions[0].Suggestion.MethodVersion.ShouldBe(1);
        suggestions[0].Because.ShouldContain("named contact");
        suggestions[0].LikeViewId.ShouldNotBeNull();
        suggestions.Select(s => s.Suggestion.Score).ShouldBeInOrder(SortDirection.Descending);
        suggestions.ShouldAllBe(s => s.Suggestion.Score >= 0.1 && s.Suggestion.Score <= 1);
    }

    [Theory]
    [InlineData("We have been waiting for our assessments", "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb")]
    [InlineData("The BUSES are late!", "cccccccc-cccc-4ccc-8ccc-cccccccccccc")]
    public void words_count_by_their_stems(string words, string theme) => Suggest(Learnt(Coded), words)[0].ThemeId.ShouldBe(Guid.Parse(theme));

    [Theory]
    [InlineData("")]
    [InlineData("The and of it")]
    [InlineData("Zebra crossings")]
    public void where_nothing_is_known_nothing_is_suggested(string words) => Suggest(Learnt(Coded), words).ShouldBeEmpty();

    [Fact]
    public void only_themes_that_may_be_given_are_suggested() =>
        ThemeSuggester.Suggest(Learnt(Coded), Guid.NewGuid(), "a named contact", Themes(Waiting, Transport)).ShouldAllBe(s => s.ThemeId != Contact);

    [Fact]
    public void the_evidence_of_a_merged_theme_counts_for_the_one_it_went_into()
    {
        var memory = Learnt(Coded);
        memory.Follow(new Dictionary<Guid, Guid> { [Contact] = Waiting });

        Suggest(memory, "a named contact").ShouldHaveSingleItem().ThemeId.ShouldBe(Waiting);
        memory.Follow(new Dictionary<Guid, Guid>());
        Suggest(memory, "a named contact").ShouldHaveSingleItem().ThemeId.ShouldBe(Contact);
    }

    [Fact]
    public void a_view_is_not_likened_to_itself()
    {
        var memory = Learnt(Coded);

        ThemeSuggester.Suggest(memory, Coded[6].Id, Coded[6].Words, Themes(Transport)).ShouldAllBe(s => s.LikeViewId != Coded[6].Id);
    }

    [Fact]
    public void of_equals_the_smaller_id_comes_first()
    {
        var memory = Learnt([View(1, "A named contact", Transport), View(2, "A named contact", Contact), View(3, "Something else entirely", Waiting)]);

        Suggest(memory, "a named contact").Select(s => s.ThemeId).ShouldBe([Contact, Transport]);
    }

    [Theory]
    [InlineData("needs", "need")]
    [InlineData("families", "family")]
    [InlineData("planning", "plan")]
    [InlineData("planned", "plan")]
    [InlineData("telling", "tell")]
    [InlineData("change", "chang")]
    [InlineData("changes", "chang")]
    [InlineData("process", "process")]
    [InlineData("speed", "speed")]
    [InlineData("bring", "bring")]
    public void stems(string word, string stem) => CodingTerms.Stem(word).ShouldBe(stem);

    [Fact]
    public void terms_are_words_and_the_pairs_that_follow_one_another_in_a_sentence() =>
        CodingTerms.Of("The named contacts didn't answer. Schools wait").ShouldBe(
            ["named", "contact", "named contact", "answer", "contact answer", "school", "wait", "school wait"], ignoreOrder: true);

    /// <summary>Views learnt in any order, learnt again, changed and forgotten on the way: the suggestions are those of the views that are left.</summary>
    [Fact]
    public void the_same_views_give_the_same_suggestions_whichever_way_they_were_learnt() => Always.Holds(
        from view in Gen.Choose(0, 11)
        from count in Gen.Choose(1, 6)
        from words in Gen.Elements("contact", "waiting", "plan", "school", "bus", "letters", "trust", "listen").ArrayOf(count)
        from theme in Gen.Elements(Contact, Waiting, Transport)
        from isForgotten in Gen.Elements(false, false, false, true)
        select (View: View(view, string.Join(' ', words), theme), isForgotten),
        scripts: 200,
        longest: 40,
        script =>
        {
            var live = new CodingMemory();
            var left = new Dictionary<Guid, CodedView>();
            foreach (var (view, isForgotten) in script)
            {
                if (isForgotten)
                {
                    live.Forget(view.Id);
                    left.Remove(view.Id);
                }
                else
                {
                    live.Learn(view);
                    left[view.Id] = view;
                }
            }

            var again = Learnt([.. left.Values.OrderByDescending(view => view.Id)]);

            foreach (var words in new[] { "waiting for the school bus", "trust and letters", "a plan that listens to the contact" })
                Describe(Suggest(live, words)).ShouldBe(Describe(Suggest(again, words)));
        });

    private static IEnumerable<string> Describe(IReadOnlyList<ThemeSuggestion> suggestions) =>
        suggestions.Select(s => $"{s.ThemeId} {s.Suggestion.Score} {string.Join('/', s.Because)} {s.LikeViewId}");

    private static CodedView View(int number, string words, Guid theme) => new(DeterministicId.From("view", $"{number}"), words, [theme]);

    private static CodingMemory Learnt(IEnumerable<CodedView> views)
    {
        var memory = new CodingMemory();
        foreach (var view in views)
            memory.Learn(view);

        return memory;
    }

    private static IReadOnlyList<ThemeSuggestion> Suggest(CodingMemory memory, string words) =>
        ThemeSuggester.Suggest(memory, Guid.Empty, words, Themes(Contact, Waiting, Transport));

    private static HashSet<Guid> Themes(params Guid[] themes) => [.. themes];
}
