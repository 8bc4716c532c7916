using Engagement.LoggedFeedback;
using Engagement.Metrics;

namespace Engagement.Tests.Integration;

/// <summary>Volumes of the log beside who took part, as they were known at any moment.</summary>
public sealed class WhatComplaintsSayBesideParticipation : PlatformTest
{
    private static readonly DateTimeOffset Start = new(2024, 9, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly HandClock _clock = new(Start);

    protected override bool RunsInBackground => false;

    private LogCommands Log => Platform.Get<LogCommands>();

    [Fact]
    public async Task Fewer_complaints_and_fewer_people_may_be_silence()
    {
        await BeginAsync();
        var (_, wave) = await Platform.OpenAsync(Story.Officer with { OccurredAt = Start });
        for (var i = 0; i < 12; i++)
            await Platform.SubmitAsync(wave, $"answer-{i}");
        await LogAsync(FeedbackKind.Complaint, 8);
        _clock.Pass(TimeSpan.FromDays(60));
        await LogAsync(FeedbackKind.Complaint, 5);
        _clock.Pass(TimeSpan.FromDays(90));

        var volumes = await ReadAsync(new FeedbackVolumesScope(MetricsPeriod.Quarter, new DateOnly(2024, 7, 1)));

        volumes.Periods.Select(period => (period.From, period.Complaints, period.Participants, period.IsOver)).ShouldBe(
        [
            (new DateOnly(2024, 7, 1), 8, 12, true), (new DateOnly(2024, 10, 1), 5, 0, true), (new DateOnly(2025, 1, 1), 0, 0, false),
        ]);
        volumes.Says.ShouldBe(["October to December 2024: fewer complaints and fewer people taking part: this may be silence, not satisfaction."]);
        volumes.Periods[2].Reading.ShouldBe(VolumeReading.Nothing, "the quarter is not over");
    }

    [Fact]
    public async Task A_few_are_hidden_and_so_is_what_would_give_them_away()
    {
        await BeginAsync();
        await LogAsync(FeedbackKind.Complaint, 3);
        await LogAsync(FeedbackKind.Compliment, 6);
        await LogAsync(FeedbackKind.Comment, 9);

        var month = (await ReadAsync(new FeedbackVolumesScope(MetricsPeriod.Month, new DateOnly(2024, 9, 1)))).Periods.ShouldHaveSingleItem();

        month.Complaints.ShouldBeNull();
        month.Clocks.ShouldBeNull();
        new[] { month.Compliments, month.Comments }.Count(count => count is null).ShouldBe(1, "the list of the log says how many there are in all");
    }

    [Fact]
    public async Task What_something_was_called_and_how_long_it_waited_is_as_it_was_known()
    {
        await BeginAsync();
        var ids = await LogAsync(FeedbackKind.Complaint, 7);
        await LogAsync(FeedbackKind.Comment, 5);
        _clock.Pass(TimeSpan.FromDays(2));
        foreach (var id in ids.Take(4))
            await Log.AcknowledgeAsync(new AcknowledgeFeedback(id), Story.Officer, default);
        _clock.Pass(TimeSpan.FromDays(8));
        await Log.AnswerAsync(new AnswerFeedback(ids[0], "We are sorry"), Story.Officer, default);
        await Log.AcknowledgeAsync(new AcknowledgeFeedback(ids[4]), Story.Officer, default);
        var before = _clock.GetUtcNow();
        _clock.Pass(TimeSpan.FromDays(1));
        await Log.ReclassifyAsync(new ReclassifyFeedback(ids[0], FeedbackKind.Comment, "They said so", true), Story.Officer, default);
        _clock.Pass(TimeSpan.FromDays(30));

        var then = (await ReadAsync(new FeedbackVolumesScope(MetricsPeriod.Quarter, new DateOnly(2024, 7, 1), AsAt: before))).Periods[0];
        var now = (await ReadAsync(new FeedbackVolumesScope(MetricsPeriod.Quarter, new DateOnly(2024, 7, 1)))).Periods[0];

        (then.Complaints, then.Comments, then.IsOver).ShouldBe((7, 5, false));
        then.Clocks.ShouldBe(new ComplaintClocks(AcknowledgementsDue: 7, AcknowledgedInTime: 4, AnswersDue: 1, AnsweredInTime: 1, MedianDays: null));
        (now.Complaints, now.Comments).ShouldBe((6, 6));
        now.Clocks.ShouldBe(new ComplaintClocks(6, 3, 6, 0, null));
    }

    [Fact]
    public async Task A_service_and_a_district_narrow_it()
    {
        await BeginAsync();
        await LogAsync(FeedbackKind.Complaint, 5, "transport", "E07000114");
        await LogAsync(FeedbackKind.Complaint, 6, "transport", null);
        await LogAsync(FeedbackKind.Complaint, 7);

        (await Complaints(new FeedbackVolumesScope(MetricsPeriod.Month))).ShouldBe(18);
        (await Complaints(new FeedbackVolumesScope(MetricsPeriod.Month, Service: "transport"))).ShouldBe(11);
        (await Complaints(new FeedbackVolumesScope(MetricsPeriod.Month, District: "E07000114"))).ShouldBe(5);
        (await ReadAsync(new FeedbackVolumesScope(MetricsPeriod.Month, new DateOnly(1990, 1, 1)))).Periods.Count.ShouldBe(FeedbackVolumeReads.MostPeriods);

        async Task<int?> Complaints(FeedbackVolumesScope scope) => (await ReadAsync(scope)).Periods[^1].Complaints;
    }

    private async Task BeginAsync()
    {
        await RestartAsync(runsInBackground: false, _clock);
        await Platform.Daemon.StartAsync();
    }

    private async Task<FeedbackVolumes> ReadAsync(FeedbackVolumesScope scope)
    {
        await Platform.CatchUpAsync();
        return await Platform.Get<FeedbackVolumeReads>().OfAsync(scope, default);
    }

    private async Task<List<Guid>> LogAsync(FeedbackKind kind, int count, string service = "annual-review", string? district = null)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await Log.LogAsync(
                new LogFeedback(kind, service, "Nobody rang back", DateOnly.FromDateTime(_clock.GetUtcNow().Date), district), Story.Officer, default));
        }

        return ids;
    }
}
