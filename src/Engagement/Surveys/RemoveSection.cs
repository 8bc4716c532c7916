using Engagement.Common;

namespace Engagement.Surveys;

public sealed record RemoveSection(Guid InstrumentId, string Key)
{
    public static Decision Decide(RemoveSection command, Instrument instrument) => DraftItems.OnSection(instrument, command.Key, (draft, section) =>
        draft.Questions.Any(q => q.Section == section.Key)
            ? Decision.Refuse("SECTION_NOT_EMPTY", "Move or remove this section's questions first")
            : QuestionRules.Edit(instrument, new SectionRemoved(section.Key)));
}
