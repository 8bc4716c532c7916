using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>What becomes of what people said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Disposition>))]
public enum Disposition
{
    Accepted,
    PartlyAccepted,
    NotAccepted,
    AlreadyDone,
    NeedsMoreWork,

    /// <summary>Another body must answer it.</summary>
    NotOurs,
}
