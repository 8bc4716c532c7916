using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.FeedbackPoints;
using Engagement.Journeys;
using Engagement.Metrics;
using Engagement.Paper;
using Engagement.SurveyResults;
using Engagement.Surveys;
using Engagement.Tests.Notifications;
using Engagement.Workbench;
using EventStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Tests.Shared;

namespace Engagement.Tests.Integration;

/// <summary>The whole domain, running on a database.</summary>
public sealed class Platform : IAsyncDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly IHost _host;
    private bool _isStopped;

    private Platform(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public ConsultationCommands Consultations => Get<ConsultationCommands>();

    public ConsultationReads ConsultationReads => Get<ConsultationReads>();

    public SurveyCommands Surveys => Get<SurveyCommands>();

    public SurveyReads SurveyReads => Get<SurveyReads>();

    public ResponseCommands Responses => Get<ResponseCommands>();

    public PaperCommands Paper => Get<PaperCommands>();

    public PaperReads PaperReads => Get<PaperReads>();

    public ResultReads Results => Get<ResultReads>();

    public ResponseReads ResponseReads => Get<ResponseReads>();

    public ResponseDrafts Drafts => Get<ResponseDrafts>();

    public FeedbackCommands Feedback => Get<FeedbackCommands>();

    public FeedbackReads FeedbackReads => Get<FeedbackReads>();

    public CodingBoardReads Views => Get<CodingBoardReads>();

    public FeedbackPointCommands FeedbackPoints => Get<FeedbackPointCommands>();

    public FeedbackPointReads FeedbackPointReads => Get<FeedbackPointReads>();

    public EntryReads Entries => Get<EntryReads>();

    public EntrySearch EntrySearch => Get<EntrySearch>();

    public LoopReads Loops => Get<LoopReads>();

    public WorkbenchReads Workbench => Get<WorkbenchReads>();

    public JourneyReads Journeys => Get<JourneyReads>();

    public MetricsReads Metrics => Get<MetricsReads>();

    public ParticipationReads Participation => Get<ParticipationReads>();

    public LoopFigureReads LoopFigures => Get<LoopFigureReads>();

    public DocumentStore Store => Get<DocumentStore>();

    public IProjectionDaemon Daemon => Get<IProjectionDaemon>();

    /// <summary>A database with all tables and no data.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync() => TestPostgres.CreateDatabaseAsync("engagement", async connectionString =>
    {
        await using var platform = Build(connectionString, runsInBackground: false);
        await platform.Get<EngagementSchema>().ApplyAsync();
    });

    /// <param name="connectionString">Where its tables are.</param>
    /// <param name="runsInBackground">Whether projections follow and messages are handled; without, only what is right at once is seen.</param>
    /// <param name="clock">What time it is; the system's when not given.</param>
    /// <param name="configure">A last word on the options and the services.</param>
    public static async Task<Platform> StartAsync(
        string connectionString,
        bool runsInBackground = true,
        TimeProvider? clock = null,
        Action<EngagementOptions, IServiceCollection>? configure = null)
    {
        var platform = Build(connectionString, runsInBackground, clock, configure);
        await platform._host.StartAsync();
        return platform;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A handler of messages, as the worker makes it.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    /// <summary>Waits until the asynchronous projections have seen all that is in the log now.</summary>
    public async Task CatchUpAsync() => await Daemon.WaitForAsync(await ScalarAsync<long>("select coalesce(max(seq_id), 0) from mt_events"), Deadline());

    /// <summary>Waits for the next event of a type after a position in the log.</summary>
    public async Task<IEvent> EventAsync<T>(long after = 0)
    {
        await foreach (var e in Store.Tail.ReadAsync(after, Deadline()))
        {
            if (e.Data is T)
                return e;
        }

        throw new InvalidOperationException("The log's tail ended, which it never does.");
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync()).ShouldNotBeNull();
    }

    public Task<long> CountEventsAsync() => ScalarAsync<long>("select count(*) from mt_events");

    public async ValueTask DisposeAsync()
    {
        if (_isStopped)
            return;

        _isStopped = true;
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    /// <summary>Long enough for any machine: reached only when what is waited for never comes.</summary>
    private static CancellationToken Deadline() => new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    private static Platform Build(
        string connectionString,
        bool runsInBackground,
        TimeProvider? clock = null,
        Action<EngagementOptions, IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton(TestPlace.Of);
        builder.Services.AddEngagement(options =>
        {
            options.ConnectionString = connectionString;
            options.KeyEncryptionKey = Key;
            options.PlatformKey = Key;
            options.RunDaemon = runsInBackground;
            options.RunWorker = runsInBackground;
            configure?.Invoke(options, builder.Services);
        });
        return new Platform(builder.Build());
    }
}
