using System.Globalization;

namespace Engagement.Common;

/// <summary>Days as the documents hold them: ISO text, which sorts as the days do.</summary>
internal static class IsoDay
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
