namespace Engagement.Api.Live;

/// <summary>What the hub sends. Each message is called as the method here, with a small first letter; schema/live.d.ts is written from this.</summary>
public interface ILiveClient
{
    /// <summary>Something changed. Remember the position: it is where you go on from.</summary>
    /// <param name="update">What changed.</param>
    Task Changed(LiveUpdate update);

    /// <summary>You may not follow this topic any more. Nothing comes of it after this.</summary>
    /// <param name="end">Which topic, and why.</param>
    Task Refused(LiveEnd end);

    /// <summary>The server could not go on with this topic. Follow again from the last position you saw.</summary>
    /// <param name="end">Which topic, and why. After SLOW_CLIENT the connection ends.</param>
    Task Interrupted(LiveEnd end);
}
