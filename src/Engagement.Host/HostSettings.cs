using Engagement.Seeder;

namespace Engagement.Host;

/// <summary>What the command line decides about a running platform; the rest is configuration.</summary>
public sealed record HostSettings
{
    /// <summary>Where the embedded database, keys and other state live.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The demonstration data to load when it is not there yet; null for none.</summary>
    public DemonstrationProfile? Data { get; init; }

    /// <summary>What this process does; several processes on one database may share the work.</summary>
    public HostRoles Roles { get; init; } = HostRoles.All;
}

[Flags]
public enum HostRoles
{
    /// <summary>Serves pages, the GraphQL API and live updates.</summary>
    Web = 1,

    /// <summary>Runs asynchronous projections and subscriptions.</summary>
    Daemon = 2,

    /// <summary>Handles durable messages.</summary>
    Worker = 4,

    All = Web | Daemon | Worker,
}
