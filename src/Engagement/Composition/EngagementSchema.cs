using Engagement.Privacy;
using EventStore;
using Messaging;
using Microsoft.Extensions.Logging;

namespace Engagement;

/// <summary>All that the platform needs in its database. What was recorded is never dropped or rewritten; read models may be made of it anew.</summary>
public sealed class EngagementSchema(DocumentStore store, MessagingSchema messaging, KeyDestruction destruction, ILoggerFactory loggers)
{
    private readonly ReadModels _readModels = new(store, loggers.CreateLogger<ReadModels>());

    /// <summary>
    /// Makes whatever is missing, and the read models anew when this release shapes them otherwise than the last one did: then it takes as long as
    /// reading the log does, and processes of the older release have to be stopped first. Then the keys in the ledger of destroyed keys are destroyed again
    /// where a backup has brought them back. Safe at every start, and from several processes at the same time.
    /// </summary>
    public async Task ApplyAsync(CancellationToken cancellationToken = default)
    {
        await store.Schema.ApplyAsync(cancellationToken);
        await messaging.ApplyAsync(cancellationToken);
        await _readModels.ApplyAsync(cancellationToken);
        // Last, because it needs the tables; and here, because nothing is served before it: an old backup may have brought destroyed keys back.
        await destruction.ReapplyAsync(cancellationToken);
    }

    /// <summary>Everything that <see cref="ApplyAsync"/> makes, in its order.</summary>
    public string ToDatabaseScript() => string.Join('\n', store.Schema.ToDatabaseScript(), messaging.ToDatabaseScript(), ReadModels.Script);
}
