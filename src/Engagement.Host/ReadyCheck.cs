using EventStore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Engagement.Host;

/// <summary>Ready is: the database answers, and what this process projects is going on.</summary>
internal sealed class ReadyCheck(NpgsqlDataSource database, IProjectionDaemon daemon) : IHealthCheck
{
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
        return daemon.Status is { IsRunning: true, IsHealthy: false }
            ? HealthCheckResult.Degraded("A projection fails and is being retried.")
            : HealthCheckResult.Healthy();
    }
}
