using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.Bench.Servers;

/// <summary>
/// The ceiling of taking a submission: the body read, one row inserted and committed, a fixed answer. Nothing is parsed, checked, sealed or projected.
/// The database is in DATABASE.
/// </summary>
internal static class InsertServer
{
    private const string Table = "CREATE TABLE IF NOT EXISTS taken (id uuid PRIMARY KEY, at timestamptz NOT NULL, body jsonb NOT NULL)";
    private const string Insert = "INSERT INTO taken (id, at, body) VALUES ($1, $2, $3)";

    private static readonly byte[] Answer =
        """
        {"data":{"submitResponse":{"receipt":{"reference":"SEND-0000-0000","secret":"0000-0000-0000-0000","submittedAt":"2026-03-02T09:30:00.0000000Z"},"errors":null}}}
        """u8.ToArray();

    public static async Task RunAsync(string url)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("DATABASE")) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 1 };
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using (var table = database.CreateCommand(Table))
            await table.ExecuteNonQueryAsync();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/graphql", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            await using var insert = database.CreateCommand(Insert);
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
            insert.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = DateTime.UtcNow });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = body, NpgsqlDbType = NpgsqlDbType.Jsonb });
            await insert.ExecuteNonQueryAsync(context.RequestAborted);

            context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        });
        await app.RunAsync(url);
    }
}
