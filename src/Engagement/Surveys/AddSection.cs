using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Adds a section, for questions that belong together.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">A short name for programs, unique in the set.</param>
/// <param name="Title">The title above its questions.</param>
/// <param name="Introduction">What is said before its questions.</param>
/// <param name="ShownWhen">It is shown when all of these hold; left out: always.</param>
public sealed record AddSection(Guid InstrumentId, string Key, string Title, string? Introduction, IReadOnlyList<Condition>? ShownWhen = null)
{
    public static Decision Decide(AddSection command, Instrument instrument)
    {
        var section = SectionRules.Compose(command.Key, command.Title, command.Introduction, command.ShownWhen ?? []);

        return (QuestionRules.CheckNewKey(instrument, section.Key) ?? SectionRules.Check(section)) is { } refusal
            ? Decision.Refuse(refusal)
            : QuestionRules.Edit(instrument, new SectionAdded(section));
    }
}
