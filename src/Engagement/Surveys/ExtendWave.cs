using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Gives people longer to answer a survey that stands by itself. One of a consultation is extended with it.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="ClosesOn">The new last day, to its midnight in London.</param>
/// <param name="Reason">Why it is extended.</param>
public sealed record ExtendWave(Guid WaveId, DateOnly ClosesOn, string Reason)
{
    public static Decision Decide(ExtendWave command, Wave wave, DateOnly today)
    {
        if (WaveRules.CheckOwnDates(wave) is { } notItsOwn)
            return Decision.Refuse(notItsOwn);

        if (wave.StateOn(today) == WaveState.Closed)
            return Decision.Refuse("NOT_OPEN", "This survey has closed. Open it again to give people longer");

        if (command.ClosesOn <= wave.ClosesOn)
            return Decision.Refuse("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward", "closesOn");

        var reason = CleanText.Of(command.Reason);
        return (WaveDates.Check(command.ClosesOn, today, today) ?? WaveRules.CheckReason(reason, "Enter the reason for extending the closing date")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new WaveExtended(command.ClosesOn, reason));
    }
}
