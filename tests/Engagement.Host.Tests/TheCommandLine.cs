using System.Diagnostics;
using Tests.Shared;

namespace Engagement.Host.Tests;

public sealed class TheCommandLine
{
    [Theory]
    [InlineData("serve --colour blue", "--colour")]
    [InlineData("serve --roles cook", "There is no role 'cook'. Use web, daemon or worker, separated by commas.")]
    [InlineData("serve --data enormous", "There is no demonstration data 'enormous'. Use none or small.")]
    [InlineData("dance", "dance")]
    public async Task Refuses_what_it_does_not_know_and_says_where_help_is(string arguments, string says)
    {
        var (exitCode, _, error) = await RunAsync(arguments);

        exitCode.ShouldBe(2);
        error.ShouldContain(says);
        error.ShouldContain("--help");
    }

    [Fact]
    public async Task Says_in_one_sentence_why_it_cannot_reach_the_database()
    {
        var (exitCode, _, error) = await RunAsync(
            "serve --urls http://127.0.0.1:0", ("ConnectionStrings__Engagement", "Host=127.0.0.1;Port=9;Database=engagement;Username=nobody;Timeout=3"));

        exitCode.ShouldBe(1);
        error.ShouldContain("The database at 127.0.0.1:9/engagement cannot be used");
        error.ShouldNotContain("   at ");
    }

    /// <summary>A change of a contract is made on purpose, in the same commit: run the tests with UPDATE_SCHEMA=1 and read the difference.</summary>
    [Theory]
    [InlineData("schema export", "engagement.graphql")]
    [InlineData("schema print", "database/engagement.sql")]
    public async Task Prints_the_contracts_as_they_were_agreed_without_a_database(string arguments, string file)
    {
        var path = Path.Combine(Repository.Folder, "schema", file);

        var (exitCode, printed, _) = await RunAsync(arguments);

        exitCode.ShouldBe(0);
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            await File.WriteAllTextAsync(path, printed);
        printed.ShouldBe(await File.ReadAllTextAsync(path));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Platform).Assembly.Location, .. arguments.Split(' ')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
