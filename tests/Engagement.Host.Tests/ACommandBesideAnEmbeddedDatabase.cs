namespace Engagement.Host.Tests;

public sealed class ACommandBesideAnEmbeddedDatabase : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engagement-beside-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Joins_the_one_that_runs_and_otherwise_starts_it_for_as_long_as_it_takes()
    {
        using var platform = TheProgram.Start(["serve", "--urls", "http://127.0.0.1:0", "--data-directory", _folder]);
        while (await platform.StandardOutput.ReadLineAsync() is { } line && !line.Contains("is ready", StringComparison.Ordinal))
        {
            // Until it is ready.
        }

        (await ListAsync()).ShouldContain("running");

        await TheProgram.StopAsync(platform);
        (await ListAsync()).ShouldContain("not running");
        (await ListAsync()).ShouldContain("not running", customMessage: "the first command has left nothing behind that could keep the second from starting");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task<string> ListAsync()
    {
        var (exitCode, output, error) = await TheProgram.RunAsync(["projections", "list", "--data-directory", _folder]);
        exitCode.ShouldBe(0, error);
        return output.Split('\n').Single(line => line.StartsWith("Acts ", StringComparison.Ordinal));
    }
}
