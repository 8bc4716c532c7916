using Engagement.Consultations;
using Engagement.Seeder;

namespace Engagement.Tests.Integration;

/// <summary>With nothing running in the background, so that all events are those of the load itself.</summary>
public sealed class DemonstrationDataLoadedAgain : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task Loaded_again_it_changes_nothing()
    {
        var first = await DemonstrationData.LoadAsync(Platform.Services);
        var events = await Platform.CountEventsAsync();

        var again = await DemonstrationData.LoadAsync(Platform.Services);

        again.ShouldBe(first);
        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task A_load_that_was_cut_short_is_taken_up_where_it_stopped()
    {
        using var cut = new CancellationTokenSource();
        var stop = new Steps(step =>
        {
            if (step.Story.Contains("coming", StringComparison.Ordinal))
                cut.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(() => DemonstrationData.LoadAsync(Platform.Services, progress: stop, cancellationToken: cut.Token));
        var events = await Platform.CountEventsAsync();

        var summary = await DemonstrationData.LoadAsync(Platform.Services);

        (await Platform.CountEventsAsync()).ShouldBe(events + 6, "only the consultation that is coming was missing");
        (await Platform.ConsultationReads.FindAsync(summary.ComingConsultationId, default)).ShouldNotBeNull()
            .StateOn(Story.Today).ShouldBe(ConsultationState.Coming);
    }

    private sealed class Steps(Action<DemonstrationStep> take) : IProgress<DemonstrationStep>
    {
        public void Report(DemonstrationStep value) => take(value);
    }
}
