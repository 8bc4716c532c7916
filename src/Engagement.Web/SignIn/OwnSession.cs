namespace Engagement.Web.SignIn;

/// <summary>A place where somebody is signed in. <c>IsThis</c> is the browser that asks.</summary>
public sealed record OwnSession(string Id, string Device, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, bool IsThis);
