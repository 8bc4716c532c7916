using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EventStore.Tests;

public sealed class Registration : StoreSpec
{
    [Fact]
    public async Task gives_sessions_to_scopes_and_runs_the_daemon_with_the_host()
    {
        var services = new ServiceCollection();
        services.AddEventStore(options =>
        {
            options.Connection(ConnectionString);
            options.Events.AddEventTypes(BasketSummaryProjection.Events);
            options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Async);
        }).AddAsyncDaemon();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<DocumentStore>().Schema.ApplyAsync();
        var daemon = provider.GetRequiredService<IProjectionDaemon>();
        daemon.Status.IsHealthy.ShouldBeFalse();
        foreach (var hosted in provider.GetServices<IHostedService>()) await hosted.StartAsync(default);

        var stream = Guid.NewGuid();
        await using (var scope = provider.CreateAsyncScope())
        {
            var session = scope.ServiceProvider.GetRequiredService<IDocumentSession>();
            session.Events.StartStream<Basket>(stream, new ItemAdded("pear", 2));
            await session.SaveChangesAsync();
            await daemon.WaitForAsync(session.LastSequence, Cancellation);
            (await scope.ServiceProvider.GetRequiredService<IQuerySession>().LoadAsync<BasketSummary>(stream))!.Items.ShouldBe(2);
        }

        foreach (var hosted in provider.GetServices<IHostedService>()) await hosted.StopAsync(default);
        daemon.Status.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public void of_a_store_without_a_database_says_what_is_missing() =>
        Should.Throw<InvalidStoreUseException>(() => DocumentStore.For(_ => { })).Code.ShouldBe("STORE_NOT_CONNECTED");

    [Fact]
    public void of_two_projections_under_one_name_is_refused() =>
        Should.Throw<InvalidStoreUseException>(() => NewStore(options =>
        {
            options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Inline);
            options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Async);
        })).Code.ShouldBe("PROJECTION_NAME_TAKEN");
}
