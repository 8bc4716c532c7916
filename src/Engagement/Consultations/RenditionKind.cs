using System.Text.Json.Serialization;

namespace Engagement.Consultations;

[JsonConverter(typeof(JsonStringEnumConverter<RenditionKind>))]
public enum RenditionKind
{
    Standard,
    EasyRead,
    Paper,
    Translation,
}
