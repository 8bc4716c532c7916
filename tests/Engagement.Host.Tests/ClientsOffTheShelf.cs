using System.Diagnostics;
using Tests.Shared;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>The clients that people use, as they come from npm, pointed at the running platform. Their programs are in the folder Clients.</summary>
public sealed class ClientsOffTheShelf : IAsyncLifetime
{
    private static readonly string Project = Path.Combine(Repository.Folder, "tests", "Engagement.Host.Tests");

    private RunningPlatform _platform = null!;
    private PublishedLoop _loop = null!;

    /// <summary>Three entries are on the board. What the newest promises has been done, which is still to be published.</summary>
    public async Task InitializeAsync()
    {
        _platform = await RunningPlatform.StartAsync();
        var officer = await LivePublications.PrepareAsync(_platform);
        await officer.WeWillAsync();
        await officer.WeWillAsync();
        _loop = await officer.WeWillAsync();
        await officer.TakeActionAsync(_loop);
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task Apollo_Client_asks_by_hash_keeps_its_cache_and_listens()
    {
        var said = await ProgramAsync("apollo.mjs");

        said.ShouldBe([
            "query: WE_WILL, WE_WILL",
            "more: true",
            "sent: GET hash, POST document, GET hash",
            "refused: ENTRY_TEXT_MISSING weDid",
            "published: WE_DID",
            "heard: WE_DID",
            "in the cache: WE_DID, WE_WILL",
            "staff only: AUTH_NOT_AUTHENTICATED",
            "no such position: POSITION_INVALID",
        ]);
    }

    [Fact]
    public async Task Urql_listens_by_itself_and_through_graphql_sse()
    {
        var said = await ProgramAsync("urql.mjs");

        said.ShouldBe([
            "query: WE_WILL, WE_WILL",
            "more: true",
            "refused: ENTRY_TEXT_MISSING weDid",
            "published: WE_DID",
            "heard through graphql-sse: WE_DID",
            "heard by itself: WE_DID",
            "queried again: WE_DID, WE_WILL",
            "by GET: WE_DID",
            "staff only: AUTH_NOT_AUTHENTICATED",
            "wrong document: FIELDS_ON_CORRECT_TYPE",
            "no such position: POSITION_INVALID",
        ]);
    }

    [Fact]
    public async Task Relay_compiles_its_documents_turns_pages_fetches_again_and_listens()
    {
        // The compiler wants the folder to be there.
        Directory.CreateDirectory(Fresh("relay"));
        await ToolAsync("relay-compiler", "Relay");

        var said = await ProgramAsync("relay.mjs");

        said.ShouldBe([
            "first page: WE_WILL, WE_WILL",
            "more: true",
            "both pages: WE_WILL, WE_WILL, WE_WILL",
            "more: false",
            "total: 3",
            "by its id: WE_WILL",
            "refused: ENTRY_TEXT_MISSING weDid",
            "published: WE_DID",
            "heard: WE_DID",
            "in the store: WE_DID, WE_WILL, WE_WILL",
        ]);
    }

    [Fact]
    public async Task The_code_generator_makes_types_of_what_the_platform_says_of_itself()
    {
        var generated = Fresh("codegen");
        await ToolAsync("graphql-codegen", "Codegen");
        await ToolAsync("tsc", "Codegen");

        var said = await ProgramAsync(Path.Combine(generated, "built", "Clients", "Codegen", "board.mjs"));

        said.ShouldBe(["total: 3", "types: WE_WILL, string, number", "node: WE_WILL"]);
    }

    [Fact]
    public async Task Graphql_ws_does_all_on_one_socket_and_comes_back_when_it_is_lost()
    {
        var said = await ProgramAsync("graphql-ws.mjs");

        said.ShouldBe([
            "query: WE_WILL, WE_WILL",
            "more: true",
            "mutation of a stranger: AUTH_NOT_AUTHENTICATED",
            "staff only: AUTH_NOT_AUTHENTICATED",
            "wrong document: FIELDS_ON_CORRECT_TYPE",
            "no such position: POSITION_INVALID",
            "heard: 6",
            "query after it: WE_WILL",
            "socket: connected, closed 4499, connected",
        ]);
    }

    [Fact]
    public async Task Graphql_sse_works_in_both_of_its_modes()
    {
        var said = await ProgramAsync("graphql-sse.mjs");

        said.ShouldBe([
            "distinct: query: WE_WILL, WE_WILL",
            "distinct: more: true",
            "distinct: staff only: AUTH_NOT_AUTHENTICATED",
            "distinct: no such position: POSITION_INVALID",
            "distinct: wrong document: FIELDS_ON_CORRECT_TYPE",
            "single: query: WE_WILL, WE_WILL",
            "single: more: true",
            "single: staff only: AUTH_NOT_AUTHENTICATED",
            "single: no such position: POSITION_INVALID",
            // Where requests are apart from their results, the protocol has what is wrong with a request answered as over plain HTTP.
            "single: wrong document: Server responded with 400: Bad Request",
            "refused: ENTRY_TEXT_MISSING weDid",
            "published: WE_DID",
            "distinct: heard: WE_DID",
            "single: heard: WE_DID",
        ]);
    }

    /// <summary>A folder for what a tool makes, without what it made before. It lies where programs find the npm packages.</summary>
    private static string Fresh(string name)
    {
        var folder = Path.Combine(Project, "obj", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return folder;
    }

    private Task<string[]> ProgramAsync(string program) => RunAsync("node", "", program, _platform.Address.ToString(), _loop.Id);

    private Task<string[]> ToolAsync(string tool, string folder) => RunAsync(Path.Combine(Project, "node_modules", ".bin", tool), folder);

    /// <summary>Runs a program to its end, which must be a good one, and gives the lines it printed.</summary>
    private async Task<string[]> RunAsync(string program, string folder, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Project, "node_modules")))
            throw new InvalidOperationException($"The npm packages of {Project} are missing: run tools/test, or 'npm ci' there.");

        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(Project, "Clients", folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PLATFORM"] = _platform.Address.ToString();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using (patience.Token.Register(() => process.Kill(entireProcessTree: true)))
            await process.WaitForExitAsync(CancellationToken.None);
        process.ExitCode.ShouldBe(0, $"{await output}{await error}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
