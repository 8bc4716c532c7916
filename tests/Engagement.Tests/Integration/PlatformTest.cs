using Microsoft.Extensions.DependencyInjection;
using Tests.Shared;

namespace Engagement.Tests.Integration;

/// <summary>A test with the domain running on a database of its own.</summary>
public abstract class PlatformTest : IAsyncLifetime
{
    private TestDatabase? _database;
    private Platform? _platform;

    protected Platform Platform => _platform ?? throw new InvalidOperationException("The test has not begun yet.");

    protected string ConnectionString => _database?.ConnectionString ?? throw new InvalidOperationException("The test has not begun yet.");

    /// <summary>Whether projections follow and messages are handled.</summary>
    protected virtual bool RunsInBackground => true;

    /// <summary>What time it is when a test begins; the system's time when null.</summary>
    protected virtual TimeProvider? Clock => null;

    public async Task InitializeAsync()
    {
        _database = await Integration.Platform.CreateDatabaseAsync();
        _platform = await Integration.Platform.StartAsync(_database.ConnectionString, RunsInBackground, Clock, Configure);
    }

    public async Task DisposeAsync()
    {
        if (_platform is not null)
            await _platform.DisposeAsync();

        if (_database is not null)
            await _database.DisposeAsync();
    }

    /// <summary>A last word on the options and the services that a test begins with.</summary>
    protected virtual void Configure(EngagementOptions options, IServiceCollection services)
    {
        // Unless a class has one.
    }

    protected Task RestartAsync(bool runsInBackground, TimeProvider? clock = null) => RestartAsync(runsInBackground, clock, configure: null);

    protected async Task RestartAsync(
        bool runsInBackground,
        TimeProvider? clock,
        Action<EngagementOptions, IServiceCollection>? configure)
    {
        await Platform.DisposeAsync();
        _platform = await Integration.Platform.StartAsync(ConnectionString, runsInBackground, clock, configure);
    }
}
