namespace Engagement.SurveyResults;

/// <summary>A part of those who were asked, with the interval in which the part of all those they stand for lies with 95% probability.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Of how many.</param>
public sealed record Proportion(int Part, int Whole)
{
    private const double Z = 1.959963984540054;

    /// <summary>Null of nobody.</summary>
    public decimal? Percentage => Whole == 0 ? null : 100m * Part / Whole;

    /// <summary>
    /// The interval of Wilson, in percent: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927. It stays
    /// within 0 and 100, and is not empty for none or all. Null of nobody.
    /// </summary>
    public (decimal Low, decimal High)? Interval
    {
        get
        {
            if (Whole == 0)
                return null;

            var (n, p) = ((double)Whole, (double)Part / Whole);
            var middle = p + Z * Z / (2 * n);
            var half = Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
            var scale = 1 + Z * Z / n;
            return (Percent(Math.Max(0, (middle - half) / scale)), Percent(Math.Min(1, (middle + half) / scale)));
        }
    }

    /// <summary>
    /// How many standard errors lie between this and a later proportion of other people; null where it cannot be told (nobody asked, or all of both
    /// alike). Below 1.96 either way, the change may be chance.
    /// </summary>
    public double? ChangeTo(Proportion later)
    {
        if (Whole == 0 || later.Whole == 0)
            return null;

        var pooled = (double)(Part + later.Part) / (Whole + later.Whole);
        var error = Math.Sqrt(pooled * (1 - pooled) * (1d / Whole + 1d / later.Whole));
        return error == 0 ? null : ((double)later.Part / later.Whole - (double)Part / Whole) / error;
    }

    public bool MayBeChance(Proportion later) => ChangeTo(later) is not { } z || Math.Abs(z) < 1.96;

    private static decimal Percent(double part) => Math.Round((decimal)(100 * part), 1, MidpointRounding.AwayFromZero);
}
