using Engagement.Common;

namespace Engagement.Surveys;

public sealed record AddSection(Guid InstrumentId, string Key, string Title, string? Introduction, IReadOnlyList<Condition> ShownWhen)
{
    public static Decision Decide(AddSection command, Instrument instrument)
    {
        var section = SectionRules.Compose(command.Key, command.Title, command.Introduction, command.ShownWhen);

        return (QuestionRules.CheckNewKey(instrument, section.Key) ?? SectionRules.Check(section)) is { } refusal
            ? Decision.Refuse(refusal)
            : QuestionRules.Edit(instrument, new SectionAdded(section));
    }
}
