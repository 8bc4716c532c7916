using System.Diagnostics;
using System.Text.RegularExpressions;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Every command of the tour, as a newcomer pastes it.</summary>
public sealed partial class TheTourOfTheReadme
{
    [Fact]
    public async Task Can_be_walked_as_written()
    {
        await using var platform = await RunningPlatform.StartAsync();
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "README.md"));
        var tour = readme[readme.IndexOf("## The tour", StringComparison.Ordinal)..readme.IndexOf("## The house", StringComparison.Ordinal)];
        var commands = Blocks().Matches(tour).Select(block => block.Groups[1].Value);
        var script = string.Join("\n", commands).Replace("http://127.0.0.1:5080", platform.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);

        var (exitCode, output) = await RunAsync(script);

        output.ShouldContain("Add the proposal before you open this consultation");
        output.ShouldContain("\"state\":\"OPEN\"");
        output.ShouldContain("One person who knows us, and who calls back.");
        output.ShouldContain("\"state\":\"WE_WILL\"");
        output.ShouldContain("""[{"state":"WE_DID","weDid":"Every school now has one person for you to talk to."}]""");
        output.ShouldNotContain("\"errors\":[{\"message\":", Case.Sensitive);
        exitCode.ShouldBe(0);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, output);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
