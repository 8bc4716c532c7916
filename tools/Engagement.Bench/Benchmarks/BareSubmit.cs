using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using static Engagement.Bench.Benchmarks.PreparedParameter;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The least that taking a submission can cost: the request read, one prepared statement on an open connection, one commit, and an answer.
/// Nothing is checked, decided or sealed; all but identities and times is the platform's first submission again.
/// </summary>
internal sealed class BareSubmit : IAsyncDisposable
{
    private const string Insert =
        """
        WITH streams AS (
            INSERT INTO mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
            VALUES ($1, $12, 1, $5, $5, $8, false), ($2, $16, 1, $5, $5, $8, false)),
        subject AS (
            INSERT INTO engagement.subject_keys (subject_id, wrapped_key, kek_id, created_at) VALUES ($6, $23, $24, $5)),
        idempotency AS (
            INSERT INTO mt_idempotency_keys (key, tenant_id, result, created) VALUES ($7, $8, $22, $5)),
        progress AS (
            INSERT INTO engagement.view_progress (view_id, consultation_id, said_at, codes, not_codable, withdrawn)
            VALUES ($2, $25, $5, 0, false, false)),
        receipt AS (
            INSERT INTO mt_doc_receipt (id, data, mt_last_modified, mt_dotnet_type, mt_version) VALUES ($1, $20, $5, $21, 1))
        INSERT INTO mt_events
            (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived)
        VALUES
            (nextval('mt_events_sequence'), $3, $1, 1, $13, $14, $5, $8, $15, $9, $10, $11, false),
            (nextval('mt_events_sequence'), $4, $2, 1, $17, $18, $5, $8, $19, $9, $10, $11, false)
        """;

    // Places of the parameters that are new in each submission, from 0.
    private const int Now = 4;
    private const int Key = 6;
    private static readonly int[] Identities = [0, 1, 2, 3, 5];

    private static readonly byte[] Answer =
        """
        {"data":{"submitResponse":{"receipt":{"reference":"SEND-0000-0000","secret":"0000-0000-0000-0000","submittedAt":"2026-03-02T09:30:00.0000000Z"},"errors":null}}}
        """u8.ToArray();

    private readonly NpgsqlDataSource _dataSource;
    private readonly ConcurrentBag<NpgsqlCommand> _commands = [];
    private readonly WebApplication _application;

    private BareSubmit(NpgsqlDataSource dataSource)
    {
        _dataSource = dataSource;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapPost("/graphql", SubmitAsync);
    }

    public Uri Address => new(_application.Urls.First());

    /// <param name="connectionString">An empty database.</param>
    /// <param name="schema">The statements that make the platform's tables.</param>
    /// <param name="model">What to write.</param>
    /// <param name="requests">How many there are at most at the same time.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<BareSubmit> StartAsync(
        string connectionString, string schema, SubmissionRows model, int requests, CancellationToken cancellationToken)
    {
        var bare = new BareSubmit(NpgsqlDataSource.Create(connectionString));
        await using (var tables = bare._dataSource.CreateCommand(schema))
            await tables.ExecuteNonQueryAsync(cancellationToken);

        for (var i = 0; i < requests; i++)
            bare._commands.Add(await PrepareAsync(await bare._dataSource.OpenConnectionAsync(cancellationToken), model, cancellationToken));
        await bare._application.StartAsync(cancellationToken);
        return bare;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        foreach (var command in _commands)
        {
            var connection = command.Connection!;
            await command.DisposeAsync();
            await connection.DisposeAsync();
        }

        await _dataSource.DisposeAsync();
    }

    private async Task SubmitAsync(HttpContext context)
    {
        var request = await JsonSerializer.DeserializeAsync<Request>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        if (!_commands.TryTake(out var command))
            throw new BenchmarkException("There are more requests at the same time than there are connections for them.");

        foreach (var identity in Identities)
            ((NpgsqlParameter<Guid>)command.Parameters[identity]).TypedValue = Guid.CreateVersion7();
        ((NpgsqlParameter<DateTime>)command.Parameters[Now]).TypedValue = DateTime.UtcNow;
        ((NpgsqlParameter<string?>)command.Parameters[Key]).TypedValue = request!.Variables.Input.IdempotencyKey;
        await command.ExecuteNonQueryAsync(context.RequestAborted);
        _commands.Add(command);

        context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        context.Response.ContentLength = Answer.Length;
        await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
    }

    private static async Task<NpgsqlCommand> PrepareAsync(NpgsqlConnection connection, SubmissionRows model, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                Identity(),
                Identity(),
                Identity(),
                Identity(),
                Moment(),
                Identity(),
                Text(null),
                Text(model.Tenant),
                Text(model.CorrelationId),
                Json(model.Headers),
                Text(model.UserName),
                Text(model.Response.StreamType),
                Json(model.Response.Data),
                Text(model.Response.Type),
                Text(model.Response.DotNetType),
                Text(model.View.StreamType),
                Json(model.View.Data),
                Text(model.View.Type),
                Text(model.View.DotNetType),
                Json(model.Receipt),
                Text(model.ReceiptDotNetType),
                Text(model.IdempotencyResult),
                new NpgsqlParameter<byte[]> { TypedValue = model.WrappedKey },
                Text(model.KeyEncryptionKeyId),
                new NpgsqlParameter<Guid?> { TypedValue = model.ConsultationId, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
        await command.PrepareAsync(cancellationToken);
        return command;
    }

    private sealed record Request(string Query, Variables Variables);

    private sealed record Variables(Submission Input);

    private sealed record Submission(string WaveId, string IdempotencyKey, IReadOnlyList<GivenAnswer> Answers);

    private sealed record GivenAnswer(string QuestionKey, string? OptionKey, string? Text);
}
