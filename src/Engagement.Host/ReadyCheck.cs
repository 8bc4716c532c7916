using System.Globalization;
using EventStore;
using Messaging;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Engagement.Host;

/// <summary>
/// Ready is: the database answers, what this process projects is going on, and messages are handled. What is not is named, but not what it failed with: anybody may ask,
/// and an error may hold what somebody wrote.
/// </summary>
internal sealed class ReadyCheck(NpgsqlDataSource database, IProjectionDaemon daemon, MessagingHealth messages) : IHealthCheck
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var question = database.CreateCommand("select 1");
            await question.ExecuteScalarAsync(cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", problem);
        }

        // A daemon that another process runs is not this one's to answer for.
        var troubles = daemon.Status is { IsRunning: true } status ? TroublesOf(status).ToList() : [];
        try
        {
            troubles.AddRange(await messages.FindTroublesAsync(cancellationToken));
        }
        catch (NpgsqlException)
        {
            troubles.Add("The messages that wait cannot be read.");
        }

        return troubles.Count > 0 ? HealthCheckResult.Degraded(string.Join('\n', troubles)) : HealthCheckResult.Healthy();
    }

    /// <summary>Writes the status in the first line, and each trouble in one of its own.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', [$"{report.Status}", .. report.Entries.Values.Select(entry => entry.Description).OfType<string>()]));
    }

    private static IEnumerable<string> TroublesOf(DaemonStatus status)
    {
        if (status.HighWaterError is not null)
            yield return "The end of the log cannot be read.";

        foreach (var one in status.Shards)
        {
            if (one.State == ShardState.Retrying)
                yield return $"{one.Name} fails and is being retried.";
            if (one.Pause is { FailedSequence: { } sequence })
                yield return $"{one.Name} has stopped by itself before event {sequence}.";
            if (one.LagTime > LongestLag && one.State != ShardState.Paused)
                yield return string.Create(CultureInfo.InvariantCulture, $"{one.Name} is {one.LagTime.TotalSeconds:0} seconds and {one.Lag} log positions behind.");
            if (one.DeadLetters > 0)
                yield return $"{one.Name} has {one.DeadLetters} dead letter{(one.DeadLetters == 1 ? "" : "s")}.";
        }
    }
}
