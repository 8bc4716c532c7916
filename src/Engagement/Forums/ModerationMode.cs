using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Whether a contribution is looked at before it is shown, or after.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModerationMode>))]
public enum ModerationMode
{
    BeforeShown,
    AfterShown,
}
