using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.Views;

namespace Engagement.Tests.Feedback;

public sealed class WhenQuotingAView : Spec<View>
{
    private const string Words = "We wait. One named contact would help us most";

    [Fact]
    public void there_is_no_verbatim_quote_without_permission() =>
        Given(Captured, CodedTo(Messages))
            .When(Quote("One named contact would help", mayQuote: false))
            .ThenRefused("QUOTE_NOT_PERMITTED", "This person has not given permission to be quoted. Sum up what they said instead", "quote");

    [Fact]
    public void with_permission_the_event_says_where_the_words_are_and_not_what_they_are() =>
        Given(Captured, CodedTo(Messages)).When(Quote("One named contact would help")).Then(new ViewQuoted(Messages.Id, 9, 28));

    [Fact]
    public void words_are_quoted_as_they_were_said() =>
        Given(Captured, CodedTo(Messages))
            .When(Quote("one named contact"))
            .ThenRefused("QUOTE_NOT_VERBATIM", "Quote the words exactly as they were said", "quote");

    [Fact]
    public void erased_words_are_not_quoted() =>
        Given(Captured, CodedTo(Messages)).When(Quote("We wait", words: null)).ThenRefused("QUOTE_NOT_VERBATIM");

    [Fact]
    public void a_quote_says_something() =>
        Given(Captured, CodedTo(Messages)).When(Quote(" ")).ThenRefused("QUOTE_MISSING", "Enter the words to quote", "quote");

    [Fact]
    public void a_view_is_quoted_for_a_theme_it_carries() => Given(Captured).When(Quote("We wait")).ThenRefused("VIEW_NOT_CODED");

    [Fact]
    public void the_same_quote_again_changes_nothing() =>
        Given(Captured, CodedTo(Messages), new ViewQuoted(Messages.Id, 0, 7)).When(Quote("We wait")).ThenNothing();

    private static Func<View, Decision> Quote(string quote, bool mayQuote = true, string? words = Words) =>
        view => QuoteView.Decide(new QuoteView(Id, Messages.Id, quote), view, AboutMessages, words, mayQuote);
}
