namespace Engagement.Api.Live;

/// <summary>A client named a position that cannot be followed from.</summary>
public sealed class LivePositionRefusedException(string code, string message) : Exception(message)
{
    /// <summary>A stable code.</summary>
    public string Code { get; } = code;
}
