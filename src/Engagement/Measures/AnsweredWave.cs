namespace Engagement.Measures;

/// <summary>How a measure's statements were answered in a wave that has closed, by its audience in their own voice.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="ClosedOn">The day it closed.</param>
/// <param name="Parts">Each statement.</param>
public sealed record AnsweredWave(Guid WaveId, DateOnly ClosedOn, IReadOnlyList<StatementValue> Parts)
{
    /// <summary>The plain mean of the statements, to one decimal; null where one of them was not answered.</summary>
    public decimal? Value => Parts.Count > 0 && Parts.All(part => part.Whole > 0) ? RatingRule.Rounded(Parts.Average(part => part.Percentage!.Value)) : null;

    /// <summary>The fewest people that a statement rests on, which is what the mean is to be trusted by.</summary>
    public int Smallest => Parts.Min(part => part.Whole);
}
