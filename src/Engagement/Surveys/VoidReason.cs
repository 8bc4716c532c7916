using System.Text.Json.Serialization;

namespace Engagement.Surveys;

[JsonConverter(typeof(JsonStringEnumConverter<VoidReason>))]
public enum VoidReason
{
    Duplicate,
    Test,
    OutOfScope,
}
