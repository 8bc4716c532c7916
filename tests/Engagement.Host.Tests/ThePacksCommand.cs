using System.IO.Compression;
using System.Text;

namespace Engagement.Host.Tests;

public sealed class ThePacksCommand(CommandSpec.Given given) : CommandSpec(given)
{
    [Fact]
    public async Task Makes_a_pack_that_anyone_can_check_without_a_database()
    {
        using var folder = new Folder();
        var (one, other) = (folder.Of("one.zip"), folder.Of("other.zip"));
        var asAt = DateTimeOffset.UtcNow.ToString("O");

        (await RunAsync($"packs make --as-at {asAt} --out", one)).ExitCode.ShouldBe(0);
        (await RunAsync($"packs make --as-at {asAt} --out", other)).ExitCode.ShouldBe(0);
        var (exitCode, output, _) = await RunAsync("packs verify", one);

        exitCode.ShouldBe(0);
        output.ShouldStartWith("All fits: ");
        (await File.ReadAllBytesAsync(one)).ShouldBe(await File.ReadAllBytesAsync(other));
    }

    [Fact]
    public async Task Says_which_file_was_changed()
    {
        using var folder = new Folder();
        var file = folder.Of("pack.zip");
        await RunAsync("packs make --out", file);
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            await using var stored = zip.GetEntry("csv/claims.csv")!.Open();
            stored.Seek(0, SeekOrigin.End);
            stored.Write(Encoding.UTF8.GetBytes("one more claim"));
        }

        var (exitCode, output, _) = await RunAsync("packs verify", file);

        exitCode.ShouldBe(1);
        output.ShouldContain("csv/claims.csv is not what the manifest says.");
        (await RunAsync($"packs verify --seal {new string('0', 64)}", file)).Output.ShouldContain("No proof is under the seal");
    }

    [Fact]
    public async Task Refuses_what_is_no_moment_and_what_is_no_pack()
    {
        (await RunAsync("packs make --as-at yesterday")).ExitCode.ShouldBe(2);
        (await RunAsync("packs make --as-at 2199-01-01")).Error.ShouldContain("Choose a moment that has passed");
        (await RunAsync("packs verify", Path.GetTempFileName())).Error.ShouldContain("The pack cannot be read");
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("packs-");

        public string Of(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
