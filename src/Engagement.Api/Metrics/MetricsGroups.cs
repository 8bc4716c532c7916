using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Common;
using Engagement.Metrics;
using GraphQL;

namespace Engagement.Api.Metrics;

/// <summary>One group of a breakdown. Somebody may be in several, so groups do not add up to the whole.</summary>
[ObjectType<ParticipationGroup>, Authorize(Permissions.ReadMetrics)]
public static partial class ParticipationGroupNode
{
    /// <summary>What people call it, where its key is an id or a code: the consultation's title, or the district's name.</summary>
    public static Task<string?> GetLabelAsync([Parent] ParticipationGroup group, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        MetricsGroups.LabelAsync(group.Key, consultations, cancellation);
}

/// <summary>One group of a breakdown of views.</summary>
[ObjectType<ViewGroup>, Authorize(Permissions.ReadMetrics)]
public static partial class ViewGroupNode
{
    /// <summary>What people call it, where its key is an id or a code: the consultation's title, or the district's name.</summary>
    public static Task<string?> GetLabelAsync([Parent] ViewGroup group, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        MetricsGroups.LabelAsync(group.Key, consultations, cancellation);
}

internal static class MetricsGroups
{
    public static async Task<string?> LabelAsync(string? key, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        Guid.TryParse(key, out var id) ? (await consultations.LoadAsync(id, cancellation))?.Title : District.Find(key ?? "")?.Name;
}
