namespace Engagement.Feedback;

/// <summary>
/// How far two coders agree beyond chance: kappa = (po - pe) / (1 - pe), where po is the part of decisions on which they agree and pe the part
/// on which they would agree by chance, given how often each says yes (Cohen, A coefficient of agreement for nominal scales, 1960).
/// </summary>
/// <param name="Both">Both say yes.</param>
/// <param name="FirstOnly">Only the first does.</param>
/// <param name="SecondOnly">Only the second does.</param>
/// <param name="Neither">Both say no.</param>
public sealed record CohenKappa(int Both, int FirstOnly, int SecondOnly, int Neither)
{
    /// <summary>On how many views it rests.</summary>
    public int Count => Both + FirstOnly + SecondOnly + Neither;

    /// <summary>From -1 to 1; null where chance alone would agree always, as when both say yes every time.</summary>
    public double? Value => Of(Observed, Expected);

    private double Observed => (double)(Both + Neither) / Count;

    private double Expected => ((double)(Both + FirstOnly) * (Both + SecondOnly) + (double)(SecondOnly + Neither) * (FirstOnly + Neither)) / Count / Count;

    /// <summary>
    /// One figure for several yes-or-no decisions on the same things: the formula over the means of po and pe (De Vries, Elliott, Kanouse and
    /// Teleki, Using pooled kappa to summarize interrater agreement across many items, 2008). Null as for one, or where there is none.
    /// </summary>
    public static double? Pooled(IReadOnlyCollection<CohenKappa> items) =>
        items.Count == 0 ? null : Of(items.Average(item => item.Observed), items.Average(item => item.Expected));

    private static double? Of(double observed, double expected) => expected is < 1 ? (observed - expected) / (1 - expected) : null;
}
