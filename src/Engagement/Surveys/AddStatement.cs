using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Adds a statement that people agree or disagree with.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">A short name for programs, unique in the set.</param>
/// <param name="Text">The statement.</param>
/// <param name="Hint">A sentence that helps to answer it.</param>
/// <param name="Optional">Whether it may be left out.</param>
public sealed record AddStatement(Guid InstrumentId, string Key, string Text, string? Hint, bool Optional = false)
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
