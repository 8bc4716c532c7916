using System.Text.Json.Serialization;

namespace Engagement.Forums;

[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingSourceKind>))]
public enum SafeguardingSourceKind
{
    Contribution,
}
