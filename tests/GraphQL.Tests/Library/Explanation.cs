using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace GraphQL.Tests.Library;

/// <summary>Asks PostgreSQL how it means to carry out each query, with its values, before it does.</summary>
internal sealed class Explanation : DbCommandInterceptor
{
    /// <summary>The plans of the queries, in the order they were sent.</summary>
    public List<string> Plans { get; } = [];

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var explain = new NpgsqlCommand("explain (costs off) " + command.CommandText, (NpgsqlConnection)command.Connection!);
        foreach (NpgsqlParameter parameter in command.Parameters)
            explain.Parameters.Add(parameter.Clone());
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            plan.Add(reader.GetString(0));
        Plans.Add(string.Join('\n', plan));
        return result;
    }
}
