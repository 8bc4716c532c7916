using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Takes the baseline of a measure from a wave of the survey whose statements it names.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="WaveId">The wave, which has closed.</param>
/// <param name="ApprovedByRole">The role that approved it. No name.</param>
public sealed record TakeBaselineFromWave(Guid MeasureId, Guid WaveId, string ApprovedByRole)
{
    /// <param name="command">What is asked.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="wave">The wave as it was answered; null where it is of another survey, or has not closed.</param>
    public static Decision Decide(TakeBaselineFromWave command, Measure measure, AnsweredWave? wave)
    {
        var role = CleanText.OneLine(command.ApprovedByRole);
        if (measure.Record.Baseline is not null)
            return Decision.Refuse(SetBaseline.AlreadySet);

        if (measure.Record.Survey is null)
            return Decision.Refuse("STATEMENTS_MISSING", "Name the statements of a survey that this measure is made of first");

        if (wave is not { Value: { } value })
            return Decision.Refuse("WAVE_UNFIT", "Choose a closed wave of this measure’s survey in which its statements were answered", "waveId");

        return MeasureRules.ApprovedBy(role) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new BaselineSet(value, wave.Smallest, wave.ClosedOn, role, null, wave.Parts, command.WaveId));
    }
}
