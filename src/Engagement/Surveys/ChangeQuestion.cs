using System.Text.Json;
using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Gives a question or statement of the draft as it should be, whole.</summary>
public sealed record ChangeQuestion(
    Guid InstrumentId, string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options)
{
    public QuestionDetails Details { get; init; } = QuestionDetails.None;

    public static Decision Decide(ChangeQuestion command, Instrument instrument) => DraftItems.OnQuestion(instrument, command.Key, (_, before) =>
    {
        var question = QuestionRules.Compose(
            before.Key, command.Kind, command.Text, command.Hint, command.Optional, command.Options, command.Details);
        if (QuestionRules.Check(question, command.Details, instrument) is { } refusal)
            return Decision.Refuse(refusal);

        return JsonSerializer.Serialize(question) == JsonSerializer.Serialize(before)
            ? Decision.Nothing
            : QuestionRules.Edit(instrument, new QuestionChanged(question));
    });
}
