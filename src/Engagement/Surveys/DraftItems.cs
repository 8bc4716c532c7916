using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Decides on what a command names in the draft, or says why it is not there.</summary>
internal static class DraftItems
{
    public static Decision OnQuestion(Instrument instrument, string key, Func<Questionnaire, Question, Decision> decide)
    {
        if (instrument.Draft is not { } draft)
            return Decision.Refuse(QuestionRules.Frozen);

        return draft.Find(CleanText.OneLine(key)) is { } question
            ? decide(draft, question)
            : Decision.Refuse("QUESTION_MISSING", "This survey has no question with this key", "key");
    }

    public static Decision OnSection(Instrument instrument, string key, Func<Questionnaire, Section, Decision> decide)
    {
        if (instrument.Draft is not { } draft)
            return Decision.Refuse(QuestionRules.Frozen);

        return draft.FindSection(CleanText.OneLine(key)) is { } section
            ? decide(draft, section)
            : Decision.Refuse("SECTION_MISSING", "This survey has no section with this key", "key");
    }

    /// <summary>Where something is after one step up or down among its neighbours, from 1; null: it is at that end already.</summary>
    public static int? PlaceAfter(MoveDirection direction, int index, int count)
    {
        var to = direction == MoveDirection.Up ? index - 1 : index + 1;
        return to < 0 || to >= count ? null : to + 1;
    }
}
