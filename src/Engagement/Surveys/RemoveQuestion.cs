using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Takes a question out of the draft. Once the draft is published, its key names no other question.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">The key of the question.</param>
public sealed record RemoveQuestion(Guid InstrumentId, string Key)
{
    public static Decision Decide(RemoveQuestion command, Instrument instrument) => DraftItems.OnQuestion(
        instrument, command.Key, (_, question) => QuestionRules.Edit(instrument, new QuestionRemoved(question.Key)));
}
