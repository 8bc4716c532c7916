using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Takes an empty section out of the draft.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">The key of the section.</param>
public sealed record RemoveSection(Guid InstrumentId, string Key)
{
    public static Decision Decide(RemoveSection command, Instrument instrument) => DraftItems.OnSection(instrument, command.Key, (draft, section) =>
        draft.Questions.Any(q => q.Section == section.Key)
            ? Decision.Refuse("SECTION_NOT_EMPTY", "Move or remove this section's questions first")
            : QuestionRules.Edit(instrument, new SectionRemoved(section.Key)));
}
