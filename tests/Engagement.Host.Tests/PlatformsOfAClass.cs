using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The platforms that the tests of a class share: the first that wants a configuration has it started.</summary>
public sealed class PlatformsOfAClass : IAsyncLifetime
{
    private readonly Dictionary<string, RunningPlatform> _platforms = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task<RunningPlatform> WithAsync(params (string Name, string Value)[] settings)
    {
        var key = string.Join('\n', settings);
        if (!_platforms.TryGetValue(key, out var platform))
        {
            platform = await RunningPlatform.StartAsync(configuration: settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value));
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
