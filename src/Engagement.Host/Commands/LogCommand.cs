using System.CommandLine;
using System.Text.RegularExpressions;
using EventStore;
using Npgsql;

namespace Engagement.Host.Commands;

/// <summary><c>engagement log</c>: everything that happened, in order.</summary>
internal static partial class LogCommand
{
    private const int UsualLimit = 20;

    private static readonly Option<long?> After =
        Parsed.Number("--after", 0, $"Begin after this log position; the last {UsualLimit} events are shown unless given.", "position");

    private static readonly Option<string[]> Types = new("--type") { Description = "Only events of this type, in every version of it or in one, such as view_captured_v2; may be given several times.", HelpName = "alias" };

    private static readonly Option<long?> Limit = Parsed.Number("--limit", 1, "The most events to show.", "number");

    private static readonly Option<bool> Follow = new("--follow") { Description = "Go on with what comes, until Ctrl-C." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print each event as a line of JSON." };

    public static Command Create()
    {
        var tail = new TaughtCommand(
            "tail",
            "Show the end of the log, or what follows a position, as it is stored. What was encrypted stays so.",
            "log tail --follow",
            "log tail --after 0 --type consultation_opened --type consultation_closed") { After, Types, Limit, Follow, Json };
        tail.SetStoreAction(TailAsync, isRecorded: true);

        return new Command("log", "Look at the log of everything that happened.") { tail };
    }

    private static async Task<int> TailAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var types = command.GetValue(Types) is { Length: > 0 } named ? named : null;
        var follow = command.GetValue(Follow);
        var json = command.GetValue(Json);
        var left = command.GetValue(Limit) ?? long.MaxValue;
        var mark = await platform.Stored.Tail.PositionAsync(cancellation);
        var after = command.GetValue(After) ?? await BeginningOfEndAsync(platform.Stored.DataSource, mark, types, command.GetValue(Limit) ?? UsualLimit, cancellation);
        var shown = 0L;
        try
        {
            await foreach (var e in ReadAsync(platform.Stored, after, follow ? null : mark, cancellation))
            {
                if (types is not null && !types.Contains(e.EventTypeName, StringComparer.Ordinal) && !types.Contains(Unversioned(e.EventTypeName), StringComparer.Ordinal))
                    continue;

                Console.Out.WriteLine(json ? StoredEvent.Json(e) : Line(e));
                if (++shown == left)
                    break;
            }
        }
        catch (OperationCanceledException) when (follow)
        {
            return ExitCode.Done;
        }

        if (shown == 0)
            Console.Error.WriteLine(types is null ? $"There are no events after position {after}." : $"There are no events of type {string.Join(" or ", types)} after position {after}.");
        return ExitCode.Done;
    }

    private static IAsyncEnumerable<IEvent> ReadAsync(DocumentStore store, long after, long? upTo, CancellationToken cancellation) =>
        upTo is { } end
            ? store.QuerySession().Events.ReadAllAsync(after, new LogFilter { UpTo = end, AllTenants = true }, cancellation)
            : store.Tail.ReadAsync(after, cancellation);

    /// <summary>The position before the last few events.</summary>
    private static async Task<long> BeginningOfEndAsync(NpgsqlDataSource database, long mark, string[]? types, long count, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select coalesce(min(seq_id) - 1, 0) from (
                select seq_id from mt_events where seq_id <= $1 and type <> 'tombstone'
                    and ($2::varchar[] is null or type = any($2) or regexp_replace(type, '_v[0-9]+$', '') = any($2))
                order by seq_id desc limit $3) last_events
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = mark });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)types ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Varchar });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static string Unversioned(string alias) => Version().Replace(alias, "");

    [GeneratedRegex("_v[0-9]+$")]
    private static partial Regex Version();

    private static string Line(IEvent e) => Terminal.Fit(
        $"{Terminal.Number(e.Sequence),9}  {Terminal.Moment(e.Timestamp)}  {e.EventTypeName,-26}  {e.StreamId}  {e.UserName ?? "-",-21}  {StoredEvent.Data(e)}", Terminal.Width);
}
