using EmbeddedPostgres;

namespace Tests.Shared;

/// <summary>
/// Holds the shared cluster for a whole run of test projects: prints how to connect, and keeps it until its standard input closes, which
/// also happens when the script that started it is killed.
/// </summary>
internal static class ClusterHolder
{
    private static async Task<int> Main()
    {
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        try
        {
            Console.WriteLine(await TestCluster.ConnectionStringAsync());
            await Console.In.ReadToEndAsync();
            await TestCluster.LeaveAsync();
            return 0;
        }
        catch (PostgresClusterException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
