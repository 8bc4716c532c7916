using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>A promise is not a closure: "we will" and "we did" are different states.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryState>))]
public enum EntryState
{
    /// <summary>It is promised, with a role and a date.</summary>
    WeWill,

    /// <summary>It is done, with proof.</summary>
    WeDid,

    /// <summary>It will not be done, with the reasons.</summary>
    WeCannot,
}
