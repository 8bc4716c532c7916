using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Engagement.Host.Protection;

/// <summary>What stands between the network and the platform, whoever is asking for whatever.</summary>
internal static class HostProtection
{
    /// <summary>The longest body of a form. The API has a lower limit of its own, and a higher one where it takes files.</summary>
    private const long MaxBodyBytes = 2 * 1024 * 1024;

    public static void AddProtection(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection(TrafficLimits.Section).Get<TrafficLimits>() ?? new TrafficLimits();
        builder.Services.AddSingleton(limits);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeadSeconds);
        });
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, builder.Configuration["Proxies"] ?? ""));
    }

    public static void UseProtection(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<AnswerHeaders>();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
    }

    public static void UseAddressLimits(this WebApplication app)
    {
        // One that does not answer is gone, however its connection looks from here.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        app.UseMiddleware<TrafficGate>(Limiters.ForAddresses(app.Services.GetRequiredService<TrafficLimits>()));
    }

    /// <summary>After sign-in, which says whose a request is.</summary>
    public static void UseAccountLimits(this WebApplication app) =>
        app.UseMiddleware<TrafficGate>(Limiters.ForAccounts(app.Services.GetRequiredService<TrafficLimits>()));

    /// <summary>
    /// Behind a proxy every request comes from the proxy, which says in a header whom it is for. Only those that are named are believed:
    /// addresses and networks, such as 10.0.0.0/8, separated by commas.
    /// </summary>
    private static void TrustProxies(ForwardedHeadersOptions options, string proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.None;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new StartupException($"The setting Proxies has '{proxy}', which is neither an address nor a network such as 10.0.0.0/8.");
        }
    }
}
