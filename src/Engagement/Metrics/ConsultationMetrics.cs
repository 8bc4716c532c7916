using System.Globalization;
using Engagement.Common;
using Engagement.Surveys;

namespace Engagement.Metrics;

/// <summary>What has come in to a consultation by one channel, given on one day, and still counts: neither withdrawn nor voided.</summary>
public sealed record ConsultationMetrics
{
    public required Guid Id { get; init; }

    public required Guid ConsultationId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>In London.</summary>
    public required DateOnly Day { get; init; }

    public int Responses { get; init; }

    /// <summary>One document for each consultation, channel and day: of what a response takes out when it no longer counts, these are all that is needed.</summary>
    public static Guid IdFor(Guid consultationId, Channel channel, DateOnly day) => DeterministicId.From(
        "consultation metrics", consultationId.ToString("N"), channel.ToString(), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
