using System.Threading.Channels;

namespace Messaging.Tests;

/// <summary>What handlers tell the test as it happens, in order.</summary>
internal sealed class Probe
{
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();

    public void Say(string what) => _said.Writer.TryWrite(what).ShouldBeTrue();

    public async Task<string> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _said.Reader.ReadAsync(patience.Token);
    }
}
