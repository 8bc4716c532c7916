using System.Collections.Concurrent;

namespace Engagement.Bench.Servers;

/// <summary>The ceiling of a page: the same bytes again and again, as many as the address asks for. Nothing is read, decided, rendered or compressed.</summary>
internal static class ConstantServer
{
    public static Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var contents = new ConcurrentDictionary<int, byte[]>();
        app.MapPost("/graphql", () => "ready");
        app.MapGet("/{size:int}", (int size) => Results.Bytes(contents.GetOrAdd(size, size => new byte[size]), "text/html; charset=utf-8"));
        return app.RunAsync(url);
    }
}
