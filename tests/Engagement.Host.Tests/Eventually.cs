namespace Engagement.Host.Tests;

/// <summary>For what follows from a message or from a restart: it has no position in the log that could be waited for beforehand.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
            await Task.Delay(20, patience.Token);
    }
}
