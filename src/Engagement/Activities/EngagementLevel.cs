using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>How much those who take part decide, from the least to the most.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EngagementLevel>))]
public enum EngagementLevel
{
    /// <summary>People are told.</summary>
    Informing,

    /// <summary>People are asked, and others decide.</summary>
    Consulting,

    /// <summary>People are heard while plans are made.</summary>
    Engaging,

    /// <summary>People make the plans with us.</summary>
    CoDesigning,

    /// <summary>People decide with us as equals, from the start.</summary>
    CoProducing,
}
