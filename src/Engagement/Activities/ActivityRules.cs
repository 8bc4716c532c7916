using Engagement.Common;

namespace Engagement.Activities;

/// <summary>What holds for several commands.</summary>
internal static class ActivityRules
{
    public static Refusal? IsStillPlanned(Activity activity) => activity.State switch
    {
        ActivityState.Cancelled => Cancelled,
        ActivityState.Held => new Refusal("ACTIVITY_HELD", "This activity has been held. Its plan can no longer change"),
        _ => null,
    };

    public static Refusal? WasHeld(Activity activity) => activity.State switch
    {
        ActivityState.Cancelled => new Refusal("ACTIVITY_CANCELLED", "This activity was cancelled, so nobody attended it"),
        ActivityState.Planned => new Refusal("ACTIVITY_NOT_HELD", "Record that the activity was held first"),
        _ => null,
    };

    public static Refusal Cancelled { get; } = new("ACTIVITY_CANCELLED", "This activity was cancelled. Plan a new one instead");
}
