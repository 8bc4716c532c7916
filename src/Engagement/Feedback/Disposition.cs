using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>What becomes of what people said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Disposition>))]
public enum Disposition
{
    /// <summary>It will be done as people asked.</summary>
    Accepted,

    /// <summary>Some of it will be done.</summary>
    PartlyAccepted,

    /// <summary>It will not be done, for the reason that is given.</summary>
    NotAccepted,

    /// <summary>It is so already.</summary>
    AlreadyDone,

    /// <summary>It cannot be answered yet.</summary>
    NeedsMoreWork,

    /// <summary>Another body must answer it.</summary>
    NotOurs,
}
