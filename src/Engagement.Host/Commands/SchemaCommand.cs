using System.CommandLine;
using System.Text.RegularExpressions;
using Engagement.Api;
using EventStore;
using GraphQL.Language;
using GraphQL.TypeSystem;
using Npgsql;

namespace Engagement.Host.Commands;

/// <summary><c>engagement schema</c>: prints the contracts, without a database; brings a database to them, and compares it with them.</summary>
internal static partial class SchemaCommand
{
    public static Command Create()
    {
        var export = new TaughtCommand("export", "Print the GraphQL schema, as in schema/engagement.graphql.", "schema export > engagement.graphql");
        export.SetAction(_ => Console.Out.Write(EngagementApi.BuildSchema().ToSdl()));

        var file = new Argument<FileInfo>("FILE") { Description = "The GraphQL schema that clients were written for." };
        var diff = new TaughtCommand(
            "diff", "Say what is different for clients of an earlier GraphQL schema; the exit code is 1 when something breaks them.", "schema diff engagement.graphql") { file };
        diff.SetAction(command => Diff(command.GetRequiredValue(file)));

        var print = new TaughtCommand("print", "Print the script of the whole database, as in schema/database/engagement.sql.", "schema print | psql engagement");
        print.SetAction(async (_, _) => await Console.Out.WriteAsync(await DatabaseScriptAsync()));

        var apply = new TaughtCommand("apply", "Make what the database lacks. Nothing is dropped or rewritten, and nothing happens the second time.", "schema apply");
        apply.SetStoreAction(ApplyAsync);

        var assert = new TaughtCommand("assert", "Compare the database with what the platform needs; each difference is a line, and the exit code 1.", "schema assert");
        assert.SetStoreAction(AssertAsync);

        return new Command("schema", "Print the platform's contracts, and bring a database to them.") { export, diff, print, apply, assert };
    }

    private static int Diff(FileInfo file)
    {
        SchemaDefinition before;
        try
        {
            before = SchemaBuilder.FromSdl(File.ReadAllText(file.FullName)).Build();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or SchemaException or GraphQLSyntaxException)
        {
            Console.Error.WriteLine($"{file} cannot be read as a GraphQL schema: {wrong.Message}");
            return ExitCode.Misused;
        }

        var changes = SchemaComparison.Compare(before, SchemaBuilder.FromSdl(EngagementApi.BuildSchema().ToSdl()).Build());
        foreach (var change in changes)
            Console.Out.WriteLine(change);
        if (changes.Count == 0)
            Console.Out.WriteLine("Clients can tell no difference.");
        return changes.Any(change => change.Impact == SchemaImpact.Breaking) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> ApplyAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        await platform.Schema.ApplyAsync(cancellation);
        Console.Out.WriteLine($"Everything that the platform needs is in the database ({platform.Description}).");
        return ExitCode.Done;
    }

    private static async Task<int> AssertAsync(ParseResult command, PlatformStore platform, CancellationToken cancellation)
    {
        var differences = new List<string>();
        try
        {
            await platform.Store.Schema.AssertAsync(cancellation);
        }
        catch (SchemaMismatchException mismatch)
        {
            differences.AddRange(mismatch.Differences);
        }

        await foreach (var missing in MissingAsync(platform, cancellation))
        {
            if (!differences.Contains(missing))
                differences.Add(missing);
        }

        foreach (var difference in differences)
            Console.Out.WriteLine(difference);
        if (differences.Count > 0)
            return ExitCode.Failed;

        Console.Out.WriteLine($"The database ({platform.Description}) is as the platform needs it.");
        return ExitCode.Done;
    }

    /// <summary>What the whole script makes and the database has not got: that of the messages and read models too, which know only their script.</summary>
    private static async IAsyncEnumerable<string> MissingAsync(
        PlatformStore platform, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await platform.Store.DataSource.OpenConnectionAsync(cancellation);
        foreach (Match made in Made().Matches(platform.Schema.ToDatabaseScript()))
        {
            var (kind, name) = (made.Groups["kind"].Value.ToLowerInvariant(), made.Groups["name"].Value.Replace("\"", "", StringComparison.Ordinal));
            var schema = made.Groups["table"] is { Success: true, Value: var table } && table.Contains('.', StringComparison.Ordinal)
                ? table.Replace("\"", "", StringComparison.Ordinal).Split('.')[0]
                : "public";
            if (!name.Contains('.', StringComparison.Ordinal))
                name = $"{schema}.{name}";

            await using var find = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = name } } };
            if (!(bool)(await find.ExecuteScalarAsync(cancellation))!)
                yield return $"{kind} {name} is missing";
        }
    }

    [GeneratedRegex(
        """^\s*create\s+(?:unique\s+)?(?<kind>table|index|sequence)\s+if\s+not\s+exists\s+(?<name>[\w."]+)(?:\s+on\s+(?<table>[\w."]+))?""",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Made();

    // Composed as in a running platform, but never connected: keys and address are only there to be complete.
    private static async Task<string> DatabaseScriptAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddEngagement(options =>
        {
            options.ConnectionString = "Host=none";
            options.KeyEncryptionKey = new byte[32];
            options.PlatformKey = new byte[32];
            options.RunDaemon = options.RunWorker = false;
        });
        await using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<EngagementSchema>().ToDatabaseScript();
    }
}
