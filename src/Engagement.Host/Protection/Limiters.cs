using System.Threading.RateLimiting;

namespace Engagement.Host.Protection;

/// <summary>The limits as they are kept, each for one sender apart. They are kept in memory: every process of a platform has its own.</summary>
internal static class Limiters
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);
    private static readonly int PeriodsASecond = (int)(TimeSpan.FromSeconds(1) / Period);

    /// <summary>What may come from one network address.</summary>
    public static PartitionedRateLimiter<HttpContext> ForAddresses(TrafficLimits limits) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            limits.AddressRequestsPerSecond > 0 && !IsProbe(context)
                ? Rate(Sender.AddressOf(context) ?? "", limits.AddressRequestsPerSecond)
                : RateLimitPartition.GetNoLimiter("")),
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            limits.AddressLiveConnections > 0 && IsLive(context)
                ? Connections(Sender.AddressOf(context) ?? "", limits.AddressLiveConnections)
                : RateLimitPartition.GetNoLimiter("")));

    /// <summary>What may come from one account, once it is known whose a request is.</summary>
    public static PartitionedRateLimiter<HttpContext> ForAccounts(TrafficLimits limits) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            limits.AccountRequestsPerSecond > 0 && Sender.AccountOf(context) is { } account
                ? Rate(account, limits.AccountRequestsPerSecond)
                : RateLimitPartition.GetNoLimiter("")),
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            limits.AccountLiveConnections > 0 && IsLive(context) && Sender.AccountOf(context) is { } account
                ? Connections(account, limits.AccountLiveConnections)
                : RateLimitPartition.GetNoLimiter("")));

    private static RateLimitPartition<string> Connections(string sender, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(sender, _ => new ConcurrencyLimiterOptions { PermitLimit = most });

    private static RateLimitPartition<string> Rate(string sender, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(
        sender,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * TrafficLimits.BurstSeconds,
            TokensPerPeriod = Math.Max(1, perSecond / PeriodsASecond),
            ReplenishmentPeriod = perSecond < PeriodsASecond ? TimeSpan.FromSeconds(1.0 / perSecond) : Period,
        });

    /// <summary>Whoever balances the load must hear how a process is, above all when much is asked of it.</summary>
    private static bool IsProbe(HttpContext context) => context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static bool IsLive(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
}
