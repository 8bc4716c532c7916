namespace Engagement.Web.Track;

/// <summary>Whether somebody is told by e-mail what becomes of their answers.</summary>
public sealed record ResponseFollowing(bool IsFollowed, bool IsConfirmed, bool IsRefused);
