using Engagement.Bench.Servers;

// One of the servers that the benchmarks measure or compare with, alone in a process of its own.
var url = $"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}";
switch (args)
{
    case ["graphql"]:
        await GraphQLServer.RunAsync(url);
        return 0;
    case ["minimal"]:
        await MinimalServer.RunAsync(url);
        return 0;
    case ["insert"]:
        await InsertServer.RunAsync(url);
        return 0;
    case ["hub"]:
        await HubServer.RunAsync(url);
        return 0;
    case ["constant"]:
        await ConstantServer.RunAsync(url);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say which server: graphql, minimal, insert, hub or constant.");
        return 2;
}
