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
}
