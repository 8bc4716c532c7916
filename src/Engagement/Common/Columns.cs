using Npgsql;
using NpgsqlTypes;

namespace Engagement.Common;

/// <summary>Columns of rows that are written together, for <c>unnest</c>.</summary>
internal static class Columns
{
    public static NpgsqlParameter<T[]> Of<T>(IEnumerable<T> values) => new() { TypedValue = [.. values] };

    /// <summary>
    /// Moments in UTC of which some may be missing. Their type is said, because Npgsql would take it from the first of them, and a missing one
    /// looks to it like a time of no zone, among which it refuses all the others.
    /// </summary>
    public static NpgsqlParameter<DateTime?[]> OfMoments(IEnumerable<DateTime?> values) =>
        new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
}
