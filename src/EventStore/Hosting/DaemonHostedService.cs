using Microsoft.Extensions.Hosting;

namespace EventStore;

internal sealed class DaemonHostedService(IProjectionDaemon daemon) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => daemon.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => daemon.StopAsync(cancellationToken);
}
