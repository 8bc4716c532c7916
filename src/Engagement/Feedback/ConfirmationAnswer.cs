using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>Whether what was done or decided answers what a person had said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConfirmationAnswer>))]
public enum ConfirmationAnswer
{
    Yes,
    Partly,
    No,
}
