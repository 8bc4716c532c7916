using Npgsql;

namespace EventStore;

/// <summary>What a projection makes of the log when it is built anew, in a table beside the one that is read.</summary>
internal abstract class ProjectionBuild
{
    /// <summary>The table that is read, and its shape.</summary>
    public abstract ShadowTable Table { get; }

    /// <summary>How many rows are in memory and not yet written.</summary>
    public abstract int Unwritten { get; }

    /// <summary>Folds events in, in memory; reads from the shadow what is not there.</summary>
    public abstract ValueTask ApplyAsync(NpgsqlConnection connection, IReadOnlyList<IEvent> events, CancellationToken cancellationToken);

    /// <summary>Forgets what is in memory, after a failure in the middle: what has been written is then all there is.</summary>
    public abstract void Forget();

    /// <summary>Adds the writing of all that is in memory.</summary>
    public abstract void WriteInto(WriteBatch batch);
}
