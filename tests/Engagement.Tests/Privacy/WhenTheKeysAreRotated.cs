using System.Security.Cryptography;
using Engagement.Participants;
using Engagement.Tests.Integration;

namespace Engagement.Tests.Privacy;

public sealed class WhenTheKeysAreRotated : PlatformTest
{
    private readonly List<byte[]> _keys = [RandomNumberGenerator.GetBytes(32)];

    protected override bool RunsInBackground => false;

    [Fact]
    public async Task Everything_stays_readable_meanwhile_and_no_event_changes()
    {
        await RestartAsync(runsInBackground: false, clock: null, (options, _) => options.KeyEncryptionKeys = Keys());
        var (_, wave) = await Platform.OpenAsync();
        var receipts = new List<Engagement.Surveys.IssuedReceipt>();
        for (var i = 0; i < 5; i++)
            receipts.Add(await Platform.SubmitAsync(wave, $"r{i}", $"Words {i}"));

        var erased = await Platform.JoinAsync();
        await Platform.EraseAsync(erased);
        const string Log = "select md5(string_agg(e::text, '|' order by e.seq_id)) from mt_events e";
        var before = await Platform.ScalarAsync<string>(Log);

        // A new key comes to one process; another has not been told.
        var old = _keys[0];
        _keys.Insert(0, RandomNumberGenerator.GetBytes(32));
        await using var other = await Platform.StartAsync(
            ConnectionString, runsInBackground: false, clock: null, (options, _) => options.KeyEncryptionKeys = Keys());
        (await other.Get<SubjectKeyRotation>().StatusAsync(default)).Waiting.ShouldBe(5);
        (await WordsAsync(other, receipts)).ShouldBe(["Words 0", "Words 1", "Words 2", "Words 3", "Words 4"]);

        (await other.Get<SubjectKeyRotation>().RunAsync(null, default)).ShouldBe(5);

        (await WordsAsync(Platform, receipts)).ShouldBe(["Words 0", "Words 1", "Words 2", "Words 3", "Words 4"], "it asks for the key it has not met");
        var status = await Platform.Get<SubjectKeyRotation>().StatusAsync(default);
        (status.Waiting, status.Destroyed).ShouldBe((0, 1));
        status.WrappedBy.ShouldBe([new(new KeyEncryptionKey(_keys[0]).Id, 5)]);
        (await Platform.ScalarAsync<string>(Log)).ShouldBe(before);
        (await other.Get<SubjectKeyRotation>().RunAsync(null, default)).ShouldBe(0);

        _keys.Remove(old);
        await RestartAsync(runsInBackground: false, clock: null, (options, _) => options.KeyEncryptionKeys = Keys());
        (await WordsAsync(Platform, receipts))[0].ShouldBe("Words 0", "the old key is needed no more");
    }

    [Fact]
    public async Task Two_processes_that_rotate_at_the_same_time_share_the_work()
    {
        await RestartAsync(runsInBackground: false, clock: null, (options, _) => options.KeyEncryptionKeys = Keys());
        await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys");
        foreach (var _ in Enumerable.Range(0, 40))
            await Platform.Get<SubjectKeys>().ObtainAsync(Guid.NewGuid(), default);

        _keys.Insert(0, RandomNumberGenerator.GetBytes(32));
        Platform.Get<KeyEncryptionKeys>().Reload();
        var done = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Platform.Get<SubjectKeyRotation>().RunAsync(null, default))));

        done.Sum().ShouldBe(40);
        (await Platform.Get<SubjectKeyRotation>().StatusAsync(default)).Waiting.ShouldBe(0);
    }

    private Func<IReadOnlyList<byte[]>> Keys() => () => [.. _keys];

    private static async Task<IReadOnlyList<string?>> WordsAsync(Platform platform, IEnumerable<Engagement.Surveys.IssuedReceipt> receipts)
    {
        var words = new List<string?>();
        foreach (var receipt in receipts)
            words.Add((await platform.FeedbackReads.FindViewAsync(Story.ViewOf(receipt), default))?.Text);

        return words;
    }
}
