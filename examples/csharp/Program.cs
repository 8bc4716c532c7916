// Reads what has changed because of what people said, and hears of each change as it comes.
// Usage: dotnet run -- [address]. With ENGAGEMENT_KEY set, it asks as the program whose key that is.
using BoardClient;

var platform = new Uri(args.Length > 0 ? args[0] : "http://127.0.0.1:5080");
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    using var client = new GraphQLClient(platform, Environment.GetEnvironmentVariable("ENGAGEMENT_KEY"));
    await new BoardWatch(client, platform, Console.WriteLine).RunAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException)
{
    return 0;
}
catch (GraphQLException refused)
{
    await Console.Error.WriteLineAsync($"{refused.Message} ({refused.Code})");
    return 1;
}
