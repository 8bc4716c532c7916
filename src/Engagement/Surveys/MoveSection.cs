using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>One step up or down among the sections, with its questions.</summary>
/// <param name="InstrumentId">The set of questions.</param>
/// <param name="Key">The key of the section.</param>
/// <param name="Direction">Which way.</param>
public sealed record MoveSection(Guid InstrumentId, string Key, MoveDirection Direction)
{
    public static Decision Decide(MoveSection command, Instrument instrument) => DraftItems.OnSection(instrument, command.Key, (draft, section) =>
        DraftItems.PlaceAfter(command.Direction, draft.Sections.ToList().IndexOf(section), draft.Sections.Count) is { } place
            ? QuestionRules.Edit(instrument, new SectionMoved(section.Key, place))
            : Decision.Nothing);
}
