using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EventStore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Engagement;

/// <summary>
/// The tables of the read models. They hold nothing that is not in the log, so a release that shapes them otherwise makes them anew, once.
/// </summary>
internal sealed partial class ReadModels(DocumentStore store, ILogger<ReadModels> logger)
{
    // Higher whenever a document of a projection gets another shape or another meaning. Tables need no number: their script is compared.
    private const int DocumentsVersion = 7;

    private const string Beginning =
        """
        create schema if not exists engagement;

        -- Which release the read models were made by.
        create table if not exists engagement.read_models (version text not null);

        """;

    private const string Lock = "hashtextextended('engagement read models', 0)";

    /// <summary>The tables and indexes, in the order of the modules.</summary>
    public static string Script { get; } = Write();

    private static string[] Tables { get; } = [.. TableMade().Matches(Script).Select(table => table.Groups[1].Value)];

    private static string Version { get; } =
        $"{DocumentsVersion}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))[..16]}";

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        // PostgreSQL locks a table before it looks whether "if not exists" leaves anything to do: whoever starts beside others leaves alone what is there.
        if (await IsMadeAsync(cancellationToken))
            return;

        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        // Two processes that both see "not there yet" would both create, and one would fail.
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancellationToken);
        try
        {
            if (await IsOutdatedAsync(connection, cancellationToken))
                await MakeAnewAsync(connection, cancellationToken);
            else
                await ExecuteAsync(connection, Script, cancellationToken);

            await KeepVersionAsync(connection, cancellationToken);
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private async Task<bool> IsMadeAsync(CancellationToken cancellationToken)
    {
        await using (var missing = store.DataSource.CreateCommand("select exists (select from unnest($1) as name where to_regclass(name) is null)"))
        {
            missing.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Tables });
            if ((bool)(await missing.ExecuteScalarAsync(cancellationToken))!)
                return false;
        }

        await using var version = store.DataSource.CreateCommand("select exists (select from engagement.read_models where version = $1)");
        version.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Version });
        return (bool)(await version.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<bool> IsOutdatedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, Beginning, cancellationToken);
        await using var command = new NpgsqlCommand(
            "select not exists (select from engagement.read_models where version = $1) and exists (select from public.mt_events)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Version });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // The version is kept last: whoever is cut off begins again at the next start.
    private async Task MakeAnewAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var daemon = store.BuildDaemon();
        var projections = (await daemon.ListAsync(cancellationToken)).Where(one => one.CanRebuild).ToList();
        var tables = projections.SelectMany(one => one.Tables).Order(StringComparer.Ordinal);
        await ExecuteAsync(connection, $"drop table if exists {string.Join(", ", tables)}; {Script}", cancellationToken);
        for (var i = 0; i < projections.Count; i++)
        {
            LogMaking(logger, projections[i].Name, i + 1, projections.Count);
            await daemon.RebuildProjectionAsync(projections[i].Name, cancellationToken: cancellationToken);
        }
    }

    private static async Task KeepVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with older as (delete from engagement.read_models where version <> $1)
            insert into engagement.read_models select $1 where not exists (select from engagement.read_models where version = $1)
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Version });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Write()
    {
        var scripts = EngagementModule.All.Select(module => (module.Name, Script: Read($"{module.Name}.sql"))).Where(module => module.Script is not null);
        return $"{Beginning}\n{string.Join('\n', scripts.Select(module => $"-- {module.Name}\n\n{module.Script}"))}";
    }

    private static string? Read(string script)
    {
        using var stream = typeof(ReadModels).Assembly.GetManifestResourceStream(script);
        if (stream is null)
            return null;

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [GeneratedRegex(@"create table if not exists (engagement\.\w+)")]
    private static partial Regex TableMade();

    [LoggerMessage(1, LogLevel.Information, "This release keeps its read models in another shape: making {Projection} anew from the log ({Number} of {Count}).")]
    private static partial void LogMaking(ILogger logger, string projection, int number, int count);
}
