using Npgsql;

namespace Engagement.Common;

/// <summary>Columns of rows that are written together, for <c>unnest</c>.</summary>
internal static class Columns
{
    public static NpgsqlParameter<T[]> Of<T>(IEnumerable<T> values) => new() { TypedValue = [.. values] };
}
