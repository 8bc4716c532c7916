using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Opens a theme for views that make the same point.</summary>
/// <param name="ConsultationId">The consultation; left out: a standing theme, which takes views from anywhere.</param>
/// <param name="Title">The point in a few words.</param>
/// <param name="Summary">What people said, in a sentence or two.</param>
public sealed record OpenTheme(Guid? ConsultationId, string Title, string Summary)
{
    public static Decision Decide(OpenTheme command)
    {
        var title = CleanText.OneLine(command.Title);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter a title for this theme", "title");

        var summary = CleanText.Of(command.Summary);
        if (summary.Length == 0)
            return Decision.Refuse("SUMMARY_MISSING", "Sum up in a sentence what people said", "summary");

        var tooLong = CleanText.TooLong(title, CleanText.LineLimit, "title")
            ?? CleanText.TooLong(summary, CleanText.ParagraphLimit, "summary");
        return tooLong is null ? Decision.To(new ThemeOpened(command.ConsultationId, title, summary)) : Decision.Refuse(tooLong);
    }
}
