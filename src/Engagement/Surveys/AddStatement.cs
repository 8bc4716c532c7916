using Engagement.Common;

namespace Engagement.Surveys;

public sealed record AddStatement(Guid InstrumentId, string Key, string Text, string? Hint, bool Optional)
{
    public static Decision Decide(AddStatement command, Instrument instrument)
    {
        var key = CleanText.OneLine(command.Key);
        var text = CleanText.OneLine(command.Text);
        var hint = CleanText.OrNull(command.Hint);

        return QuestionRules.Check(instrument, key, text, hint) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new StatementAdded(
                new Question(
                    key, QuestionKind.Agreement, text, hint, command.Optional, [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure])
                {
                    Scale = AnswerScales.Agreement.Key,
                }));
    }
}
