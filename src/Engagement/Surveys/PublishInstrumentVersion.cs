using Engagement.Common;

namespace Engagement.Surveys;

public sealed record PublishInstrumentVersion(Guid InstrumentId)
{
    public static Decision Decide(Instrument instrument)
    {
        if (instrument.PublishedVersion is not null)
            return Decision.Refuse("INSTRUMENT_VERSION_FROZEN", "This survey is open. Make a new version for the next wave");

        return instrument.QuestionKeys.Count == 0
            ? Decision.Refuse("QUESTIONS_MISSING", "Add a question before you publish this survey")
            : Decision.To(new InstrumentVersionPublished(1));
    }
}
