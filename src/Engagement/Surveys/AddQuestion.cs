using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Adds a question that people answer with a choice, a number, a date or in their own words.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">A short name for programs, unique in the set.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question.</param>
/// <param name="Hint">A sentence that helps to answer it.</param>
/// <param name="Optional">Whether it may be left out.</param>
/// <param name="Options">What there is to choose from, in order; left out where it is not answered with options of its own.</param>
public sealed record AddQuestion(
    Guid InstrumentId, string Key, QuestionKind Kind, string Text, string? Hint, bool Optional = false, IReadOnlyList<QuestionOption>? Options = null)
{
    public QuestionDetails Details { get; init; } = QuestionDetails.None;

    public static Decision Decide(AddQuestion command, Instrument instrument)
    {
        var question = QuestionRules.Compose(
            command.Key, command.Kind, command.Text, command.Hint, command.Optional, command.Options ?? [], command.Details);
        var refusal = QuestionRules.CheckNewKey(instrument, question.Key)
            ?? (command.Kind == QuestionKind.Agreement
                ? new Refusal("STATEMENT_EXPECTED", "Add an item on the agreement scale as a statement", "kind")
                : QuestionRules.Check(question, command.Details, instrument));

        return refusal is null ? QuestionRules.Edit(instrument, new QuestionAdded(question)) : Decision.Refuse(refusal);
    }
}
