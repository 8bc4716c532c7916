using System.Collections.Frozen;
using Npgsql;

namespace EventStore;

/// <summary>Turns events into writes, for one projection or subscription of one store.</summary>
internal abstract class EventProcessor
{
    private readonly FrozenSet<Type>? _types;

    protected EventProcessor(DocumentStore store, string name, IReadOnlyCollection<Type>? eventTypes)
    {
        Store = store;
        Name = name;
        _types = eventTypes?.ToFrozenSet();
        Aliases = eventTypes?.SelectMany(store.EventTypes.AliasesFor).ToArray();
        AliasSet = Aliases?.ToFrozenSet(StringComparer.Ordinal);
    }

    public string Name { get; }

    /// <summary>The row of mt_event_progression, named as Marten names it.</summary>
    public string ProgressName => $"{Name}:All";

    /// <summary>The aliases of the events it looks at; null for all.</summary>
    public string[]? Aliases { get; }

    /// <summary>The same, for looking up.</summary>
    public FrozenSet<string>? AliasSet { get; }

    /// <summary>Tells the code it was made of from other versions of it: what one has built halfway another must not go on with.</summary>
    public string CodeVersion { get; set; } = "";

    /// <summary>How the daemon runs it.</summary>
    public AsyncOptions Options { get; set; } = new();

    /// <summary>
    /// Begins to fold a long part of the log into what it keeps, or beside it to make that anew; null where the store does not know how.
    /// </summary>
    public virtual ProjectionBuild? CreateBuild(bool isBeside) => null;

    protected DocumentStore Store { get; }

    /// <summary>
    /// Removes what it keeps of an event's stream, where that can be made again from the stream alone; null where it cannot.
    /// </summary>
    public virtual NpgsqlBatchCommand? Forget(IEvent e) => null;

    public bool LooksAt(IEvent e) => _types is null || _types.Contains(e.Data.GetType());

    /// <summary>For the daemon: adds to the batch what a page of committed events changes.</summary>
    public abstract Task ProcessAsync(NpgsqlConnection connection, IReadOnlyList<IEvent> events, WriteBatch batch, CancellationToken cancellationToken);

    /// <summary>For a save: the same for events about to be appended, with guards against others doing so at the same time.</summary>
    public abstract Task ProcessInlineAsync(IReadOnlyList<IEvent> events, InlineWork work, CancellationToken cancellationToken);
}
