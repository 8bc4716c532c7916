using Engagement.Common;

namespace Engagement.Releases;

internal static class ReleaseRules
{
    public static Refusal NobodyKnown { get; } = new("ACTOR_REQUIRED", "Sign in with your own account to release figures");

    public static Refusal DifferenceShown { get; } = new(
        "DISCLOSURE_RISK", "This table cannot be shown because it could identify someone. The earlier figures stand");

    /// <summary>Why a release that is not open cannot go on; null for one that is.</summary>
    public static Refusal? Closed(Release release) => release.State switch
    {
        ReleaseState.Failed => DisclosurePolicy.CannotBeShown,
        ReleaseState.Replaced => new Refusal("RELEASE_REPLACED", "There is a later draft of these figures. Go on with that one"),
        ReleaseState.Revised => new Refusal("RELEASE_REVISED", "A later release has taken the place of this one"),
        _ => null,
    };
}
