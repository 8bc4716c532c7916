namespace Engagement.SignIn;

/// <summary>How long a session may be: unused, and at all.</summary>
public sealed record SessionLength(TimeSpan Idle, TimeSpan Longest)
{
    /// <summary>Work, or a device that others use too.</summary>
    public static SessionLength Short { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(8));

    /// <summary>A family that said that the device is their own.</summary>
    public static SessionLength OwnDevice { get; } = new(TimeSpan.FromDays(30), TimeSpan.FromDays(30));
}
