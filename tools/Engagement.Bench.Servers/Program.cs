using Engagement.Bench.Servers;

// One of the two servers that the benchmark compares, alone in a process of its own.
var url = $"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}";
switch (args)
{
    case ["graphql"]:
        await GraphQLServer.RunAsync(url);
        return 0;
    case ["minimal"]:
        await MinimalServer.RunAsync(url);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say which server: graphql or minimal.");
        return 2;
}
