using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.Views;

namespace Engagement.Tests.Feedback;

public sealed class WhenASuggestionIsJudged : Spec<View>
{
    [Fact]
    public void an_accepted_one_is_recorded_with_the_code() =>
        Given(Captured)
            .When(view => CodeView.Decide(new CodeView(Id, Messages.Id, Suggested), view, AboutMessages))
            .Then(CodedTo(Messages) with { Suggestion = Suggested });

    [Fact]
    public void a_rejected_one_is_recorded_too() =>
        Given(Captured).When(Reject(AboutMessages)).Then(new ViewSuggestionRejected(Messages.Id, Suggested));

    [Fact]
    public void rejecting_it_again_changes_nothing() =>
        Given(Captured, new ViewSuggestionRejected(Messages.Id, Suggested)).When(Reject(AboutMessages)).ThenNothing();

    [Fact]
    public void a_theme_the_view_carries_is_no_suggestion() =>
        Given(Captured, CodedTo(Messages))
            .When(Reject(AboutMessages))
            .ThenRefused("VIEW_ALREADY_CODED", "This view already has this theme. Take it off if it does not belong", "themeId");

    [Theory]
    [InlineData("guesswork", 1, 0.5)]
    [InlineData(ThemeSuggester.Method, 0, 0.5)]
    [InlineData(ThemeSuggester.Method, ThemeSuggester.Version + 1, 0.5)]
    [InlineData(ThemeSuggester.Method, 1, 1.01)]
    [InlineData(ThemeSuggester.Method, 1, double.NaN)]
    public void one_that_no_method_made_is_refused(string method, int version, double score) =>
        Given(Captured)
            .When(view => CodeView.Decide(new CodeView(Id, Messages.Id, new Suggestion(method, version, score)), view, AboutMessages))
            .ThenRefused("SUGGESTION_UNKNOWN", "Load the suggestions again: this one is not of a method we use", "suggestion");

    private static Func<View, Decision> Reject(CodingTheme theme) =>
        view => RejectViewSuggestion.Decide(new RejectViewSuggestion(Id, Messages.Id, Suggested), view, theme);
}
