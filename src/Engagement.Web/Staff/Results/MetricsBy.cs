using System.Globalization;
using Engagement.Web.HaveYourSay;

namespace Engagement.Web.Staff.Results;

/// <summary>What participation and views are broken down by, as the schema and people say it.</summary>
public sealed record MetricsBy(string Key, string Text, string Heading)
{
    public static IReadOnlyList<MetricsBy> All { get; } =
    [
        new("MONTH", "By month", "Month"), new("DISTRICT", "By district", "District"), new("AUDIENCE", "By audience", "Audience"), new("CHANNEL", "By how it came", "How it came"),
        new("NEED", "By need", "Need"), new("PHASE", "By phase of education", "Phase"),
    ];

    public static MetricsBy Find(string? key) => All.FirstOrDefault(by => by.Key == key) ?? All[0];

    /// <summary>What people call a group; null for that of which it is not known.</summary>
    public string? NameOf(string? key) => key switch
    {
        null or "" => null,
        _ when Key == "MONTH" && DateOnly.TryParseExact($"{key}-01", "yyyy-MM-dd", out var month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ when Key == "AUDIENCE" && Enum.TryParse<Audience>(key, out var audience) => Voice.Who(audience),
        _ => BreakdownBy.NameOf(key),
    };
}
