using System.Text.Json;
using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Gives a section of the draft as it should be, whole.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">The key of the section.</param>
/// <param name="Title">The title above its questions.</param>
/// <param name="Introduction">What is said before its questions.</param>
/// <param name="ShownWhen">It is shown when all of these hold; left out: always.</param>
public sealed record ChangeSection(Guid InstrumentId, string Key, string Title, string? Introduction, IReadOnlyList<Condition>? ShownWhen = null)
{
    public static Decision Decide(ChangeSection command, Instrument instrument) => DraftItems.OnSection(instrument, command.Key, (_, before) =>
    {
        var section = SectionRules.Compose(before.Key, command.Title, command.Introduction, command.ShownWhen ?? []);
        if (SectionRules.Check(section) is { } refusal)
            return Decision.Refuse(refusal);

        return JsonSerializer.Serialize(section) == JsonSerializer.Serialize(before)
            ? Decision.Nothing
            : QuestionRules.Edit(instrument, new SectionChanged(section));
    });
}
