using Engagement.Common;
using Engagement.Consultations;
using Engagement.Host;
using Engagement.Surveys;
using EventStore;
using GraphQL.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Bench.Benchmarks;

/// <summary>The whole platform, with its daemon and worker, and one open survey of three questions.</summary>
internal sealed class SurveyedPlatform : IAsyncDisposable
{
    public const string Statement = "confident";
    public const string Choice = "phase";
    public const string FreeText = "better";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Platform _platform;
    private readonly string _dataDirectory;

    private SurveyedPlatform(Platform platform, string dataDirectory, Guid wave)
    {
        _platform = platform;
        _dataDirectory = dataDirectory;
        Wave = NodeId.Encode("Wave", wave);
    }

    public Uri Address => new(_platform.Addresses.First());

    /// <summary>The survey, as clients name it.</summary>
    public string Wave { get; }

    /// <summary>The statements that make the platform's tables and indexes.</summary>
    public string Schema => Service<EngagementSchema>().ToDatabaseScript();

    public static async Task<SurveyedPlatform> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var dataDirectory = Directory.CreateTempSubdirectory("engagement-bench-").FullName;
        var platform = await Platform.StartAsync(
            new HostSettings { DataDirectory = dataDirectory, Urls = "http://127.0.0.1:0" },
            builder => Configure(builder, connectionString),
            cancellationToken);
        return new SurveyedPlatform(platform, dataDirectory, await OpenSurveyAsync(platform.Services, cancellationToken));
    }

    /// <summary>Completes when every projection has handled what has been committed by now.</summary>
    /// <exception cref="BenchmarkException">The projections do not move.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var newest = Service<DocumentStore>().DataSource.CreateCommand("SELECT coalesce(max(seq_id), 0) FROM mt_events");
        var position = (long)(await newest.ExecuteScalarAsync(cancellationToken))!;
        try
        {
            await Service<IProjectionDaemon>().WaitForAsync(position, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new BenchmarkException($"The projections did not reach log position {position} within {Patience}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _platform.DisposeAsync();
        Directory.Delete(_dataDirectory, recursive: true);
    }

    private T Service<T>() where T : notnull => _platform.Services.GetRequiredService<T>();

    private static void Configure(WebApplicationBuilder builder, string connectionString)
    {
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create<string, string?>("ConnectionStrings:Engagement", connectionString),
            // The whole load comes from one address.
            KeyValuePair.Create<string, string?>("Limits:AddressRequestsPerSecond", "0"),
        ]);
        // The report has standard output to itself. That the pages may have no style sheet does not matter here.
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Engagement.Web.AssetCatalogue", LogLevel.None);
    }

    private static async Task<Guid> OpenSurveyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var officer = new CommandContext("participation-officer");
        var consultation = await OpenConsultationAsync(services, officer, cancellationToken);
        var surveys = services.GetRequiredService<SurveyCommands>();
        var instrument = await surveys.DraftInstrumentAsync(new DraftInstrument("Support at school"), officer, cancellationToken);
        await surveys.AddStatementAsync(
            new AddStatement(instrument, Statement, "I am confident that my child's school can meet their needs", null, Optional: false),
            officer,
            cancellationToken);
        await surveys.AddQuestionAsync(
            new AddQuestion(
                instrument,
                Choice,
                QuestionKind.SingleChoice,
                "Which stage is your child at?",
                null,
                Optional: false,
                [new QuestionOption("primary", "Primary"), new QuestionOption("secondary", "Secondary")]),
            officer,
            cancellationToken);
        await surveys.AddQuestionAsync(
            new AddQuestion(instrument, FreeText, QuestionKind.FreeText, "What one thing would help most?", null, Optional: true, []),
            officer,
            cancellationToken);
        await surveys.PublishInstrumentVersionAsync(new PublishInstrumentVersion(instrument), officer, cancellationToken);
        return await surveys.OpenWaveAsync(new OpenWave(consultation, instrument), officer, cancellationToken);
    }

    private static async Task<Guid> OpenConsultationAsync(IServiceProvider services, CommandContext officer, CancellationToken cancellationToken)
    {
        var today = services.GetRequiredService<TimeProvider>().LondonToday();
        var consultations = services.GetRequiredService<ConsultationCommands>();
        var id = await consultations.DraftAsync(
            new DraftConsultation("Support at school", "SEND Family Engagement Officer", "SEND Improvement Board", today.AddDays(120), AudienceIncludesChildren: false),
            officer,
            cancellationToken);
        await consultations.PublishProposalAsync(
            new PublishProposal(id, "Every school names one person to talk to.", "Families told us they are passed around.", Impacts: null),
            officer,
            cancellationToken);
        await consultations.LinkEqualityAnalysisAsync(new LinkEqualityAnalysis(id, "https://council.example.test/equality"), officer, cancellationToken);
        await consultations.AddRenditionAsync(
            new AddRendition(id, RenditionKind.Paper, "en", "Parent representative", Url: null), officer, cancellationToken);
        await consultations.OpenAsync(
            new OpenConsultation(id, today, today.AddDays(56), ShorterThanSixWeeksBecause: null), officer, cancellationToken);
        return id;
    }
}
