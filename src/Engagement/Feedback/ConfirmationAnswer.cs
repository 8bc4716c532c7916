using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>Whether what was done or decided answers what a person had said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConfirmationAnswer>))]
public enum ConfirmationAnswer
{
    /// <summary>It does.</summary>
    Yes,

    /// <summary>It does in part.</summary>
    Partly,

    /// <summary>It does not.</summary>
    No,
}
