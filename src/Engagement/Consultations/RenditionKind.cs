using System.Text.Json.Serialization;

namespace Engagement.Consultations;

/// <summary>A form in which the same is offered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RenditionKind>))]
public enum RenditionKind
{
    /// <summary>As it was first written.</summary>
    Standard,

    /// <summary>In short sentences with pictures, for people with learning disabilities and whoever likes it plain.</summary>
    EasyRead,

    /// <summary>To be filled in by hand.</summary>
    Paper,

    /// <summary>In another language.</summary>
    Translation,
}
