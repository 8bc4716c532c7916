using Engagement.Common;
using Engagement.FeedbackPoints;
using Engagement.Releases;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>A month of feedback points, collated, released by two people and published.</summary>
internal static class PublishedMonth
{
    public static DateOnly Month { get; } = new(2019, 6, 1);

    public static async Task<Guid> OfFeedbackPointsAsync(RunningPlatform platform)
    {
        var officer = new CommandContext("analyst", ActorId: Guid.NewGuid());
        var points = platform.Services.GetRequiredService<FeedbackPointCommands>();
        for (var i = 0; i < 12; i++)
            await points.RecordPointReachedAsync(new RecordPointReached($"A {i}", 1, Month), officer, default);

        await points.CollateMonthAsync(new CollateMonth(Month), officer, default);
        await platform.CatchUpAsync();
        var releases = platform.Services.GetRequiredService<ReleaseCommands>();
        var id = await releases.DraftAsync(new DraftRelease("Feedback points, June 2019", ReleaseSubject.OfFeedbackPoints(Month)), officer, default);
        await releases.ApproveAsync(new ApproveRelease(id), officer with { ActorId = Guid.NewGuid() }, default);
        await releases.PublishAsync(new PublishRelease(id), officer, default);
        return id;
    }
}
