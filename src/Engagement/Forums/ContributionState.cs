using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>How a post or a comment stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContributionState>))]
public enum ContributionState
{
    /// <summary>A moderator is to look at it before others see it.</summary>
    Waiting,

    /// <summary>It is kept back until somebody has looked at it.</summary>
    Held,

    /// <summary>All may read it.</summary>
    Released,

    /// <summary>Its author is asked to change it.</summary>
    Returned,

    /// <summary>It is not shown; its author may appeal once.</summary>
    Refused,

    /// <summary>Its author took it back, for good.</summary>
    Withdrawn,
}
