using System.Globalization;

namespace Engagement.LocalOffer;

/// <summary>A year of comments: a school year, from 1 September. [ours: the rule says at least annually, and not from when]</summary>
/// <param name="Year">The year it begins in.</param>
public sealed record LocalOfferYear(int Year)
{
    public const int FirstMonth = 9;

    public DateOnly From => new(Year, FirstMonth, 1);

    public DateOnly To => From.AddYears(1).AddDays(-1);

    /// <summary>2019/20.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year}/{(Year + 1) % 100:00}");

    public static LocalOfferYear Of(DateOnly day) => new(day.Month >= FirstMonth ? day.Year : day.Year - 1);
}
