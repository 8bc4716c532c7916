using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Takes answers again after a survey that stands by itself has closed, for example when its link did not work.</summary>
/// <param name="WaveId">The survey.</param>
/// <param name="ClosesOn">The new last day, to its midnight in London.</param>
/// <param name="Reason">Why it takes answers again.</param>
public sealed record ReopenWave(Guid WaveId, DateOnly ClosesOn, string Reason)
{
    public static Decision Decide(ReopenWave command, Wave wave, DateOnly today)
    {
        if (WaveRules.CheckOwnDates(wave) is { } notItsOwn)
            return Decision.Refuse(notItsOwn);

        if (wave.StateOn(today) != WaveState.Closed)
            return Decision.Refuse("ALREADY_OPEN", "This survey has not closed");

        if (command.ClosesOn < today)
            return Decision.Refuse("CLOSING_DATE_EARLIER", "Choose a closing date that is today or later", "closesOn");

        var reason = CleanText.Of(command.Reason);
        return (WaveDates.Check(command.ClosesOn, today, today) ?? WaveRules.CheckReason(reason, "Enter the reason for opening this survey again")) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new WaveReopened(reason, command.ClosesOn));
    }
}
