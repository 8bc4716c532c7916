namespace Engagement.Host.Protection;

/// <summary>
/// How much one sender may ask of this process. From the section <c>Limits</c> of the configuration; 0 takes a limit away.
/// Whole schools and mobile networks share an address, so what an address may do is far more than a person does.
/// </summary>
public sealed class TrafficLimits
{
    public const string Section = "Limits";

    /// <summary>How many seconds' worth of requests may come at once, after quiet.</summary>
    public const int BurstSeconds = 10;

    /// <summary>Requests that one network address may go on making, a second; ten seconds' worth may come at once.</summary>
    public int AddressRequestsPerSecond { get; set; } = 50;

    /// <summary>The same of one account or API client, wherever it comes from.</summary>
    public int AccountRequestsPerSecond { get; set; } = 20;

    /// <summary>Sockets and event streams that one network address may hold open.</summary>
    public int AddressLiveConnections { get; set; } = 200;

    /// <summary>The same of one account or API client, wherever it comes from.</summary>
    public int AccountLiveConnections { get; set; } = 50;

    /// <summary>How long a sender may take over the head of a request, in seconds.</summary>
    public int HeadSeconds { get; set; } = 15;
}
