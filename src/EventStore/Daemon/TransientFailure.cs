using System.Net.Sockets;
using Npgsql;

namespace EventStore;

/// <summary>Tells failures that pass by themselves, or by what an operator does to the database, from those of the events in hand.</summary>
internal static class TransientFailure
{
    // By class: connection, transaction rollback (deadlock, serialization), statement and schema (a missing table is no event's fault), authorization, resources,
    // object state (locks), operator intervention (shutdown, cancelled), system, configuration, internal.
    private static readonly string[] Classes = ["08", "25", "28", "3D", "40", "42", "53", "55", "57", "58", "F0", "XX"];

    public static bool Is(Exception wrong)
    {
        for (Exception? cause = wrong; cause is not null; cause = cause.InnerException)
        {
            var isTransient = cause switch
            {
                PostgresException refused => refused.IsTransient || Array.Exists(Classes, start => refused.SqlState.StartsWith(start, StringComparison.Ordinal)) || Checkpoint.IsMoved(refused),
                NpgsqlException or TimeoutException or SocketException or OperationCanceledException or LookAgainException => true,
                _ => false,
            };
            if (isTransient) return true;
            if (cause is PostgresException) return false;
        }

        return false;
    }
}
