namespace Engagement.Feedback;

internal static class ThemeTrends
{
    /// <summary>How long each of the two spans is that are compared.</summary>
    public const int SpanInDays = 90;

    private const int LeastViews = 10;
    private const double MayBeChance = 1.96;

    /// <summary>
    /// Two counts of independent events differ by more than chance when z = (a - b) / sqrt(a + b) is 1.96 or more: the normal approximation to
    /// the comparison of two Poisson counts (Przyborowski and Wilenski, 1940).
    /// </summary>
    public static ThemeTrend Of(int recent, int before)
    {
        if (recent + before < LeastViews)
            return ThemeTrend.NotKnown;

        var z = (recent - before) / Math.Sqrt(recent + before);
        return Math.Abs(z) < MayBeChance ? ThemeTrend.Steady : z > 0 ? ThemeTrend.Rising : ThemeTrend.Falling;
    }
}
