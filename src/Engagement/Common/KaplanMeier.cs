namespace Engagement.Common;

/// <summary>
/// How long things take, the ones that are not over yet included: leaving those out would reward ignoring them. Kaplan and Meier,
/// "Nonparametric estimation from incomplete observations", 1958.
/// </summary>
public static class KaplanMeier
{
    /// <summary>The first time by which at least half are over; null while fewer are.</summary>
    /// <param name="observations">How long, whether it was over then, and how many such there are.</param>
    public static int? Median(IEnumerable<(int Days, bool IsOver, int Count)> observations)
    {
        var byDay = observations.GroupBy(o => o.Days).OrderBy(day => day.Key).ToArray();
        long atRisk = byDay.Sum(day => day.Sum(o => (long)o.Count));
        var surviving = 1.0;
        foreach (var day in byDay)
        {
            long over = day.Where(o => o.IsOver).Sum(o => (long)o.Count);
            if (over > 0)
                surviving *= 1.0 - (double)over / atRisk;

            // The product of fractions that make exactly a half may come out a hair above it.
            if (surviving <= 0.5 + 1e-12)
                return day.Key;

            atRisk -= day.Sum(o => (long)o.Count);
        }

        return null;
    }
}
