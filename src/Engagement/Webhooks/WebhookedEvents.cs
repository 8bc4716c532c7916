using Engagement.SignIn;
using EventStore;
using Messaging;
using Npgsql;

namespace Engagement.Webhooks;

/// <summary>
/// Makes a delivery, and the message that sends it, for each webhook that asked for a kind of thing: together with the mark of how far this has come, so that
/// nobody is left out where the process dies in between.
/// </summary>
public sealed class WebhookedEvents(MessageOutbox outbox, ISiteAddress site, TimeProvider clock) : ISubscription
{
    public string Name => "WebhookedEvents";

    public IReadOnlyCollection<Type> EventTypes => WebhookKinds.EventTypes;

    public async Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        var listeners = await ListenersAsync(operations.DataSource, cancellationToken);
        IEvent[] told = [.. page.Where(e => WebhookKinds.Of(e) is { } kind && listeners.Any(one => one.Hears(kind, e.Sequence)))];
        if (told.Length == 0)
            return;

        var pages = await WebhookPages.ReadAsync(Site(), told, operations, cancellationToken);
        foreach (var message in told.Select(e => WebhookMessage.Of(e, pages)).OfType<WebhookMessage>())
        {
            foreach (var listener in listeners.Where(one => one.Hears(message.Kind, message.Position)))
            {
                var delivery = WebhookTables.IdOf(listener.Id, message.Id);
                operations.QueueSqlCommand(WebhookTables.Insert(delivery, listener.Id, message, clock.GetUtcNow()));
                operations.QueueSqlCommand(outbox.Send(new DeliverWebhook(delivery, listener.Round), DeliverWebhook.InOrder(listener.Id, listener.Round)));
            }
        }
    }

    // Unknown until the server listens, where it is not configured. That is no fault of the event, which is to be tried until it is known.
    private Uri Site()
    {
        try
        {
            return site.Address;
        }
        catch (InvalidOperationException unknown)
        {
            throw new TimeoutException(unknown.Message, unknown);
        }
    }

    // Also those that are turned off for now: what they miss waits for them.
    private static async Task<IReadOnlyList<Listener>> ListenersAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id, kinds, after_position, round from engagement.webhooks order by created_at, id");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Listener>();
        while (await rows.ReadAsync(cancellationToken))
            found.Add(new Listener(rows.GetGuid(0), rows.GetFieldValue<string[]>(1), rows.GetInt64(2), rows.GetInt32(3)));
        return found;
    }

    private sealed record Listener(Guid Id, string[] Kinds, long AfterPosition, int Round)
    {
        public bool Hears(string kind, long position) => position > AfterPosition && Kinds.Contains(kind);
    }
}
