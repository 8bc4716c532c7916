using Npgsql;

namespace Messaging.Tests;

/// <summary>What the handlers of the tests do: write a row on the connection of the handling.</summary>
internal static class Effects
{
    public static async Task WriteAsync(this MessageContext context, string note)
    {
        await using var insert = new NpgsqlCommand("INSERT INTO effects VALUES ($1)", context.Connection, context.Transaction)
        {
            Parameters = { new NpgsqlParameter { Value = note } },
        };
        await insert.ExecuteNonQueryAsync();
    }
}
