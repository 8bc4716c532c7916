namespace Engagement.Bench.Measuring;

/// <summary>The servers that are measured on all processors, each in a process of its own.</summary>
internal static class Servers
{
    private static readonly byte[] Hello = """{"query":"{ __typename }"}"""u8.ToArray();

    /// <summary>The platform: web, daemon and worker. All who ask come from one address, so it has no limit for one. Staff sign in by their role in development only.</summary>
    public static Task<ServerUnderTest> PlatformAsync(
        string database, string dataDirectory, CancellationToken cancellationToken, string environment = "Production") => ServerUnderTest.StartAsync(
        "the platform",
        port => ["dotnet", Program("src", "Engagement.Host"), "serve", "--urls", $"http://127.0.0.1:{port}", "--data-directory", dataDirectory],
        new Dictionary<string, string>
        {
            ["ConnectionStrings__Engagement"] = database,
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["Limits__AddressRequestsPerSecond"] = "0",
            ["Limits__AddressLiveConnections"] = "0",
        },
        Hello,
        cancellationToken);

    /// <summary>One of the bare servers to compare with, by its name.</summary>
    public static Task<ServerUnderTest> BareAsync(string name, CancellationToken cancellationToken, string? database = null) => ServerUnderTest.StartAsync(
        $"the bare server '{name}'",
        _ => ["dotnet", Program("tools", "Engagement.Bench.Servers"), name],
        database is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["DATABASE"] = database },
        Hello,
        cancellationToken);

    private static string Program(string folder, string project) => RepositoryFolder.Of(folder, project, "bin", "Release", "net10.0", $"{project}.dll");
}
