using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Releases;
using EventStore;

namespace Engagement.Webhooks;

/// <summary>What is told of one event, as it is sent.</summary>
/// <param name="Id">As <see cref="WebhookPayload{TData}.Id"/>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Position">The place in the log.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Body">The payload as JSON.</param>
/// <param name="Payload">The same, as it is before.</param>
public sealed record WebhookMessage(string Id, string Kind, long Position, DateTimeOffset OccurredAt, string Body, object Payload)
{
    /// <summary>What is told of an event; null where nobody is told of it, or there is nothing public to show.</summary>
    /// <param name="e">The event.</param>
    /// <param name="pages">Where things can be read.</param>
    public static WebhookMessage? Of(IEvent e, IWebhookPages pages) => e.Data switch
    {
        ConsultationOpened opened => OfConsultation(e, pages, id => new OpenedConsultationData(id, opened.OpensOn, opened.ClosesOn)),
        ClosingDateExtended extended => OfConsultation(e, pages, id => new ConsultationClosingData(id, extended.ClosesOn)),
        ClosingDateCorrected corrected => OfConsultation(e, pages, id => new ConsultationClosingData(id, corrected.ClosesOn)),
        ConsultationPaused paused => OfConsultation(e, pages, id => new ConsultationDayData(id, paused.PausedOn)),
        ConsultationResumed resumed => OfConsultation(e, pages, id => new ConsultationClosingData(id, resumed.ClosesOn)),
        ConsultationClosed closed => OfConsultation(e, pages, id => new ConsultationDayData(id, closed.ClosedOn)),
        ReportPublished report => OfConsultation(e, pages, id => new ConsultationReportData(id, report.Version, report.Url)),
        ConsultationWithdrawn withdrawn => OfConsultation(e, pages, id => new ConsultationDayData(id, withdrawn.WithdrawnOn)),
        EntryPublished entry => Of(e, pages.Entry(e.StreamId), new EntryStateData(IdOf("Entry", e.StreamId), entry.State)),
        EntryCorrected => Of(e, pages.Entry(e.StreamId), new EntryData(IdOf("Entry", e.StreamId))),
        LoopClosed loop => Of(e, pages.Entry(e.StreamId), new EntryStateData(IdOf("Entry", e.StreamId), loop.State)),
        ReleasePublished release => Of(e, pages.Release(IdOf("Release", e.StreamId)), new ReleaseData(IdOf("Release", e.StreamId), release.Hash)),
        TopicPublished topic => Of(
            e, pages.Topic(e.StreamId), new PublishedTopicData(IdOf("Topic", e.StreamId), IdOf("Forum", topic.ForumId), topic.OpensOn, topic.ClosesOn)),
        TopicClosed topic => Of(e, pages.Topic(e.StreamId), new ClosedTopicData(IdOf("Topic", e.StreamId), topic.ClosedOn)),
        TopicSummaryPublished => Of(e, pages.Topic(e.StreamId), new TopicData(IdOf("Topic", e.StreamId))),
        _ => null,
    };

    /// <summary>What is sent to try a webhook out.</summary>
    public static WebhookMessage OfTest(Guid webhook, Guid test, string link, DateTimeOffset now) =>
        Write($"test_{test:N}", WebhookKinds.Test, now, 0, link, new WebhookTestData(IdOf("Webhook", webhook)));

    /// <summary>An id as the API gives it.</summary>
    internal static string IdOf(string type, Guid id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{id:N}"));

    private static WebhookMessage? OfConsultation<TData>(IEvent e, IWebhookPages pages, Func<string, TData> data) =>
        Of(e, pages.Consultation(e.StreamId), data(IdOf("Consultation", e.StreamId)));

    private static WebhookMessage? Of<TData>(IEvent e, string? link, TData data) => link is null || WebhookKinds.Of(e) is not { } kind
        ? null
        : Write($"evt_{e.Id:N}", kind, e.OccurredAt(), e.Sequence, link, data);

    private static WebhookMessage Write<TData>(string id, string kind, DateTimeOffset at, long position, string link, TData data)
    {
        var payload = new WebhookPayload<TData>(id, kind, at.ToUniversalTime(), position, link, data);
        return new WebhookMessage(id, kind, position, at, JsonSerializer.Serialize(payload, WebhookJson.Options), payload);
    }
}

/// <summary>The public pages of things; null for what has none.</summary>
public interface IWebhookPages
{
    string? Consultation(Guid id);

    string? Entry(Guid loop);

    string? Topic(Guid id);

    string? Release(string id);
}
