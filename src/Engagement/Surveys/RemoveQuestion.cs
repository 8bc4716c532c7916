using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Takes a question out of the draft. Once the draft is published, its key names no other question.</summary>
public sealed record RemoveQuestion(Guid InstrumentId, string Key)
{
    public static Decision Decide(RemoveQuestion command, Instrument instrument) => DraftItems.OnQuestion(
        instrument, command.Key, (_, question) => QuestionRules.Edit(instrument, new QuestionRemoved(question.Key)));
}
