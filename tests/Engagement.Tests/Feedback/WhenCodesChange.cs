using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.Views;

namespace Engagement.Tests.Feedback;

public sealed class WhenCodesChange : Spec<View>
{
    private static readonly ViewWithdrawn Withdrawn = new("The response was withdrawn");

    [Fact]
    public void a_merged_theme_takes_no_codes_and_says_where_to_go() =>
        Given(Captured)
            .When(view => CodeView.Decide(new CodeView(Id, Messages.Id), view, MessagesGone))
            .ThenRefused("THEME_MERGED", "This theme was merged into 'Trust'. Use that theme instead", "themeId");

    [Fact]
    public void a_view_of_a_merged_theme_has_the_theme_it_went_into() =>
        Given(Captured, CodedTo(Messages))
            .When(view => CodeView.Decide(new CodeView(Id, Trust.Id), view, TrustWithMessages))
            .ThenRefused("VIEW_ALREADY_CODED", "This view already has this theme", "themeId");

    [Fact]
    public void coding_takes_not_codable_back()
    {
        var states = Fold(Captured, new ViewNotCodable("Illegible"), CodedTo(Messages), new ViewUncoded(Messages.Id, "Misread"));

        states.ShouldBe([ViewState.Unread, ViewState.NotCodable, ViewState.Coded, ViewState.Unread]);
    }

    [Fact]
    public void a_theme_is_taken_off_with_a_reason() =>
        Given(Captured, CodedTo(Messages))
            .When(Uncode(AboutMessages, Messages, " It is about buses "))
            .Then(new ViewUncoded(Messages.Id, "It is about buses"));

    [Fact]
    public void without_a_reason_it_stays() =>
        Given(Captured, CodedTo(Messages))
            .When(Uncode(AboutMessages, Messages, " "))
            .ThenRefused("REASON_REQUIRED", "Enter why this view does not belong to this theme", "why");

    [Fact]
    public void only_what_is_there_is_taken_off() =>
        Given(Captured)
            .When(Uncode(AboutMessages, Messages, "Misread"))
            .ThenRefused("VIEW_NOT_CODED", "This view does not have this theme", "themeId");

    [Fact]
    public void all_that_is_the_theme_today_is_taken_off() =>
        Given(Captured, CodedTo(Messages), CodedTo(Trust))
            .When(Uncode(TrustWithMessages, Trust, "Misread"))
            .Then(new ViewUncoded(Messages.Id, "Misread"), new ViewUncoded(Trust.Id, "Misread"));

    [Fact]
    public void coded_together_with_others_it_is_coded_the_same() =>
        Given(Captured).When(view => CodeViews.Decide(new CodeViews(Messages.Id, [Id]), view, AboutMessages)).Then(CodedTo(Messages));

    [Fact]
    public void coded_together_with_others_it_may_have_the_theme_already() =>
        Given(Captured, CodedTo(Messages)).When(view => CodeViews.Decide(new CodeViews(Messages.Id, [Id]), view, AboutMessages)).ThenNothing();

    [Fact]
    public void uncoded_together_with_others_it_may_not_have_the_theme() =>
        Given(Captured).When(view => UncodeViews.Decide(new UncodeViews(Messages.Id, [Id], "Misread"), view, AboutMessages)).ThenNothing();

    [Theory]
    [InlineData(0, "VIEWS_MISSING", "Choose at least one view")]
    [InlineData(201, "TOO_MANY_VIEWS", "Choose 200 views or fewer at a time")]
    public void views_are_changed_together_in_reasonable_numbers(int count, string code, string message) =>
        CodingBatch.Check([.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())]).ShouldBe(new Refusal(code, message, "viewIds"));

    [Fact]
    public void two_hundred_views_are_changed_together() => CodingBatch.Check([.. Enumerable.Range(0, 200).Select(_ => Guid.NewGuid())]).ShouldBeNull();

    [Fact]
    public void what_stops_all_is_named_by_its_place() =>
        CodingBatch.BecauseOf(new Refusal("VIEW_WITHDRAWN", "It was withdrawn"), 3, 12)
            .ShouldBe(new Refusal("VIEW_WITHDRAWN", "Nothing was changed, because of view 3 of 12. It was withdrawn"));

    public static TheoryData<string, Func<View, Decision>> WhatIsDoneToAView => new()
    {
        { "code", view => CodeView.Decide(new CodeView(Id, Messages.Id), view, AboutMessages) },
        { "code with others", view => CodeViews.Decide(new CodeViews(Messages.Id, [Id]), view, AboutMessages) },
        { "uncode", view => UncodeView.Decide(new UncodeView(Id, Messages.Id, "Misread"), view, AboutMessages) },
        { "mark as not codable", view => MarkViewNotCodable.Decide(new MarkViewNotCodable(Id, "Illegible"), view) },
        { "reject a suggestion", view => RejectViewSuggestion.Decide(new RejectViewSuggestion(Id, Messages.Id, Suggested), view, AboutMessages) },
        { "quote", view => QuoteView.Decide(new QuoteView(Id, Messages.Id, "words"), view, AboutMessages, "words", true) },
        { "move", view => SplitTheme.Move(view, AboutMessages, Trust.Id) },
    };

    [Theory]
    [MemberData(nameof(WhatIsDoneToAView))]
    public void nothing_is_done_to_a_view_that_was_withdrawn(string what, Func<View, Decision> decide)
    {
        what.ShouldNotBeEmpty();
        Given(Captured, CodedTo(Messages), Withdrawn)
            .When(decide)
            .ThenRefused("VIEW_WITHDRAWN", "The person has withdrawn this view. It is neither coded nor counted");
    }

    [Fact]
    public void a_withdrawn_view_carries_no_theme() => Fold(Captured, CodedTo(Messages), Withdrawn)[^1].ShouldBe(ViewState.Withdrawn);

    private static Func<View, Decision> Uncode(CodingTheme theme, ThemeCard card, string why) =>
        view => UncodeView.Decide(new UncodeView(Id, card.Id, why), view, theme);

    private static List<ViewState> Fold(params object[] events)
    {
        var states = new List<ViewState>();
        View? view = null;
        foreach (var e in events)
        {
            view = View.Evolve(view, EventStore.Event.For(e, Id));
            states.Add(view.ShouldNotBeNull().State);
        }

        return states;
    }
}
