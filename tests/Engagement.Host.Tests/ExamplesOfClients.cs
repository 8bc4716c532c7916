using System.Diagnostics;
using System.Threading.Channels;
using BoardClient;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The programs in <c>examples</c>, run as they stand there against the platform.</summary>
public sealed class ExamplesOfClients : IAsyncLifetime
{
    private static readonly string Examples = Path.Combine(Repository.Folder, "examples");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private RunningPlatform _platform = null!;

    public async Task InitializeAsync() => _platform = await RunningPlatform.StartAsync();

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task In_CSharp_reads_the_board_and_hears_of_a_change()
    {
        var officer = await LivePublications.PrepareAsync(_platform);
        var loop = await officer.WeWillAsync();
        await _platform.CatchUpAsync();
        var said = Channel.CreateUnbounded<string>();
        using var stop = new CancellationTokenSource(Patience);
        using var client = new BoardClient.GraphQLClient(_platform.Address, key: null);
        var watching = new BoardWatch(client, _platform.Address, line => said.Writer.TryWrite(line)).RunAsync(stop.Token);

        (await said.Reader.ReadAsync(stop.Token)).ShouldBe("there: WeWill We will ask each school to name one person.");
        (await said.Reader.ReadAsync(stop.Token)).ShouldStartWith("listening after ");
        await officer.TakeActionAsync(loop);
        await officer.WeDidAsync(loop);
        (await said.Reader.ReadAsync(stop.Token)).ShouldBe("changed: WeDid Every school now has one named person.");

        await stop.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task In_TypeScript_is_held_to_the_schema_by_its_compiler_and_hears_of_a_change_twice()
    {
        var folder = Path.Combine(Examples, "typescript");
        Directory.Exists(Path.Combine(folder, "node_modules")).ShouldBeTrue($"The npm packages of {folder} are missing: run tools/test, or 'npm ci' there.");
        await RunAsync("npm", folder, _ => Task.CompletedTask, "run", "build");
        var officer = await LivePublications.PrepareAsync(_platform);
        await officer.WeWillAsync();
        await _platform.CatchUpAsync();

        var said = await RunAsync(
            "npm",
            folder,
            line => line.StartsWith("listening", StringComparison.Ordinal) ? officer.WeWillAsync() : Task.CompletedTask,
            "--silent",
            "start",
            "--",
            $"{_platform.Address}",
            "1");

        said.Where(line => !line.StartsWith("listening", StringComparison.Ordinal)).ShouldBe(
            [
                "there: WE_WILL We will ask each school to name one person.",
                "subscription: WE_WILL We will ask each school to name one person.",
                "hub: WE_WILL We will ask each school to name one person.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task With_curl_answers_a_survey_twice_and_has_answered_once()
    {
        await new Officer(_platform).OpenConsultationAsync(Officer.Today, "Support at school");

        var said = await RunAsync("bash", Path.Combine(Examples, "curl"), _ => Task.CompletedTask, "tell.sh", $"{_platform.Address}".TrimEnd('/'));

        said[0].ShouldBe("Answering: Support at school");
        said[1].ShouldStartWith("Your receipt: ");
        said[2].ShouldEndWith(" RECEIVED");
        said[3].ShouldBe("  to come    READ");
    }

    /// <summary>Runs a program to its end, which must be a good one, and gives the lines it printed.</summary>
    private static async Task<List<string>> RunAsync(string program, string folder, Func<string, Task> hear, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await using var end = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            said.Add(line);
            await hear(line);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        process.ExitCode.ShouldBe(0, $"{string.Join('\n', said)}\n{await error}");
        return said;
    }
}
