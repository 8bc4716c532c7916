using Engagement.Feedback;

namespace Engagement.Tests.Integration;

/// <summary>Who has what open on a coding board: seen by those who are there, and forgotten.</summary>
public sealed class WhoIsAtTheBoard : PlatformTest
{
    private static readonly Guid First = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    private static readonly Guid Second = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
    private static readonly Guid Board = Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
    private static readonly Guid View = Guid.Parse("dddddddd-dddd-4ddd-8ddd-dddddddddddd");

    private readonly HandClock _clock = new(new DateTimeOffset(2024, 11, 5, 9, 0, 0, TimeSpan.Zero));

    protected override bool RunsInBackground => false;

    private CodingBoardPresence Presence => new(Platform.Store, _clock);

    [Fact]
    public async Task Whoever_is_there_sees_who_else_is_and_what_they_have_open()
    {
        (await BeThereAsync(First, View)).ShouldBeEmpty();
        (await BeThereAsync(Second, null)).ShouldBe([new SomebodyCoding(First, "analyst", View, null)]);
        (await BeThereAsync(First, null)).ShouldBe([new SomebodyCoding(Second, "analyst", null, null)], "what one has open is what they said last");
        (await Presence.BeThereAsync(Guid.NewGuid(), First, "analyst", View, null, default)).ShouldBeEmpty("another board is another board");
    }

    [Fact]
    public async Task Whoever_leaves_or_is_not_heard_of_is_forgotten()
    {
        var events = await Platform.CountEventsAsync();
        await BeThereAsync(First, View);
        await BeThereAsync(Second, View);
        await Presence.LeaveAsync(Board, First, null, null, default);
        (await BeThereAsync(Second, View)).ShouldHaveSingleItem("whoever went on to another view is still there").PersonId.ShouldBe(First);
        await Presence.LeaveAsync(Board, First, View, null, default);
        (await BeThereAsync(Second, View)).ShouldBeEmpty();

        _clock.Pass(CodingBoardPresence.ForgottenAfter + TimeSpan.FromSeconds(1));
        (await BeThereAsync(First, View)).ShouldBeEmpty();

        (await Platform.ScalarAsync<long>("select count(*) from engagement.coding_board_presence")).ShouldBe(1, "nothing is kept of the one who went");
        (await Platform.CountEventsAsync()).ShouldBe(events, "the log knows nothing of it");
    }

    private Task<IReadOnlyList<SomebodyCoding>> BeThereAsync(Guid person, Guid? view) => Presence.BeThereAsync(Board, person, "analyst", view, null, default);
}
