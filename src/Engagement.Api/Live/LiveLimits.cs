namespace Engagement.Api.Live;

/// <summary>What live updates are held to. They are part of the contract: clients may rely on them.</summary>
public static class LiveLimits
{
    /// <summary>How many log positions a client may be behind and still be told what it missed. Further back it has to read anew.</summary>
    public const long PositionsBehind = 20_000;

    /// <summary>How many topics one connection may follow at once.</summary>
    public const int TopicsPerConnection = 20;

    /// <summary>For how many seconds changes of what officers work on are gathered into one update.</summary>
    public const int WorkbenchSeconds = 2;

    /// <summary>For how many seconds changes of figures are gathered into one update.</summary>
    public const int MetricsSeconds = 5;

    /// <summary>How many bytes may be on their way to one client, which is some 130 updates. What else waits for it waits in the log.</summary>
    internal const int BytesOnTheWay = 16 * 1024;

    /// <summary>How many updates are taken at a time for one client. Nothing else of what waits for it is kept for it alone.</summary>
    internal const int Page = 500;

    /// <summary>How long a client may leave what it is sent unread before it is let go.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>How long a client that is let go has to hear of it.</summary>
    internal static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
}
