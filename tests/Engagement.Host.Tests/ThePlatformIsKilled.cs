using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
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
        var today = Officer.Today;

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

    [Fact]
    public async Task A_pack_that_it_was_making_is_made_anew_and_never_half_of_one_is_seen()
    {
        // Never done with printing, the last step but one.
        var printer = Path.Combine(_folder, "printer");
        await File.WriteAllTextAsync(printer, "#!/bin/sh\nexec sleep 20\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(printer, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await StartAsync(printer);
        var asAt = DateTimeOffset.UtcNow;
        var id = (await Commissioner().MutateAsync("askForEvidencePack", new { asAt }, "evidencePack", "id"))["id"]!.GetValue<string>();
        await Eventually.TrueAsync(async () => (await PackAsync(id))["progress"]!["percent"]!.GetValue<int>() >= 80);

        await KillAndStartAsync("none");

        string? content = null;
        await Eventually.TrueAsync(async () =>
        {
            content = await ContentAsync(id);
            var state = (await PackAsync(id))["state"]!.GetValue<string>();
            state.ShouldBeOneOf("ASKED", "MADE");
            (state == "MADE" || content is null).ShouldBeTrue("what is not made cannot be taken");
            return content is not null;
        });
        using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(content!)));
        foreach (var line in (await TextAsync(zip, "SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (hash, name) = (line[..64], line[66..]);
            using var file = zip.GetEntry(name)!.Open();
            Convert.ToHexStringLower(await SHA256.HashDataAsync(file)).ShouldBe(hash, name);
        }

        (await EvidencePacksThroughTheApi.MadeAsync(Commissioner(), asAt)).Pack["sameAs"]!["id"]!.GetValue<string>().ShouldBe(id, "asked for again it is the same");
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

    private GraphQLClient Commissioner() => new(_http!, "commissioner");

    private async Task<JsonNode> PackAsync(string id) =>
        (await Commissioner().DataAsync("query($id: ID!) { evidencePack(id: $id) { state progress { percent } } }", new { id }))["evidencePack"]!;

    private async Task<string?> ContentAsync(string id) =>
        (await Commissioner().DataAsync("query($id: ID!) { evidencePackContent(id: $id, file: ZIP) { content } }", new { id }))["evidencePackContent"]?["content"]?.GetValue<string>();

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync();
    }

    private async Task KillAndStartAsync(string? printer = null)
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http!.Dispose();
        await StartAsync(printer);
    }

    private async Task StartAsync(string? printer = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Platform).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data-directory", _folder])
        {
            RedirectStandardOutput = true,
            // A test that waits asks more often than anybody may.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Limits__AddressRequestsPerSecond"] = "0", ["Limits__AccountRequestsPerSecond"] = "0" },
        };
        start.Environment.Remove("ConnectionStrings__Engagement");
        if (printer is not null)
            start.Environment["Pdf__Chromium"] = printer;
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
