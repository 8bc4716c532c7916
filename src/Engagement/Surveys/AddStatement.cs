using Engagement.Common;

namespace Engagement.Surveys;

public sealed record AddStatement(Guid InstrumentId, string Key, string Text, string? Hint, bool Optional)
{
    public QuestionDetails Details { get; init; } = QuestionDetails.None;

    public static Decision Decide(AddStatement command, Instrument instrument)
    {
        var statement = QuestionRules.Compose(
            command.Key, QuestionKind.Agreement, command.Text, command.Hint, command.Optional, [], command.Details);

        return (QuestionRules.CheckNewKey(instrument, statement.Key) ?? QuestionRules.Check(statement, command.Details, instrument)) is { } refusal
            ? Decision.Refuse(refusal)
            : QuestionRules.Edit(instrument, new StatementAdded(statement));
    }
}
