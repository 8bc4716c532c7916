using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace Engagement.Privacy;

/// <summary>For how long a class of records is kept.</summary>
/// <param name="Class">What is kept: the name that whoever deletes it goes by.</param>
/// <param name="Keep">For how long, as an ISO 8601 period of years, months or days.</param>
/// <param name="After">After what.</param>
/// <param name="Why">The reason or the source.</param>
public sealed record RetentionRule(string Class, string Keep, string After, string Why)
{
    private readonly Period _period = PeriodPattern.Roundtrip.Parse(Keep).GetValueOrThrow();

    /// <summary>What was there on this day or before has been kept for as long as it is to be.</summary>
    public DateOnly Reaches(DateOnly today) => (today.ToLocalDate() - _period).ToDateOnly();
}
