using System.CommandLine;
using Engagement.Api;

namespace Engagement.Host.Commands;

/// <summary><c>engagement schema</c>: prints the contracts, without a database.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var export = new Command("export", "Print the GraphQL schema, as in schema/engagement.graphql.");
        export.SetAction(_ => Console.Out.Write(EngagementApi.BuildSchema().ToSdl()));

        var print = new Command("print", "Print the script of the whole database, as in schema/database/engagement.sql.");
        print.SetAction(async (_, _) => await Console.Out.WriteAsync(await DatabaseScriptAsync()));

        return new Command("schema", "Print the platform's contracts.") { export, print };
    }

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
