using Engagement.Host;
using EventStore;
using GraphQL.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Bench.Benchmarks;

/// <summary>The whole platform, with its daemon and worker, and one open survey.</summary>
internal sealed class SurveyedPlatform : IAsyncDisposable
{
    private readonly Platform _platform;

    private SurveyedPlatform(Platform platform, Guid wave) => (_platform, WaveId) = (platform, wave);

    public Uri Address => new(_platform.Addresses.First());

    public Guid WaveId { get; }

    /// <summary>The survey, as clients name it.</summary>
    public string Wave => NodeId.Encode("Wave", WaveId);

    /// <summary>The statements that make the platform's tables and indexes.</summary>
    public string Schema => Service<EngagementSchema>().ToDatabaseScript();

    public IServiceProvider Services => _platform.Services;

    /// <param name="connectionString">An empty database.</param>
    /// <param name="dataDirectory">Where the keys are kept that the words are sealed with.</param>
    /// <param name="openSurvey">Makes the survey and returns its wave.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <param name="settings">What is configured besides.</param>
    public static async Task<SurveyedPlatform> StartAsync(
        string connectionString,
        string dataDirectory,
        Func<IServiceProvider, CancellationToken, Task<Guid>> openSurvey,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] settings)
    {
        var platform = await Platform.StartAsync(
            new HostSettings { DataDirectory = dataDirectory, Urls = "http://127.0.0.1:0" },
            builder => Configure(builder, connectionString, settings),
            cancellationToken);
        return new SurveyedPlatform(platform, await openSurvey(platform.Services, cancellationToken));
    }

    /// <summary>Completes when every projection has handled what has been committed by now.</summary>
    /// <exception cref="BenchmarkException">The projections do not move.</exception>
    public Task CatchUpAsync(CancellationToken cancellationToken) => CatchUpAsync(TimeSpan.FromMinutes(1), cancellationToken);

    /// <inheritdoc cref="CatchUpAsync(CancellationToken)"/>
    public async Task CatchUpAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var newest = Service<DocumentStore>().DataSource.CreateCommand("SELECT coalesce(max(seq_id), 0) FROM mt_events");
        var position = (long)(await newest.ExecuteScalarAsync(cancellationToken))!;
        try
        {
            await Service<IProjectionDaemon>().WaitForAsync(position, cancellationToken).WaitAsync(patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new BenchmarkException($"The projections did not reach log position {position} within {patience}.");
        }
    }

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    public T Service<T>() where T : notnull => _platform.Services.GetRequiredService<T>();

    private static void Configure(WebApplicationBuilder builder, string connectionString, (string Name, string Value)[] settings)
    {
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create<string, string?>("ConnectionStrings:Engagement", connectionString),
            // All that is sent comes from one address.
            KeyValuePair.Create<string, string?>("Limits:AddressRequestsPerSecond", "0"),
            .. settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)),
        ]);
        // The report has standard output to itself. That the pages may have no style sheet does not matter here.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Engagement.Web.AssetCatalogue", LogLevel.None);
    }
}
