using System.Globalization;
using Engagement.Common;
using EventStore;

namespace Engagement.FeedbackPoints;

/// <summary>A month whose figures were closed.</summary>
public sealed record Collation : IEvolve<Collation>
{
    public required DateOnly Month { get; init; }

    public required IReadOnlyList<PointFigures> Points { get; init; }

    public static Collation? Evolve(Collation? state, IEvent e) => (state, e.Data) switch
    {
        (null, MonthCollated collated) => new Collation { Month = collated.Month, Points = collated.Points },
        ({ } collation, CollationCorrected corrected) => collation with { Points = corrected.Points },
        _ => state,
    };

    public static Guid IdFor(DateOnly month) =>
        DeterministicId.From("collation", FirstDayOf(month).ToString("yyyy-MM", CultureInfo.InvariantCulture));

    public static DateOnly FirstDayOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The first day of the month after; of the last month that a calendar can hold its last day, for there is none after it.</summary>
    internal static DateOnly FirstDayAfter(DateOnly month) =>
        month is { Year: 9999, Month: 12 } ? DateOnly.MaxValue : FirstDayOf(month).AddMonths(1);
}
