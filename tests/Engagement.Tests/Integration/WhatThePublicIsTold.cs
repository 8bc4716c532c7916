using Engagement.Feedback;

namespace Engagement.Tests.Integration;

public sealed class WhatThePublicIsTold : PlatformTest
{
    [Fact]
    public async Task An_entry_says_how_many_views_there_were_when_it_was_published_whatever_is_said_since()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation, await ViewsAsync(wave, 12));
        await Platform.PublishAsync(loop);
        (await Platform.Entries.FindAsync(loop, default)).ShouldNotBeNull().ViewCount.ShouldBe(10);

        var theme = (await Platform.Entries.FindAsync(loop, default)).ShouldNotBeNull().ThemeId;
        foreach (var view in await ViewsAsync(wave, 15))
            await Platform.Feedback.CodeViewAsync(new CodeView(view, theme), Story.Officer, default);

        (await Platform.Entries.FindAsync(loop, default)).ShouldNotBeNull().ViewCount.ShouldBe(10);

        await Platform.ApproveAsync(new DraftEntry(loop, "You hear one thing here and another there", "We will give you one contact"));
        await Platform.Feedback.CorrectEntryAsync(new CorrectEntry(loop, "Plainer words"), Story.Officer, default);
        (await Platform.Entries.FindAsync(loop, default)).ShouldNotBeNull().ViewCount.ShouldBe(25);

        await Platform.CatchUpAsync();
        await Platform.Daemon.RebuildProjectionAsync("LoopCard");
        (await Platform.Entries.FindAsync(loop, default)).ShouldNotBeNull().ViewCount.ShouldBe(25, "it is in the log, so it comes out the same");
    }

    private async Task<Guid[]> ViewsAsync(Guid wave, int count)
    {
        var views = new List<Guid>();
        for (var i = 0; i < count; i++)
            views.Add(Story.ViewOf(await Platform.SubmitAsync(wave, Guid.NewGuid().ToString("N"))));

        return [.. views];
    }
}
