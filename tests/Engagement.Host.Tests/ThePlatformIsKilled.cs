using System.Diagnostics;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>
/// The real program on its embedded PostgreSQL, killed without warning between every two steps of the path. What was acknowledged is
/// there when it starts again, and the projections catch up.
/// </summary>
public sealed class ThePlatformIsKilled : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engagement-killed-").FullName;
    private Process? _process;
    private HttpClient? _http;

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_whenever_it_dies()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        await StartAsync();
        var officer = new Officer(Staff(), () => Task.CompletedTask);
        var consultation = await officer.OpenConsultationAsync(today);

        await KillAndStartAsync();
        var receipt = await Submissions.SendAsync(Anyone(), consultation.WaveId, "key-1", "One person who calls back.");

        await KillAndStartAsync();
        (await Submissions.SendAsync(Anyone(), consultation.WaveId, "key-1", "One person who calls back."))
            .ToJsonString().ShouldBe(receipt.ToJsonString(), "a client that heard no answer sends again and gets the first one's receipt");
        await Eventually.TrueAsync(async () => await UnreadAsync(consultation.Id) == 1);

        officer = new Officer(Staff(), () => Task.CompletedTask);
        var (_, theme) = await officer.CodeNewestViewAsync(consultation.Id);

        await KillAndStartAsync();
        officer = new Officer(Staff(), () => Task.CompletedTask);
        var loop = await officer.PublishWeWillAsync(theme, today);

        await KillAndStartAsync();
        officer = new Officer(Staff(), () => Task.CompletedTask);
        await officer.PublishWeDidAsync(loop, today);

        await KillAndStartAsync();
        await Eventually.TrueAsync(async () => (await Tracking.StepsAsync(Anyone(), receipt)).Contains("TOLD"));
        var entry = await Anyone().DataAsync("query($slug: String!) { entryBySlug(slug: $slug) { state } }", new { slug = loop.Slug });
        entry["entryBySlug"]!["state"]!.GetValue<string>().ShouldBe("WE_DID");
    }

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        if (_process is not null)
        {
            // The ordinary end: the program stops its database and then itself.
            await TheProgram.StopAsync(_process);
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private GraphQLClient Staff() => new(_http!, "participation-officer");

    private GraphQLClient Anyone() => new(_http!, role: null);

    private async Task KillAndStartAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http!.Dispose();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Platform).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data-directory", _folder])
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        start.Environment.Remove("ConnectionStrings__Engagement");
        _process = Process.Start(start)!;

        string? address = null;
        while (address is null)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The platform ended before it was ready.");
            address = line.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
        }

        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _http = new HttpClient { BaseAddress = new Uri(address) };
    }

    private async Task<int> UnreadAsync(string consultation)
    {
        var views = await Staff().DataAsync("query($id: ID!) { views(consultationId: $id, state: UNREAD) { totalCount } }", new { id = consultation });
        return views["views"]!["totalCount"]!.GetValue<int>();
    }
}
