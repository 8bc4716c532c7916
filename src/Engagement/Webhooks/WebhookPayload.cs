using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Engagement.Feedback;

namespace Engagement.Webhooks;

/// <summary>What is sent: that something happened, and where to read it. It holds ids, dates and states, and nobody's words.</summary>
/// <param name="Id">Names what happened. The same in each attempt, and for everybody who is told of it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When, in UTC.</param>
/// <param name="Position">Where it stands in the log: of two, the one with the smaller number was recorded first. Numbers are left out.</param>
/// <param name="Link">The page about it.</param>
/// <param name="Data">What depends on the kind. Ids are those of the GraphQL API, for its field <c>node</c>.</param>
public sealed record WebhookPayload<TData>(string Id, string Kind, DateTimeOffset OccurredAt, long Position, string Link, TData Data);

/// <summary>How payloads are written.</summary>
public static class WebhookJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Without it the export of schemas would say that numbers may be strings.
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };
}

/// <summary>Of consultation.opened.</summary>
public sealed record OpenedConsultationData(string ConsultationId, DateOnly OpensOn, DateOnly ClosesOn);

/// <summary>Of consultation.closing-date-changed and consultation.resumed: the last day as it is now.</summary>
public sealed record ConsultationClosingData(string ConsultationId, DateOnly ClosesOn);

/// <summary>Of consultation.paused, consultation.closed and consultation.withdrawn: the day on which it was.</summary>
public sealed record ConsultationDayData(string ConsultationId, DateOnly On);

/// <summary>Of consultation.report-published.</summary>
public sealed record ConsultationReportData(string ConsultationId, int Version, string Url);

/// <summary>Of entry.published and loop.closed: what is answered.</summary>
public sealed record EntryStateData(string EntryId, EntryState State);

/// <summary>Of entry.corrected.</summary>
public sealed record EntryData(string EntryId);

/// <summary>Of release.published. The hash is the SHA-256 of the figures, as the open data have it.</summary>
public sealed record ReleaseData(string ReleaseId, string Hash);

/// <summary>Of topic.published.</summary>
public sealed record PublishedTopicData(string TopicId, string ForumId, DateOnly OpensOn, DateOnly ClosesOn);

/// <summary>Of topic.closed.</summary>
public sealed record ClosedTopicData(string TopicId, DateOnly On);

/// <summary>Of topic.summary-published.</summary>
public sealed record TopicData(string TopicId);

/// <summary>Of webhook.test.</summary>
public sealed record WebhookTestData(string WebhookId);
