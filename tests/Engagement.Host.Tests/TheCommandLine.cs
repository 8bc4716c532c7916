using Tests.Shared;

namespace Engagement.Host.Tests;

public sealed class TheCommandLine
{
    [Theory]
    [InlineData("serve --colour blue", "--colour")]
    [InlineData("serve --roles cook", "There is no role 'cook'. Use web, daemon or worker, separated by commas.")]
    [InlineData("serve --data enormous", "There is no demonstration data 'enormous'. Use none, sample, small, medium or large.")]
    [InlineData("dance", "dance")]
    [InlineData("projections", "After 'engagement projections' comes one of: list, rebuild, pause, resume.")]
    [InlineData("log tail --after soon", "--after is 'soon', and must be a whole number, 0 or more.")]
    [InlineData("seals prove", "Required argument missing")]
    [InlineData("streams show my-stream", "'my-stream' is no stream: streams are identified by GUIDs")]
    [InlineData("roles wizard", "There is no role 'wizard'.")]
    [InlineData("dead-letters discard it", "'it' is no id of a dead letter.")]
    [InlineData("messages show it", "'it' is no id of a message.")]
    [InlineData("releases verify it", "'it' is no id of a release.")]
    public async Task Refuses_what_it_does_not_know_and_says_where_help_is(string arguments, string says)
    {
        var (exitCode, _, error) = await TheProgram.RunHereAsync(arguments);

        exitCode.ShouldBe(2);
        error.ShouldContain(says);
        error.ShouldContain("--help");
    }

    [Fact]
    public async Task Teaches_each_command_by_an_example()
    {
        var (exitCode, output, _) = await TheProgram.RunHereAsync("projections rebuild --help");

        exitCode.ShouldBe(0);
        output.ShouldContain("  engagement projections rebuild Acts");
    }

    [Fact]
    public async Task Prints_who_may_do_what_and_how_far()
    {
        var (exitCode, output, _) = await TheProgram.RunHereAsync("roles privacy-officer");

        exitCode.ShouldBe(0);
        output.ShouldContain("access-log.read");
        output.ShouldContain("everywhere");
        output.ShouldNotContain("views.read");
    }

    [Theory]
    [InlineData("projections list", "No platform has run in")]
    [InlineData("seals verify", "ConnectionStrings__Engagement")]
    public async Task Starts_no_database_where_no_platform_has_been(string arguments, string says)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"engagement-never-{Guid.NewGuid():n}");

        var (exitCode, _, error) = await TheProgram.RunAsync([.. arguments.Split(' '), "--data-directory", folder]);

        exitCode.ShouldBe(1);
        error.ShouldContain(says);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Says_in_one_sentence_why_it_cannot_reach_the_database()
    {
        var (exitCode, _, error) = await TheProgram.RunAsync(
            ["serve", "--data", "none", "--urls", "http://127.0.0.1:0"], ("ConnectionStrings__Engagement", "Host=127.0.0.1;Port=9;Database=engagement;Username=nobody;Timeout=3"));

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

        var (exitCode, printed, _) = await TheProgram.RunAsync(arguments.Split(' '));

        exitCode.ShouldBe(0);
        if (Agreed.IsUpdated)
            await File.WriteAllTextAsync(path, printed);
        printed.ShouldBe(await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Says_what_breaks_clients_of_an_earlier_schema()
    {
        var agreed = Path.Combine(Repository.Folder, "schema", "engagement.graphql");
        var earlier = Path.Combine(Directory.CreateTempSubdirectory("engagement-schema-").FullName, "earlier.graphql");
        await File.WriteAllTextAsync(earlier, $"{await File.ReadAllTextAsync(agreed)}\nextend type Query {{ oldBoard(slug: String): String }}");

        var same = await TheProgram.RunAsync(["schema", "diff", agreed]);
        var broken = await TheProgram.RunAsync(["schema", "diff", earlier]);
        var missing = await TheProgram.RunAsync(["schema", "diff", $"{earlier}.not"]);

        (same.ExitCode, same.Output).ShouldBe((0, "Clients can tell no difference.\n"));
        (broken.ExitCode, broken.Output).ShouldBe((1, "Breaking: Field 'Query.oldBoard' was removed.\n"));
        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("cannot be read as a GraphQL schema");
    }
}
