using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>Asks the published questions in a consultation, for as long as it is open.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="InstrumentId">The set of questions.</param>
public sealed record OpenWave(Guid ConsultationId, Guid InstrumentId)
{
    internal static Refusal AlreadyThere { get; } = new("WAVE_ALREADY_OPEN", "This consultation already has a survey");

    public static Decision Decide(OpenWave command, ConsultationPage consultation, InstrumentSheet instrument, DateOnly today)
    {
        if (consultation is not { OpensOn: { } opensOn, ClosesOn: { } closesOn })
            return Decision.Refuse("NOT_OPEN", "Open the consultation before you open its survey", "consultationId");

        if (consultation.StateOn(today) == ConsultationState.Closed)
            return Decision.Refuse("NOT_OPEN", "This consultation has closed. It can no longer get a survey", "consultationId");

        return instrument.PublishedVersion is { } version
            ? Decision.To(new WaveOpened(command.ConsultationId, command.InstrumentId, version, opensOn, closesOn, DenominatorSetId: null))
            : Decision.Refuse("INSTRUMENT_NOT_PUBLISHED", "Publish the survey's questions before you open it", "instrumentId");
    }
}
