namespace Tests.Shared.Hosting;

/// <summary>The hub refused a call.</summary>
public sealed class LiveRefusedException(string message) : Exception(message)
{
    private const string Introduction = "HubException: ";

    /// <summary>The stable code that the message begins with, after SignalR's own words.</summary>
    public string Code => Message[(Message.IndexOf(Introduction, StringComparison.Ordinal) is >= 0 and var at ? at + Introduction.Length : 0)..].Split(':')[0];
}
