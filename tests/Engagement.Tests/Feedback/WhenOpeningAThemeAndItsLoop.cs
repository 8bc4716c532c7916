using Engagement.Feedback;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Feedback;

public sealed class WhenOpeningAThemeAndItsLoop
{
    private static readonly OpenTheme Command = new(Guid.NewGuid(), "Inconsistent messages", "People hear different things from each service");

    [Fact]
    public void a_theme_has_a_title_and_a_summary() =>
        new Outcome(OpenTheme.Decide(Command)).Then(new ThemeOpened(Command.ConsultationId, Command.Title, Command.Summary));

    [Fact]
    public void without_a_title_it_cannot_be_found() =>
        new Outcome(OpenTheme.Decide(Command with { Title = "" })).ThenRefused("TITLE_MISSING", "Enter a title for this theme", "title");

    [Fact]
    public void without_a_summary_it_cannot_be_shared_back() =>
        new Outcome(OpenTheme.Decide(Command with { Summary = "" })).ThenRefused("SUMMARY_MISSING");

    [Fact]
    public void a_theme_that_was_merged_is_answered_with_the_one_it_went_into() =>
        new Outcome(OpenLoop.Decide(LoopStory.Point with { MergedInto = Guid.Empty }, LoopStory.Point with { Title = "Trust" }))
            .ThenRefused("THEME_MERGED", "This theme was merged into 'Trust'. Use that theme instead", "themeId");

    [Fact]
    public void a_theme_has_one_loop() => Loop.IdFor(Guid.Empty).ShouldBe(Loop.IdFor(Guid.Empty));
}
