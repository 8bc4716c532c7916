using System.Net;
using System.Security.Claims;
using GraphQL.Server;
using GraphQL.Tests.Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.Tests.Server;

/// <summary>The sample schema on a real server and a port of its own.</summary>
internal sealed class LibraryHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LibraryHost(WebApplication application) => _application = application;

    public HttpClient Client { get; } = new();

    public Shelf Shelf { get; private init; } = null!;

    public IServiceProvider Services => _application.Services;

    public Uri HttpAddress => new(_application.Urls.First() + "/graphql");

    public Uri SocketAddress => new(HttpAddress.ToString().Replace("http://", "ws://", StringComparison.Ordinal));

    public static async Task<LibraryHost> StartAsync(
        Action<GraphQLBuilder>? configure = null, Action<GraphQLServerOptions>? options = null, string environment = "Production")
    {
        var shelf = new Shelf();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(shelf);
        var graphQL = builder.Services.AddGraphQL().AddGraphQLTestsTypes();
        configure?.Invoke(graphQL);
        var application = builder.Build();
        application.Use((context, next) =>
        {
            if (context.Request.Headers.ContainsKey("X-Member"))
                context.User = new ClaimsPrincipal(new ClaimsIdentity([], "test"));
            return next(context);
        });
        application.UseWebSockets();
        application.MapGraphQL(configure: options);
        await application.StartAsync();
        return new LibraryHost(application) { Shelf = shelf };
    }

    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
