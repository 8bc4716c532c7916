using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Says what the change of a question means for its figures: whether they go on, go on with a mark, or begin anew.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">The key of the question that changed.</param>
/// <param name="Continuity">What its change means.</param>
public sealed record DeclareContinuity(Guid InstrumentId, string Key, Continuity Continuity)
{
    public static Decision Decide(DeclareContinuity command, Instrument instrument) => DraftItems.OnQuestion(instrument, command.Key, (_, question) =>
    {
        var change = InstrumentDraft.Of(instrument)?.Changes.FirstOrDefault(c => c.Key == question.Key);
        if (change is not { Kind: QuestionChangeKind.Changed })
            return Decision.Refuse("QUESTION_NOT_CHANGED", "This question asks what it asked before. There is nothing to say of it", "key");

        return change.Continuity == command.Continuity
            ? Decision.Nothing
            : Decision.To(new ContinuityDeclared(question.Key, command.Continuity));
    });
}
