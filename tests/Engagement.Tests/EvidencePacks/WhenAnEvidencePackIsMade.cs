using System.Text;
using Engagement.AccessLog;
using Engagement.Common;
using Engagement.EvidencePacks;
using Engagement.Tests.Integration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Engagement.Tests.EvidencePacks;

public sealed class WhenAnEvidencePackIsMade : PlatformTest
{
    private static readonly AskForEvidencePack Everything = new(null, null);

    private EvidencePackCommands Commands => Platform.Get<EvidencePackCommands>();

    private EvidencePackReads Reads => Platform.Get<EvidencePackReads>();

    [Fact]
    public async Task It_is_made_in_the_background_kept_and_taken_with_a_record_of_who_took_it()
    {
        await Platform.ClaimAsync();
        var asAt = await PackStory.NowAsync();

        var pack = await MadeAsync(await Commands.AskAsync(Everything with { AsAt = asAt }, PackStory.Commissioner, default));

        (pack.State, pack.AsAt, pack.AskedByRole, pack.HasPdf).ShouldBe((EvidencePackState.Made, asAt, "commissioner", false));
        pack.ManifestHash.ShouldBe((await Platform.PackAsync(asAt)).ManifestHash);
        (await ProgressAsync(pack.Id)).Percent.ShouldBe(100);
        (await Commands.TakeAsync(pack.Id, EvidencePackFile.Pdf, PackStory.Commissioner, default)).ShouldBeNull("nothing prints here");
        var page = (await Commands.TakeAsync(pack.Id, EvidencePackFile.Html, PackStory.Commissioner, default)).ShouldNotBeNull();
        Encoding.UTF8.GetString(page).ShouldStartWith("<!DOCTYPE html>");
        var entry = (await Platform.Get<AccessLogReads>().ListAsync(new AccessFilter(AccessKind.EvidencePackTaken), null, 10, default)).Items.ShouldHaveSingleItem();
        (entry.Subject, entry.Role, entry.Actor, entry.Purpose).ShouldBe((pack.Id, "commissioner", PackStory.Commissioner.ActorId, "Html"));
    }

    [Fact]
    public async Task The_same_pack_made_again_says_that_it_is_the_same()
    {
        await Platform.ClaimAsync();
        var asAt = await PackStory.NowAsync();
        var first = await MadeAsync(await Commands.AskAsync(Everything with { AsAt = asAt }, PackStory.Commissioner, default));

        var again = await MadeAsync(await Commands.AskAsync(Everything with { AsAt = asAt }, PackStory.Commissioner, default));

        again.ManifestHash.ShouldBe(first.ManifestHash);
        (await Reads.FirstByManifestHashesAsync([first.ManifestHash!], default)).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        (await Reads.ListAsync(null, 10, default)).Items.Select(pack => pack.Id).ShouldBe([again.Id, first.Id]);
    }

    [Fact]
    public async Task It_is_of_what_has_been_recorded_and_not_of_what_is_to_come()
    {
        var refused = await Should.ThrowAsync<RuleRefusedException>(
            () => Commands.AskAsync(Everything with { AsAt = DateTimeOffset.UtcNow.AddDays(1) }, PackStory.Commissioner, default));

        refused.Refusal.Code.ShouldBe("MOMENT_IN_FUTURE");
        await Should.ThrowAsync<ThingNotFoundException>(() => Commands.AskAsync(new AskForEvidencePack(Guid.NewGuid(), null), PackStory.Commissioner, default));
    }

    [Fact]
    public async Task Its_progress_only_rises()
    {
        await RestartAsync(runsInBackground: false);
        var id = await Commands.AskAsync(Everything, PackStory.Commissioner, default);
        (await ProgressAsync(id)).Percent.ShouldBe(0);

        await Reads.ReportAsync(id, 65, "Writing tables", default);
        await Reads.ReportAsync(id, 15, "Reading the log", default);

        var progress = await ProgressAsync(id);
        (progress.Percent, progress.Stage).ShouldBe((65, "Writing tables"));
    }

    [Fact]
    public async Task Work_that_ends_with_its_process_is_taken_up_again()
    {
        var stuck = new Printer((_, ct) => Task.Delay(Timeout.Infinite, ct));
        await RestartAsync(runsInBackground: true, null, (_, services) => services
            .AddSingleton<IPagePrinter>(stuck)
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1)));
        var id = await Commands.AskAsync(Everything, PackStory.Commissioner, default);
        await stuck.Began.WaitAsync(TimeSpan.FromSeconds(30));

        await RestartAsync(runsInBackground: true, null, (_, services) => services.AddSingleton<IPagePrinter>(new Printer()));

        (await MadeAsync(id)).HasPdf.ShouldBeTrue();
        Encoding.ASCII.GetString((await Commands.TakeAsync(id, EvidencePackFile.Pdf, PackStory.Commissioner, default)).ShouldNotBeNull()).ShouldBe("%PDF");
    }

    [Fact]
    public async Task What_fails_three_times_fails_where_it_is_seen()
    {
        var broken = new Printer((_, _) => throw new InvalidOperationException("Out of paper"));
        await RestartAsync(runsInBackground: true, null, (_, services) => services.AddSingleton<IPagePrinter>(broken));

        var pack = await MadeAsync(await Commands.AskAsync(Everything, PackStory.Commissioner, default));

        pack.State.ShouldBe(EvidencePackState.Failed);
        pack.FailedBecause.ShouldNotBeNull().ShouldEndWith("Ask for it again");
        broken.Times.ShouldBe(3);
    }

    private async Task<EvidencePack> MadeAsync(Guid id)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await Reads.FindAsync(id, default) is { State: not EvidencePackState.Asked } pack)
                return pack;

            await Task.Delay(100);
        }

        throw new TimeoutException($"The pack is not made: {await ProgressAsync(id)}");
    }

    private sealed class Printer(Func<string, CancellationToken, Task>? work = null) : IPagePrinter
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _times;

        public Task Began => _began.Task;

        public int Times => _times;

        public async Task<byte[]?> PrintAsync(string html, DateTimeOffset dated, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _times);
            _began.TrySetResult();
            if (work is not null)
                await work(html, cancellationToken);

            return "%PDF"u8.ToArray();
        }
    }

    private async Task<PackProgress> ProgressAsync(Guid id) => (await Reads.ProgressAsync([id], default))[id];
}
