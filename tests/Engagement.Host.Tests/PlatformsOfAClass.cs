using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The platforms that the tests of a class share: the first that wants a configuration has it started.</summary>
public sealed class PlatformsOfAClass : IAsyncLifetime
{
    private readonly Dictionary<string, RunningPlatform> _platforms = [];

    /// <summary>What the platforms take for the time whose tests move it. It goes forward only.</summary>
    internal AdjustableClock Clock { get; } = new(DateTimeOffset.UtcNow);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task<RunningPlatform> WithAsync(params (string Name, string Value)[] settings) => WithAsync(clock: null, settings);

    public async Task<RunningPlatform> WithAsync(TimeProvider? clock, params (string Name, string Value)[] settings)
    {
        var key = string.Join('\n', settings);
        if (!_platforms.TryGetValue(key, out var platform))
        {
            platform = await RunningPlatform.StartAsync(clock, configuration: settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value));
            _platforms.Add(key, platform);
        }

        return platform;
    }

    public async Task DisposeAsync()
    {
        foreach (var platform in _platforms.Values)
            await platform.DisposeAsync();
    }
}
