using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Lets a person's own words stand for a theme.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="ThemeId">The theme they stand for, which the view carries.</param>
/// <param name="Quote">The words, exactly as they were said.</param>
public sealed record QuoteView(Guid ViewId, Guid ThemeId, string Quote)
{
    /// <param name="command">The part of the words to quote.</param>
    /// <param name="view">The view.</param>
    /// <param name="theme">The theme it carries.</param>
    /// <param name="words">What the person said; null once erased.</param>
    /// <param name="mayQuote">Whether the person has given permission to be quoted.</param>
    public static Decision Decide(QuoteView command, View view, CodingTheme theme, string? words, bool mayQuote)
    {
        if (ViewRules.NotWithdrawn(view) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (!mayQuote)
            return Decision.Refuse("QUOTE_NOT_PERMITTED", "This person has not given permission to be quoted. Sum up what they said instead", "quote");

        if (theme.CarriedBy(view).Count == 0)
            return Decision.Refuse("VIEW_NOT_CODED", "This view does not have this theme", "themeId");

        var quote = CleanText.Of(command.Quote);
        if (quote.Length == 0)
            return Decision.Refuse("QUOTE_MISSING", "Enter the words to quote", "quote");

        var start = words?.IndexOf(quote, StringComparison.Ordinal) ?? -1;
        if (start < 0)
            return Decision.Refuse("QUOTE_NOT_VERBATIM", "Quote the words exactly as they were said", "quote");

        var quoted = new ViewQuoted(command.ThemeId, start, quote.Length);
        return view.Quotes.Contains(quoted) ? Decision.Nothing : Decision.To(quoted);
    }
}
