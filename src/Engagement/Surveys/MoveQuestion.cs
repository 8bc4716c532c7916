using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>One step up or down among the questions of its section. At the end there is nowhere to go, and nothing changes.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">The key of the question.</param>
/// <param name="Direction">Which way.</param>
public sealed record MoveQuestion(Guid InstrumentId, string Key, MoveDirection Direction)
{
    public static Decision Decide(MoveQuestion command, Instrument instrument) => DraftItems.OnQuestion(instrument, command.Key, (draft, question) =>
    {
        var beside = draft.QuestionsBeside(question.Key).ToList();
        return DraftItems.PlaceAfter(command.Direction, beside.IndexOf(question), beside.Count) is { } place
            ? QuestionRules.Edit(instrument, new QuestionMoved(question.Key, place))
            : Decision.Nothing;
    });
}
