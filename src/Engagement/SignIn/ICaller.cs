namespace Engagement.SignIn;

/// <summary>Where what is being done now was asked from. The host knows; work that nobody asked for over a network has no caller.</summary>
public interface ICaller
{
    /// <summary>The network address, for counting tries; null when there is none.</summary>
    string? NetworkAddress { get; }
}

internal sealed class NoCaller : ICaller
{
    public string? NetworkAddress => null;
}
