using Engagement.AccessLog;
using Engagement.Common;
using Engagement.Forums;
using Npgsql;

namespace Engagement.Tests.Integration;

/// <summary>The log of access, which the privacy officer reads.</summary>
public sealed class WhoReadWhat : PlatformTest
{
    private static readonly Guid Analyst = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b006");
    private static readonly Guid Consultation = Guid.Parse("4f1c2a9e-8d7b-4c1e-9a35-0b6f3e2d1c40");

    private AccessRecorder Recorder => Platform.Get<AccessRecorder>();

    private AccessLogReads Reads => Platform.Get<AccessLogReads>();

    [Fact]
    public async Task What_one_request_reads_in_one_place_is_one_entry_and_other_requests_have_their_own()
    {
        var (one, other) = (new object(), new object());
        Task recorded;
        await using (var busy = await Platform.Get<NpgsqlDataSource>().OpenConnectionAsync())
        await using (await busy.BeginTransactionAsync())
        {
            // Whoever comes while somebody before them is being recorded: nothing is, as long as this lasts.
            await using (var stop = new NpgsqlCommand("lock table mt_events in share mode", busy))
                await stop.ExecuteNonQueryAsync();
            recorded = Task.WhenAll(
                [
                    Recorder.RecordAsync(Read(100), new object()),
                    .. Enumerable.Range(0, 30).Select(_ => Recorder.RecordAsync(Read(1), one)),
                    Recorder.RecordAsync(Read(5), other),
                    Recorder.RecordAsync(Read(2), other),
                ]);
        }

        await recorded;

        var log = await Reads.ListAsync(AccessFilter.Everything, null, 10, default);
        log.Items.Select(entry => entry.Count).ShouldBe([100, 30, 7], ignoreOrder: true);
        log.Items.ShouldAllBe(entry => entry.Kind == AccessKind.ViewsRead && entry.Actor == Analyst && entry.Role == "analyst" && entry.Subject == Consultation);
        log.Items.ShouldAllBe(entry => entry.Purpose == "views /staff/coding");
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'views_read' and user_name = 'analyst'")).ShouldBe(3);
    }

    [Fact]
    public async Task Readers_at_the_same_time_all_wait_until_they_are_on_record()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            await Recorder.RecordAsync(Read(1) with { Field = $"field {n}" }, new object());
            (await Platform.ScalarAsync<long>($"select count(*) from engagement.access_log where purpose like 'field {n} %'")).ShouldBe(1);
        }));

        (await Reads.CountAsync(AccessFilter.Everything, default)).ShouldBe(200);
    }

    [Fact]
    public async Task Opening_a_safeguarding_item_is_in_the_log_with_its_reason_and_without_its_words()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        await Platform.PostAsync(topic, "He hits me when nobody is home");
        var safeguarding = Platform.Get<SafeguardingReads>();
        var item = (await safeguarding.OpenItemsAsync(ForumStories.SafeguardingLead.Acting(), null, 1, default)).Items.ShouldHaveSingleItem().Id;
        (await Reads.CountAsync(AccessFilter.Everything, default)).ShouldBe(0);

        await safeguarding.OpenAsync(item, "To see who can help today", ForumStories.SafeguardingLead, default);

        var entry = (await Reads.ListAsync(AccessFilter.Everything, null, 10, default)).Items.ShouldHaveSingleItem();
        (entry.Kind, entry.Subject, entry.Role, entry.Purpose).ShouldBe((AccessKind.SafeguardingOpened, item, "safeguarding-lead", "To see who can help today"));
    }

    [Fact]
    public async Task It_is_read_page_by_page_newest_first_and_comes_out_the_same_when_it_is_made_anew()
    {
        for (var count = 1; count <= 5; count++)
            await Recorder.RecordAsync(Read(count), new object());

        var first = await Reads.ListAsync(AccessFilter.Everything, null, 2, default);
        var second = await Reads.ListAsync(AccessFilter.Everything, AccessLogReads.PositionOf(first.Items[^1]), 10, default);
        first.Items.Concat(second.Items).Select(entry => entry.Count).ShouldBe([5, 4, 3, 2, 1]);
        (first.HasMore, second.HasMore).ShouldBe((true, false));

        await Platform.Daemon.RebuildProjectionAsync("AccessLog");
        (await Reads.ListAsync(AccessFilter.Everything, null, 10, default)).Items.ShouldBe([.. first.Items, .. second.Items]);
    }

    [Fact]
    public async Task It_is_narrowed_to_a_kind_a_role_and_days_and_counted_so()
    {
        await Recorder.RecordAsync(Read(3), new object());
        await Recorder.RecordAsync(Read(7) with { Role = "participation-officer" }, new object());
        var today = Platform.Get<TimeProvider>().LondonToday();

        (await CountsAsync(new AccessFilter(Role: "analyst"))).ShouldBe([3]);
        (await CountsAsync(new AccessFilter(AccessKind.ViewsRead, From: today, Until: today))).ShouldBe([7, 3]);
        (await CountsAsync(new AccessFilter(AccessKind.SafeguardingOpened))).ShouldBeEmpty();
        (await CountsAsync(new AccessFilter(From: today.AddDays(1)))).ShouldBeEmpty();
        (await CountsAsync(new AccessFilter(Until: today.AddDays(-1)))).ShouldBeEmpty();
        (await CountsAsync(new AccessFilter(Until: DateOnly.MaxValue))).ShouldBe([7, 3]);

        async Task<IReadOnlyList<int>> CountsAsync(AccessFilter filter)
        {
            var found = (await Reads.ListAsync(filter, null, 10, default)).Items;
            (await Reads.CountAsync(filter, default)).ShouldBe(found.Count);
            return [.. found.Select(entry => entry.Count)];
        }
    }

    private static ViewsRead Read(int count) => new(Analyst, "analyst", Consultation, count, "views", "/staff/coding");
}
