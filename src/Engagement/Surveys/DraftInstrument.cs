using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Begins a set of questions.</summary>
/// <param name="Title">What staff call it.</param>
public sealed record DraftInstrument(string Title)
{
    public static Decision Decide(DraftInstrument command)
    {
        var title = CleanText.OneLine(command.Title);
        if (title.Length == 0)
            return Decision.Refuse("TITLE_MISSING", "Enter a title for this survey", "title");

        return CleanText.TooLong(title, CleanText.LineLimit, "title") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new InstrumentDrafted(title));
    }
}
