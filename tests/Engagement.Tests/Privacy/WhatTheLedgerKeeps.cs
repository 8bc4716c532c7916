using Engagement.Participants;

namespace Engagement.Tests.Privacy;

public sealed class WhatTheLedgerKeeps : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger").FullName;

    private string FilePath => Path.Combine(_folder, "keys", "destroyed");

    [Fact]
    public async Task What_is_added_is_there_for_the_next_process()
    {
        var (first, second) = (One(), One());

        await new DestructionLedger(FilePath).AppendAsync([first], default);
        await new DestructionLedger(FilePath).AppendAsync([second], default);

        (await new DestructionLedger(FilePath).ReadAsync(default)).ShouldBe([first, second]);
    }

    [Fact]
    public async Task A_key_is_in_it_once()
    {
        var one = One();
        var ledger = new DestructionLedger(FilePath);

        await ledger.AppendAsync([one, one], default);
        await ledger.AppendAsync([one with { DestroyedAt = one.DestroyedAt.AddDays(1) }], default);

        (await ledger.ReadAsync(default)).ShouldBe([one]);
        (await File.ReadAllLinesAsync(FilePath)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_was_cut_off_is_left_behind()
    {
        var (first, second) = (One(), One());
        var ledger = new DestructionLedger(FilePath);
        await ledger.AppendAsync([first], default);
        await File.AppendAllTextAsync(FilePath, "{\"subject\":\"5b1f8e5e-93b1-");

        await ledger.AppendAsync([second], default);

        (await ledger.ReadAsync(default)).ShouldBe([first, second]);
    }

    [Fact]
    public async Task Many_who_write_at_the_same_time_all_are_in_it()
    {
        var all = Enumerable.Range(0, 20).Select(_ => One()).ToArray();

        await Task.WhenAll(all.Select(one => Task.Run(() => new DestructionLedger(FilePath).AppendAsync([one], default))));

        (await new DestructionLedger(FilePath).ReadAsync(default)).ShouldBe(all, ignoreOrder: true);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static DestroyedKey One() => new(Guid.NewGuid(), new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), Guid.NewGuid(), "proof");
}
