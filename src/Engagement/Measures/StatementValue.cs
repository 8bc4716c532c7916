namespace Engagement.Measures;

/// <summary>How many of those who took a place on the scale agreed with a statement.</summary>
/// <param name="Statement">Its key.</param>
/// <param name="Part">How many agreed.</param>
/// <param name="Whole">Of how many.</param>
public sealed record StatementValue(string Statement, int Part, int Whole)
{
    internal decimal? Percentage => Whole == 0 ? null : 100m * Part / Whole;
}
