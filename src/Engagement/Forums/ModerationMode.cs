using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Whether a contribution is looked at before it is shown, or after.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModerationMode>))]
public enum ModerationMode
{
    /// <summary>A moderator looks at it first.</summary>
    BeforeShown,

    /// <summary>It is shown at once, and a moderator looks at it then. Never for under-18s.</summary>
    AfterShown,
}
