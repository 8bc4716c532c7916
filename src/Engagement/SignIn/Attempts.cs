using Engagement.Common;
using Npgsql;

namespace Engagement.SignIn;

/// <summary>
/// Counts tries in windows of a quarter of an hour, in the database, so that asking another process does not help. What is counted is known by a keyed
/// hash only: no address and no reference is kept.
/// </summary>
public sealed class Attempts(NpgsqlDataSource database, Pseudonyms pseudonyms, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Counts one try against a budget; says how long to wait when it is spent, and null when there was one left.</summary>
    public async Task<TimeSpan?> SpendAsync(AttemptBudget budget, string what, CancellationToken cancellationToken)
    {
        // One statement, so that tries at the same moment are all counted.
        await using var command = database.CreateCommand(
            """
            insert into engagement.attempts as a (key, ends_at, spent) values ($1, $3, 1)
            on conflict (key) do update set
                spent = case when a.ends_at <= $2 then 1 else a.spent + 1 end,
                ends_at = case when a.ends_at <= $2 then excluded.ends_at else a.ends_at end
            returning spent, ends_at
            """);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = pseudonyms.Hash(budget.Name, what) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now + Window });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return rows.GetInt32(0) > budget.Most ? rows.GetFieldValue<DateTimeOffset>(1) - clock.GetUtcNow() : null;
    }

    /// <summary>How long to wait when a budget is spent already; null when a try is left. Counts nothing.</summary>
    public async Task<TimeSpan?> WaitAsync(AttemptBudget budget, string what, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select ends_at from engagement.attempts where key = $1 and ends_at > $2 and spent >= $3");
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = pseudonyms.Hash(budget.Name, what) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = budget.Most });
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime ends ? ends - Now : null;
    }

    /// <summary>Deletes what is over.</summary>
    internal async Task ForgetEndedAsync(CancellationToken cancellationToken)
    {
        await using var delete = database.CreateCommand("delete from engagement.attempts where ends_at <= $1");
        delete.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Now });
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>How many tries of a kind there are in a quarter of an hour.</summary>
public sealed record AttemptBudget(string Name, int Most)
{
    /// <summary>Messages to one e-mail address.</summary>
    public static AttemptBudget MessagesToAddress { get; } = new("messages to an address", 5);

    /// <summary>Messages that one network asks for. Many people may share one, at a school.</summary>
    public static AttemptBudget MessagesFromNetwork { get; } = new("messages from a network", 30);

    /// <summary>Wrong secrets with one receipt.</summary>
    public static AttemptBudget SecretsOfReceipt { get; } = new("secrets of a receipt", 10);

    /// <summary>Wrong receipts from one network.</summary>
    public static AttemptBudget ReceiptsFromNetwork { get; } = new("receipts from a network", 100);

    /// <summary>What to tell somebody who has to wait, and for how long.</summary>
    public static Refusal Spent(TimeSpan wait)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        return new Refusal("RATE_LIMITED", minutes == 1 ? "There were too many tries. Try again in 1 minute" : $"There were too many tries. Try again in {minutes} minutes");
    }
}
