namespace Engagement.Metrics;

internal static class Dimensions
{
    /// <summary>As text; null where it is not known.</summary>
    public static string Column(MetricsDimension dimension, string day, string channel) => dimension switch
    {
        MetricsDimension.Consultation => "consultation_id::text",
        MetricsDimension.Month => $"to_char({day}, 'YYYY-MM')",
        MetricsDimension.District => "district",
        MetricsDimension.Audience => "audience",
        MetricsDimension.Channel => channel,
        MetricsDimension.Need => "need",
        MetricsDimension.Phase => "phase",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    public static MetricsDimension Of(DenominatorDimension dimension) => dimension switch
    {
        DenominatorDimension.District => MetricsDimension.District,
        DenominatorDimension.Need => MetricsDimension.Need,
        _ => MetricsDimension.Phase,
    };
}
