using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// Three queries over HTTP to the GraphQL engine, to two well-known engines on Node.js and, as the ceiling, to a minimal API that gives the same
/// answers without GraphQL. What is compared is the processor time of a request: each server has one processor, the asking has the other.
/// </summary>
internal sealed class GraphQLBenchmark : IBenchmark
{
    private const string Ours = "graphql";
    private const string Ceiling = "minimal API";
    private const int Connections = 16;
    private const int Sockets = 1000;

    private static readonly (string Name, byte[] Request)[] Queries =
    [
        ("small", Request("query One($id: String!) { item(id: $id) { id name price quantity inStock category createdAt rating } }", new { id = "42" })),
        ("list of 100 x 8", Request("{ items { id name price quantity inStock category createdAt rating } }", new { })),
        ("nested", Request("{ orders { id total customer { id name email } } }", new { })),
    ];

    public string Name => "graphql";

    public string Description => "three queries to the GraphQL engine, beside a minimal API; also mercurius and yoga; cold start; 1,000 subscriptions";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        var servers = new List<ServerUnderTest>();
        try
        {
            foreach (var (name, command) in Commands())
                servers.Add(await ServerUnderTest.StartAsync(name, command, Queries[0].Request, cancellationToken));
            await AssertSameAnswersAsync(servers, cancellationToken);
            await AssertOneBatchAsync(servers[0], cancellationToken);

            foreach (var (name, request) in Queries)
                rows.AddRange(await CompareAsync(name, request, servers, context, cancellationToken));
            rows.Add(new Row("graphql, most memory of the server", servers[0].PeakMegabytes, "MB", servers[1].PeakMegabytes, 0));
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }

        rows.Add(await ColdStartAsync(context, cancellationToken));
        rows.AddRange(await SubscribeAsync(cancellationToken));
        return rows;
    }

    private static (string Name, string[] Command)[] Commands() =>
    [
        (Ours, DotNet("graphql")),
        (Ceiling, DotNet("minimal")),
        ("mercurius-jit", ["node", RepositoryFolder.Of("tools", "Engagement.Bench", "Node", "mercurius.mjs")]),
        ("yoga", ["node", RepositoryFolder.Of("tools", "Engagement.Bench", "Node", "yoga.mjs")]),
    ];

    private static string[] DotNet(string server) =>
        ["dotnet", RepositoryFolder.Of("tools", "Engagement.Bench.Servers", "bin", "Release", "net10.0", "Engagement.Bench.Servers.dll"), server];

    private static byte[] Request(string query, object variables) => JsonSerializer.SerializeToUtf8Bytes(new { query, variables });

    private static async Task AssertSameAnswersAsync(List<ServerUnderTest> servers, CancellationToken cancellationToken)
    {
        foreach (var (name, request) in Queries)
        {
            var expected = await servers[0].DataAsync(request, cancellationToken);
            foreach (var server in servers)
            {
                if (!JsonNode.DeepEquals(expected, await server.DataAsync(request, cancellationToken)))
                    throw new BenchmarkException($"{server.Name} answers '{name}' differently, so the figures cannot be compared.");
            }
        }
    }

    private static async Task AssertOneBatchAsync(ServerUnderTest ours, CancellationToken cancellationToken)
    {
        var before = await ours.GetAsync("/batches", cancellationToken);
        await ours.AskAsync(Queries[^1].Request, cancellationToken);
        if (int.Parse(await ours.GetAsync("/batches", cancellationToken), null) != int.Parse(before, null) + 1)
            throw new BenchmarkException("The nested query did not load its customers in exactly one batch.");
    }

    private static async Task<IEnumerable<Row>> CompareAsync(
        string query, byte[] request, List<ServerUnderTest> servers, BenchmarkContext context, CancellationToken cancellationToken)
    {
        // A server that compiles as it goes needs a while.
        var rounds = context.Rounds with { WarmUp = context.Rounds.WarmUp * 2 };
        var medians = await rounds.CompareAsync(
            servers.ConvertAll(server => new Workload((_, ct) => server.AskAsync(request, ct), Cpu: () => new CpuTimes(default, server.CpuTime))),
            Connections,
            cancellationToken);
        var ceiling = medians[1];
        return servers.Zip(medians).Where(pair => pair.First.Name != Ceiling).SelectMany(pair =>
        {
            var (server, median) = pair;
            var pace = new Comparison(median, ceiling);
            var name = $"{server.Name}, {query}";
            return new[]
            {
                new Row($"{name}, CPU", pace.Subject.ServerCpuMicroseconds, "µs/op", ceiling.ServerCpuMicroseconds, server.PeakMegabytes),
                Row.OfRate(name, "requests/s", pace, server.PeakMegabytes),
                new Row($"{name}, p99", pace.Subject.P99Milliseconds, "ms", ceiling.P99Milliseconds, server.PeakMegabytes),
            };
        });
    }

    private static async Task<Row> ColdStartAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var (ours, ceiling) = (new List<double>(), new List<double>());
        for (var round = 0; round < context.Rounds.Count; round++)
        {
            foreach (var (name, times) in new[] { ("graphql", ours), ("minimal", ceiling) })
            {
                await using var server = await ServerUnderTest.StartAsync(name, DotNet(name), Queries[0].Request, cancellationToken);
                times.Add(server.ColdStart.TotalMilliseconds);
            }
        }

        return new Row("graphql, cold start to first answer", Measurement.MedianOf(ours), "ms", Measurement.MedianOf(ceiling), 0);
    }

    /// <summary>An event told to a thousand sockets, as a subscription and as the same bytes on bare sockets.</summary>
    private static async Task<IEnumerable<Row>> SubscribeAsync(CancellationToken cancellationToken)
    {
        var (ours, ourMemory) = await TellAsync("graphql", "/graphql", SubscribingSocket.SubscribeAsync, cancellationToken);
        var (bare, bareMemory) = await TellAsync("minimal", "/ticks", SubscribingSocket.ConnectAsync, cancellationToken);
        return
        [
            new Row($"graphql, an event to {Sockets:N0} subscriptions, all", Measurement.MedianOf(ours), "ms", Measurement.MedianOf(bare), 0),
            new Row($"graphql, memory a subscription of {Sockets:N0}", ourMemory, "kB", bareMemory, 0),
        ];
    }

    private static async Task<(List<double> Milliseconds, double KilobytesEach)> TellAsync(
        string name, string path, Func<Uri, CancellationToken, Task<SubscribingSocket>> connect, CancellationToken cancellationToken)
    {
        const int Events = 30;
        await using var server = await ServerUnderTest.StartAsync(name, DotNet(name), Queries[0].Request, cancellationToken);
        var address = new UriBuilder(server.Address) { Scheme = "ws", Path = path }.Uri;
        var before = server.ResidentMegabytes;
        var sockets = new List<SubscribingSocket>(Sockets);
        try
        {
            while (sockets.Count < Sockets)
                sockets.Add(await connect(address, cancellationToken));
            while (await server.PostAsync("/tick", cancellationToken) != $"{Sockets}")
                await Task.Delay(100, cancellationToken);

            // What was told while not everybody listened is not counted.
            await Task.Delay(1000, cancellationToken);
            sockets.ForEach(socket => socket.Forget());

            var times = new List<double>(Events);
            for (var tick = 0; tick < Events; tick++)
            {
                var next = sockets.ConvertAll(socket => socket.NextAsync());
                var started = Stopwatch.GetTimestamp();
                await server.PostAsync("/tick", cancellationToken);
                await Task.WhenAll(next).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return (times, (server.ResidentMegabytes - before) * 1000 / Sockets);
        }
        finally
        {
            foreach (var socket in sockets)
                socket.Dispose();
        }
    }
}
