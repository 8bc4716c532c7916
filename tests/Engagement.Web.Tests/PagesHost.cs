using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Web.Tests;

/// <summary>The pages on a server in this process, with canned replies behind them.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    /// <summary>Servers as most tests want them, which have one after the other: to start one takes as long as twenty tests.</summary>
    private static readonly ConcurrentBag<Server> Idle = [];

    private readonly Server _server;

    private PagesHost(Server server)
    {
        _server = server;
        _server.GraphQL = GraphQL;
        _server.SignIn = SignIn = new RecordingSignIn(roles: server.Application.Environment.IsDevelopment());
    }

    public CannedGraphQL GraphQL { get; } = new CannedGraphQL().Data("LivePosition", """{ "livePosition": 1207 }""");

    public RecordingSignIn SignIn { get; }

    public static async Task<PagesHost> StartAsync(string? environment = null, Action<EngagementWebOptions>? configure = null)
    {
        var isUsual = environment is null && configure is null;
        return new PagesHost(isUsual && Idle.TryTake(out var idle) ? idle : await Server.StartAsync(environment ?? Environments.Development, configure, isUsual));
    }

    public Visitor Visit(CookieContainer? cookies = null) => new(_server.Application.GetTestServer().CreateHandler(), cookies ?? new CookieContainer());

    public T Service<T>() where T : notnull => _server.Application.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (_server.IsUsual)
            Idle.Add(_server);
        else
            await _server.Application.DisposeAsync();
    }

    /// <summary>What a test says it answers lasts as long as the test has it.</summary>
    private sealed class Server(WebApplication application, bool isUsual)
    {
        public WebApplication Application => application;

        public bool IsUsual => isUsual;

        public CannedGraphQL? GraphQL { get; set; }

        public RecordingSignIn? SignIn { get; set; }

        public static async Task<Server> StartAsync(string environment, Action<EngagementWebOptions>? configure, bool isUsual)
        {
            Server? server = null;
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
            var options = new EngagementWebOptions();
            configure?.Invoke(options);
            builder.Services.AddEngagementWeb(options);
            builder.Services.AddTransient<IEngagementGraphQL>(_ => server!.GraphQL!);
            builder.Services.AddTransient<ISignIn>(_ => server!.SignIn!);
            var app = builder.Build();
            server = new Server(app, isUsual);
            app.Use((context, next) =>
            {
                if (server.SignIn!.IsSignedIn)
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "somebody")], "Test"));
                return next(context);
            });
            app.UseEngagementWeb();
            app.MapEngagementWeb();
            app.MapGet("/not-a-page", () => "plain");
            await app.StartAsync();
            return server;
        }
    }
}
