using System.Net;
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
    private readonly WebApplication _app;

    private PagesHost(WebApplication app, CannedGraphQL graphQL, RecordingSignIn signIn) => (_app, GraphQL, SignIn) = (app, graphQL, signIn);

    public CannedGraphQL GraphQL { get; }

    public RecordingSignIn SignIn { get; }

    public static async Task<PagesHost> StartAsync(string? environment = null, Action<EngagementWebOptions>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment ?? Environments.Development });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddEngagementWeb(configure);
        var graphQL = new CannedGraphQL().Data("LivePosition", """{ "livePosition": 1207 }""");
        var signIn = new RecordingSignIn(roles: builder.Environment.IsDevelopment());
        builder.Services.AddSingleton<IEngagementGraphQL>(graphQL);
        builder.Services.AddSingleton<ISignIn>(signIn);
        var app = builder.Build();
        app.UseEngagementWeb();
        app.MapEngagementWeb();
        app.MapGet("/not-a-page", () => "plain");
        await app.StartAsync();
        return new PagesHost(app, graphQL, signIn);
    }

    public Visitor Visit(CookieContainer? cookies = null) => new(_app.GetTestServer().CreateHandler(), cookies ?? new CookieContainer());

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
