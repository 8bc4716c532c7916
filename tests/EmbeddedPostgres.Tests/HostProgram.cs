namespace EmbeddedPostgres.Tests;

/// <summary>The smallest host: runs the cluster in the given folder, says so, and stops it when its standard input closes.</summary>
internal static class HostProgram
{
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            await using var cluster = await PostgresCluster.StartAsync(new PostgresClusterOptions { DataDirectory = arguments[0] });
            Console.WriteLine($"{cluster.ServerProcessId} {cluster.ConnectionString("postgres")}");
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (PostgresClusterException exception)
        {
            Console.WriteLine($"{exception.Code} {exception.Message}");
            return 1;
        }
    }
}
