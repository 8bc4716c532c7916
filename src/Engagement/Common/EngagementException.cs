namespace Engagement.Common;

/// <summary>A command that could not be carried out, for a reason the person who asked can act on.</summary>
public abstract class EngagementException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
