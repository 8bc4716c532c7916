namespace Engagement.SignIn;

/// <summary>A session that has not ended.</summary>
/// <param name="Id">Names it to its owner. It is no secret: with it alone nobody gets in.</param>
/// <param name="ActorId">The pseudonym of whoever signed in.</param>
/// <param name="Claims">What signing in found out about them; nothing that says who they are.</param>
/// <param name="Device">The kind of browser it was begun in, for its owner to know it by.</param>
/// <param name="BegunAt">When they signed in.</param>
/// <param name="LastSeenAt">When it was last used, give or take a minute.</param>
/// <param name="EndsAt">When it ends however much it is used.</param>
public sealed record Session(
    Guid Id, Guid ActorId, IReadOnlyList<SessionClaim> Claims, string Device, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, DateTimeOffset EndsAt);

/// <summary>One claim of whoever signed in, by its type.</summary>
public sealed record SessionClaim(string Type, string Value);
