namespace Engagement.Notifications;

/// <summary>How messages go out.</summary>
public sealed class NotificationOptions
{
    /// <summary>How many are sent in a second at most, by all processes together.</summary>
    public double MostPerSecond { get; set; } = 10;

    /// <summary>How many each process sends at the same time at most: as many as it takes to keep the pace with a mail server that is slow to answer.</summary>
    public int AtATime { get; set; } = 16;

    /// <summary>How long to wait for more to say to the same person before writing.</summary>
    public TimeSpan Gather { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether there is anything to send with: without it nobody is offered to be written to.</summary>
    public bool IsOffered { get; set; } = true;

    /// <summary>Whether this process sends.</summary>
    public bool Send { get; set; } = true;
}
