using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Gives up a draft, with all its edits. What has been published stays as it is.</summary>
/// <param name="InstrumentId">The set of questions.</param>
public sealed record DiscardDraft(Guid InstrumentId)
{
    public static Decision Decide(Instrument instrument)
    {
        if (instrument.Draft is null)
            return Decision.Nothing;

        return instrument.PublishedVersion is null
            ? Decision.Refuse("NOTHING_PUBLISHED", "This survey has no published version to go back to. Change its questions instead")
            : Decision.To(new DraftDiscarded(instrument.NextVersion));
    }
}
