namespace Tests.Shared;

/// <summary>
/// Holds the shared cluster for a whole run of test projects: prints how to connect, and keeps it until its standard input closes, which
/// also happens when the script that started it is killed.
/// </summary>
internal static class ClusterHolder
{
    private static async Task Main()
    {
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        Console.WriteLine(await TestCluster.ConnectionStringAsync());
        await Console.In.ReadToEndAsync();
    }
}
