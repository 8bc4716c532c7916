using System.Text.Json;
using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Gives a question or statement of the draft as it should be, whole.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">The key of the question.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question.</param>
/// <param name="Hint">A sentence that helps to answer it.</param>
/// <param name="Optional">Whether it may be left out.</param>
/// <param name="Options">What there is to choose from, in order; left out where it is not answered with options of its own.</param>
public sealed record ChangeQuestion(
    Guid InstrumentId, string Key, QuestionKind Kind, string Text, string? Hint, bool Optional = false, IReadOnlyList<QuestionOption>? Options = null)
{
    public QuestionDetails Details { get; init; } = QuestionDetails.None;

    public static Decision Decide(ChangeQuestion command, Instrument instrument) => DraftItems.OnQuestion(instrument, command.Key, (_, before) =>
    {
        var question = QuestionRules.Compose(
            before.Key, command.Kind, command.Text, command.Hint, command.Optional, command.Options ?? [], command.Details);
        if (QuestionRules.Check(question, command.Details, instrument) is { } refusal)
            return Decision.Refuse(refusal);

        return JsonSerializer.Serialize(question) == JsonSerializer.Serialize(before)
            ? Decision.Nothing
            : QuestionRules.Edit(instrument, new QuestionChanged(question));
    });
}
