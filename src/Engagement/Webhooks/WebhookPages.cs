using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using EventStore;
using Npgsql;

namespace Engagement.Webhooks;

/// <summary>The public pages of what a page of the log is about, looked up together.</summary>
internal sealed class WebhookPages(
    Uri site, IReadOnlyDictionary<Guid, string> consultations, IReadOnlyDictionary<Guid, string> entries, IReadOnlyDictionary<Guid, string> topics) : IWebhookPages
{
    public static async Task<WebhookPages> ReadAsync(Uri site, IReadOnlyList<IEvent> page, IDocumentSession session, CancellationToken cancellationToken)
    {
        // One that was never announced has no dates and no page.
        var consultations = (await session.LoadManyAsync<ConsultationPage>(
            StreamsOf(page, e => e.Data is not (EntryPublished or EntryCorrected or LoopClosed or TopicPublished or TopicClosed or TopicSummaryPublished)), cancellationToken))
            .Where(one => one.OpensOn is not null)
            .ToDictionary(one => one.Id, one => $"consultations/{one.Slug}");

        var topics = await session.LoadManyAsync<TopicPage>(
            StreamsOf(page, e => e.Data is TopicPublished or TopicClosed or TopicSummaryPublished), cancellationToken);
        var forums = (await session.LoadManyAsync<ForumPage>([.. topics.Select(topic => topic.ForumId).Distinct()], cancellationToken)).ToDictionary(forum => forum.Id);
        return new WebhookPages(
            site,
            consultations,
            await EntriesAsync(session.DataSource, StreamsOf(page, e => e.Data is EntryPublished or EntryCorrected or LoopClosed), cancellationToken),
            topics.Where(topic => forums.ContainsKey(topic.ForumId)).ToDictionary(topic => topic.Id, topic => $"pact/forums/{forums[topic.ForumId].Slug}/{topic.Slug}"));
    }

    public string? Consultation(Guid id) => Of(consultations, id);

    public string? Entry(Guid loop) => Of(entries, loop);

    public string? Topic(Guid id) => Of(topics, id);

    public string Release(string id) => new Uri(site, $"figures/{id}").AbsoluteUri;

    private static Guid[] StreamsOf(IReadOnlyList<IEvent> page, Func<IEvent, bool> which) => [.. page.Where(which).Select(e => e.StreamId).Distinct()];

    private static async Task<Dictionary<Guid, string>> EntriesAsync(NpgsqlDataSource database, Guid[] loops, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select loop_id, slug from engagement.entries where loop_id = any($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = loops });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<Guid, string>();
        while (await rows.ReadAsync(cancellationToken))
            found.Add(rows.GetGuid(0), $"you-said-we-did/{rows.GetString(1)}");
        return found;
    }

    private string? Of(IReadOnlyDictionary<Guid, string> paths, Guid id) => paths.TryGetValue(id, out var path) ? new Uri(site, path).AbsoluteUri : null;
}
