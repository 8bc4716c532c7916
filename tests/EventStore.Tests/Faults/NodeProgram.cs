using System.Globalization;

namespace EventStore.Tests.Faults;

/// <summary>A node of the shop as a program of its own, so that it can be killed: does what its standard input says, a line each, and says what is done.</summary>
internal static class NodeProgram
{
    private static async Task<int> Main(string[] arguments)
    {
        await using var store = Shop.Open(arguments[0]);
        await using var daemon = store.BuildDaemon();
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ', 2);
            if (words[0] == "follow")
            {
                await daemon.StartAsync();
                await daemon.WaitForAsync(long.Parse(words[1], CultureInfo.InvariantCulture));
                await Console.Out.WriteLineAsync("done");
            }
            else
            {
                await Console.Out.WriteLineAsync($"done {await Work.Named(words[0]).DoUntilDoneAsync(store, words[1], CancellationToken.None)}");
            }
        }

        return 0;
    }
}
