using Engagement.Api.Authorization;

namespace Engagement.Api.Live;

/// <summary>Who may follow something, as it is now. Looked up once for an update, however many follow.</summary>
/// <param name="IsPublic">Whether anyone may.</param>
/// <param name="Allows">Who may otherwise.</param>
public sealed record LiveAccess(bool IsPublic, Func<Asker, bool> Allows)
{
    public static LiveAccess Everybody { get; } = new(true, _ => true);

    public static LiveAccess Nobody { get; } = new(false, _ => false);

    /// <summary>Those whose permission goes everywhere.</summary>
    public static LiveAccess Holders(string permission) => new(false, asker => asker.MayEverywhere(permission));
}
