using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Bench.Measuring;

/// <summary>A web server in a process of its own.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly HttpClient _http;

    private ServerUnderTest(string name, Process process, HttpClient http, TimeSpan coldStart) =>
        (Name, _process, _http, ColdStart) = (name, process, http, coldStart);

    public string Name { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan ColdStart { get; }

    public TimeSpan CpuTime => ServerProcesses.CpuTime(_process.Id);

    public double PeakMegabytes => Kilobytes("VmHWM:") / 1000.0;

    public double ResidentMegabytes => Kilobytes("VmRSS:") / 1000.0;

    public Uri Address => _http.BaseAddress!;

    /// <summary>Starts it on one processor, where the system can see to that.</summary>
    /// <param name="name">What it is called in the report.</param>
    /// <param name="command">The program and its arguments. The port is in PORT.</param>
    /// <param name="firstRequest">It has started when it has answered this.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BenchmarkException">It did not come up.</exception>
    public static Task<ServerUnderTest> StartAsync(string name, string[] command, byte[] firstRequest, CancellationToken cancellationToken) =>
        StartAsync(
            name,
            _ => File.Exists("/usr/bin/taskset") ? ["/usr/bin/taskset", "-c", "0", .. command] : command,
            new Dictionary<string, string> { ["NODE_ENV"] = "production" },
            firstRequest,
            cancellationToken);

    /// <summary>Starts it on all processors.</summary>
    /// <param name="name">What it is called in the report.</param>
    /// <param name="commandOn">The program and its arguments for a port, which is in PORT too.</param>
    /// <param name="environment">What else it finds in its environment.</param>
    /// <param name="firstRequest">It has started when it has answered this.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BenchmarkException">It did not come up.</exception>
    public static async Task<ServerUnderTest> StartAsync(
        string name,
        Func<int, string[]> commandOn,
        IReadOnlyDictionary<string, string> environment,
        byte[] firstRequest,
        CancellationToken cancellationToken)
    {
        var port = FreePort();
        var command = commandOn(port);
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PORT"] = $"{port}" },
        };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        while (true)
        {
            if (process.HasExited)
                throw new BenchmarkException($"{name} did not start: {await complaints}");
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new BenchmarkException($"{name} gave no answer within {Patience.TotalSeconds} seconds.");
            try
            {
                using var content = Json(firstRequest);
                using var response = await http.PostAsync("/graphql", content, cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                    return new ServerUnderTest(name, process, http, Stopwatch.GetElapsedTime(started));
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5, cancellationToken);
            }
        }
    }

    /// <exception cref="BenchmarkException">It was not answered as it should be.</exception>
    public async Task<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var content = Json(request);
        using var response = await _http.PostAsync("/graphql", content, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new BenchmarkException($"{Name} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
        return answer;
    }

    public async Task<JsonNode> DataAsync(byte[] request, CancellationToken cancellationToken) =>
        JsonNode.Parse(await AskAsync(request, cancellationToken))!["data"]!;

    public async Task<string> PostAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync(path, null, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    public Task<string> GetAsync(string path, CancellationToken cancellationToken) => _http.GetStringAsync(path, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { { "Content-Type", "application/json" } } };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private long Kilobytes(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
