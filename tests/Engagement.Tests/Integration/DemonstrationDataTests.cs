using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Seeder;

namespace Engagement.Tests.Integration;

public sealed class DemonstrationDataTests : PlatformTest
{
    [Fact]
    public async Task It_has_a_consultation_in_each_state_and_a_loop_at_each_step()
    {
        var summary = await DemonstrationData.LoadAsync(Platform.Services);
        await Platform.CatchUpAsync();

        (await StateAsync(summary.ClosedConsultationId)).ShouldBe(ConsultationState.Closed);
        (await StateAsync(summary.OpenConsultationId)).ShouldBe(ConsultationState.Open);
        (await StateAsync(summary.ComingConsultationId)).ShouldBe(ConsultationState.Coming);

        var closed = await Platform.Metrics.ForConsultationAsync(summary.ClosedConsultationId, null, default);
        var open = await Platform.Metrics.ForConsultationAsync(summary.OpenConsultationId, null, default);
        (closed.Responses + open.Responses).ShouldBe(summary.Responses);
        closed.ViewsCoded.ShouldBe(36);
        (await Platform.Views.CountAsync(new CodingBoardFilter(summary.ClosedConsultationId, ViewState.NotCodable), default)).ShouldBe(1);
        (await Platform.Views.CountAsync(new CodingBoardFilter(summary.OpenConsultationId, ViewState.Unread), default)).ShouldBe(13);

        var board = await Platform.Entries.ListAsync(null, 10, default);
        board.Items.Select(e => e.State).ShouldBe([EntryState.WeCannot, EntryState.WeWill, EntryState.WeDid], ignoreOrder: true);
        board.Items.Single(e => e.State == EntryState.WeDid).ViewCount.ShouldBe(10, "twelve, to the nearest five");
        var loops = (await Platform.Get<LoopReads>().BoardAsync(new LoopBoardQuery(summary.ClosedConsultationId), DateOnly.MinValue, null, 100, default)).Items;
        loops.Count(l => l.Entry is null).ShouldBe(4);
        loops.Select(l => l.State).ShouldContain(LoopState.Opened);
        loops.Select(l => l.State).ShouldContain(LoopState.Decided);
        loops.Select(l => l.State).ShouldContain(LoopState.Committed);
        loops.Select(l => l.State).ShouldContain(LoopState.Acted);
    }

    [Fact]
    public async Task Every_consultation_says_that_it_is_a_demonstration()
    {
        var summary = await DemonstrationData.LoadAsync(Platform.Services);

        var pages = await Platform.ConsultationReads.ByIdsAsync(
            [summary.ClosedConsultationId, summary.OpenConsultationId, summary.ComingConsultationId], default);

        pages.Count.ShouldBe(3);
        pages.ShouldAllBe(page => page.Title.EndsWith("(demonstration)", StringComparison.Ordinal));
    }

    private async Task<ConsultationState> StateAsync(Guid id) =>
        (await Platform.ConsultationReads.FindAsync(id, default)).ShouldNotBeNull().StateOn(Story.Today);
}
