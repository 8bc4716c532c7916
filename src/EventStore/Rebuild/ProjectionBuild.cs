using Npgsql;

namespace EventStore;

/// <summary>What a projection makes of a long part of the log: in a table beside the one that is read when it is built anew, and in that itself when it catches up.</summary>
internal abstract class ProjectionBuild
{
    /// <summary>The table that is read, and its shape.</summary>
    public abstract ShadowTable Table { get; }

    /// <summary>How many rows are in memory and not yet written.</summary>
    public abstract int Unwritten { get; }

    /// <summary>The table is empty: nothing has to be looked for in it.</summary>
    public virtual void StartEmpty()
    {
    }

    /// <summary>Folds events in, in memory; reads from the table what is not there.</summary>
    public abstract ValueTask ApplyAsync(NpgsqlConnection connection, IReadOnlyList<IEvent> events, CancellationToken cancellationToken);

    /// <summary>Forgets what is in memory, after a failure in the middle: what has been written is then all there is.</summary>
    public abstract void Forget();

    /// <summary>Adds the writing of all that is in memory.</summary>
    public abstract void WriteInto(WriteBatch batch);
}
