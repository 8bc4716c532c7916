namespace Engagement.Host.Commands;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It failed, was stopped, or found differences.</summary>
    public const int Failed = 1;

    /// <summary>It was asked for something that there is not.</summary>
    public const int Misused = 2;
}
