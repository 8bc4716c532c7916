using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Npgsql;
using Tests.Shared;
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
        await StartAsync(("Pdf__Chromium", printer));
        var asAt = DateTimeOffset.UtcNow;
        var id = (await Commissioner().MutateAsync("askForEvidencePack", new { asAt }, "evidencePack", "id"))["id"]!.GetValue<string>();
        await Eventually.TrueAsync(async () => (await PackAsync(id))["progress"]!["percent"]!.GetValue<int>() >= 80);

        await KillAndStartAsync(("Pdf__Chromium", "none"));

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

    [Fact]
    public async Task Of_the_letters_that_it_was_sending_none_is_lost_and_none_comes_twice_but_those_that_the_mail_server_had_not_answered_for()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var post = new SmtpSink();
        (string Name, string Value)[] settings =
        [
            ("ConnectionStrings__Engagement", database.ConnectionString), ("Site__Address", "https://example.test"),
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{post.Port}"), ("Smtp__StartTls", "false"), ("Notifications__MostPerSecond", "200"), ("Notifications__AtATime", "4"),
        ];
        var taken = 0;
        post.BeforeItAnswers = () => Interlocked.Increment(ref taken) <= 2 ? Task.CompletedTask : Task.Delay(Timeout.Infinite);
        await StartAsync(settings);
        var consultation = await new Officer(Staff(), () => Task.CompletedTask).OpenConsultationAsync(Officer.Today);
        for (var person = 1; person <= 8; person++)
            await AskToBeToldAsync(consultation.WaveId, person);

        // It has answered for two, has four more, and two are still to be sent.
        await Eventually.TrueAsync(async () => post.Mails.Count == 6 && await CountAsync(source, "select count(*) from engagement.notifications where state = 'Sent'") == 2);
        string[] answered = [.. post.Mails.Take(2).Select(mail => mail.To)];
        string[] unanswered = [.. post.Mails.Skip(2).Select(mail => mail.To)];
        post.BeforeItAnswers = null;
        await KillAndStartAsync(settings);

        await AskToBeToldAsync(consultation.WaveId, 9);
        await Eventually.TrueAsync(() => Task.FromResult(post.Mails.Any(mail => mail.To == AddressOf(9))));
        post.Mails.Count(mail => unanswered.Contains(mail.To)).ShouldBe(4, "whom it held is left alone for a while");
        await CountAsync(source, "with ended as (update engagement.notification_recipients set held_until = now() where held_until > now() returning id) select count(*) from ended");

        await Eventually.TrueAsync(async () => await CountAsync(source, "select count(*) from engagement.notifications where kind = 'AddressToConfirm' and state = 'Sent'") == 9);
        var letters = post.Mails.GroupBy(mail => mail.To).ToDictionary(one => one.Key, one => one.Select(mail => mail.Headers["Message-ID"]).ToList());
        letters.Keys.Order().ShouldBe(Enumerable.Range(1, 9).Select(AddressOf));
        letters.Values.ShouldAllBe(ids => ids.Distinct().Count() == 1, "a mailbox can tell that it is the same");
        letters.Where(one => one.Value.Count > 1).Select(one => one.Key).Order().ShouldBe(unanswered.Order());
        answered.ShouldAllBe(address => letters[address].Count == 1);
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

    private static string AddressOf(int person) => $"person-{person}@families.example.test";

    private async Task AskToBeToldAsync(string wave, int person)
    {
        var receipt = await Submissions.SendAsync(Anyone(), wave, $"key-{person}");
        await Anyone().MutateAsync(
            "followResponse",
            new { reference = receipt["reference"], secret = receipt["secret"], address = AddressOf(person), mayWrite = true, audience = "FAMILIES", language = "en-GB" },
            "responseFollowing",
            "isFollowed");
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var count = source.CreateCommand(sql);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task KillAndStartAsync(params (string Name, string Value)[] settings)
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http!.Dispose();
        await StartAsync(settings);
    }

    private async Task StartAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Platform).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0", "--data-directory", _folder])
        {
            RedirectStandardOutput = true,
            // A test that waits asks more often than anybody may.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Limits__AddressRequestsPerSecond"] = "0", ["Limits__AccountRequestsPerSecond"] = "0" },
        };
        start.Environment.Remove("ConnectionStrings__Engagement");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
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
