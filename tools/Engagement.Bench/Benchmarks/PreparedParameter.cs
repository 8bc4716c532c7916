using Npgsql;
using NpgsqlTypes;

namespace Engagement.Bench.Benchmarks;

/// <summary>The parameters of bare statements: typed, and filled in again for each use.</summary>
internal static class PreparedParameter
{
    public static NpgsqlParameter<Guid> Identity() => new() { NpgsqlDbType = NpgsqlDbType.Uuid };

    public static NpgsqlParameter<long> Number() => new() { NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter<DateTime> Moment() => new() { NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Varchar };

    public static NpgsqlParameter<string?> Json(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Jsonb };
}
