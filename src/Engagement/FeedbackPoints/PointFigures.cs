using System.Text.Json.Serialization;

namespace Engagement.FeedbackPoints;

/// <summary>One point in one month: how many cases reached it, and what their families said of it.</summary>
/// <param name="Point">Which of the five steps.</param>
/// <param name="Reached">How many cases reached it in the month.</param>
/// <param name="Ratings">How many of their families gave each rating, in the order of the scale; all are there, also those nobody gave.</param>
public sealed record PointFigures(int Point, int Reached, IReadOnlyList<RatingCount> Ratings)
{
    /// <summary>How many families said anything of it, "I'm not sure" too.</summary>
    [JsonIgnore]
    public int Rated => Ratings.Sum(r => r.Count);

    /// <summary>Rated by reached, in percent; null where no case reached it.</summary>
    [JsonIgnore]
    public decimal? Coverage => Reached == 0 ? null : 100m * Rated / Reached;

    /// <summary>Satisfied less dissatisfied, in points of percent of those who took a side or stood between; null where nobody did.</summary>
    [JsonIgnore]
    public decimal? NetSatisfaction
    {
        get
        {
            var onTheScale = Rated - Of(Satisfaction.NotSure);
            var net = Of(Satisfaction.FullySatisfied) + Of(Satisfaction.MostlySatisfied)
                - Of(Satisfaction.MostlyDissatisfied) - Of(Satisfaction.FullyDissatisfied);
            return onTheScale == 0 ? null : 100m * net / onTheScale;
        }
    }

    /// <summary>Of all points: as good as the worst covered, because the missing families are those who would have said most.</summary>
    public static decimal? HeadlineCoverage(IEnumerable<PointFigures> points) => points.Min(p => p.Coverage);

    public static PointFigures Of(int point, int reached, IReadOnlyDictionary<Satisfaction, int> ratings) => new(
        point, reached, [.. Enum.GetValues<Satisfaction>().Select(s => new RatingCount(s, ratings.GetValueOrDefault(s)))]);

    /// <summary>By content: the same figures again are no correction.</summary>
    public bool Equals(PointFigures? other) =>
        other is not null && Point == other.Point && Reached == other.Reached && Ratings.SequenceEqual(other.Ratings);

    public override int GetHashCode() => HashCode.Combine(Point, Reached, Rated);

    private int Of(Satisfaction satisfaction) => Ratings.Where(r => r.Satisfaction == satisfaction).Sum(r => r.Count);
}
