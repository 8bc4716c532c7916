using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>A promise is not a closure: "we will" and "we did" are different states.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryState>))]
public enum EntryState
{
    WeWill,
    WeDid,
    WeCannot,
}
