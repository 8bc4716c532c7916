using System.Net.Sockets;
using Engagement.Api;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.Host.Commands;
using Engagement.Host.Mail;
using Engagement.Host.Printing;
using Engagement.Host.Protection;
using Engagement.Notifications;
using Engagement.SignIn;
using Engagement.Web;
using Engagement.Web.Developers;
using Engagement.Web.Documents;
using Engagement.Webhooks;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Npgsql;

namespace Engagement.Host;

/// <summary>
/// The running platform: a database (its own embedded one when none is configured) and the web application on it.
/// The command line runs one; tests run many, each on a database and a port of its own.
/// </summary>
public sealed class Platform : IAsyncDisposable
{
    private readonly Database _database;
    private readonly WebApplication _application;
    private readonly HostSettings _settings;

    private Platform(Database database, WebApplication application, HostSettings settings)
    {
        _database = database;
        _application = application;
        _settings = settings;
    }

    public IServiceProvider Services => _application.Services;

    /// <summary>The addresses it listens on, with the port that was really taken.</summary>
    public IReadOnlyCollection<string> Addresses =>
        _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToArray() ?? [];

    /// <summary>Starts everything and returns when requests are being answered.</summary>
    /// <param name="settings">What to run.</param>
    /// <param name="configure">A last word on the application before it is built, for tests.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="StartupException">It cannot start; the message says why and what to do.</exception>
    public static async Task<Platform> StartAsync(
        HostSettings settings, Action<WebApplicationBuilder>? configure = null, CancellationToken cancellation = default)
    {
        var builder = CreateBuilder();
        builder.WebHost.UseUrls(settings.Urls);
        QuietTheFramework(builder.Logging);
        configure?.Invoke(builder);

        var database = await Database.OpenAsync(settings.DataDirectory, builder.Configuration, cancellation);
        try
        {
            AddServices(builder, settings, database.ConnectionString);
            var application = builder.Build();
            MapEndpoints(application, settings);
            await PrepareDatabaseAsync(application.Services, database, cancellation);
            await ListenAsync(application, settings, cancellation);
            return new Platform(database, application, settings);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Loads the demonstration data that was asked for, unless it is there.</summary>
    public async Task LoadDemonstrationAsync(CancellationToken cancellation)
    {
        if (_settings.Data is { } profile)
            await DemonstrationLoading.RunAsync(Services, profile, Console.Out, cancellation);
    }

    /// <summary>Says where to go.</summary>
    public void Announce(TextWriter output)
    {
        foreach (var address in Addresses)
        {
            output.WriteLine($"Engagement is ready at {address}");
            if (!_settings.Roles.HasFlag(HostRoles.Web))
                continue;

            output.WriteLine($"  For everybody     {address}");
            output.WriteLine($"  Kent PACT         {address}/pact");
            output.WriteLine($"  Your Voice        {address}/your-voice");
            output.WriteLine($"  You said, we did  {address}/you-said-we-did");
            if (_application.Environment.IsDevelopment())
                output.WriteLine($"  Staff             {address}/staff   (sign in as any role)");
            output.WriteLine($"  GraphQL           {address}/graphql");
        }

        output.WriteLine("Ctrl-C stops it.");
    }

    /// <summary>Completes when the process is told to stop, and everything in hand has been finished.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => _application.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Knows the configuration: the settings files beside the program and the environment.</summary>
    internal static WebApplicationBuilder CreateBuilder() => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        ApplicationName = typeof(Platform).Assembly.GetName().Name,
        ContentRootPath = AppContext.BaseDirectory,
    });

    // What a person who started it wants to read is in Announce. The web keys lie unencrypted on purpose, beside the other keys that only we may read.
    private static void QuietTheFramework(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

    private static void AddServices(WebApplicationBuilder builder, HostSettings settings, string connectionString)
    {
        var keys = new KeySources(Path.Combine(settings.DataDirectory, "keys"), builder.Configuration);
        var signIn = SignInConfiguration.Read(builder.Configuration, builder.Environment);
        var site = SiteConfiguration.Read(builder.Configuration);
        var mail = MailConfiguration.Read(builder.Configuration, builder.Environment, settings.DataDirectory);
        var services = builder.Services;

        services.AddDataProtection()
            .SetApplicationName("engagement")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "keys", "web")));
        services.AddSingleton(new Place(site.Name, site.RunBy, site.ContactEmail, site.ContactAddress));
        services.AddMail(mail);
        services.AddPrinting(builder.Configuration);
        var notifications = builder.Configuration.GetSection("Notifications").Get<NotificationOptions>() ?? new NotificationOptions();
        notifications.IsOffered = mail.Works;
        notifications.Send &= mail.Works && settings.Roles.HasFlag(HostRoles.Worker);
        services.AddSingleton(notifications);
        // Whoever develops a receiver has it on their own machine.
        var webhooks = new WebhookOptions { AllowThisMachine = builder.Environment.IsDevelopment() };
        builder.Configuration.GetSection("Webhooks").Bind(webhooks);
        services.AddSingleton(webhooks);
        services.AddEngagement(options =>
        {
            options.ConnectionString = connectionString;
            options.KeyEncryptionKeys = keys.KeyEncryptionKeys;
            options.PlatformKey = keys.PlatformKey();
            options.DestructionLedger = keys.DestructionLedger;
            options.RunDaemon = settings.Roles.HasFlag(HostRoles.Daemon);
            options.RunWorker = settings.Roles.HasFlag(HostRoles.Worker);
        });
        services.AddHostedService(provider => provider.GetRequiredService<NotificationSender>());
        if (settings.Roles.HasFlag(HostRoles.Worker))
            services.AddHostedService(provider => provider.GetRequiredService<WebhookUpkeep>());
        services.AddTelemetry(builder.Configuration);
        builder.AddProtection();
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        if (!settings.Roles.HasFlag(HostRoles.Web))
            return;

        services.AddEngagementApi(signIn, options =>
        {
            options.Examples = [.. Example.All.Select(example => example.Document)];
            options.KnownDocuments = GraphQLDocument.All;
            options.OnlyKnownDocuments = builder.Configuration.GetValue("GraphQL:OnlyKnownDocuments", defaultValue: false);
        });
        site.Demonstration = settings.Data is not null;
        // A program has a key, and no pages.
        site.SignInRoles = [.. Api.Authorization.Roles.Table.Keys.Where(role => role != Api.Authorization.Roles.ApiClient).Order(StringComparer.Ordinal)];
        services.AddEngagementWeb(site);
        services.AddSingleton<IEngagementGraphQL, InProcessGraphQL>();
        services.AddSingleton(signIn);
        services.AddHttpContextAccessor();
        services.AddSingleton<ICaller, HttpCaller>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInUpkeep>());
        services.AddSingleton<ISignIn, PlatformSignIn>();
        if (!signIn.IsDevelopment)
            services.Configure<AntiforgeryOptions>(options => options.Cookie = new HostCookie("form-token", bound: true));
    }

    private static void MapEndpoints(WebApplication application, HostSettings settings)
    {
        application.UseProtection();
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        application.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = ReadyCheck.WriteAsync });
        if (!settings.Roles.HasFlag(HostRoles.Web))
            return;

        // Before sign-in, which takes a bearer token for somebody's.
        application.UseDeliveryReceipts(application.Services.GetRequiredService<MailSettings>());
        application.UseEngagementWeb();
        application.UseAddressLimits();
        application.MapEngagementApi();
        application.UseAccountLimits();
        application.MapEngagementWeb();
    }

    private static async Task PrepareDatabaseAsync(IServiceProvider services, Database database, CancellationToken cancellation)
    {
        try
        {
            await services.GetRequiredService<EngagementSchema>().ApplyAsync(cancellation);
        }
        catch (NpgsqlException problem)
        {
            throw new StartupException($"The database at {database.Description} cannot be used: {problem.Message}", problem);
        }
    }

    private static async Task ListenAsync(WebApplication application, HostSettings settings, CancellationToken cancellation)
    {
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException problem) when (problem.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartupException($"The address {settings.Urls} is already in use. Stop what uses it, or choose another with --urls.", problem);
        }
    }
}
