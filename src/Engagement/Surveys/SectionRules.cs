using Engagement.Common;

namespace Engagement.Surveys;

internal static class SectionRules
{
    public static Section Compose(string key, string title, string? introduction, IReadOnlyList<Condition> shownWhen) =>
        new(CleanText.OneLine(key), CleanText.OneLine(title), CleanText.OrNull(introduction), QuestionRules.Clean(shownWhen));

    public static Refusal? Check(Section section)
    {
        if (section.Title.Length == 0)
            return new Refusal("TITLE_MISSING", "Enter a title for this section", "title");

        return CleanText.TooLong(section.Title, CleanText.LineLimit, "title")
            ?? CleanText.TooLong(section.Introduction, CleanText.ParagraphLimit, "introduction");
    }
}
