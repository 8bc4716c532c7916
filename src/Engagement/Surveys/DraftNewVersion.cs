using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Begins to edit a published survey. People go on answering the version that is open.</summary>
/// <param name="InstrumentId">The set of questions.</param>
public sealed record DraftNewVersion(Guid InstrumentId)
{
    public static Decision Decide(Instrument instrument) => instrument.Draft is null
        ? Decision.To(new NewVersionDrafted(instrument.NextVersion))
        : Decision.Nothing;
}
