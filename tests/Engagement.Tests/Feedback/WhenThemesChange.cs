using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.Views;

namespace Engagement.Tests.Feedback;

public sealed class WhenThemesChange : Spec<Theme>
{
    private static readonly ThemeOpened Opened = new(ConsultationId, "Inconsistent messages", "People hear different things");
    private static readonly Theme Other = new() { Id = Guid.Parse("22222222-2222-4222-8222-222222222222"), ConsultationId = ConsultationId, Title = "Trust" };
    private static readonly ThemesMerged Gone = new([Id], Other.Id);

    [Fact]
    public void themes_that_make_the_same_point_are_merged() => Given(Opened).When(Merge(Other)).Then(new ThemesMerged([Id], Other.Id));

    [Fact]
    public void a_published_decision_is_not_merged_away() =>
        Given(Opened)
            .When(Merge(Other, published: [Id]))
            .ThenRefused("THEME_HAS_PUBLISHED_DECISION", "This theme has a published decision. Link it instead of merging", "fromIds");

    [Fact]
    public void a_theme_is_merged_into_one_with_a_published_decision() =>
        Given(Opened).When(Merge(Other, published: [Other.Id])).Then(new ThemesMerged([Id], Other.Id));

    [Fact]
    public void a_merged_theme_is_not_merged_again() =>
        Given(Opened, Gone).When(Merge(Other)).ThenRefused("THEME_MERGED", "This theme was merged into 'Trust'. Use that theme instead", "themeId");

    [Fact]
    public void nothing_is_merged_into_a_merged_theme() => Given(Opened).When(Merge(Other with { MergedInto = Guid.NewGuid() })).ThenRefused("THEME_MERGED");

    [Fact]
    public void a_theme_is_not_merged_into_itself() =>
        Given(Opened)
            .When(theme => MergeThemes.Decide(new MergeThemes([Id], Id), [theme], theme, new HashSet<Guid>(), Titles))
            .ThenRefused("THEME_INTO_ITSELF", "A theme cannot be merged into itself", "fromIds");

    [Fact]
    public void themes_of_two_consultations_are_not_merged() =>
        Given(Opened)
            .When(Merge(Other with { ConsultationId = Guid.NewGuid() }))
            .ThenRefused("THEME_OF_ANOTHER_CONSULTATION", "Merge themes of one consultation, or merge them into a standing theme", "intoId");

    [Fact]
    public void a_standing_theme_takes_any_in() => Given(Opened).When(Merge(Other with { ConsultationId = null })).Then(Gone);

    [Fact]
    public void something_is_merged() =>
        Given(Opened)
            .When(_ => MergeThemes.Decide(new MergeThemes([], Other.Id), [], Other, new HashSet<Guid>(), Titles))
            .ThenRefused("THEMES_MISSING", "Choose the themes to merge", "fromIds");

    [Fact]
    public void at_most_fifty_are_merged_at_a_time() =>
        Given(Opened)
            .When(theme => MergeThemes.Decide(
                new MergeThemes([.. Enumerable.Repeat(Id, 51)], Other.Id), [theme], Other, new HashSet<Guid>(), Titles))
            .ThenRefused("TOO_MANY_THEMES", "Choose 50 themes or fewer at a time", "fromIds");

    [Fact]
    public void a_merge_is_undone_with_a_reason() =>
        Given(Opened, Gone).When(Unmerge(" One is about letters ")).Then(new ThemeUnmerged(Id, Other.Id, "One is about letters"));

    [Fact]
    public void why_the_two_are_not_alike_stays_on_record() =>
        Given(Opened, Gone).When(Unmerge(" ")).ThenRefused("REASON_REQUIRED", "Enter why the two do not make the same point", "reason");

    [Fact]
    public void what_was_answered_together_stays_together() =>
        Given(Opened, Gone).When(Unmerge("Different", isPublishedSince: true))
            .ThenRefused(
                "DECISION_PUBLISHED_SINCE",
                "'Trust' has published a decision since the merge, and it answers these views too. Open a new theme and link the two instead",
                "themeId");

    [Fact]
    public void a_theme_that_stands_by_itself_is_taken_out_of_none()
    {
        Given(Opened).When(Unmerge("Different")).ThenRefused("THEME_NOT_MERGED", "This theme stands by itself already", "themeId");
        Given(Opened, Gone, new ThemeUnmerged(Id, Other.Id, "Different")).When(Unmerge("Different")).ThenRefused("THEME_NOT_MERGED");
    }

    [Fact]
    public void once_taken_out_it_is_a_theme_like_any() =>
        Given(Opened, Gone, new ThemeUnmerged(Id, Other.Id, "Different")).When(Merge(Other)).Then(Gone);

    [Fact]
    public void themes_are_linked_with_a_reason() =>
        Given(Opened).When(Link("Both are about being told")).Then(new ThemesLinked(Id, Other.Id, "Both are about being told"));

    [Fact]
    public void a_link_says_why() =>
        Given(Opened).When(Link("")).ThenRefused("REASON_REQUIRED", "Enter what the two themes have in common", "why");

    [Fact]
    public void linking_again_changes_nothing() => Given(Opened, new ThemesLinked(Other.Id, Id, "Told")).When(Link("Told")).ThenNothing();

    [Fact]
    public void a_merged_theme_is_not_linked() => Given(Opened, Gone).When(Link("Told")).ThenRefused("THEME_MERGED");

    [Fact]
    public void a_theme_is_not_linked_to_itself() =>
        Given(Opened)
            .When(theme => LinkThemes.Decide(new LinkThemes(Id, Id, "Same"), theme, theme, Titles))
            .ThenRefused("THEME_INTO_ITSELF", "A theme cannot be linked to itself", "otherThemeId");

    [Fact]
    public void a_part_of_a_theme_is_a_theme_of_its_own() =>
        Given(Opened)
            .When(Split([Guid.NewGuid()]))
            .Then(new ThemeOpened(ConsultationId, "Letters", "Letters contradict each other"), new ThemeSplit(Id, Other.Id));

    [Fact]
    public void a_split_names_the_views_that_move() => Given(Opened).When(Split([])).ThenRefused("VIEWS_MISSING", "Choose at least one view", "viewIds");

    [Fact]
    public void a_part_has_a_title() => Given(Opened).When(Split([Guid.NewGuid()], title: "")).ThenRefused("TITLE_MISSING");

    [Fact]
    public void what_was_answered_in_public_is_not_split() =>
        Given(Opened)
            .When(Split([Guid.NewGuid()], isPublished: true))
            .ThenRefused(
                "THEME_HAS_PUBLISHED_DECISION", "This theme has a published decision. Open a new theme and link it instead of splitting", "themeId");

    [Fact]
    public void a_merged_theme_is_not_split() => Given(Opened, Gone).When(Split([Guid.NewGuid()])).ThenRefused("THEME_MERGED");

    [Fact]
    public void the_codebook_says_what_a_theme_means() =>
        Given(Opened)
            .When(Describe("Different services say different things", include: " "))
            .Then(new ThemeDescribed("Different services say different things", null, "No answer at all"));

    [Fact]
    public void an_entry_of_the_codebook_has_a_definition() =>
        Given(Opened)
            .When(Describe(""))
            .ThenRefused("DEFINITION_MISSING", "Say what the theme means, so that two coders would understand the same", "definition");

    [Fact]
    public void the_same_entry_again_changes_nothing() =>
        Given(Opened, new ThemeDescribed("d", null, "No answer at all")).When(Describe("d")).ThenNothing();

    [Fact]
    public void a_merged_theme_is_not_described() => Given(Opened, Gone).When(Describe("d")).ThenRefused("THEME_MERGED");

    [Fact]
    public void a_theme_is_put_before_people_it_came_from() =>
        Given(Opened).When(Share("forum evening", 23)).Then(new ThemeSharedBack("forum evening", 23));

    [Theory]
    [InlineData("", 23, "ROUTE_MISSING", "Enter how the theme was shared, for example at a forum or by e-mail", "route")]
    [InlineData("forum evening", 0, "COUNT_MISSING", "Enter how many people it was shared with", "count")]
    public void sharing_has_a_route_and_people(string route, int count, string code, string message, string field) =>
        Given(Opened).When(Share(route, count)).ThenRefused(code, message, field);

    [Theory]
    [InlineData(Disposition.Accepted)]
    [InlineData(Disposition.PartlyAccepted)]
    [InlineData(Disposition.AlreadyDone)]
    [InlineData(Disposition.NeedsMoreWork)]
    [InlineData(Disposition.NotOurs)]
    public void a_theme_gets_a_disposition(Disposition disposition) =>
        Given(Opened).When(Dispose(disposition, null)).Then(new ThemeDisposed(disposition, null));

    [Fact]
    public void not_accepted_needs_a_reason() =>
        Given(Opened)
            .When(Dispose(Disposition.NotAccepted, " "))
            .ThenRefused("REASON_REQUIRED", "Enter the reason why this is not accepted", "reason");

    [Fact]
    public void not_accepted_with_its_reason_is_an_answer() =>
        Given(Opened)
            .When(Dispose(Disposition.NotAccepted, "It is against the law"))
            .Then(new ThemeDisposed(Disposition.NotAccepted, "It is against the law"));

    [Fact]
    public void a_disposition_may_change() =>
        Given(Opened, new ThemeDisposed(Disposition.NeedsMoreWork, null))
            .When(Dispose(Disposition.Accepted, null))
            .Then(new ThemeDisposed(Disposition.Accepted, null));

    [Fact]
    public void the_same_disposition_again_changes_nothing() =>
        Given(Opened, new ThemeDisposed(Disposition.Accepted, null)).When(Dispose(Disposition.Accepted, null)).ThenNothing();

    [Fact]
    public void a_merged_theme_is_disposed_of_with_the_one_it_went_into() =>
        Given(Opened, Gone).When(Dispose(Disposition.Accepted, null)).ThenRefused("THEME_MERGED");

    private static Dictionary<Guid, string> Titles => new() { [Id] = "Trust", [Other.Id] = "Regular updates" };

    private static Func<Theme, Decision> Merge(Theme into, IReadOnlyList<Guid>? published = null) =>
        theme => MergeThemes.Decide(new MergeThemes([Id], into.Id), [theme], into, (published ?? []).ToHashSet(), Titles);

    private static Func<Theme, Decision> Unmerge(string reason, bool isPublishedSince = false) =>
        theme => UnmergeTheme.Decide(new UnmergeTheme(Id, reason), theme, Other, isPublishedSince);

    private static Func<Theme, Decision> Link(string why) => theme => LinkThemes.Decide(new LinkThemes(Id, Other.Id, why), theme, Other, Titles);

    private static Func<Theme, Decision> Split(IReadOnlyList<Guid> views, string title = "Letters", bool isPublished = false) => theme => SplitTheme.Decide(
        new SplitTheme(Id, title, "Letters contradict each other", views), theme, Other.Id, isPublished, "Trust");

    private static Func<Theme, Decision> Describe(string definition, string? include = null) =>
        theme => DescribeTheme.Decide(new DescribeTheme(Id, definition, include, "No answer at all"), theme, "Trust");

    private static Func<Theme, Decision> Share(string route, int count) => theme => ShareThemeBack.Decide(new ShareThemeBack(Id, route, count), theme, "Trust");

    private static Func<Theme, Decision> Dispose(Disposition disposition, string? reason) =>
        theme => DisposeTheme.Decide(new DisposeTheme(Id, disposition, reason), theme, "Trust");
}
