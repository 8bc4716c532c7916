using Engagement.Participants;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Host.Tests;

public sealed class TheKeysCommand(CommandSpec.Given given) : CommandSpec(given)
{
    // But for the one that says that the command was used.
    private const string Log = "select md5(string_agg(e::text, '|' order by e.seq_id)) from mt_events e where e.type not like 'command_used%'";
    private const string Wrapping = "select string_agg(distinct kek_id, ' ') from engagement.subject_keys";

    [Fact]
    public async Task Shows_what_wraps_the_keys_of_the_subjects()
    {
        var (exitCode, output, error) = await RunAsync("keys status");

        exitCode.ShouldBe(0, error);
        output.ShouldContain("current");
        output.ShouldContain("Destroyed: 0 keys in the database, 0 lines in the ledger");
    }

    [Fact]
    public async Task Rotates_beside_a_running_platform_without_touching_an_event()
    {
        var keys = Running.Services.GetRequiredService<SubjectKeys>();
        var text = (await keys.ObtainAsync(Guid.NewGuid(), default)).Seal("We wait too long");
        var before = await ScalarAsync<string>(Log);
        var wrapping = await ScalarAsync<string>(Wrapping);

        var (exitCode, output, error) = await RunAsync("keys rotate");

        exitCode.ShouldBe(0, error);
        output.ShouldContain("1 key wrapped anew under");
        (await ScalarAsync<string>(Wrapping)).ShouldNotBe(wrapping);
        (await ScalarAsync<string>(Log)).ShouldBe(before);
        (await keys.OpenAsync(text, default)).ShouldBe("We wait too long", "the running platform finds the new key by itself");
    }

    [Theory]
    [InlineData("Keys__KeyEncryptionKeys", "bm90IGEga2V5", "must hold keys of 32 bytes each, in base64")]
    [InlineData("Keys__KeyEncryptionKeys", "!", "is not base64")]
    [InlineData("Keys__KeyEncryptionKeyCommand", "exit 3", "The key command has failed with exit code 3")]
    public async Task Says_what_is_wrong_with_keys_that_are_given(string setting, string value, string message)
    {
        var (exitCode, _, error) = await TheProgram.RunAsync(
            ["keys", "status", "--data-directory", Running.DataDirectory],
            (setting, value),
            ("ConnectionStrings__Engagement", Running.ConnectionString));

        exitCode.ShouldBe(1);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task Takes_the_keys_that_a_command_gives()
    {
        var key = Convert.ToBase64String(Enumerable.Repeat((byte)7, KeyEncryptionKey.Length).ToArray());

        var (exitCode, output, error) = await TheProgram.RunAsync(
            ["keys", "status", "--data-directory", Running.DataDirectory],
            ("Keys__KeyEncryptionKeyCommand", $"echo {key}"),
            ("ConnectionStrings__Engagement", Running.ConnectionString));

        exitCode.ShouldBe(0, error);
        output.ShouldContain(new KeyEncryptionKey(Convert.FromBase64String(key)).Id);
    }

    [Fact]
    public async Task Says_what_is_kept_for_how_long()
    {
        var (exitCode, output, error) = await RunAsync("retention");

        exitCode.ShouldBe(0, error);
        output.ShouldContain("words of answers and notes");
        output.ShouldContain("P6Y");
        output.ShouldContain("Next run: ");
    }
}
