using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>
/// Settles which version a scheduled wave asks: the newest. People can answer from its first day, which may still be to come. The denominator set is the
/// population it could have reached, where there is a list of it.
/// </summary>
/// <param name="WaveId">The survey.</param>
/// <param name="DenominatorSetId">The people it could have reached, where they are counted.</param>
public sealed record OpenScheduledWave(Guid WaveId, Guid? DenominatorSetId)
{
    public static Decision Decide(OpenScheduledWave command, Wave wave, Instrument instrument, ConsultationPage? consultation, DateOnly today)
    {
        if (wave.IsOpened)
            return Decision.Refuse("WAVE_ALREADY_OPEN", "This survey has been opened already");

        if (instrument.PublishedVersion is not { } version)
            return Decision.Refuse("INSTRUMENT_NOT_PUBLISHED", "Publish the survey's questions before you open it", "instrumentId");

        if (wave.ConsultationId is not null && consultation is not { OpensOn: not null, ClosesOn: not null })
            return Decision.Refuse("NOT_OPEN", "Open the consultation before you open its survey", "consultationId");

        // Whoever opens late opens today: nobody could answer before.
        var (opensOn, closesOn) = consultation is null ? (wave.OpensOn, wave.ClosesOn) : (consultation.OpensOn, consultation.ClosesOn);
        if (closesOn < today || consultation?.StateOn(today) == ConsultationState.Closed)
            return Decision.Refuse("NOT_OPEN", "The last day of this survey has passed. Schedule another wave");

        return Decision.To(new WaveOpened(
            wave.ConsultationId,
            wave.InstrumentId,
            version,
            consultation is null && opensOn < today ? today : opensOn.GetValueOrDefault(),
            closesOn.GetValueOrDefault(),
            command.DenominatorSetId));
    }
}
