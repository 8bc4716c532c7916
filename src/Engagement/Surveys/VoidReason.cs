using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>Why a response does not count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VoidReason>))]
public enum VoidReason
{
    /// <summary>It is a second one of the same person.</summary>
    Duplicate,

    /// <summary>It was sent to try the survey.</summary>
    Test,

    /// <summary>It is not from those who were asked.</summary>
    OutOfScope,
}
