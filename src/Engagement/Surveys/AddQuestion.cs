using Engagement.Common;

namespace Engagement.Surveys;

public sealed record AddQuestion(
    Guid InstrumentId, string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options)
{
    public QuestionDetails Details { get; init; } = QuestionDetails.None;

    public static Decision Decide(AddQuestion command, Instrument instrument)
    {
        var question = QuestionRules.Compose(
            command.Key, command.Kind, command.Text, command.Hint, command.Optional, command.Options, command.Details);
        var refusal = QuestionRules.CheckNewKey(instrument, question.Key)
            ?? (command.Kind == QuestionKind.Agreement
                ? new Refusal("STATEMENT_EXPECTED", "Add an item on the agreement scale as a statement", "kind")
                : QuestionRules.Check(question, command.Details, instrument));

        return refusal is null ? QuestionRules.Edit(instrument, new QuestionAdded(question)) : Decision.Refuse(refusal);
    }
}
